namespace Dispatch.Planning.Rich.Restocking;

/// <summary>A stretch of stops: how long it takes at least, and between when it must begin to take no longer and to be in time.</summary>
/// <param name="Takes">Least time from beginning to end.</param>
/// <param name="Early">Who begins before waits on the way.</param>
/// <param name="Late">Who begins after is late on the way.</param>
/// <remarks>Joined in constant time: Vidal, Crainic, Gendreau and Prins (2013), without their time warp, for only what is in time is kept.</remarks>
internal readonly record struct Stretch(int Takes, int Early, int Late)
{
    /// <summary>A stretch that cannot be driven.</summary>
    public static readonly Stretch Never = new(0, 0, int.MinValue);

    /// <summary>Whether it can be driven in time.</summary>
    public bool IsPossible => Late != int.MinValue;

    /// <summary>This stretch, a drive, and the next.</summary>
    public Stretch Join(int drive, in Stretch next)
    {
        var until = Takes + drive;
        if (Late == int.MinValue || next.Late == int.MinValue || Early + until > next.Late)
            return Never;
        var waits = Math.Max(next.Early - until - Late, 0);
        return new Stretch(until + next.Takes + waits, Math.Max(next.Early - until, Early) - waits, Math.Min(next.Late - until, Late));
    }

    /// <summary>What joining would take; <see cref="int.MaxValue"/> if it cannot be driven.</summary>
    public int TakesWith(int drive, in Stretch next)
    {
        var until = Takes + drive;
        return Late == int.MinValue || next.Late == int.MinValue || Early + until > next.Late
            ? int.MaxValue
            : until + next.Takes + Math.Max(next.Early - until - Late, 0);
    }
}
