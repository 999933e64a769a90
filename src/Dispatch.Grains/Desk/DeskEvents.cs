using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Desk;

/// <summary>What happened on a desk.</summary>
internal abstract record DeskEvent;

/// <summary>An alarm stands on the board, as it then was.</summary>
[JournalName("alarm-raised", 1)]
internal sealed record AlarmRaised(AlarmView Alarm) : DeskEvent;

/// <summary>Somebody has it in hand.</summary>
[JournalName("alarm-acknowledged", 1)]
internal sealed record AlarmAcknowledged(AlarmId Alarm, string Owner, Instant At) : DeskEvent;

/// <summary>Nobody answered in time: it went to the next person.</summary>
[JournalName("alarm-escalated", 1)]
internal sealed record AlarmEscalated(AlarmId Alarm, int Level, Instant At) : DeskEvent;

/// <summary>The emergency number was called.</summary>
[JournalName("emergency-called", 1)]
internal sealed record EmergencyCalled(AlarmId Alarm, string By, Instant At) : DeskEvent;

/// <summary>The patient was called back; the next call is due then.</summary>
[JournalName("patient-called-back", 1)]
internal sealed record PatientCalledBack(AlarmId Alarm, string By, Instant At, Instant NextBy) : DeskEvent;

/// <summary>Settled.</summary>
[JournalName("alarm-closed", 1)]
internal sealed record AlarmClosed(AlarmId Alarm, string By, string Remark, Instant At) : DeskEvent;

/// <summary>A person is to call.</summary>
[JournalName("call-requested", 1)]
internal sealed record CallRequested(CallTaskView Task) : DeskEvent;

/// <summary>A call was tried.</summary>
[JournalName("call-outcome-recorded", 1)]
internal sealed record CallOutcomeRecorded(CallTaskId Task, string By, string Outcome, string Remark, Instant At, bool IsClosed) : DeskEvent;

/// <summary>A message went out, or came in.</summary>
[JournalName("message-shown", 1)]
internal sealed record MessageShown(MessageView Message) : DeskEvent;

/// <summary>Why a step on the desk was refused.</summary>
internal static class DeskRefusal
{
    public static Reason NoOutcome { get; } =
        new("call-outcome-unknown", "Say how the call went: reached, no-answer, wrong-number or not-needed.");

    public static Reason TooLong(int most) =>
        new("text-too-long", $"Shorten the text to {most} characters.", new Dictionary<string, string> { ["most"] = $"{most}" });

    public static Reason Empty { get; } = new("text-empty", "Write something first.");
}
