using NodaTime;

namespace Dispatch.Domain.Time;

/// <summary>From weekly shifts to instants of one day, through the territory's zone and its changes of the clock.</summary>
public static class WorkingTime
{
    /// <summary>The first start and the last end of the shifts on <paramref name="day"/>; none on a free day.</summary>
    /// <remarks>A local time that a change of the clock skips is taken just after the gap; one that occurs twice, the first time.</remarks>
    public static (Instant Start, Instant End)? On(LocalDate day, IReadOnlyList<Shift> shifts, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(zone);
        (Instant Start, Instant End)? span = null;
        foreach (var shift in shifts)
        {
            if (shift.Day != day.DayOfWeek)
                continue;
            var start = At(day, shift.Start, zone);
            var end = At(shift.End > shift.Start ? day : day.PlusDays(1), shift.End, zone);
            span = span is { } known ? (Instant.Min(known.Start, start), Instant.Max(known.End, end)) : (start, end);
        }

        return span;
    }

    /// <summary>A local time of a day as an instant.</summary>
    public static Instant At(LocalDate day, LocalTime time, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.AtLeniently(day + time).ToInstant();
    }

    /// <summary>The service day that it is in the zone.</summary>
    public static LocalDate DayOf(Instant instant, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return instant.InZone(zone).Date;
    }
}

/// <summary>Hours in which nobody is written to.</summary>
public static class QuietHours
{
    /// <summary>Whether <paramref name="time"/> lies in [from, to), over midnight where from is later than to; equal ends mean never.</summary>
    public static bool Contains(LocalTime time, LocalTime from, LocalTime to) =>
        from <= to ? time >= from && time < to : time >= from || time < to;
}
