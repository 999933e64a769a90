using Dispatch.Domain.Time;
using NodaTime;
using Orleans;

namespace Dispatch.Domain.Visits;

/// <summary>The days on which a visit may be done that has no day yet: routine work that is due between two dates.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them, included.</param>
/// <param name="Times">The times of day at which it may begin; none or empty: any time of any of the days. Where there are times, a day that has none of them is none of its days.</param>
[GenerateSerializer, Immutable]
public sealed record DaySpan(LocalDate First, LocalDate Last, IReadOnlyList<DayTime>? Times = null)
{
    /// <summary>Whether it may be done on a day.</summary>
    public bool Holds(LocalDate day) => day >= First && day <= Last && (Times is null or [] || Times.Any(time => time.IsOn(day)));

    /// <summary>When it may begin on a day, ascending; empty: any time.</summary>
    /// <param name="zone">Whose local times they are.</param>
    public IReadOnlyList<TimeWindow> WindowsOn(LocalDate day, DateTimeZone zone) =>
        [.. (Times ?? []).Where(time => time.IsOn(day)).OrderBy(time => time.From).Select(time => new TimeWindow(WorkingTime.At(day, time.From, zone), WorkingTime.At(day, time.To, zone), IsHard: true))];
}

/// <summary>A time of day at which work may begin; both ends included.</summary>
/// <param name="To">Later than <paramref name="From"/>.</param>
/// <param name="On">On this day of the week alone; none: on every one.</param>
[GenerateSerializer, Immutable]
public sealed record DayTime(LocalTime From, LocalTime To, IsoDayOfWeek? On = null)
{
    /// <summary>Whether it is one of a day's.</summary>
    public bool IsOn(LocalDate day) => On is not { } only || day.DayOfWeek == only;
}
