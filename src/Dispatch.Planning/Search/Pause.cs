using System.Runtime.CompilerServices;

namespace Dispatch.Planning.Search;

/// <summary>A strict break in the gap before a stop, as <see cref="RouteTimes"/> has it: after the drive, on the way, or before it.</summary>
internal readonly struct Pause(PlanBreak? pause)
{
    private readonly int earliest = pause?.Earliest ?? 0;
    private readonly int latest = Math.Min(pause?.Latest ?? 0, FlatDay.Latest);
    private readonly int seconds = Math.Min(pause?.Seconds ?? 0, FlatDay.Latest);
    private readonly bool mayInterrupt = pause?.MayInterruptDrive ?? false;

    /// <summary>Whether there is one.</summary>
    public bool IsThere { get; } = pause is not null;

    /// <summary>When the stop is reached by who sets out then; <see cref="FlatDay.Never"/> if the break would be too late.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Arrive(int leave, int drive)
    {
        if (leave > latest || drive >= FlatDay.Far)
            return FlatDay.Never;
        if (mayInterrupt || leave + drive <= latest)
            return Math.Max(leave + drive, earliest) + seconds;
        return Math.Max(leave, earliest) + seconds + drive;
    }

    /// <summary>The latest to set out so that the stop is reached by then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Leave(int arrive, int drive)
    {
        if (drive >= FlatDay.Far || arrive < earliest + seconds)
            return -FlatDay.Never;
        if (mayInterrupt)
            return Math.Min(latest, arrive - seconds - drive);
        var before = arrive - seconds - drive;
        return Math.Max(Math.Min(latest, arrive - seconds) - drive, before >= earliest ? Math.Min(latest, before) : -FlatDay.Never);
    }
}
