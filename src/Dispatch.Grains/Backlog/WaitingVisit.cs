using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>A visit that waits for a day.</summary>
internal sealed record WaitingVisit(VisitId Id, VisitDetails Details, string TypeName, string PatientName)
{
    /// <summary>The last day on which it may be done: of the days that were said, or else its due date; none where nothing was said.</summary>
    public LocalDate? LastDay => Details.Days?.Last ?? Details.DueDate;

    /// <summary>The visit as it would be on a day; none where it may not be done then.</summary>
    /// <param name="zone">Of the territory.</param>
    public VisitDetails? On(LocalDate day, DateTimeZone zone)
    {
        if (LastDay is not { } last || day > last || Details.Days?.Holds(day) is false)
            return null;
        IReadOnlyList<TimeWindow> windows = Details.Days is { } days ? days.WindowsOn(day, zone) : [.. Details.Windows.Where(window => WorkingTime.DayOf(window.Start, zone) == day)];
        return Details with { Date = day, Windows = windows };
    }
}
