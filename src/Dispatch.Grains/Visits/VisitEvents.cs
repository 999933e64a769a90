using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Time;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Visits;

/// <summary>What happened to a visit.</summary>
internal abstract record VisitEvent;

/// <summary>It was asked for.</summary>
[JournalName("visit-requested", 1)]
internal sealed record VisitRequested(VisitDetails Details, string TypeName, string PatientName) : VisitEvent;

/// <summary>Its details changed.</summary>
[JournalName("visit-edited", 1)]
internal sealed record VisitEdited(VisitDetails Details) : VisitEvent;

/// <summary>It went to another day, or into the backlog.</summary>
[JournalName("visit-rescheduled", 1)]
internal sealed record VisitRescheduled(LocalDate? Date, IReadOnlyList<TimeWindow>? Windows) : VisitEvent
{
    /// <summary>The days on which it may be done; none leaves them as they were.</summary>
    public DaySpan? Days { get; init; }
}

/// <summary>It was booked from the waiting list, and whoever did took that back: it waits again.</summary>
/// <param name="From">The day that it was booked onto.</param>
[JournalName("visit-taken-back", 1)]
internal sealed record VisitTakenBack(LocalDate From) : VisitEvent;

/// <summary>It was called off.</summary>
[JournalName("visit-cancelled", 1)]
internal sealed record VisitCancelled(string Reason, Instant At) : VisitEvent;

/// <summary>It was called off by mistake, and is wanted again.</summary>
[JournalName("visit-reinstated", 1)]
internal sealed record VisitReinstated : VisitEvent;

/// <summary>The day plan says how far it got.</summary>
[JournalName("visit-progressed", 1)]
internal sealed record VisitProgressed(VisitStatus Status, TechnicianId? Technician, Instant At, string Outcome) : VisitEvent;

/// <summary>The patient was told an interval.</summary>
[JournalName("visit-promised", 1)]
internal sealed record VisitPromised(Promise Promise) : VisitEvent;

/// <summary>The patient answered.</summary>
[JournalName("patient-answered", 1)]
internal sealed record PatientAnswered(PatientAnswer Answer, Instant At) : VisitEvent;

/// <summary>A person is to call about it.</summary>
[JournalName("visit-call-arranged", 1)]
internal sealed record VisitCallArranged(CallTaskId Task, string Code) : VisitEvent;

/// <summary>A call about it is not needed any more.</summary>
[JournalName("visit-call-over", 1)]
internal sealed record VisitCallOver(CallTaskId Task) : VisitEvent;

/// <summary>The follow-up of a visit that could not be done has a day, or is not wanted any more.</summary>
[JournalName("visit-follow-up-arranged", 1)]
internal sealed record VisitFollowUpArranged : VisitEvent;

/// <summary>Tells a visit that a person is to call about it.</summary>
[JournalName("tell-call-arranged", 1)]
internal sealed record TellCallArranged(CallTaskId Task, string Code);

/// <summary>Tells a visit that could not be done that its follow-up has a day, or is not wanted any more.</summary>
[JournalName("tell-follow-up-arranged", 1)]
internal sealed record TellFollowUpArranged;

/// <summary>Tells a day plan of a visit that is to be on it.</summary>
[JournalName("tell-visit-wanted", 1)]
internal sealed record TellVisitWanted(VisitId Visit, VisitDetails Details, string TypeName, string PatientName);

/// <summary>Tells a day plan that a visit's details changed.</summary>
[JournalName("tell-visit-edited", 1)]
internal sealed record TellVisitEdited(VisitId Visit, VisitDetails Details);

/// <summary>Tells a day plan that a visit is not on it any more.</summary>
/// <param name="IsCancelled">Called off, rather than moved to another day.</param>
[JournalName("tell-visit-left", 1)]
internal sealed record TellVisitLeft(VisitId Visit, bool IsCancelled, string Reason, string Actor);

/// <summary>Tells a day plan what the patient answered.</summary>
[JournalName("tell-answer", 1)]
internal sealed record TellAnswer(VisitId Visit, PatientAnswer Answer, Instant At);

/// <summary>Tells a visit how far it got.</summary>
[JournalName("tell-progress", 1)]
internal sealed record TellProgress(VisitStatus Status, TechnicianId? Technician, Instant At, string Outcome);

/// <summary>Tells a visit what its patient was told.</summary>
[JournalName("tell-promised", 1)]
internal sealed record TellPromised(Promise Promise);

/// <summary>Asks a visit to go to another day: what rolls over at midnight.</summary>
[JournalName("tell-roll-over", 1)]
internal sealed record TellRollOver(LocalDate From, LocalDate? To);

/// <summary>Tells a visit whom its patient would rather have come.</summary>
[JournalName("tell-preferred", 1)]
internal sealed record TellPreferred(IReadOnlyList<TechnicianId> Technicians);

/// <summary>Tells a visit that its booking was taken back by who made it.</summary>
[JournalName("tell-taken-back", 1)]
internal sealed record TellTakenBack(string Actor);

/// <summary>Tells a visit that its booking, once taken back, stands again.</summary>
[JournalName("tell-reinstated", 1)]
internal sealed record TellReinstated;

/// <summary>Asks for a visit anew, since one could not be done.</summary>
[JournalName("tell-follow-up", 1)]
internal sealed record TellFollowUp(VisitDetails Details, string TypeName, string PatientName, VisitId Of);
