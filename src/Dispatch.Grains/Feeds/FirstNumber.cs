namespace Dispatch.Grains.Feeds;

/// <summary>Where a feed begins to count: beyond any number that an earlier activation can have reached, and within what JavaScript holds exactly.</summary>
internal static class FirstNumber
{
    /// <summary>Microseconds of the real clock since 1970: below 2^53 until the year 2255.</summary>
    public static long Now() => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / 10;
}
