using Dispatch.Domain.Urgency;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>What it costs that a visit goes on waiting.</summary>
/// <remarks>
/// In seconds of driving. A visit with plenty of time is worth a detour of half an hour; as its last day comes nearer that rises, to two
/// hours for one whose last day follows right after those that are planned. A visit whose last day is among them is worth forty hours,
/// which no detour is: it waits on only where nobody has a gap, and of two for one gap it goes before all with more time; among
/// these each day earlier counts a tenth more. All of it doubles with each class above P4. The work itself is added as it costs at a
/// full shift, so that a full day is no detour.
/// </remarks>
internal static class LeavingOut
{
    private const long PlentyOfTimeSeconds = 1_800;
    private const long NextDaySeconds = 7_200;
    private const long LastChanceSeconds = 144_000;

    /// <summary>The price.</summary>
    /// <param name="last">The visit's last day.</param>
    /// <param name="planned">The days that are planned, ascending.</param>
    /// <param name="balanceTenths">What a second of work costs at a full shift, in tenths.</param>
    public static long Price(LocalDate last, IReadOnlyList<LocalDate> planned, UrgencyClass urgency, int durationMinutes, int balanceTenths)
    {
        var detour = last <= planned[^1]
            ? LastChanceSeconds * (10 + planned.Count(day => day > last)) / 10
            : PlentyOfTimeSeconds + (NextDaySeconds - PlentyOfTimeSeconds) / Period.DaysBetween(planned[^1], last);
        return (detour << (UrgencyClass.P4 - urgency)) + durationMinutes * 60L * balanceTenths / 10;
    }
}
