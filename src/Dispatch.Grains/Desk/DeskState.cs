using System.Collections.Immutable;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Domain.Ids;

namespace Dispatch.Grains.Desk;

/// <summary>Open alarms and calls, and the newest messages of a desk; a fold over <see cref="DeskEvent"/>.</summary>
/// <param name="Closed">Alarms and calls that were closed, newest last, so that raising one again by the same id changes nothing.</param>
internal sealed record DeskState(
    ImmutableDictionary<AlarmId, AlarmView> Alarms,
    ImmutableDictionary<CallTaskId, CallTaskView> Calls,
    ImmutableList<MessageView> Messages,
    ImmutableList<string> Closed)
{
    private const int MessagesKept = 300;
    private const int ClosedKept = 2_000;

    public static DeskState Empty { get; } = new(
        ImmutableDictionary<AlarmId, AlarmView>.Empty, ImmutableDictionary<CallTaskId, CallTaskView>.Empty, [], []);

    /// <summary>The state after one more event.</summary>
    public DeskState Evolve(DeskEvent happened) => happened switch
    {
        AlarmRaised raised => this with { Alarms = Alarms.SetItem(raised.Alarm.Id, raised.Alarm) },
        AlarmAcknowledged e => Change(e.Alarm, a => a with { Owner = e.Owner, AcknowledgedAt = a.AcknowledgedAt ?? e.At }),
        AlarmEscalated e => Change(e.Alarm, a => a with { Level = e.Level }),
        EmergencyCalled e => Change(e.Alarm, a => a with { EmergencyCalledAt = e.At, EmergencyCalledBy = e.By, Owner = Owned(a, e.By), AcknowledgedAt = a.AcknowledgedAt ?? e.At }),
        PatientCalledBack e => Change(e.Alarm, a => a with { CallBackBy = e.NextBy, Owner = Owned(a, e.By), AcknowledgedAt = a.AcknowledgedAt ?? e.At }),
        AlarmClosed e => this with { Alarms = Alarms.Remove(e.Alarm), Closed = Remember(e.Alarm.Value) },
        CallRequested e => this with { Calls = Calls.SetItem(e.Task.Id, e.Task) },
        CallOutcomeRecorded { IsClosed: true } e => this with { Calls = Calls.Remove(e.Task), Closed = Remember(e.Task.Value) },
        CallOutcomeRecorded e => Calls.TryGetValue(e.Task, out var call)
            ? this with { Calls = Calls.SetItem(e.Task, call with { Owner = e.By, Outcome = e.Outcome, Remark = e.Remark }) }
            : this,
        MessageShown e => this with { Messages = Trim(Messages.Add(e.Message), MessagesKept) },
        _ => this,
    };

    private DeskState Change(AlarmId id, Func<AlarmView, AlarmView> change) =>
        Alarms.TryGetValue(id, out var alarm) ? this with { Alarms = Alarms.SetItem(id, change(alarm)) } : this;

    private static string Owned(AlarmView alarm, string by) => alarm.Owner.Length > 0 ? alarm.Owner : by;

    private ImmutableList<string> Remember(string id) => Trim(Closed.Add(id), ClosedKept);

    private static ImmutableList<T> Trim<T>(ImmutableList<T> list, int most) => list.Count > most ? list.RemoveRange(0, list.Count - most) : list;
}
