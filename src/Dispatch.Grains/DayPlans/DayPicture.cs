using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using Dispatch.Planning.Intervals;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// The day as it looks at one instant: what is over and under way stands by its facts, what is ahead is a problem for the planner
/// with the plan as it now is. All indices are the planner's; this is where its seconds become instants again.
/// </summary>
internal sealed partial class DayPicture
{
    private const int MostRounds = 2;
    private readonly TravelTable table;
    private readonly Instant dayStart;
    private readonly DayArrivals arrivals;
    private readonly PlannedVisits known;
    private readonly Dictionary<TechnicianId, List<StopTime>> begun = [];
    private readonly Dictionary<VisitId, Instant> awaited = [];

    /// <param name="table">Holds every place of the day.</param>
    /// <param name="arrivals">What the territory has learned of how long things take; none for the prior.</param>
    /// <param name="known">What the picture before made of the visits; none to make all of them anew.</param>
    /// <param name="names">What parts and skills are called; none for their ids.</param>
    /// <param name="dayStart">Midnight in the territory's zone; the planner's second 0.</param>
    public DayPicture(TerritoryId territory, DayPlanState state, TravelTable table, Instant dayStart, Instant now, TerritorySettings settings, DayArrivals? arrivals = null,
        PlannedVisits? known = null, CatalogueNames? names = null)
    {
        Names = names ?? new CatalogueNames(null);
        MapTimes = table.Matrix();
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

    /// <summary>The drive times by the map that it was taken with.</summary>
    public TravelMatrix MapTimes { get; }

    /// <summary>What parts and skills are called.</summary>
    public CatalogueNames Names { get; }

    /// <summary>What the territory has learned of how long things take.</summary>
    public ObservedTimes Learned => arrivals.Learned;

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
            from = Instant.Max(from, began + Duration.FromMinutes(technician.LastBreakMinutes()));
        return (place, from);
    }

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
}
