using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Vans;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Territories;

/// <summary>Where vans are loaded.</summary>
[GenerateSerializer, Immutable]
public sealed record Depot(DepotId Id, string Name, Address Address, GeoPoint Place);

/// <summary>A skill or certificate of the catalogue.</summary>
[GenerateSerializer, Immutable]
public sealed record SkillKind(SkillId Id, string Name);

/// <summary>A kind of part of the catalogue.</summary>
[GenerateSerializer, Immutable]
public sealed record PartKind(PartId Id, string Name);

/// <summary>A kind of test instrument of the catalogue: an oxygen analyser, an electrical safety tester.</summary>
[GenerateSerializer, Immutable]
public sealed record InstrumentKind(InstrumentId Id, string Name);

/// <summary>One of the spaces of a van, each counted apart: full cylinders, empty ones, clean devices, devices to be disinfected.</summary>
[GenerateSerializer, Immutable]
public sealed record SpaceKind(SpaceId Id, string Name);

/// <summary>A kind of visit, with what it takes.</summary>
/// <param name="Preparation">What the patient gets ready, by language (BCP 47).</param>
/// <param name="Checklist">Steps for the technician, in the territory's language.</param>
/// <param name="ResponseMinutes">On site within, from the call; none for planned work.</param>
[GenerateSerializer, Immutable]
public sealed record VisitType(
    VisitTypeId Id,
    string Name,
    int DurationMinutes,
    UrgencyClass Urgency,
    int? ResponseMinutes,
    IReadOnlyList<SkillRequirement> Skills,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Preparation,
    IReadOnlyList<string> Checklist)
{
    /// <summary>What a second technician must know, who is there at the same time; none where one does it alone, empty where anybody may be the second.</summary>
    [Id(0)]
    public IReadOnlyList<SkillRequirement>? SecondSkills { get; init; }

    /// <summary>Test instruments that must be on the van, in calibration; empty if none.</summary>
    [Id(1)]
    public IReadOnlyList<InstrumentId> Instruments { get; init; } = [];

    /// <summary>What is brought and left there, by the space that it needs on the van until then.</summary>
    [Id(2)]
    public IReadOnlyList<SpaceCount> Brings { get; init; } = [];

    /// <summary>What is taken along, by the space that it needs on the van from then on.</summary>
    [Id(3)]
    public IReadOnlyList<SpaceCount> Takes { get; init; } = [];
}

/// <summary>How a desk works; every number is the provider's to set.</summary>
/// <param name="PromiseMinutes">Width of the interval told when the day is published, at least; default 60.</param>
/// <param name="OnTheWayPromiseMinutes">Width once the technician is on the way; default 30.</param>
/// <param name="MessageAfterMinutes">A message when the estimate has left the promise by this much; default 10.</param>
/// <param name="MessageAfterSeconds">… for this long; default 60.</param>
/// <param name="MessageGapMinutes">At most one message in this time; default 30.</param>
/// <param name="QuietFrom">From then on a call takes a message's place; default 21:00.</param>
/// <param name="QuietTo">Until then; default 08:00.</param>
/// <param name="FreezeMinutes">What starts within this time is frozen; default 30.</param>
/// <param name="EscalateSeconds">A P0 or P1 that is unassigned or unanswered for this long is raised; default 120.</param>
/// <param name="AnswerSeconds">A changed route unanswered for this long is sent again as a message; default 120.</param>
/// <param name="AnswerCallSeconds">… and for this long becomes a call; default 300.</param>
/// <param name="CallBackMinutes">The P0 card's call-back clock; default 15.</param>
/// <param name="LeastGainMinutes">The least gain for which a visit that people were told of may move; default 10.</param>
/// <param name="OvertimeMinutes">How far past the shift's end the planner may go at a price; default 120.</param>
/// <param name="OnCall">Who takes P0 to P2 outside working time, first to last.</param>
[GenerateSerializer, Immutable]
public sealed record TerritorySettings(
    int PromiseMinutes,
    int OnTheWayPromiseMinutes,
    int MessageAfterMinutes,
    int MessageAfterSeconds,
    int MessageGapMinutes,
    LocalTime QuietFrom,
    LocalTime QuietTo,
    int FreezeMinutes,
    int EscalateSeconds,
    int AnswerSeconds,
    int AnswerCallSeconds,
    int CallBackMinutes,
    int LeastGainMinutes,
    int OvertimeMinutes,
    RunwayParameters Runway,
    IReadOnlyList<TechnicianId> OnCall)
{
    /// <summary>What the provider wants of its plans; older entries have the defaults.</summary>
    [Id(0)]
    public PlanningSettings Planning { get; init; } = PlanningSettings.Default;

    /// <summary>The defaults.</summary>
    public static TerritorySettings Default { get; } = new(
        60, 30, 10, 60, 30, new LocalTime(21, 0), new LocalTime(8, 0), 30, 120, 120, 300, 15, 10, 120, RunwayParameters.Unsigned, []);
}

