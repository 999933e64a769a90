namespace Dispatch.Roads.Network;

/// <summary>Time and length of a drive in one number: milliseconds in the upper half, centimetres in the lower.</summary>
/// <remarks>
/// Adding two costs adds both halves (lengths stay below 2³² cm, 42,949 km), and comparing them compares times first and lengths
/// among equal times. So the fastest drive is found with its length, and which of several equally fast ones is no accident.
/// </remarks>
internal static class DriveCost
{
    public const long Unreachable = long.MaxValue;

    /// <summary>Beyond all times in a sum of two, and twice this still fits an int.</summary>
    public const int EndlessMilliseconds = (1 << 30) - 1;

    /// <summary><see cref="EndlessMilliseconds"/> as a cost.</summary>
    public const long Endless = (long)EndlessMilliseconds << 32;

    /// <summary>No drive takes so long (6 days), and no segment: what would is unreachable.</summary>
    public const int LongestMilliseconds = 1 << 29;

    /// <summary><see cref="LongestMilliseconds"/> as a cost.</summary>
    public const long Longest = (long)LongestMilliseconds << 32;

    public static long Of(int milliseconds, int centimetres) => ((long)milliseconds << 32) + centimetres;

    /// <summary>Whole seconds, rounded up: who is told a time is not told too little.</summary>
    public static int Seconds(long cost) => (int)(((cost >> 32) + 999) / 1000);

    public static int Milliseconds(long cost) => (int)(cost >> 32);

    public static int Centimetres(long cost) => (int)(uint)cost;

    /// <summary>Whole metres, rounded to the nearest.</summary>
    public static int Metres(long cost) => (int)(((uint)cost + 50L) / 100);
}
