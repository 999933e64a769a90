namespace Dispatch.Planning;

/// <summary>One visit. Times are seconds since the start of the service day.</summary>
public sealed record PlanVisit
{
    private readonly PlanWindow[] windows = [];

    /// <summary>Where.</summary>
    public required int Place { get; init; }

    /// <summary>Time at the home, for a technician of <see cref="PlanTechnician.DurationPercent"/> 100.</summary>
    public required int DurationSeconds { get; init; }

    /// <summary>By technician, seconds at the home, instead of <see cref="DurationSeconds"/>; one for each technician, or empty.</summary>
    public IReadOnlyList<int> DurationByTechnician { get; init; } = [];

    /// <summary>
    /// Parking, carrying in, setting up: seconds at the beginning of the visit, besides its duration, which whoever comes from another
    /// place needs and whoever has just been at the same one does not; 0 or more, default 0.
    /// </summary>
    public int SetupSeconds { get; init; }

    /// <summary>The bits that a technician's <see cref="PlanTechnician.Skills"/> must all have.</summary>
    public ulong Skills { get; init; }

    /// <summary>
    /// Groups of bits of which a technician must have one each, besides all of <see cref="Skills"/>: one of several skills or
    /// certificates will do, for example a respiratory therapist or who is certified for the ventilator. No group is empty.
    /// </summary>
    public IReadOnlyList<ulong> AnySkills { get; init; } = [];

    /// <summary>Parts that it uses, by kind; empty if none.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>When work may begin, ascending; empty means any time. Beginning after the last one is late.</summary>
    public IReadOnlyList<PlanWindow> Windows { get => windows; init => windows = value as PlanWindow[] ?? [.. value]; }

    /// <summary>The same, for loops.</summary>
    internal ReadOnlySpan<PlanWindow> WindowSpan => windows;

    /// <summary>Whether work must begin within a window: the visit is left out rather than begun outside of them. Ends of the day need no window.</summary>
    public bool IsWindowStrict { get; init; }

    /// <summary>
    /// What leaving it out costs, in the unit of all cost; <see cref="NoPrice"/> (the default) means that leaving it out counts
    /// in its urgency class, before all cost. 0 for a visit that is done only if it pays.
    /// </summary>
    public long SkipCost { get; init; } = NoPrice;

    /// <summary>
    /// Load left here, by dimension: on board from the start of the route, or from <see cref="PickedUpAt"/>.
    /// Room for it is <see cref="PlanTechnician.Capacity"/>.
    /// </summary>
    public IReadOnlyList<int> Brings { get; init; } = [];

    /// <summary>Load taken from here to the end of the route, by dimension.</summary>
    public IReadOnlyList<int> Takes { get; init; } = [];

    /// <summary>The visit where <see cref="Brings"/> is picked up: before this one, by the same technician; both are done or neither is. -1: on board from the start.</summary>
    public int PickedUpAt { get; init; } = -1;

    /// <summary>
    /// The visit that this one is tied to: it begins between <see cref="LeastGapSeconds"/> and <see cref="MostGapSeconds"/> after that one
    /// begins; both are done or neither. With no gap the two are one visit for two technicians at once. A visit is in one tie at most. -1: none.
    /// </summary>
    public int TiedTo { get; init; } = -1;

    /// <summary>How long after <see cref="TiedTo"/> has begun this one begins at the earliest; 0 or more.</summary>
    public int LeastGapSeconds { get; init; }

    /// <summary>How long after at the latest; not less than <see cref="LeastGapSeconds"/>.</summary>
    public int MostGapSeconds { get; init; }

    /// <summary>Tools needed, one bit each: on the van, or fetched at a restock before. (<see cref="Skills"/> cannot be fetched.)</summary>
    public ulong Tools { get; init; }

    /// <summary>Whether this is no patient but a stop at the depot, after which the van has all tools and any number of parts.</summary>
    public bool IsRestock { get; init; }

    /// <summary>0 (P0) to 4 (P4).</summary>
    public int Urgency { get; init; } = 4;

    /// <summary>When someone must be there; <see cref="None"/> without a deadline.</summary>
    public int Deadline { get; init; } = None;

    /// <summary>Start of what the patient was told; <see cref="None"/> if nothing was.</summary>
    public int PromiseStart { get; init; } = None;

    /// <summary>End of what the patient was told; <see cref="None"/> if nothing was.</summary>
    public int PromiseEnd { get; init; } = None;

    /// <summary>The one technician who may have it; -1 means any. A pin.</summary>
    public int PinnedTechnician { get; init; } = -1;

    /// <summary>The start that a dispatcher pinned; <see cref="None"/> without.</summary>
    public int PinnedStart { get; init; } = None;

    /// <summary>Who had it in the plan that people were told; -1 if nobody. Moving it away costs churn.</summary>
    public int ToldTechnician { get; init; } = -1;

    /// <summary>Technicians who may not have it, ascending: one who said that it cannot be done.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>Technicians whom the patient prefers, ascending; none: whoever comes is as welcome.</summary>
    public IReadOnlyList<int> Preferred { get; init; } = [];

    /// <summary>What it costs that none of <see cref="Preferred"/> has it, in the unit of all cost; 0 to <see cref="MostHolderCost"/>, default 0.</summary>
    public int NotPreferredCost { get; init; }

    /// <summary>Technicians who know the patient, ascending; anybody else costs <see cref="PlanWeights.UnknownTechnician"/>. None: nobody does, and anybody will do.</summary>
    public IReadOnlyList<int> Known { get; init; } = [];

    /// <summary>Technicians outside whose home area it lies, ascending; each costs <see cref="PlanWeights.OutsideArea"/>. None: it lies in everybody's.</summary>
    public IReadOnlyList<int> OutsideAreaOf { get; init; } = [];

    /// <summary>
    /// Names the group of visits that one technician does, so many of them as are done, on whichever day (<see cref="PlanTechnician.Person"/>); the rest is left out rather than given to
    /// somebody else. A hard rule; what is frozen elsewhere stays there. -1: none.
    /// </summary>
    public int Group { get; init; } = -1;

    /// <summary>The days on which it may be done, ascending, where several days are planned at once; empty: on any, as it stands here.</summary>
    public IReadOnlyList<PlanVisitDay> Days { get; init; } = [];

    /// <summary>The most that it may cost that one technician has a visit and not another.</summary>
    public const int MostHolderCost = 100_000_000;

    /// <summary>A time that is not set.</summary>
    public const int None = int.MaxValue;

    /// <summary>That leaving a visit out has no price.</summary>
    public const long NoPrice = -1;
}

/// <summary>A window; both ends included.</summary>
/// <param name="IsHard">Agreed as fixed: leaving it costs ten times as much. Late is still better than not at all.</param>
public readonly record struct PlanWindow(int Start, int End, bool IsHard);
