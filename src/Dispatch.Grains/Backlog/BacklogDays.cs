using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Grains.DayPlans;
using Dispatch.Planning.Days;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>The days over which a waiting list is planned, with what waits in each day's picture.</summary>
internal sealed class BacklogDays
{
    private readonly IReadOnlyList<(LocalDate Date, DayPlanState State)> days;

    private BacklogDays(IReadOnlyList<(LocalDate Date, DayPlanState State)> days, IReadOnlyList<WaitingVisit> waiting, IReadOnlyList<DayPicture> pictures, IReadOnlyList<DayGaps> gaps)
    {
        (this.days, Waiting, Pictures, Gaps) = (days, waiting, pictures, gaps);
    }

    /// <summary>The days.</summary>
    public IReadOnlyList<LocalDate> Dates => [.. days.Select(day => day.Date)];

    /// <summary>The visits that wait.</summary>
    public IReadOnlyList<WaitingVisit> Waiting { get; }

    /// <summary>By day: how it looks, with what may be done on it on no route.</summary>
    public IReadOnlyList<DayPicture> Pictures { get; }

    /// <summary>By day: the same for the planner.</summary>
    public IReadOnlyList<DayGaps> Gaps { get; }

    /// <summary>All places of the days and of what waits.</summary>
    public static IEnumerable<GeoPoint> PlacesOf(IEnumerable<DayPlanState> states, IEnumerable<WaitingVisit> waiting) =>
        states.SelectMany(state => state.Visits.Values.Select(visit => visit.Details.Place).Concat(state.Technicians.Values.SelectMany(technician => new[] { technician.Entry.StartPlace, technician.Entry.EndPlace })))
            .Concat(waiting.Select(visit => visit.Details.Place));

    /// <summary>Puts the days together. Works for some tenths of a second where days are large: on the planner's thread.</summary>
    /// <param name="days">Today, of which only what is ahead is planned, or days ahead; ascending.</param>
    /// <param name="table">Holds <see cref="PlacesOf"/>; nobody else uses it meanwhile. All days drive by its times.</param>
    /// <remarks>A visit that some day knows already (it was booked this moment) goes to no day.</remarks>
    public static BacklogDays Of(
        TerritoryProfile territory, IReadOnlyList<(LocalDate Date, DayPlanState State)> days, IReadOnlyList<WaitingVisit> waiting, TravelTable table, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory.TimeZone) ?? DateTimeZone.Utc;
        var (pictures, gaps, persons) = (new List<DayPicture>(), new List<DayGaps>(), new Dictionary<TechnicianId, int>());
        foreach (var (date, state) in days)
        {
            var with = state;
            foreach (var visit in waiting)
            {
                if (visit.On(date, zone) is { } details && !days.Any(day => day.State.Visits.ContainsKey(visit.Id)))
                    with = with.Evolve(new DayVisitAdded(visit.Id, details, visit.TypeName, visit.PatientName));
            }

            var picture = new DayPicture(territory.Id, with, table, zone.AtStartOfDay(date).ToInstant(), now, territory.Settings, names: new CatalogueNames(territory));
            pictures.Add(picture);
            gaps.Add(new DayGaps(
                Period.DaysBetween(days[0].Date, date), picture.Plan,
                [.. picture.TechnicianIds.Select(id => persons.TryGetValue(id, out var known) ? known : persons[id] = persons.Count)],
                [.. waiting.Select(visit => picture.VisitIndex.TryGetValue(visit.Id, out var index) && !state.Visits.ContainsKey(visit.Id) ? index : -1)]));
        }

        return new BacklogDays(days, waiting, pictures, gaps);
    }
}
