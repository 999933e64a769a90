using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.Visits;

using Decided = Decision<VisitEvent>;

/// <summary>The rules of a visit, as pure functions.</summary>
internal static class VisitRules
{
    /// <summary>Takes a visit in; its day is told.</summary>
    public static Decided Request(VisitState state, VisitId id, VisitDraft draft)
    {
        if (state.Details is not null)
            return Decided.Nothing;
        if (draft is not { Refusal: null, Details: { } details })
            return Decided.Refused(draft.Refusal!);
        if (VisitHalves.IsSecond(id) || details.SecondSkills is not null && id.Value.Length > VisitHalves.MostLength)
            return Decided.Refused(new Reason("visit-id-unfit", $"Choose another id for the visit: at most {VisitHalves.MostLength} characters, and not that of a second half."));
        return Wanted(id, details, draft.TypeName, draft.PatientName, Decided.Happened(new VisitRequested(details, draft.TypeName, draft.PatientName)));
    }

    /// <summary>Changes details.</summary>
    public static Decided Edit(VisitState state, VisitId id, EditVisit edit)
    {
        if (Refusal(state, "edit") is { } refusal)
            return Decided.Refused(refusal);
        if (edit.DurationMinutes is < 1 or > 600)
            return Decided.Refused(new Reason("duration-out-of-range", "A visit takes 1 to 600 minutes."));
        if (edit.Note is { Length: > 2000 })
            return Decided.Refused(new Reason("text-too-long", "Shorten the note to 2,000 characters."));
        if (edit.Windows is { } windows && VisitDrafting.WindowMistake(windows) is { } mistake)
            return Decided.Refused(mistake);
        var old = state.Details!;
        return Changed(id, old, old with
        {
            DurationMinutes = edit.DurationMinutes ?? old.DurationMinutes,
            Windows = edit.Windows ?? old.Windows,
            Urgency = edit.Urgency ?? old.Urgency,
            Deadline = edit.Deadline ?? old.Deadline,
            DueDate = edit.DueDate ?? old.DueDate,
            Note = edit.Note ?? old.Note,
        });
    }

    /// <summary>Hears whom the patient would rather have come; who has set out goes on.</summary>
    public static Decided Prefer(VisitState state, VisitId id, IReadOnlyList<TechnicianId> technicians) =>
        state is { Details: { } old, IsClosed: false, IsUnderWay: false } && !old.Preferred.SequenceEqual(technicians)
            ? Changed(id, old, old with { Preferred = technicians })
            : Decided.Nothing;

    private static Decided Changed(VisitId id, VisitDetails old, VisitDetails details)
    {
        if (details == old)
            return Decided.Nothing;
        var decided = Decided.Happened(new VisitEdited(details));
        return details.Date is { } date
            ? decided.Telling(new Outgoing(ReceiverName.DayPlan(details.Territory, date), new TellVisitEdited(id, details)))
            : decided;
    }

    /// <summary>Takes it to another day or into the backlog.</summary>
    public static Decided Reschedule(VisitState state, VisitId id, RescheduleVisit command, string actor, LocalDate today)
    {
        if (Refusal(state, "move") is { } refusal)
            return Decided.Refused(refusal);
        if (command.Windows is { } given && VisitDrafting.WindowMistake(given) is { } mistake)
            return Decided.Refused(mistake);
        if (command.Date is { } wanted && wanted < today)
            return Decided.Refused(new Reason("date-past", "That day is over; choose today or a later one."));
        if (DaySpanRules.Mistake(command.Days, command.Date, command.Windows, today) is { } wrong)
            return Decided.Refused(wrong);
        var old = state.Details!;
        if (old.Date == command.Date && command.Windows is null && command.Days is null)
            return Decided.Nothing;
        // Times of days that it may be on are said with the days; windows of the day that it leaves are over.
        var windows = command.Windows ?? (command.Days is null ? null : []);
        var details = old with { Date = command.Date, Windows = windows ?? old.Windows, Days = command.Days ?? old.Days };
        var decided = Decided.Happened(new VisitRescheduled(command.Date, windows) { Days = command.Days });
        if (old.Date is { } from)
            decided = decided.Telling(new Outgoing(ReceiverName.DayPlan(old.Territory, from), new TellVisitLeft(id, false, "", actor)));
        if (command.Date is not null && DayPlans.Consequences.OriginOf(id) is { } origin)
            decided = decided.Telling(new Outgoing(ReceiverName.Visit(origin), new TellFollowUpArranged()));
        return Wanted(id, details, state.TypeName, state.PatientName, decided);
    }

