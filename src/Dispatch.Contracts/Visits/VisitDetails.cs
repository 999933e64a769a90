using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Vans;
using Dispatch.Domain.Visits;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Visits;

/// <summary>All that planning and doing a visit needs to know about it.</summary>
/// <param name="Equipment">The patient's devices that it is about; may be empty.</param>
/// <param name="Date">The service day; none while it waits in the backlog.</param>
/// <param name="DueDate">By when at the latest (P3, P4); none means no date.</param>
/// <param name="DurationMinutes">Time at the patient's home, 1 to 600.</param>
/// <param name="Windows">When it may begin; empty means any time of the working day.</param>
/// <param name="Deadline">When someone must be there (P0 to P2).</param>
/// <param name="Runway">How the deadline came about, where a runway was computed.</param>
/// <param name="Note">For the technician; at most 2,000 characters.</param>
[GenerateSerializer, Immutable]
public sealed record VisitDetails(
    TerritoryId Territory,
    VisitTypeId Type,
    PatientId Patient,
    IReadOnlyList<EquipmentId> Equipment,
    GeoPoint Place,
    Address Address,
    LocalDate? Date,
    LocalDate? DueDate,
    int DurationMinutes,
    IReadOnlyList<SkillRequirement> Skills,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyList<TimeWindow> Windows,
    UrgencyClass Urgency,
    Instant? Deadline,
    Runway? Runway,
    string Note)
{
    /// <summary>What a second technician must know, who is there at the same time; none where one does it alone, empty where anybody may be the second.</summary>
    [Id(0)]
    public IReadOnlyList<SkillRequirement>? SecondSkills { get; init; }

    /// <summary>Technicians who know the patient, since they came lately, as it was when the visit was asked for; empty if nobody does.</summary>
    [Id(1)]
    public IReadOnlyList<TechnicianId> KnownTo { get; init; } = [];

    /// <summary>Technicians whom the patient would rather have come; empty: whoever comes is as welcome.</summary>
    [Id(2)]
    public IReadOnlyList<TechnicianId> Preferred { get; init; } = [];

    /// <summary>Test instruments that must be on the van, in calibration; empty if none.</summary>
    [Id(3)]
    public IReadOnlyList<InstrumentId> Instruments { get; init; } = [];

    /// <summary>What is brought and left there, by the space that it needs on the van until then.</summary>
    [Id(4)]
    public IReadOnlyList<SpaceCount> Brings { get; init; } = [];

    /// <summary>What is taken along, by the space that it needs on the van from then on.</summary>
    [Id(5)]
    public IReadOnlyList<SpaceCount> Takes { get; init; } = [];

    /// <summary>The days on which it may be done, where it waited for one, or waits; none: nobody has said.</summary>
    [Id(6)]
    public DaySpan? Days { get; init; }
}
