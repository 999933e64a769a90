using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>A stop with its times: facts where they are known, estimates otherwise.</summary>
internal readonly record struct StopTime(
    VisitId Visit, Instant Depart, Instant Arrive, Instant Start, Instant End, int DriveSeconds, int DriveMetres, bool IsFrozen);

/// <summary>A route with its times.</summary>
internal sealed record RouteTime(
    TechnicianId Technician, IReadOnlyList<StopTime> Stops, Instant StartAt, Instant? BreakStart, int HomeDriveSeconds, Instant HomeAt, int OvertimeMinutes);

/// <summary>
/// The day as it looks at one instant: what is over and under way stands by its facts, what is ahead is a problem for the planner
/// with the plan as it now is. All indices are the planner's; this is where its seconds become instants again.
/// </summary>
internal sealed class DayPicture
{
    private readonly TravelTable table;
    private readonly Instant dayStart;
    private readonly DayArrivals arrivals;
    private readonly Dictionary<TechnicianId, List<StopTime>> begun = [];
    private IReadOnlyList<RouteTime>? allTimes;

    /// <param name="table">Holds every place of the day.</param>
    /// <param name="arrivals">What the territory has learned of how long things take; none for the prior.</param>
    /// <param name="dayStart">Midnight in the territory's zone; the planner's second 0.</param>
    public DayPicture(TerritoryId territory, DayPlanState state, TravelTable table, Instant dayStart, Instant now, TerritorySettings settings, DayArrivals? arrivals = null)
    {
        this.arrivals = arrivals ?? new DayArrivals();
        (Territory, State, this.table, this.dayStart, Now, Settings) = (territory, state, table, dayStart, now, settings);
        TechnicianIds = [.. state.Technicians.Keys.OrderBy(id => id.Value, StringComparer.Ordinal)];
        VisitIds = [.. state.Visits.Values.Where(visit => visit.IsAhead && table.Holds(visit.Details.Place)).Select(visit => visit.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];
        var technicianIndex = TechnicianIds.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        TechnicianIndex = technicianIndex;
        VisitIndex = VisitIds.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        foreach (var id in TechnicianIds)
            begun[id] = Begun(state.Technicians[id]);

        var builder = new DayProblem(this, table);
        Parts = builder.Parts;
        var routes = TechnicianIds.Select(id => state.Technicians[id].Route.Where(VisitIndex.ContainsKey).Select(visit => VisitIndex[visit]).ToArray()).ToArray();
        FreeProblem = builder.Make([.. routes.Select(_ => Array.Empty<int>())]);
        Problem = new Problem(
            [.. FreeProblem.Technicians.Select((technician, t) => technician with { Frozen = Frozen(FreeProblem, t, routes[t]) })],
            FreeProblem.Visits, FreeProblem.Travel, FreeProblem.Weights);
        Plan = new Plan(Problem, routes);
    }

    /// <summary>Whose day it is.</summary>
    public TerritoryId Territory { get; }

    /// <summary>What the picture is of.</summary>
    public DayPlanState State { get; }

    /// <summary>When it was taken.</summary>
    public Instant Now { get; }

    /// <summary>How the desk works.</summary>
    public TerritorySettings Settings { get; }

    /// <summary>The planner's technicians.</summary>
    public TechnicianId[] TechnicianIds { get; }

    /// <summary>The planner's visits: those ahead whose drive times are known; what has just come in follows a moment later.</summary>
    public VisitId[] VisitIds { get; }

    /// <summary>Index of each technician.</summary>
    public IReadOnlyDictionary<TechnicianId, int> TechnicianIndex { get; }

    /// <summary>Index of each visit that is ahead.</summary>
    public IReadOnlyDictionary<VisitId, int> VisitIndex { get; }

    /// <summary>The kinds of parts of the planner's columns.</summary>
    public IReadOnlyList<PartId> Parts { get; }

    /// <summary>What is ahead, as a problem.</summary>
    public Problem Problem { get; }

    /// <summary>The same with nothing frozen: for a dispatcher's own moves.</summary>
    public Problem FreeProblem { get; }

    /// <summary>The plan as it now is.</summary>
    public Plan Plan { get; }

    /// <summary>An instant as the planner's seconds, never below 0.</summary>
    public int Seconds(Instant instant) => (int)Math.Clamp((instant - dayStart).TotalSeconds, 0, int.MaxValue - 1);

    /// <summary>The planner's seconds as an instant.</summary>
    public Instant At(int seconds) => dayStart + Duration.FromSeconds(seconds);

    /// <summary>How many of a part the van still carries, by the books and by what was reported, those for what is ahead included.</summary>
    public int LeftOf(TechnicianId technician, PartId part) => DayProblem.Left(this, State.Technicians[technician], part);

    /// <summary>Stops that are over or under way.</summary>
    public IReadOnlyList<StopTime> BegunOf(TechnicianId technician) => begun[technician];

    /// <summary>Where the rest of a technician's route begins, and from when.</summary>
    public (GeoPoint Place, Instant From) Onward(TechnicianId id)
    {
        var technician = State.Technicians[id];
        var place = technician.Entry.StartPlace;
        var from = Instant.Max(Now, technician.WorksFrom ?? Now);
        if (begun[id] is { Count: > 0 } stops)
        {
            place = State.Visits[stops[^1].Visit].Details.Place;
            from = Instant.Max(Now, stops[^1].End);
        }

        if (technician is { Duty: DutyState.OnBreak, BreakStartedAt: { } began })
            from = Instant.Max(from, began + Duration.FromMinutes(technician.Entry.BreakMinutes));
        return (place, from);
    }

    /// <summary>Times of a whole route, what is ahead taken from a plan of this picture's problem.</summary>
    public RouteTime Times(int technicianIndex, Plan plan)
    {
        var id = TechnicianIds[technicianIndex];
        var technician = State.Technicians[id];
        var times = new RouteTimes();
        var route = plan.Routes[technicianIndex];
        times.Compute(Problem, technicianIndex, route);
        var stops = new List<StopTime>(begun[id]);
        var place = table[Onward(id).Place];
        for (var i = 0; i < route.Length; i++)
        {
            var visit = VisitIds[route[i]];
            var to = table[State.Visits[visit].Details.Place];
            stops.Add(times.IsPossible
                ? new StopTime(visit, At(times.Depart[i]), At(times.Arrive[i]), At(times.Start[i]), At(times.End[i]),
                    table.Seconds(place, to), table.Metres(place, to), i < Problem.Technicians[technicianIndex].Frozen.Count)
                : new StopTime(visit, Now, Now, Now, Now, 0, 0, false));
            place = to;
        }

        var pause = technician.BreakStartedAt ?? (times.BreakStart >= 0 ? At(times.BreakStart) : null);
        var start = stops.Count > 0 ? stops[0].Depart : technician.WorksFrom ?? Now;
        var home = table.Seconds(place, table[technician.Entry.EndPlace]);
        return new RouteTime(
            id, stops, start, pause, home == TravelMatrix.NoRoad ? 0 : home,
            stops.Count == 0 ? start : At(Math.Max(times.HomeAt, 0)), (times.OvertimeSeconds + 59) / 60);
    }

    /// <summary>Times of all routes as they now are.</summary>
    public IReadOnlyList<RouteTime> AllTimes() => allTimes ??= [.. Enumerable.Range(0, TechnicianIds.Length).Select(t => Times(t, Plan))];

    /// <summary>When somebody will likely be there; none once somebody is, or where nobody comes.</summary>
    public LikelyArrival? Likely(TechnicianId technician, VisitId visit) =>
        arrivals.Of(this, technician).TryGetValue(visit, out var likely) ? likely : null;

    /// <summary>Times of one route as it now is.</summary>
    public RouteTime TimesOf(TechnicianId technician) => AllTimes()[TechnicianIndex[technician]];

    private List<StopTime> Begun(TechnicianDay technician)
    {
        var stops = new List<StopTime>();
        var place = technician.Entry.StartPlace;
        foreach (var id in technician.Route)
        {
            var visit = State.Visits[id];
            if (visit.Stop == StopState.Planned)
                continue;
            var (from, to) = (table[place], table[visit.Details.Place]);
            var drive = table.Seconds(from, to) is TravelMatrix.NoRoad ? 0 : table.Seconds(from, to);
            var length = Duration.FromMinutes(visit.Details.DurationMinutes + visit.ExtraMinutes);
            var depart = visit.SetOutAt ?? visit.ArrivedAt ?? Now;
            // Who should have arrived and has not said so is expected at any moment; the time moves on with the clock.
            var arrive = visit.ArrivedAt ?? Instant.Max(Now, depart + Duration.FromSeconds(drive));
            var start = visit.ArrivedAt ?? At(RouteTimes.EarliestStart(DayProblem.VisitOf(this, visit, 0, 0, [], -1), Seconds(arrive)));
            var end = visit.EndedAt ?? Instant.Max(Now, start + length);
            stops.Add(new StopTime(id, depart, arrive, start, end, drive, drive == 0 ? 0 : table.Metres(from, to), true));
            place = visit.Details.Place;
        }

        return stops;
    }

    private int[] Frozen(Problem free, int technician, int[] route)
    {
        var times = new RouteTimes();
        times.Compute(free, technician, route);
        if (!times.IsPossible || State.Technicians[TechnicianIds[technician]].Duty is DutyState.Out)
            return [];
        var until = Seconds(Now + Duration.FromMinutes(Settings.FreezeMinutes));
        var count = 0;
        while (count < route.Length && times.Start[count] <= until)
            count++;
        return route[..count];
    }
}
