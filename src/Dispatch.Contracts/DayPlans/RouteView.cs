using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Promises;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>How far a stop has got.</summary>
public enum StopState
{
    /// <summary>Ahead.</summary>
    Planned,

    /// <summary>The technician is driving there.</summary>
    OnTheWay,

    /// <summary>Under way.</summary>
    Arrived,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Attempted and not done.</summary>
    CouldNotBeDone,
}

/// <summary>One element of a route, with its times: facts where they are known, estimates otherwise.</summary>
/// <param name="DriveSeconds">The drive to it.</param>
/// <param name="DriveMetres">Its length.</param>
/// <param name="DepartAt">When that drive begins.</param>
/// <param name="ArriveAt">When it ends.</param>
/// <param name="StartAt">When work begins; later than <paramref name="ArriveAt"/> where there is waiting.</param>
/// <param name="EndAt">When work ends.</param>
/// <param name="IsFrozen">The planner may not touch it.</param>
[GenerateSerializer, Immutable]
public sealed record StopView(
    VisitId Visit,
    StopState State,
    int DriveSeconds,
    int DriveMetres,
    Instant DepartAt,
    Instant ArriveAt,
    Instant StartAt,
    Instant EndAt,
    bool IsFrozen,
    bool IsPinned)
{
    /// <summary>When the technician will arrive, with the territory's share of certainty (90 % by default); none once arrived.</summary>
    [Id(0)]
    public ArrivalInterval? Likely { get; init; }

    /// <summary>How likely it is that the arrival leaves the promise at its end, or comes after the deadline, in hundredths; 0 without either, or once arrived.</summary>
    [Id(1)]
    public int LatePercent { get; init; }

    /// <summary>Whether a dispatcher keeps the route in its order up to this stop or a later one.</summary>
    [Id(2)]
    public bool IsOrderKept { get; init; }
}

/// <summary>A technician's ordered stops on one day.</summary>
/// <param name="Version">The plan's version that last changed it.</param>
/// <param name="BreakStart">When the break under way was begun, or else the next is planned, or else the last was begun; none if there is none.</param>
/// <param name="HomeAt">When the technician is back.</param>
/// <param name="OvertimeMinutes">Beyond the shift's end.</param>
[GenerateSerializer, Immutable]
public sealed record RouteView(
    TechnicianId Technician,
    LocalDate Date,
    long Version,
    Instant StartAt,
    IReadOnlyList<StopView> Stops,
    Instant? BreakStart,
    int BreakMinutes,
    int HomeDriveSeconds,
    Instant HomeAt,
    int OvertimeMinutes)
{
    /// <summary>All breaks of the day that were begun or are planned, in order; <see cref="BreakStart"/> is the one under way, or else the next, or else the last.</summary>
    [Id(0)]
    public IReadOnlyList<BreakView> Breaks { get; init; } = [];

    /// <summary>How full the van is, of each space that the route needs; empty where room is not counted.</summary>
    [Id(1)]
    public IReadOnlyList<SpaceUse> Spaces { get; init; } = [];
}

/// <summary>A break as it is planned, or was begun.</summary>
[GenerateSerializer, Immutable]
public sealed record BreakView(Instant Start, int Minutes);

/// <summary>How full one of a van's spaces is.</summary>
/// <param name="Aboard">What is in it now, with what is still to be brought.</param>
/// <param name="Most">The most that will be in it from now on.</param>
/// <param name="Room">How much there is room for; none: for everything.</param>
[GenerateSerializer, Immutable]
public sealed record SpaceUse(SpaceId Space, int Aboard, int Most, int? Room);

/// <summary>The drives of a route as lines on the map.</summary>
/// <param name="Legs">One a stop, in order, and the way home last; encoded polylines, five decimals (Google's algorithm); empty where no road leads.</param>
[GenerateSerializer, Immutable]
public sealed record RoutePathView(TechnicianId Technician, LocalDate Date, long Version, IReadOnlyList<string> Legs);

/// <summary>What the whole plan costs and misses.</summary>
[GenerateSerializer, Immutable]
public sealed record PlanScore(
    int Visits,
    int Unassigned,
    int LateMinutesHigh,
    int DriveSeconds,
    int OvertimeMinutes,
    int PromisesKept,
    int PromisesBroken,
    int ChurnSpent)
{
    /// <summary>The plan's figures in full, with what each rule costs.</summary>
    [Id(0)]
    public PlanFigures? Figures { get; init; }

    /// <summary>What the planner has disturbed of its own accord, and how much it may.</summary>
    [Id(1)]
    public ChurnAccount? Churn { get; init; }
}

/// <summary>The day as a whole.</summary>
/// <param name="IsPlanning">The planner is at work in the background.</param>
/// <param name="CanUndo">What the asking territory's newest undoable change is, by actor; empty if nothing.</param>
[GenerateSerializer, Immutable]
public sealed record DayView(
    TerritoryId Territory,
    LocalDate Date,
    long Version,
    bool IsPlanning,
    PlanScore Score,
    IReadOnlyDictionary<string, UndoableChange> CanUndo,
    IReadOnlyDictionary<string, UndoableChange> CanRedo);

/// <summary>A change that its maker may take back.</summary>
[GenerateSerializer, Immutable]
public sealed record UndoableChange(CommandId Change, Reason What);

/// <summary>Someone changed something: shown for five seconds where it happened.</summary>
[GenerateSerializer, Immutable]
public sealed record ChangeNote(CommandId Change, Instant At, string Actor, Reason What, IReadOnlyList<VisitId> Visits, bool CanUndo);
