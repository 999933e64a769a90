namespace Dispatch.Roads.Learning;

/// <summary>How long somebody took for a street at some hour, and nothing else: not who, and not on which day.</summary>
/// <param name="Directed">The directed segment.</param>
/// <param name="Slot">The hour, see <see cref="TimeSlot"/>.</param>
/// <param name="Factor">The time that was needed, in those of the prepared map: 2 is half as fast.</param>
internal readonly record struct SpeedSample(int Directed, int Slot, float Factor);

/// <summary>Hours of working days, and hours of weekends: 48 in all.</summary>
internal static class TimeSlot
{
    public const int Count = 48;

    /// <summary>The slot of a local time.</summary>
    public static int Of(DateTime local) => (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 24 : 0) + local.Hour;
}
