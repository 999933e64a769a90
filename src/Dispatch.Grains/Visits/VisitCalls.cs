using System.Collections.Immutable;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;

namespace Dispatch.Grains.Visits;

/// <summary>A call about a visit that a person has to make and that nobody has recorded as made.</summary>
/// <param name="Code">What it is about: "call-moved", "patient-asks-for-call" and so on, as the desk has it.</param>
internal sealed record VisitCall(CallTaskId Task, string Code)
{
    /// <summary>Whether something has happened since that makes the call idle.</summary>
    public bool IsPassed { get; init; }
}

/// <summary>
/// When a call has become idle, it leaves the desk by itself as "not needed": what it was to tell is seen, outdated or over.
/// </summary>
/// <remarks>
/// To tell an interval: once the patient has answered on the page, the visit has gone to another day, a newer call tells more, or
/// somebody is on the way (for the call that says so: is there). A wish to cancel or to be called: once the visit is over or the
/// patient has chosen another time. The night's call to who is on call: once somebody is on the way. To tell that a visit was
/// called off: only if it stands again. To arrange a new time: once the follow-up visit has a day or is called off.
/// </remarks>
internal static class VisitCalls
{
    /// <summary>The calls after one more event; who asks a second time about the same is called once.</summary>
    public static ImmutableList<VisitCall> Evolve(ImmutableList<VisitCall> calls, VisitEvent happened) => happened switch
    {
        VisitCallArranged e => Pass(calls, call => Tells(e.Code) && Tells(call.Code)).Add(new VisitCall(e.Task, e.Code)),
        VisitCallOver e => calls.RemoveAll(call => call.Task == e.Task),
        VisitRescheduled or VisitTakenBack => Pass(calls, call => Tells(call.Code)),
        VisitFollowUpArranged => Pass(calls, call => call.Code == "call-to-be-arranged"),
        PatientAnswered { Answer.Kind: PatientAnswerKind.AnotherTime } => Pass(calls, call => call.Code is not "on-call"),
        PatientAnswered { Answer.Kind: PatientAnswerKind.AtHome or PatientAnswerKind.BackupRunning } => Pass(calls, call => call.Code is "call-promised" or "call-moved"),
        _ => calls,
    };

    /// <summary>The decision, with the end of every call that it makes idle.</summary>
    public static Decision<VisitEvent> Settle(VisitState before, Decision<VisitEvent> decided)
    {
        var after = decided.Events.Aggregate(before, (state, happened) => state.Evolve(happened));
        if (after.Calls.IsEmpty || after.Details is not { } details)
            return decided;
        foreach (var call in after.Calls.Where(call => call.IsPassed || IsOver(after.Status, call.Code)))
        {
            decided = (decided with { Events = [.. decided.Events, new VisitCallOver(call.Task)] })
                .Telling(new Outgoing(ReceiverName.Desk(details.Territory), new TellCallOver(call.Task)));
        }

        return decided;
    }

    private static bool IsOver(VisitStatus status, string code) => code switch
    {
        "call-promised" or "call-moved" or "on-call" => status is not (VisitStatus.Scheduled or VisitStatus.Backlog),
        "call-on-the-way" => status != VisitStatus.OnTheWay,
        "call-cancelled" => status != VisitStatus.Cancelled,
        "call-to-be-arranged" => false,
        _ => status is VisitStatus.Done or VisitStatus.CouldNotBeDone or VisitStatus.Cancelled,
    };

    private static bool Tells(string code) => code is "call-promised" or "call-moved" or "call-on-the-way" or "call-cancelled" or "call-to-be-arranged";

    private static ImmutableList<VisitCall> Pass(ImmutableList<VisitCall> calls, Func<VisitCall, bool> isIdle) =>
        calls.Exists(call => !call.IsPassed && isIdle(call)) ? [.. calls.Select(call => isIdle(call) ? call with { IsPassed = true } : call)] : calls;
}
