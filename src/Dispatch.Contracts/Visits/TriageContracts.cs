using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Visits;

/// <summary>Asks what a call means: how urgent, by when, with which visit type.</summary>
[GenerateSerializer, Immutable]
public sealed record TriageRequest(TerritoryId Territory, PatientId Patient, EquipmentId? Equipment, VisitTypeId? Type, BackupReport Backup);

/// <summary>What the rules say of a call; a dispatcher may decide otherwise, and it stays marked.</summary>
/// <param name="OpensEmergencyCard">P0: the emergency plan and the ambulance come first.</param>
/// <param name="Reasons">Why, in the order of their weight.</param>
[GenerateSerializer, Immutable]
public sealed record TriageView(
    UrgencyClass Urgency,
    Instant? Deadline,
    Runway? Runway,
    VisitTypeId? SuggestedType,
    bool OpensEmergencyCard,
    string EmergencyPlan,
    string EmergencyNumber,
    IReadOnlyList<Reason> Reasons);
