namespace Dispatch.Planning;

/// <summary>A day to plan: technicians, visits, travel, weights. Immutable, checked when it is made, and it knows no clock.</summary>
public sealed class Problem
{
    /// <summary>Most visits in one problem.</summary>
    public const int MostVisits = 100_000;

    private readonly bool[]?[] canDo;
    private readonly int[] deliveredAt;
    private readonly int[] tieOf;
    private Search.FlatDay? flat;

    /// <exception cref="ArgumentException">Something contradicts itself; the message names it.</exception>
    public Problem(IReadOnlyList<PlanTechnician> technicians, IReadOnlyList<PlanVisit> visits, TravelMatrix travel, PlanWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(technicians);
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(travel);
        Technicians = [.. technicians];
        Visits = [.. visits];
        Travel = travel;
        Weights = weights ?? PlanWeights.Default;
        canDo = new bool[]?[Visits.Length];
        ProblemCheck.Run(this);
        DayVisits = DayVisits.In(this);
        HolderPrices = HolderPrices.In(this);
        HasDriveBounds = Technicians.Any(technician => technician.MostDriveSeconds != PlanVisit.None);
        Durations = VisitDurations.In(this);
        Groups = VisitGroups.In(this);
        HasRestock = Visits.Any(visit => visit.IsRestock);
        HasLoads = Technicians.Any(technician => technician.Capacity.Count > 0);
        HasPairs = Visits.Any(visit => visit.PickedUpAt >= 0);
        Ties = [.. Enumerable.Range(0, Visits.Length).Where(v => Visits[v].TiedTo >= 0)];
        tieOf = new int[Ties.Length == 0 ? 0 : Visits.Length];
        Array.Fill(tieOf, -1);
        foreach (var tied in Ties)
            (tieOf[tied], tieOf[Visits[tied].TiedTo]) = (Visits[tied].TiedTo, tied);
        deliveredAt = new int[HasPairs ? Visits.Length : 0];
        Array.Fill(deliveredAt, -1);
        for (var v = 0; v < Visits.Length && HasPairs; v++)
        {
            if (Visits[v].PickedUpAt >= 0)
                deliveredAt[Visits[v].PickedUpAt] = v;
        }

    }

    /// <summary>The technicians; their index names them.</summary>
    public PlanTechnician[] Technicians { get; }

    /// <summary>The visits; their index names them.</summary>
    public PlanVisit[] Visits { get; }

    /// <summary>Drive times between places; where vehicles differ the least of all, for bounds.</summary>
    public TravelMatrix Travel { get; }

    /// <summary>Drive times of a technician's vehicle.</summary>
    public TravelMatrix TravelOf(int technician) => Travel.Of(Technicians[technician].Vehicle);

    /// <summary>What things cost.</summary>
    public PlanWeights Weights { get; }

    /// <summary>The same in flat arrays, made when it is first asked for: a first plan and every search after it read the same.</summary>
    internal Search.FlatDay Flat => flat ?? Interlocked.CompareExchange(ref flat, new Search.FlatDay(this), null) ?? flat!;

    /// <summary>What it costs who has a visit; none where that makes no difference.</summary>
    internal HolderPrices? HolderPrices { get; }

    /// <summary>When a technician must be home; <see cref="PlanVisit.None"/> where no hard rule says so.</summary>
    internal int LatestHome(int technician)
    {
        var who = Technicians[technician];
        return who.IsShiftStrict ? Math.Min(who.LatestEnd, Math.Max(who.ShiftEnd, who.AvailableFrom)) : who.LatestEnd;
    }

    /// <summary>The visits by day; none where no visit differs by day.</summary>
    internal DayVisits? DayVisits { get; }

    /// <summary>A visit as it is on the technician's day: with that day's windows and deadline.</summary>
    public PlanVisit VisitOn(int technician, int visit) => DayVisits is { } days ? days.On(days.NumberOf(technician))[visit] : Visits[visit];

    /// <summary>Whether any technician's driving is bounded.</summary>
    internal bool HasDriveBounds { get; }

    /// <summary>How long who takes for what; none where a visit lasts as long whoever comes, and wherever from.</summary>
    internal VisitDurations? Durations { get; }

    /// <summary>Time at a home, seconds: the work as long as this technician takes, and setting up for who comes from another place.</summary>
    /// <param name="technician">Who comes.</param>
    /// <param name="visit">Which visit.</param>
    /// <param name="fromPlace">The place of the stop before, or where the route starts.</param>
    public int StaySeconds(int technician, int visit, int fromPlace) => Durations is { } durations
        ? durations.Of(technician, visit) + (fromPlace == Visits[visit].Place ? 0 : durations.Setup(visit))
        : Visits[visit].DurationSeconds;

    /// <summary>Visits that one technician does; none where there are no such groups.</summary>
    internal VisitGroups? Groups { get; }

    /// <summary>Whether any visit is a restock.</summary>
    internal bool HasRestock { get; }

    /// <summary>Whether any van's room is bounded.</summary>
    internal bool HasLoads { get; }

    /// <summary>Whether any visit delivers what another picks up.</summary>
    internal bool HasPairs { get; }

    /// <summary>Whether any visit is tied to another; whoever times one route of such a plan needs <see cref="Plan.Holds"/>.</summary>
    public bool HasTies => Ties.Length > 0;

    /// <summary>The other visit of a tie; -1 if this one is in none.</summary>
    public int OtherOfTie(int visit) => HasTies ? tieOf[visit] : -1;

    /// <summary>The visits that are tied to another, the second of each tie.</summary>
    internal int[] Ties { get; }

    /// <summary>The visit that delivers what is picked up at this one; -1 if it is no pickup.</summary>
    internal int DeliveredAt(int visit) => HasPairs ? deliveredAt[visit] : -1;

    /// <summary>Whether no hard rule keeps a visit from a technician, the van's load apart.</summary>
    public bool CanDo(int technician, int visit) => (canDo[visit] ??= Doable(visit))[technician];

    // By visit, made when it is first asked for: placing one visit asks of few. Two threads may both make it; what they make is the same.
    private bool[] Doable(int visit)
    {
        var doable = new bool[Technicians.Length];
        for (var t = 0; t < doable.Length; t++)
            doable[t] = Reasons.Blocking.Of(this, t, visit) == Reasons.BlockingRule.None;
        return doable;
    }
}
