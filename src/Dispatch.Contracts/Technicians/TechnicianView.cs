using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Technicians;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Technicians;

/// <summary>A technician on one service day, as a row of the timeline shows.</summary>
/// <param name="Initials">Two or three letters for the marker.</param>
/// <param name="UnansweredSince">Since when a changed route waits for this technician's OK; none if none does.</param>
[GenerateSerializer, Immutable]
public sealed record TechnicianView(
    TechnicianId Id,
    string Name,
    string Initials,
    string Phone,
    string Van,
    IReadOnlyList<Skill> Skills,
    Instant? ShiftStart,
    Instant? ShiftEnd,
    GeoPoint StartPlace,
    GeoPoint EndPlace,
    DutyState Duty,
    string OutReason,
    Instant? UnansweredSince);
