using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Patients;

/// <summary>How a patient wants to be told.</summary>
/// <param name="Language">BCP 47, for example "en", "de".</param>
/// <param name="AcceptsTexts">False after "no more messages": what is due is then a call.</param>
/// <param name="SomeoneElse">Name and number of a carer who is told instead; empty if nobody.</param>
[GenerateSerializer, Immutable]
public sealed record ContactPreferences(string Phone, string Language, bool AcceptsTexts, string SomeoneElse);

/// <summary>A person with a home.</summary>
/// <param name="AccessNotes">How to get in: floor, bell, dog.</param>
/// <param name="EmergencyPlan">What to do at once when life is at risk.</param>
/// <param name="EmergencyNumber">Whom to call then.</param>
/// <param name="FlowLitresPerMinute">Prescribed oxygen flow; none if there is none.</param>
/// <param name="FreeBreathingMinutes">How long the patient breathes without the ventilator; none if unknown or not ventilated.</param>
[GenerateSerializer, Immutable]
public sealed record PatientProfile(
    PatientId Id,
    TerritoryId Territory,
    string Name,
    Address Address,
    GeoPoint Place,
    string AccessNotes,
    ContactPreferences Contact,
    string EmergencyPlan,
    string EmergencyNumber,
    double? FlowLitresPerMinute,
    int? FreeBreathingMinutes);

/// <summary>A patient with devices and visits, newest visits first.</summary>
[GenerateSerializer, Immutable]
public sealed record PatientDetailsView(
    PatientProfile Patient,
    IReadOnlyList<EquipmentProfile> Equipment,
    IReadOnlyList<VisitView> Visits,
    IReadOnlyList<MessageView> Messages,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>Technicians whom the patient would rather have come, in no order; empty: whoever comes is as welcome.</summary>
    [Id(0)]
    public IReadOnlyList<TechnicianId> Preferred { get; init; } = [];
}

/// <summary>Says whom a patient would rather have come.</summary>
/// <param name="Technicians">Each once, at most five; empty: whoever comes is as welcome.</param>
[GenerateSerializer, Immutable]
public sealed record PreferTechnicians(IReadOnlyList<TechnicianId> Technicians);

/// <summary>One patient; key: the patient's id. Decides which messages go out: quiet hours, opt-out, one per half hour.</summary>
[Alias("dispatch.patient")]
public interface IPatientGrain : IGrainWithStringKey
{
    /// <summary>Enters or changes the patient.</summary>
    [Alias("save")]
    Task<CommandResult> SaveAsync(PatientProfile profile, CommandContext context);

    /// <summary>What <see cref="SaveAsync"/> would refuse this entry for; none if it would take it. Changes nothing.</summary>
    [Alias("check"), ReadOnly]
    Task<Reason?> CheckAsync(PatientProfile profile);

    /// <summary>Takes the patient out of the books; refused while devices or open visits are left.</summary>
    [Alias("remove")]
    Task<CommandResult> RemoveAsync(CommandContext context);

    /// <summary>Changes how the patient wants to be told.</summary>
    [Alias("contact")]
    Task<CommandResult> ChangeContactAsync(ContactPreferences contact, CommandContext context);

    /// <summary>Says whom the patient would rather have come; the patient's open visits learn of it.</summary>
    [Alias("prefer")]
    Task<CommandResult> PreferAsync(PreferTechnicians command, CommandContext context);

    /// <summary>The profile; none if there is no such patient.</summary>
    [Alias("profile"), ReadOnly]
    Task<PatientProfile?> ProfileAsync();

    /// <summary>Technicians who came lately, who came last first, three at most.</summary>
    [Alias("known-to"), ReadOnly]
    Task<IReadOnlyList<TechnicianId>> KnownToAsync();

    /// <summary>Technicians whom the patient would rather have come; empty: whoever comes is as welcome.</summary>
    [Alias("preferred"), ReadOnly]
    Task<IReadOnlyList<TechnicianId>> PreferredAsync();

    /// <summary>All of it; none if there is no such patient.</summary>
    [Alias("view")]
    Task<PatientDetailsView?> ViewAsync();
}
