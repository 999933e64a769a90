using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Messages;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Desk;

/// <summary>Something abnormal that a person must take in hand.</summary>
/// <param name="Code">"device-alarm", "p0", "p1-unassigned", "will-be-late", "conflict", "position-lost", "late-report" and the like.</param>
/// <param name="Urgency">Gives priority, shape and colour.</param>
/// <param name="Owner">Who has it in hand; empty while nobody has.</param>
/// <param name="AcknowledgedAt">None while unanswered; an unanswered P0 or P1 is raised after two minutes.</param>
/// <param name="Level">How often it was raised to the next person.</param>
/// <param name="CallBackBy">The P0 card's call-back clock.</param>
/// <param name="EmergencyCalledAt">When the emergency number was called, and by whom.</param>
/// <param name="EmergencyPlan">The P0 card's plan; needs no planning to be shown.</param>
[GenerateSerializer, Immutable]
public sealed record AlarmView(
    AlarmId Id,
    string Code,
    UrgencyClass Urgency,
    Reason What,
    Instant RaisedAt,
    PatientId? Patient,
    string PatientName,
    EquipmentId? Equipment,
    VisitId? Visit,
    TechnicianId? Technician,
    string Owner,
    Instant? AcknowledgedAt,
    int Level,
    Instant? CallBackBy,
    Instant? EmergencyCalledAt,
    string EmergencyCalledBy,
    string EmergencyPlan,
    string EmergencyNumber,
    Instant? ClosedAt);

/// <summary>A call that a person has to make.</summary>
/// <param name="Outcome">"reached", "no-answer", "wrong-number", "not-needed"; empty while open.</param>
[GenerateSerializer, Immutable]
public sealed record CallTaskView(
    CallTaskId Id,
    Reason Why,
    UrgencyClass Urgency,
    Instant DueAt,
    PatientId? Patient,
    TechnicianId? Technician,
    VisitId? Visit,
    string CallName,
    string CallNumber,
    string Owner,
    string Outcome,
    string Remark,
    Instant? ClosedAt);

/// <summary>Raises an alarm; the same id twice raises one.</summary>
[GenerateSerializer, Immutable]
public sealed record RaiseAlarm(
    AlarmId Id,
    string Code,
    UrgencyClass Urgency,
    Reason What,
    PatientId? Patient,
    EquipmentId? Equipment,
    VisitId? Visit,
    TechnicianId? Technician);

/// <summary>What a person does with an alarm.</summary>
public enum AlarmStep
{
    /// <summary>Seen, and taken in hand by who says so.</summary>
    Acknowledge,

    /// <summary>The emergency number was called.</summary>
    EmergencyCalled,

    /// <summary>The patient was called back; the clock starts again.</summary>
    CalledBack,

    /// <summary>Settled.</summary>
    Close,
}

/// <summary>Takes a step on an alarm.</summary>
[GenerateSerializer, Immutable]
public sealed record TakeAlarmStep(AlarmId Alarm, AlarmStep Step, string Remark);

/// <summary>Asks a person to call.</summary>
[GenerateSerializer, Immutable]
public sealed record RequestCall(
    CallTaskId Id,
    Reason Why,
    UrgencyClass Urgency,
    Instant DueAt,
    PatientId? Patient,
    TechnicianId? Technician,
    VisitId? Visit);

/// <summary>Says how a call went. "no-answer" leaves the task open for another try.</summary>
[GenerateSerializer, Immutable]
public sealed record RecordCallOutcome(CallTaskId Task, string Outcome, string Remark);

/// <summary>Writes to a technician.</summary>
/// <param name="Text">1 to 500 characters.</param>
[GenerateSerializer, Immutable]
public sealed record WriteToTechnician(TechnicianId Technician, string Text);

/// <summary>The desk of a territory: alarms, calls, messages, and what is due; key: the territory's id.</summary>
[Alias("dispatch.desk")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Raises an alarm; never refused.</summary>
    [Alias("raise")]
    Task<CommandResult> RaiseAsync(RaiseAlarm command, CommandContext context);

    /// <summary>Takes a step on an alarm.</summary>
    [Alias("step")]
    Task<CommandResult> TakeStepAsync(TakeAlarmStep command, CommandContext context);

    /// <summary>Makes a call task.</summary>
    [Alias("call")]
    Task<CommandResult> RequestCallAsync(RequestCall command, CommandContext context);

    /// <summary>Records how a call went.</summary>
    [Alias("outcome")]
    Task<CommandResult> RecordOutcomeAsync(RecordCallOutcome command, CommandContext context);

    /// <summary>Writes to a technician's phone.</summary>
    [Alias("write")]
    Task<CommandResult> WriteAsync(WriteToTechnician command, CommandContext context);

    /// <summary>Open alarms, worst first.</summary>
    [Alias("alarms"), ReadOnly]
    Task<IReadOnlyList<AlarmView>> AlarmsAsync();

    /// <summary>Open call tasks, most urgent first.</summary>
    [Alias("calls"), ReadOnly]
    Task<IReadOnlyList<CallTaskView>> CallsAsync();

    /// <summary>Messages, newest first, at most <paramref name="count"/>.</summary>
    [Alias("messages"), ReadOnly]
    Task<IReadOnlyList<MessageView>> MessagesAsync(int count);

    /// <summary>The last messages with one technician, newest first; those to patients are not among them.</summary>
    /// <param name="since">Older ones are left out.</param>
    /// <param name="count">0 to 1,000.</param>
    [Alias("technician-messages"), ReadOnly]
    Task<IReadOnlyList<MessageView>> TechnicianMessagesAsync(TechnicianId technician, Instant since, int count);
}