    /// <summary>Calls it off.</summary>
    public static Decided Cancel(VisitState state, VisitId id, string reason, string actor, Instant at)
    {
        if (state.Status == VisitStatus.Cancelled)
            return Decided.Nothing;
        if (state.Details is not { } details)
            return Decided.Refused(CommandResult.NotFound("visit").Refusal!);
        if (state.Status is VisitStatus.Done or VisitStatus.CouldNotBeDone)
            return Decided.Refused(new Reason("visit-closed", "The visit is over and cannot be called off."));
        if (state.Status == VisitStatus.Arrived)
            return Decided.Refused(new Reason("visit-under-way", "The technician is there; call instead."));
        if (reason.Length > 500)
            return Decided.Refused(new Reason("text-too-long", "Shorten the reason to 500 characters."));
        var decided = Decided.Happened(new VisitCancelled(reason, at));
        if (DayPlans.Consequences.OriginOf(id) is { } origin)
            decided = decided.Telling(new Outgoing(ReceiverName.Visit(origin), new TellFollowUpArranged()));
        return details.Date is { } date
            ? decided.Telling(new Outgoing(ReceiverName.DayPlan(details.Territory, date), new TellVisitLeft(id, true, reason, actor)))
            : decided;
    }

    /// <summary>Its booking is taken back: what waited for a day waits again, anything else is called off.</summary>
    public static Decided TakeBack(VisitState state, VisitId id, string actor, Instant at) =>
        state is { Status: VisitStatus.Scheduled, Details: { Days: not null, Date: { } date } }
            ? Decided.Happened(new VisitTakenBack(date))
            : Cancel(state, id, "The booking was taken back.", actor, at);

    /// <summary>Takes back that its booking was taken back, or that it was called off; its day is told again.</summary>
    /// <param name="zone">Of the territory, for the times of the days that it may be on.</param>
    public static Decided Reinstate(VisitState state, VisitId id, DateTimeZone zone) => state switch
    {
        { Status: VisitStatus.Cancelled, Details: { } details } => Wanted(id, details, state.TypeName, state.PatientName, Decided.Happened(new VisitReinstated())),
        { Status: VisitStatus.Backlog, TakenBackFrom: { } day, Details: { Days: { } days } details } => days.WindowsOn(day, zone) is var windows
            ? Wanted(id, details with { Date = day, Windows = windows }, state.TypeName, state.PatientName, Decided.Happened(new VisitRescheduled(day, windows)))
            : Decided.Nothing,
        _ => Decided.Nothing,
    };

    /// <summary>Takes what the day plan says of it: a fact.</summary>
    public static Decided Progress(VisitState state, VisitId id, TellProgress told)
    {
        if (state.Details is not { } details || state.Status == told.Status && state.Technician == told.Technician)
            return Decided.Nothing;
        // Back on the road after it was over would be a late report; what is over stays over.
        if (state.IsClosed && told.Status is VisitStatus.OnTheWay or VisitStatus.Arrived or VisitStatus.Scheduled)
            return Decided.Nothing;
        var decided = Decided.Happened(new VisitProgressed(told.Status, told.Technician, told.At, told.Outcome));
        if (told.Status != VisitStatus.Done)
            return decided;
        if (told.Technician is { } technician)
            decided = decided.Telling(new Outgoing(ReceiverName.Patient(details.Patient), new Patients.TellPatientServed(id, technician)));
        return decided.Telling(details.Equipment.Select(device =>
            new Outgoing(ReceiverName.Equipment(device), new Equipment.TellServed(id, details.Type, told.At))));
    }

    /// <summary>Why a request about it is refused; none if it is open and not under way.</summary>
    private static Reason? Refusal(VisitState state, string what) => state switch
    {
        { Details: null } => CommandResult.NotFound("visit").Refusal,
        { IsClosed: true } => new Reason("visit-closed", $"The visit is over; there is nothing to {what}."),
        { Status: VisitStatus.Arrived } => new Reason("visit-under-way", "The technician is there; wait until the visit is over."),
        { Status: VisitStatus.OnTheWay } when what == "move" => new Reason("visit-under-way", "The technician is on the way; call first."),
        _ => null,
    };

    private static Decided Wanted(VisitId id, VisitDetails details, string typeName, string patientName, Decided decided) =>
        details.Date is { } date
            ? decided.Telling(new Outgoing(ReceiverName.DayPlan(details.Territory, date), new TellVisitWanted(id, details, typeName, patientName)))
            : decided;

    /// <summary>Whether an answer concerns the runway, and what the visit then is.</summary>
    public static VisitDetails? WithBackup(VisitDetails details, PatientAnswer answer, Instant at)
    {
        if (answer.Kind != PatientAnswerKind.BackupRunning || answer.BackupMinutesLeft is not { } minutes || details.Urgency > UrgencyClass.P2)
            return null;
        var (risk, margin) = (details.Runway?.TravelRiskMinutes ?? 20, details.Runway?.MarginMinutes ?? 30);
        var ends = at + Duration.FromMinutes(minutes);
        var deadline = Instant.Max(at, ends - Duration.FromMinutes(risk + margin));
        return details with
        {
            Runway = new Runway(minutes, risk, margin, [new RunwayPart("patient-answer", minutes, false)], ends, deadline),
            // The patient's word may bring the deadline forward at once; it never puts one off that a dispatcher has set.
            Deadline = details.Deadline is { } set ? Instant.Min(set, deadline) : deadline,
        };
    }
}
