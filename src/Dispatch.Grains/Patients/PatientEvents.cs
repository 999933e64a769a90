using System.Collections.Immutable;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Patients;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Patients;

/// <summary>What happened to a patient's entry, and what the patient was told.</summary>
internal abstract record PatientEvent;

/// <summary>Entered or changed.</summary>
[JournalName("patient-saved", 1)]
internal sealed record PatientSaved(PatientProfile Profile) : PatientEvent;

/// <summary>Taken off the books.</summary>
[JournalName("patient-removed", 1)]
internal sealed record PatientRemoved : PatientEvent;

/// <summary>Wants to be told otherwise.</summary>
[JournalName("patient-contact-changed", 1)]
internal sealed record PatientContactChanged(ContactPreferences Contact) : PatientEvent;

/// <summary>A message was handed to the way out.</summary>
[JournalName("patient-messaged", 1)]
internal sealed record PatientMessaged(MessageView Message) : PatientEvent;

/// <summary>A person is to call instead of a message.</summary>
[JournalName("patient-call-arranged", 1)]
internal sealed record PatientCallArranged(CallTaskId Task, VisitId Visit, string Code, Instant At) : PatientEvent;

/// <summary>A technician has been there and knows the patient now; not noted where that one came last anyway.</summary>
[JournalName("patient-served", 1)]
internal sealed record PatientServed(VisitId Visit, TechnicianId Technician) : PatientEvent;

/// <summary>Would rather have other technicians come than before, or none in particular.</summary>
[JournalName("patient-preference-changed", 1)]
internal sealed record PatientPreferenceChanged(IReadOnlyList<TechnicianId> Technicians) : PatientEvent;

/// <summary>Tells a patient's entry who has done a visit.</summary>
[JournalName("tell-patient-served", 1)]
internal sealed record TellPatientServed(VisitId Visit, TechnicianId Technician);

/// <summary>Tells a patient something about a visit.</summary>
/// <param name="Code">"promised", "moved", "on-the-way", "cancelled", "to-be-arranged".</param>
[JournalName("tell-patient", 1)]
internal sealed record TellPatient(VisitId Visit, string Code, UrgencyClass Urgency, ArrivalInterval? Interval, LocalDate? Date);

/// <summary>A message to the way out.</summary>
[JournalName("tell-gateway", 1)]
internal sealed record TellGateway(OutgoingMessage Message);

/// <summary>A patient as the events have made the entry.</summary>
internal sealed record PatientState(PatientProfile? Profile, ImmutableList<MessageView> Messages)
{
    private const int KnownKept = 3;

    /// <summary>Technicians who came lately, who came last first.</summary>
    public ImmutableList<TechnicianId> KnownTo { get; init; } = [];

    /// <summary>Technicians whom the patient would rather have come.</summary>
    public ImmutableList<TechnicianId> Preferred { get; init; } = [];

    /// <summary>The state once somebody has been there.</summary>
    public PatientState ServedBy(TechnicianId technician) => this with { KnownTo = [technician, .. KnownTo.Remove(technician).Take(KnownKept - 1)] };
}
