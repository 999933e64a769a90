using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Urgency;
using NodaTime;

namespace Dispatch.Grains.Desk;

/// <summary>What a command on the desk comes to: events, or a refusal; neither means that there was nothing to do.</summary>
internal readonly record struct DeskDecision(IReadOnlyList<DeskEvent> Events, Reason? Refusal)
{
    public static DeskDecision Nothing { get; } = new([], null);

    public static DeskDecision Happened(params IReadOnlyList<DeskEvent> events) => new(events, null);

    public static DeskDecision Refused(Reason reason) => new([], reason);
}

/// <summary>The rules of the desk, as pure functions.</summary>
internal static class DeskRules
{
    private const int HighestLevel = 3;
    private const int LongestRemark = 500;
    private static readonly string[] Outcomes = ["reached", "no-answer", "wrong-number", "not-needed"];

    /// <summary>Raises an alarm unless it was raised before.</summary>
    public static DeskDecision Raise(DeskState state, AlarmView alarm) =>
        state.Alarms.ContainsKey(alarm.Id) || state.Closed.Contains(alarm.Id.Value)
            ? DeskDecision.Nothing
            : DeskDecision.Happened(new AlarmRaised(alarm));

    /// <summary>Takes a step on an alarm; on one that is closed there is nothing to do.</summary>
    public static DeskDecision Step(DeskState state, TakeAlarmStep step, string actor, Instant at, TerritorySettings settings)
    {
        if (step.Remark.Length > LongestRemark)
            return DeskDecision.Refused(DeskRefusal.TooLong(LongestRemark));
        if (!state.Alarms.TryGetValue(step.Alarm, out var alarm))
        {
            return state.Closed.Contains(step.Alarm.Value)
                ? DeskDecision.Nothing
                : DeskDecision.Refused(CommandResult.NotFound("alarm").Refusal!);
        }

        return step.Step switch
        {
            AlarmStep.Acknowledge when alarm.Owner == actor => DeskDecision.Nothing,
            AlarmStep.Acknowledge => DeskDecision.Happened(new AlarmAcknowledged(alarm.Id, actor, at)),
            AlarmStep.EmergencyCalled when alarm.EmergencyCalledAt is not null => DeskDecision.Nothing,
            AlarmStep.EmergencyCalled => DeskDecision.Happened(new EmergencyCalled(alarm.Id, actor, at)),
            AlarmStep.CalledBack => DeskDecision.Happened(
                new PatientCalledBack(alarm.Id, actor, at, at + Duration.FromMinutes(settings.CallBackMinutes))),
            _ => DeskDecision.Happened(new AlarmClosed(alarm.Id, actor, step.Remark, at)),
        };
    }

    /// <summary>Makes a call task unless it was made before.</summary>
    public static DeskDecision RequestCall(DeskState state, CallTaskView task) =>
        state.Calls.ContainsKey(task.Id) || state.Closed.Contains(task.Id.Value)
            ? DeskDecision.Nothing
            : DeskDecision.Happened(new CallRequested(task));

    /// <summary>Records how a call went; "no-answer" leaves it open.</summary>
    public static DeskDecision RecordOutcome(DeskState state, RecordCallOutcome command, string actor, Instant at)
    {
        if (!Outcomes.Contains(command.Outcome))
            return DeskDecision.Refused(DeskRefusal.NoOutcome);
        if (command.Remark.Length > LongestRemark)
            return DeskDecision.Refused(DeskRefusal.TooLong(LongestRemark));
        if (!state.Calls.ContainsKey(command.Task))
        {
            return state.Closed.Contains(command.Task.Value)
                ? DeskDecision.Nothing
                : DeskDecision.Refused(CommandResult.NotFound("call task").Refusal!);
        }

        return DeskDecision.Happened(new CallOutcomeRecorded(
            command.Task, actor, command.Outcome, command.Remark, at, IsClosed: command.Outcome != "no-answer"));
    }

    /// <summary>The alarms that nobody has answered in time, each raised by one.</summary>
    public static IReadOnlyList<DeskEvent> Escalate(DeskState state, Instant now, TerritorySettings settings) =>
    [
        .. state.Alarms.Values
            .Where(alarm => NextEscalation(alarm, settings) is { } due && due <= now)
            .Select(alarm => new AlarmEscalated(alarm.Id, alarm.Level + 1, now)),
    ];

    /// <summary>When the next alarm is to be raised; none if none is waiting.</summary>
    public static Instant? NextDue(DeskState state, TerritorySettings settings)
    {
        Instant? next = null;
        foreach (var alarm in state.Alarms.Values)
        {
            if (NextEscalation(alarm, settings) is { } due && (next is null || due < next))
                next = due;
        }

        return next;
    }

    private static Instant? NextEscalation(AlarmView alarm, TerritorySettings settings) =>
        alarm.Urgency <= UrgencyClass.P1 && alarm.AcknowledgedAt is null && alarm.Level < HighestLevel
            ? alarm.RaisedAt + Duration.FromSeconds((long)settings.EscalateSeconds * (alarm.Level + 1))
            : null;
}
