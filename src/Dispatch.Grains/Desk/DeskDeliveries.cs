using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.Desk;

/// <summary>Tells the desk to raise an alarm.</summary>
[JournalName("tell-alarm", 1)]
internal sealed record TellAlarm(RaiseAlarm Alarm);

/// <summary>Tells the desk that what an alarm was about is over.</summary>
[JournalName("tell-alarm-over", 1)]
internal sealed record TellAlarmOver(AlarmId Alarm, string Remark);

/// <summary>Tells the desk that a person has to call.</summary>
[JournalName("tell-call", 1)]
internal sealed record TellCall(RequestCall Call);

/// <summary>Tells the desk that what a call was to be about is over.</summary>
[JournalName("tell-call-over", 1)]
internal sealed record TellCallOver(CallTaskId Task);

/// <summary>Shows the desk a message that went out.</summary>
[JournalName("tell-message", 1)]
internal sealed record TellMessage(MessageView Message);
