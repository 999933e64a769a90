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
    TechnicianId Technician, IReadOnlyList<StopTime> Stops, Instant StartAt, BreakView? Break, int HomeDriveSeconds, Instant HomeAt, int OvertimeMinutes)
{
    /// <summary>All breaks that were begun or are planned; <see cref="Break"/> is the one under way, or else the next, or else the last.</summary>
    public IReadOnlyList<BreakView> Breaks { get; init; } = [];
}

/// <summary>
/// The day as it looks at one instant: what is over and under way stands by its facts, what is ahead is a problem for the planner
/// with the plan as it now is. All indices are the planner's; this is where its seconds become instants again.
/// </summary>
internal sealed class DayPicture
{
    private const int MostRounds = 2;
    private readonly TravelTable table;
    private readonly Instant dayStart;
    private readonly DayArrivals arrivals;
    private readonly PlannedVisits known;
    private readonly Dictionary<TechnicianId, List<StopTime>> begun = [];
    private readonly Dictionary<VisitId, Instant> awaited = [];
    private IReadOnlyList<RouteTime>? allTimes;
    private Problem? keptProblem;
    private Dictionary<VisitId, (TechnicianId Technician, StopTime Stop)>? stopOf;

    /// <param name="table">Holds every place of the day.</param>
    /// <param name="arrivals">What the territory has learned of how long things take; none for the prior.</param>
    /// <param name="known">What the picture before made of the visits; none to make all of them anew.</param>
    /// <param name="names">What parts and skills are called; none for their ids.</param>
    /// <param name="dayStart">Midnight in the territory's zone; the planner's second 0.</param>
    public DayPicture(TerritoryId territory, DayPlanState state, TravelTable table, Instant dayStart, Instant now, TerritorySettings settings, DayArrivals? arrivals = null,
        PlannedVisits? known = null, CatalogueNames? names = null)
    {
        Names = names ?? new CatalogueNames(null);
        (this.arrivals, this.known) = (arrivals ?? new DayArrivals(), known ?? new PlannedVisits());
        (Territory, State, this.table, this.dayStart, Now, Settings) = (territory, state, table, dayStart, now, settings);
        TechnicianIds = [.. state.Technicians.Keys.OrderBy(id => id.Value, StringComparer.Ordinal)];
        VisitIds = [.. state.Visits.Values.Where(visit => visit.IsAhead && table.Holds(visit.Details.Place)).Select(visit => visit.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];
        var technicianIndex = TechnicianIds.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        TechnicianIndex = technicianIndex;
        VisitIndex = VisitIds.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        (Parts, Instruments, Spaces, FreeProblem, Problem, Plan) = Look();
        // Who is at a door where two are needed works when the other is there, whose times are known once the plan is.
        for (var round = 0; round < MostRounds && AwaitOthers(); round++)
            (Parts, Instruments, Spaces, FreeProblem, Problem, Plan) = Look();
    }

    private (IReadOnlyList<PartId> Parts, IReadOnlyList<InstrumentId> Instruments, IReadOnlyList<SpaceId> Spaces, Problem Free, Problem Problem, Plan Plan) Look()
    {
        (allTimes, stopOf) = (null, null);
        foreach (var id in TechnicianIds)
            begun[id] = Begun(State.Technicians[id]);
        var builder = new DayProblem(this, table, known);
        var routes = TechnicianIds.Select(id => State.Technicians[id].Route.Where(VisitIndex.ContainsKey).Select(visit => VisitIndex[visit]).ToArray()).ToArray();
        var free = builder.Make(Holders(routes, VisitIds.Length));
        var holds = free.HasTies ? new Plan(free, routes).Holds : [];
        var problem = new Problem(
            [.. free.Technicians.Select((technician, t) => technician with { Frozen = Frozen(free, t, routes[t], holds) })], free.Visits, free.Travel, free.Weights);
        return (builder.Parts, builder.Instruments, builder.Spaces, free, problem, new Plan(problem, routes));
    }

    // Whether somebody at a door waits longer or shorter for the other than was thought.
    private bool AwaitOthers()
    {
        var isNews = false;
        foreach (var visit in State.Visits.Values)
        {
            if (visit.Stop is not (StopState.OnTheWay or StopState.Arrived) || Halves.Other(State, visit) is not { IsOver: false, ArrivedAt: null } other || StopOf(other.Id) is not { } stop)
                continue;
            isNews |= !awaited.TryGetValue(visit.Id, out var known) || known != stop.Arrive;
            awaited[visit.Id] = stop.Arrive;
        }

        return isNews;
    }

    /// <summary>Whose day it is.</summary>
    public TerritoryId Territory { get; }

    /// <summary>What the picture is of.</summary>
    public DayPlanState State { get; }

    /// <summary>When it was taken.</summary>
    public Instant Now { get; }

    /// <summary>How the desk works.</summary>
    public TerritorySettings Settings { get; }

    /// <summary>What parts and skills are called.</summary>
    public CatalogueNames Names { get; }

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

    /// <summary>The planner's kinds of instruments.</summary>
    public IReadOnlyList<InstrumentId> Instruments { get; }

    /// <summary>The planner's dimensions of load.</summary>
    public IReadOnlyList<SpaceId> Spaces { get; }

    /// <summary>What is ahead, as a problem.</summary>
    public Problem Problem { get; }

    /// <summary>The same with nothing frozen: for a dispatcher's own moves.</summary>
    public Problem FreeProblem { get; }

    /// <summary>The same with nothing frozen but what a dispatcher keeps in its order: for a move that leaves the place open.</summary>
    public Problem KeptProblem => keptProblem ??= State.Visits.Values.Any(visit => visit is { KeepsOrder: true, IsAhead: true })
        ? new Problem([.. FreeProblem.Technicians.Select((technician, t) => technician with { Frozen = Plan.Routes[t][..Kept(TechnicianIds[t], Plan.Routes[t])] })], FreeProblem.Visits, FreeProblem.Travel, FreeProblem.Weights)
        : FreeProblem;

    /// <summary>Whether a visit stands before one up to which its route is kept in order, or is that one.</summary>
    public bool IsOrderKept(TechnicianId technician, VisitId visit) =>
        VisitIndex.TryGetValue(visit, out var index) && Plan.Routes[TechnicianIndex[technician]] is var route && Array.IndexOf(route, index) is >= 0 and var at && at < Kept(technician, route);

    // How many stops of a route a dispatcher keeps in their order. Who is out keeps nothing: others must have it.
    private int Kept(TechnicianId technician, int[] route) =>
        State.Technicians[technician].Duty is DutyState.Out ? 0 : Array.FindLastIndex(route, visit => State.Visits[VisitIds[visit]].KeepsOrder) + 1;

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

    /// <summary>When somebody is or will be at a visit that is under way or over; none of what is ahead.</summary>
    public Instant? BegunAt(VisitId visit)
    {
        foreach (var stops in begun.Values)
        {
            foreach (var stop in stops)
            {
                if (stop.Visit == visit)
                    return stop.Arrive;
            }
        }

        return null;
    }

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
            from = Instant.Max(from, began + Duration.FromMinutes(technician.LastBreakMinutes()));
        return (place, from);
    }

