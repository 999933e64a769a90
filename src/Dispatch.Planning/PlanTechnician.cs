namespace Dispatch.Planning;

/// <summary>One technician on one day. Times are seconds since the start of that service day.</summary>
/// <remarks>Where several days are planned at once, a person has a row for each day or turn; <see cref="TechnicianDays"/> makes them.</remarks>
public sealed record PlanTechnician
{
    private readonly PlanBreak[] breaks = [];

    /// <summary>Where the remaining route begins: home or depot, or where the technician now is.</summary>
    public required int StartPlace { get; init; }

    /// <summary>Where it ends.</summary>
    public required int EndPlace { get; init; }

    /// <summary>Not before this can the remaining route begin: the shift's start, or now.</summary>
    public required int AvailableFrom { get; init; }

    /// <summary>The shift's end; what is beyond is overtime, or forbidden if <see cref="IsShiftStrict"/>.</summary>
    public required int ShiftEnd { get; init; }

    /// <summary>Home by then at the latest, overtime included, a hard rule: for the rest before the next day's shift. <see cref="PlanVisit.None"/> without.</summary>
    public int LatestEnd { get; init; } = PlanVisit.None;

    /// <summary>Which day this is, 0 first, where several are planned at once.</summary>
    public int Day { get; init; }

    /// <summary>Names the person, where several rows are one and the same; -1: no other row is.</summary>
    public int Person { get; init; } = -1;

    /// <summary>The lowest urgency class that is for this technician, 0 to 4: 1 for who is on call and comes for P0 and P1. Default 4: all are.</summary>
    public int LowestUrgency { get; init; } = 4;

    /// <summary>Whether the route must be over by <see cref="ShiftEnd"/>: visits are left out rather than overtime worked.</summary>
    public bool IsShiftStrict { get; init; }

    /// <summary>Longest time in seconds from leaving to being back, when leaving as late as the visits allow; a hard rule. <see cref="PlanVisit.None"/> without one.</summary>
    public int MostWorkSeconds { get; init; } = PlanVisit.None;

    /// <summary>Longest driving on the route in all, seconds, the way home included; a hard rule. <see cref="PlanVisit.None"/> without one.</summary>
    public int MostDriveSeconds { get; init; } = PlanVisit.None;

    /// <summary>How long this technician takes for a visit, in hundredths of its duration: 130 for a trainee; 1 to 1,000, default 100.</summary>
    public int DurationPercent { get; init; } = 100;

    /// <summary>The kind of the vehicle: which of <see cref="TravelMatrix.ByVehicle"/>'s tables holds for this technician. Default 0.</summary>
    public int Vehicle { get; init; }

    /// <summary>What it costs to send this technician out at all, on top of <see cref="PlanWeights.Technician"/>; in the unit of all cost.</summary>
    public int FixedCost { get; init; }

    /// <summary>Visits and driving that are over before the remaining route begins: they count in the share of the work (<see cref="PlanWeights.BalanceTenths"/>).</summary>
    public int DoneSeconds { get; init; }

    /// <summary>The whole paid shift without its break, of which the work is a share; <see cref="PlanVisit.None"/> (the default) for what is done and what is left of the shift.</summary>
    public int PaidSeconds { get; init; } = PlanVisit.None;

    /// <summary>Skills held on that day, one bit each; a higher level has the bits of the lower ones.</summary>
    public ulong Skills { get; init; }

    /// <summary>What is left on the van, by kind of part; empty if parts do not matter.</summary>
    public IReadOnlyList<int> Stock { get; init; } = [];

    /// <summary>
    /// The room on the van, by dimension of load (<see cref="PlanVisit.Brings"/>, <see cref="PlanVisit.Takes"/>); a hard rule.
    /// Empty if there is room for everything.
    /// </summary>
    public IReadOnlyList<int> Capacity { get; init; } = [];

    /// <summary>Tools on the van, one bit each: what <see cref="PlanVisit.Tools"/> asks for before the route's restock.</summary>
    public ulong Tools { get; init; }

    /// <summary>The only visits that this technician may have; none means any.</summary>
    public IReadOnlySet<int>? AllowedVisits { get; init; }

    /// <summary>
    /// The breaks still to be taken, in this order: their windows ascend and do not overlap, and all of them are strict or none is. Empty when
    /// all are taken, or when there are none.
    /// </summary>
    public IReadOnlyList<PlanBreak> Breaks { get => breaks; init => breaks = value as PlanBreak[] ?? [.. value]; }

    /// <summary>The first of <see cref="Breaks"/>, none if there is none; set, it is the only one.</summary>
    public PlanBreak? Break { get => breaks.Length > 0 ? breaks[0] : null; init => breaks = value is null ? [] : [value]; }

    /// <summary>The same as <see cref="Breaks"/>, for loops.</summary>
    internal ReadOnlySpan<PlanBreak> BreakSpan => breaks;

    /// <summary>Whether the technician is out: only the frozen stops are left to do.</summary>
    public bool IsOut { get; init; }

    /// <summary>Visits that begin the route in this order and that the planner may not touch: under way, or about to start.</summary>
    public IReadOnlyList<int> Frozen { get; init; } = [];
}

/// <summary>A break that begins within a window, once on a route that has visits.</summary>
/// <param name="Earliest">It does not begin before, seconds.</param>
/// <param name="Latest">Beginning after is priced by <see cref="PlanWeights.BreakLate"/>, or forbidden if <see cref="IsStrict"/>.</param>
/// <param name="Seconds">How long.</param>
public sealed record PlanBreak(int Earliest, int Latest, int Seconds)
{
    /// <summary>
    /// Whether it must begin within its window. A strict break is put into whichever gap of the route serves best, the one before the
    /// first visit and the one after the last included; one that is not strict is taken at the first chance, and while waiting for a visit after which it would be too late.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether a strict break may also be taken on the way, the rest of the drive following it.</summary>
    public bool MayInterruptDrive { get; init; }
}
