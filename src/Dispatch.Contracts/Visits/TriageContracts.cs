using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
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

/// <summary>A visit as it would be requested: all that was not said filled in from visit type, patient and triage; or why it cannot be.</summary>
[GenerateSerializer, Immutable]
public sealed record VisitDraft(VisitDetails? Details, string TypeName, string PatientName, Reason? Refusal);

/// <summary>Takes calls in: what they mean, and which visit they come to; changes nothing; key: the territory's id.</summary>
[Alias("dispatch.intake")]
public interface IIntakeGrain : IGrainWithStringKey
{
    /// <summary>What the rules say of a call; none if there is no such patient.</summary>
    [Alias("judge")]
    Task<TriageView?> JudgeAsync(TriageRequest request);

    /// <summary>The visit that a request comes to.</summary>
    [Alias("draft")]
    Task<VisitDraft> DraftAsync(RequestVisit request, Instant at);

    /// <summary>The best intervals for a caller, spread over days, in the order of choice; changes nothing.</summary>
    /// <param name="visit">The visit that would move; none for a new one.</param>
    /// <param name="count">1 to 10.</param>
    /// <param name="days">Over so many days, beginning today, 1 to 14; none takes the territory's.</param>
    [Alias("offers")]
    Task<OffersAnswer> OffersAsync(VisitId? visit, VisitDetails details, int count, int? days);
}