    /// <summary>Times of a whole route, what is ahead taken from a plan of this picture's problem.</summary>
    public RouteTime Times(int technicianIndex, Plan plan)
    {
        var id = TechnicianIds[technicianIndex];
        var technician = State.Technicians[id];
        var times = new RouteTimes();
        var route = plan.Routes[technicianIndex];
        times.Compute(plan.Problem, technicianIndex, route, plan.Holds);
        var stops = new List<StopTime>(begun[id]);
        var place = table[Onward(id).Place];
        for (var i = 0; i < route.Length; i++)
        {
            var visit = VisitIds[route[i]];
            var to = table[State.Visits[visit].Details.Place];
            stops.Add(times.IsPossible
                ? new StopTime(visit, At(times.Depart[i]), At(times.Arrive[i]), At(times.Start[i]), At(times.End[i]),
                    times.Drive[i], table.Metres(place, to), i < Problem.Technicians[technicianIndex].Frozen.Count)
                : new StopTime(visit, Now, Now, Now, Now, 0, 0, false));
            place = to;
        }

        var (breaks, current) = Breaks(technician, times);
        var start = stops.Count > 0 ? stops[0].Depart : technician.WorksFrom ?? Now;
        var home = table.Seconds(place, table[technician.Entry.EndPlace], Seconds(stops.Count > 0 ? stops[^1].End : start));
        return new RouteTime(
            id, stops, start, current, home == TravelMatrix.NoRoad ? 0 : home,
            stops.Count == 0 ? start : At(Math.Max(times.HomeAt, 0)), (times.OvertimeSeconds + 59) / 60)
        { Breaks = breaks };
    }

    // Those begun by the facts, those ahead by the plan.
    private (IReadOnlyList<BreakView> All, BreakView? Current) Breaks(TechnicianDay technician, RouteTimes times)
    {
        var rules = technician.Entry.AllBreaks();
        var all = technician.BreaksBegun.Select((began, b) => new BreakView(began, rules.Count == 0 ? 0 : rules[Math.Min(b, rules.Count - 1)].Minutes)).ToList();
        var begun = all.Count;
        var ahead = technician.BreaksAhead();
        for (var b = 0; b < Math.Min(ahead.Count, times.BreakStarts.Length); b++)
        {
            if (times.BreakStarts[b] >= 0)
                all.Add(new BreakView(At(times.BreakStarts[b]), ahead[b].Minutes));
        }

        var isNext = technician.Duty != DutyState.OnBreak && all.Count > begun;
        return (all, isNext ? all[begun] : begun > 0 ? all[begun - 1] : null);
    }

    /// <summary>Times of all routes as they now are.</summary>
    public IReadOnlyList<RouteTime> AllTimes() => allTimes ??= [.. Enumerable.Range(0, TechnicianIds.Length).Select(t => Times(t, Plan))];

