using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.Visits;

using Decided = Decision<VisitEvent>;

/// <summary>What a patient's answer comes to.</summary>
internal static class AnswerRules
{
    /// <summary>Takes the answer: it is always kept, its day and the desk hear what concerns them.</summary>
    public static Decided Take(VisitState state, VisitId id, PatientAnswer answer, CommandContext context, Instant now)
    {
        var details = state.Details!;
        var answered = Decided.Happened(new PatientAnswered(answer, context.OccurredAt));
        if (state.IsClosed)
            return answered;
        if (details.Date is { } date && answer.Kind is PatientAnswerKind.AtHome or PatientAnswerKind.AnotherTime or PatientAnswerKind.BackupRunning)
            answered = answered.Telling(new Outgoing(ReceiverName.DayPlan(details.Territory, details.Date!.Value), new TellAnswer(id, answer, context.OccurredAt)));
        switch (answer.Kind)
        {
            case PatientAnswerKind.Cancel when details.Urgency <= UrgencyClass.P2:
                // What is urgent is not called off by a tap: a person calls.
                return WithCall(answered, id, details, context, now, "patient-wants-to-cancel", "The patient wants to cancel an urgent visit: call and ask.");
            case PatientAnswerKind.Cancel:
                var cancelled = VisitRules.Cancel(state, id, "Cancelled by the patient.", context.Actor, now);
                return cancelled.Refusal is null
                    ? answered with { Events = [.. answered.Events, .. cancelled.Events], Deliveries = [.. answered.Deliveries, .. cancelled.Deliveries] }
                    : WithCall(answered, id, details, context, now, "patient-wants-to-cancel", "The patient wants to cancel while the technician is there: call.");
            case PatientAnswerKind.CallMe:
                return WithCall(answered, id, details, context, now, "patient-asks-for-call", "The patient asks for a call.");
            case PatientAnswerKind.BackupRunning when VisitRules.WithBackup(details, answer, context.OccurredAt) is { } changed:
                answered = answered with { Events = [.. answered.Events, new VisitEdited(changed)] };
                return changed.Date is { } day
                    ? answered.Telling(new Outgoing(ReceiverName.DayPlan(changed.Territory, day), new TellVisitEdited(id, changed)))
                    : answered;
            default:
                return answered;
        }
    }

    /// <summary>How the answer changes the way in which the patient is told; none if it does not.</summary>
    public static Func<ContactPreferences, ContactPreferences>? Contact(PatientAnswer answer) => answer.Kind switch
    {
        PatientAnswerKind.NoMoreMessages => contact => contact with { AcceptsTexts = false },
        PatientAnswerKind.TellSomeoneElse when answer.Contact is { } who => contact => contact with { SomeoneElse = who },
        PatientAnswerKind.Language when answer.Contact is { } tag => contact => contact with { Language = tag },
        _ => null,
    };

    private static Decided WithCall(Decided answered, VisitId id, VisitDetails details, CommandContext context, Instant now, string code, string text)
    {
        var task = new CallTaskId(context.Id.Value + "-call");
        return (answered with { Events = [.. answered.Events, new VisitCallArranged(task, code)] })
            .Telling(new Outgoing(ReceiverName.Desk(details.Territory), new TellCall(new RequestCall(task, new Reason(code, text), details.Urgency, now, details.Patient, null, id))));
    }
}