/// <summary>The area that one dispatch desk serves.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Language">Of the desk, BCP 47.</param>
/// <param name="UsesMiles">Distances in miles instead of kilometres.</param>
/// <param name="DeskPhone">The number that patients and technicians call.</param>
[GenerateSerializer, Immutable]
public sealed record TerritoryProfile(
    TerritoryId Id,
    string Name,
    string TimeZone,
    string Language,
    bool UsesMiles,
    string DeskPhone,
    TerritorySettings Settings,
    IReadOnlyList<Depot> Depots,
    IReadOnlyList<SkillKind> Skills,
    IReadOnlyList<PartKind> Parts,
    IReadOnlyList<VisitType> VisitTypes)
{
    /// <summary>Kinds of test instruments; at most 64, empty where none are counted.</summary>
    [Id(0)]
    public IReadOnlyList<InstrumentKind> Instruments { get; init; } = [];

    /// <summary>The spaces of a van that are counted; at most 20, empty where room is not counted.</summary>
    [Id(1)]
    public IReadOnlyList<SpaceKind> Spaces { get; init; } = [];
}

/// <summary>One territory: settings, catalogues, roster; key: the territory's id.</summary>
[Alias("dispatch.territory")]
public interface ITerritoryGrain : IGrainWithStringKey
{
    /// <summary>Enters or changes the territory.</summary>
    [Alias("save")]
    Task<CommandResult> SaveAsync(TerritoryProfile profile, CommandContext context);

    /// <summary>Closes or slows streets; drive times, arrivals and the plan follow.</summary>
    [Alias("close-streets")]
    Task<CommandResult> CloseStreetsAsync(CloseStreets command, CommandContext context);

    /// <summary>Opens them again; what is open already stays so.</summary>
    [Alias("reopen-streets")]
    Task<CommandResult> ReopenStreetsAsync(ClosureId closure, CommandContext context);

    /// <summary>What is otherwise on the streets at present, oldest first.</summary>
    [Alias("closures"), ReadOnly]
    Task<IReadOnlyList<ClosureView>> ClosuresAsync();

    /// <summary>The territory; none if there is no such one.</summary>
    [Alias("profile"), ReadOnly]
    Task<TerritoryProfile?> ProfileAsync();

    /// <summary>All technicians on the books, active or not.</summary>
    [Alias("roster"), ReadOnly]
    Task<IReadOnlyList<TechnicianId>> RosterAsync();

    /// <summary>The service day that it is there now.</summary>
    [Alias("today"), AlwaysInterleave]
    Task<LocalDate> TodayAsync();
}

/// <summary>Lists the territories; one in the cluster, key 0.</summary>
[Alias("dispatch.territories")]
public interface ITerritoriesGrain : IGrainWithIntegerKey
{
    /// <summary>All of them, by name.</summary>
    [Alias("list"), ReadOnly]
    Task<IReadOnlyList<TerritoryProfile>> ListAsync();
}