    /// <summary>A visit's stop as it now is; none where nobody has it.</summary>
    public StopTime? StopOf(VisitId visit) => Stops.TryGetValue(visit, out var found) ? found.Stop : null;

    /// <summary>Who has a visit; none where nobody has it.</summary>
    public TechnicianId? HolderOf(VisitId visit) => Stops.TryGetValue(visit, out var found) ? found.Technician : null;

    /// <summary>When the last of those whom a visit needs arrives.</summary>
    public Instant AllThereAt(StopTime stop) =>
        Halves.Other(State, State.Visits[stop.Visit]) is { } other && StopOf(other.Id) is { } theirs ? Instant.Max(stop.Arrive, theirs.Arrive) : stop.Arrive;

    /// <summary>Who has the other half of a visit for two; none where one does it alone.</summary>
    public Contracts.Visits.VisitPartner? PartnerOf(VisitId visit)
    {
        if (State.Visits[visit].OtherHalf is not { } other)
            return null;
        var holder = HolderOf(other);
        return new Contracts.Visits.VisitPartner(other, holder, holder is { } who ? State.Technicians[who].Entry.Name : "", State.Visits[visit].IsSecondHalf)
        {
            Stop = State.Visits.TryGetValue(other, out var half) ? half.Stop : StopState.Planned,
            Arrival = StopOf(other)?.Arrive,
        };
    }

    private Dictionary<VisitId, (TechnicianId Technician, StopTime Stop)> Stops =>
        stopOf ??= AllTimes().SelectMany(route => route.Stops.Select(stop => (route.Technician, stop))).ToDictionary(pair => pair.stop.Visit);

    /// <summary>When somebody will likely be there; none once somebody is, or where nobody comes.</summary>
    public LikelyArrival? Likely(TechnicianId technician, VisitId visit) =>
        arrivals.Of(this, technician).TryGetValue(visit, out var likely) ? likely : null;

    /// <summary>Times of one route as it now is.</summary>
    public RouteTime TimesOf(TechnicianId technician) => AllTimes()[TechnicianIndex[technician]];

    private static int[] Holders(int[][] routes, int visits)
    {
        var holders = new int[visits];
        Array.Fill(holders, -1);
        for (var t = 0; t < routes.Length; t++)
        {
            foreach (var visit in routes[t])
                holders[visit] = t;
        }

        return holders;
    }

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
            // Who was at this home just before has parked and carried in already.
            var length = WorkOf(technician.Entry, visit, isThere: stops.Count > 0 && from == to) + Duration.FromMinutes(visit.ExtraMinutes);
            var depart = visit.SetOutAt ?? visit.ArrivedAt ?? Now;
            var drive = table.Seconds(from, to, Seconds(depart)) is var road && road == TravelMatrix.NoRoad ? 0 : road;
            // Who should have arrived and has not said so is expected at any moment; the time moves on with the clock.
            var arrive = visit.ArrivedAt ?? Instant.Max(Now, depart + Duration.FromSeconds(drive));
            var start = visit.ArrivedAt ?? At(RouteTimes.EarliestStart(DayProblem.VisitOf(this, visit, 0, 0, [], -1), Seconds(arrive)));
            if (Halves.Other(State, visit) is { } other && (other.ArrivedAt ?? (awaited.TryGetValue(id, out var awaitedAt) ? awaitedAt : null)) is { } otherThere && otherThere > start)
                start = otherThere;
            var end = visit.EndedAt ?? Instant.Max(Now, start + length);
            stops.Add(new StopTime(id, depart, arrive, start, end, drive, drive == 0 ? 0 : table.Metres(from, to), true));
            place = visit.Details.Place;
        }

        return stops;
    }

    /// <summary>
    /// How long a visit takes with a technician, by the books: the work at that technician's pace, and parking and carrying in; two
    /// who do it together take what is planned.
    /// </summary>
    /// <param name="isThere">Whether the technician was at this home just before.</param>
    public Duration WorkOf(RosterEntry technician, DayVisit visit, bool isThere = false)
    {
        var setup = Math.Min(Settings.Planning.SetupMinutes, visit.Details.DurationMinutes);
        var work = visit.Details.DurationMinutes - setup;
        return (visit.OtherHalf is null ? technician.Taken(work) : Duration.FromMinutes(work)) + Duration.FromMinutes(isThere ? 0 : setup);
    }

    private int[] Frozen(Problem free, int technician, int[] route, int[] holds)
    {
        var times = new RouteTimes();
        times.Compute(free, technician, route, holds);
        if (!times.IsPossible || State.Technicians[TechnicianIds[technician]].Duty is DutyState.Out)
            return [];
        var until = Seconds(Now + Duration.FromMinutes(Settings.FreezeMinutes));
        var count = 0;
        while (count < route.Length && times.Start[count] <= until)
            count++;
        return route[..Math.Max(count, Kept(TechnicianIds[technician], route))];
    }
}
