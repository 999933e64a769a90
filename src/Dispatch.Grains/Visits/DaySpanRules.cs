using Dispatch.Contracts.Commands;
using Dispatch.Domain.Time;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.Visits;

/// <summary>What must hold of the days on which a visit may be done.</summary>
internal static class DaySpanRules
{
    private const int MostDays = 366;
    private const int MostTimes = 10;

    /// <summary>The first mistake; none if all is well, or no days are said.</summary>
    /// <param name="date">The day that the visit is to have.</param>
    /// <param name="windows">The windows that it is to have.</param>
    public static Reason? Mistake(DaySpan? days, LocalDate? date, IReadOnlyList<TimeWindow>? windows, LocalDate today)
    {
        if (days is null)
            return null;
        if (date is not null)
            return new Reason("days-and-date", "Give the visit either its day or the days on which it may be done.");
        if (windows is { Count: > 0 })
            return new Reason("days-and-windows", "Say the times with the days on which it may be done, and leave the windows out.");
        if (days.Last < days.First)
            return new Reason("days-end-before-start", "The last day lies before the first; mend the days.");
        if (days.First < today)
            return new Reason("days-past", "The first day is over; begin with today or a later one.");
        if (Period.DaysBetween(days.First, days.Last) >= MostDays || days.First > today.PlusDays(MostDays))
            return new Reason("days-too-many", $"Name at most {MostDays} days, none more than a year ahead.");
        if (days.Times?.Count > MostTimes)
            return new Reason("day-times-too-many", $"Give at most {MostTimes} times.");
        if ((days.Times ?? []).Any(time => time is null || time.To <= time.From || time.On is IsoDayOfWeek.None || time.On is { } day && !Enum.IsDefined(day)))
            return new Reason("day-time-wrong", "A time ends after it begins, on every day or on one day of the week; mend the times.");
        return Enumerable.Range(0, Period.DaysBetween(days.First, days.Last) + 1).Any(day => days.Holds(days.First.PlusDays(day)))
            ? null
            : new Reason("days-without-time", "None of these days has one of the times; mend the days of the week, or the days.");
    }
}
