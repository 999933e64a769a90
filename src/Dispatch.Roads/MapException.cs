namespace Dispatch.Roads;

/// <summary>A map that cannot be used: not a map, cut short, damaged, or without roads. The message is one sentence for people.</summary>
public sealed class MapException : Exception
{
    /// <summary>A map that cannot be used, told in one sentence that says what to do.</summary>
    public MapException(string message) : base(message)
    {
    }

    /// <summary>A map that cannot be used because of what <paramref name="cause"/> tells.</summary>
    public MapException(string message, Exception cause) : base(message, cause)
    {
    }

    internal static MapException Damaged(string what) =>
        new($"The map is damaged ({what}); fetch the file again.");
}
