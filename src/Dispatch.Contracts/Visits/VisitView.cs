using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Vans;
using Dispatch.Domain.Visits;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Visits;

/// <summary>A visit as lists, map and timeline show it.</summary>
/// <param name="PatientName">For signed-in staff only.</param>
/// <param name="Technician">Who has it; none means unassigned or on no day.</param>
/// <param name="UnassignedReasons">Why nobody has it; empty when somebody has, or it is on no day.</param>
/// <param name="Marks">Rules that it breaks at present: "late", "promise-broken", "promise-at-risk", "outside-window", "overtime", "moved-by-hand" and the like.</param>
/// <param name="PinnedTechnician">Pinned to this technician by a dispatcher.</param>
/// <param name="PinnedStart">Pinned to this start by a dispatcher.</param>
[GenerateSerializer, Immutable]
public sealed record VisitView(
    VisitId Id,
    long Version,
    VisitStatus Status,
    VisitTypeId Type,
    string TypeName,
    PatientId Patient,
    string PatientName,
    GeoPoint Place,
    Address Address,
    IReadOnlyList<EquipmentId> Equipment,
    LocalDate? Date,
    LocalDate? DueDate,
    int DurationMinutes,
    IReadOnlyList<SkillRequirement> Skills,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyList<TimeWindow> Windows,
    UrgencyClass Urgency,
    Instant? Deadline,
    Runway? Runway,
    TechnicianId? Technician,
    Instant? EstimatedArrival,
    Instant? EstimatedEnd,
    Promise? Promise,
    TechnicianId? PinnedTechnician,
    Instant? PinnedStart,
    IReadOnlyList<Reason> UnassignedReasons,
    IReadOnlyList<string> Marks,
    bool? PatientIsHome,
    string Note)
{
    /// <summary>The other half of a visit for two technicians; none where one does it alone. Status and arrival are then those of both: of the later.</summary>
    [Id(0)]
    public VisitPartner? Partner { get; init; }

    /// <summary>Test instruments that must be on the van, in calibration; empty if none.</summary>
    [Id(1)]
    public IReadOnlyList<InstrumentId> Instruments { get; init; } = [];

    /// <summary>What is brought and left there, by the space that it needs on the van until then.</summary>
    [Id(2)]
    public IReadOnlyList<SpaceCount> Brings { get; init; } = [];

    /// <summary>What is taken along, by the space that it needs on the van from then on.</summary>
    [Id(3)]
    public IReadOnlyList<SpaceCount> Takes { get; init; } = [];

    /// <summary>Whether a dispatcher keeps the route in its order up to this visit.</summary>
    [Id(4)]
    public bool KeepsOrder { get; init; }

    /// <summary>The days on which it may be done, where it waits for one; none: nobody has said.</summary>
    [Id(5)]
    public DaySpan? Days { get; init; }
}

/// <summary>One line of a history.</summary>
/// <param name="Code">The event's name, for example "visit-rescheduled".</param>
[GenerateSerializer, Immutable]
public sealed record HistoryEntry(Instant At, string Actor, string Code, string Text);

/// <summary>A visit with what its details pane shows.</summary>
/// <param name="WhyHere">Why the planner put it where it is, or why nobody has it.</param>
/// <param name="Costs">What each rule costs here, by rule.</param>
[GenerateSerializer, Immutable]
public sealed record VisitDetailsView(
    VisitView Visit,
    IReadOnlyList<Reason> WhyHere,
    IReadOnlyDictionary<string, long> Costs,
    IReadOnlyList<HistoryEntry> History);
