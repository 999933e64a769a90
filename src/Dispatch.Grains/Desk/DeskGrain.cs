using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Clock;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Patients;
using NodaTime;

namespace Dispatch.Grains.Desk;

/// <summary>The desk of a territory: alarms, calls, messages, and the clock that raises what nobody answers.</summary>
internal sealed class DeskGrain(GrainServices services, PatientLinkTokens links)
    : JournaledGrain<DeskState, DeskEvent>(services, "desk"), IDeskGrain, IDeskInbox
{
    private TerritorySettings settings = TerritorySettings.Default;
    private WakeUp? wake;

    /// <inheritdoc />
    protected override DeskState Initial => DeskState.Empty;

    private TerritoryId Territory => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> RaiseAsync(RaiseAlarm command, CommandContext context)
    {
        var alarm = await MakeAlarmAsync(command);
        return await ExecuteAsync(context, state => From(DeskRules.Raise(state, alarm)));
    }

    /// <inheritdoc />
    public async Task<CommandResult> TakeStepAsync(TakeAlarmStep command, CommandContext context)
    {
        await ReadSettingsAsync();
        return await ExecuteAsync(context, state => From(DeskRules.Step(state, command, context.Actor, Now, settings)));
    }

    /// <inheritdoc />
    public async Task<CommandResult> RequestCallAsync(RequestCall command, CommandContext context)
    {
        var task = await MakeCallAsync(command);
        return await ExecuteAsync(context, state => From(DeskRules.RequestCall(state, task)));
    }

    /// <inheritdoc />
    public Task<CommandResult> RecordOutcomeAsync(RecordCallOutcome command, CommandContext context) =>
        ExecuteAsync(context, state => From(DeskRules.RecordOutcome(state, command, context.Actor, Now)));

    /// <inheritdoc />
    public async Task<CommandResult> WriteAsync(WriteToTechnician command, CommandContext context)
    {
        if (await GrainFactory.GetGrain<ITechnicianGrain>(command.Technician.Value).ProfileAsync() is null)
            return CommandResult.NotFound("technician");
        var result = await ExecuteAsync(context, _ => command.Text switch
        {
            { Length: 0 } => Decision<DeskEvent>.Refused(DeskRefusal.Empty),
            { Length: > 500 } => Decision<DeskEvent>.Refused(DeskRefusal.TooLong(500)),
            _ => Decision<DeskEvent>.Happened(new MessageShown(new MessageView(
                new MessageId(context.Id.Value), context.Role == Role.Technician ? MessageAudience.Desk : MessageAudience.Technician,
                "written", command.Text, "", Now, null, command.Technician, null, context.Actor))),
        });
        return result;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AlarmView>> AlarmsAsync() =>
        Task.FromResult<IReadOnlyList<AlarmView>>([.. State.Alarms.Values.OrderBy(alarm => alarm.Urgency).ThenBy(alarm => alarm.RaisedAt)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<CallTaskView>> CallsAsync() =>
        Task.FromResult<IReadOnlyList<CallTaskView>>([.. State.Calls.Values.OrderBy(task => task.Urgency).ThenBy(task => task.DueAt)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<MessageView>> MessagesAsync(int count) =>
        Task.FromResult<IReadOnlyList<MessageView>>([.. State.Messages.Reverse().Take(Math.Clamp(count, 0, 1000)).Select(WithLink)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<MessageView>> TechnicianMessagesAsync(TechnicianId technician, Instant since, int count) =>
        Task.FromResult<IReadOnlyList<MessageView>>([.. State.Messages.Reverse().TakeWhile(message => message.SentAt >= since)
            .Where(message => message.Technician == technician && message.Audience != MessageAudience.Patient).Take(Math.Clamp(count, 0, 1000))]);

    /// <inheritdoc />
    protected override DeskState Evolve(DeskState state, DeskEvent happened) => state.Evolve(happened);

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload switch
    {
        TellAlarm told => await RaiseAsync(told.Alarm, context),
        TellAlarmOver over => await ExecuteAsync(context, state => state.Alarms.ContainsKey(over.Alarm)
            ? Decision<DeskEvent>.Happened(new AlarmClosed(over.Alarm, context.Actor, over.Remark, Now))
            : Decision<DeskEvent>.Nothing),
        TellCall told => await RequestCallAsync(told.Call, context),
        // Also where the call itself has not come yet: it then comes to a desk that knows it to be over.
        TellCallOver over => await ExecuteAsync(context, state => state.Closed.Contains(over.Task.Value)
            ? Decision<DeskEvent>.Nothing
            : Decision<DeskEvent>.Happened(new CallOutcomeRecorded(over.Task, context.Actor, "not-needed", "", Now, IsClosed: true))),
        TellMessage told => await ExecuteAsync(context, _ => Decision<DeskEvent>.Happened(new MessageShown(told.Message))),
        _ => await base.ReceiveAsync(payload, context),
    };

    /// <inheritdoc />
    protected override async Task LoadedAsync(CancellationToken cancellation)
    {
        wake = new WakeUp(options => this.RegisterGrainTimer(EscalateAsync, options), Clock);
        await ReadSettingsAsync();
        Arm();
    }

    /// <inheritdoc />
    protected override async Task PublishAsync(IReadOnlyList<DeskEvent> events)
    {
        Arm();
        await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).PublishAsync([.. events.Select(Change).OfType<BoardChange>()]);
        foreach (var shown in events.OfType<MessageShown>())
        {
            if (shown.Message.Technician is { } technician)
                await GrainFactory.GetGrain<ITechnicianFeedGrain>(technician.Value).TouchAsync();
        }
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        wake?.Dispose();
        return Task.CompletedTask;
    }

    private BoardChange? Change(DeskEvent happened) => happened switch
    {
        AlarmRaised e => AlarmNow(e.Alarm.Id),
        AlarmAcknowledged e => AlarmNow(e.Alarm),
        AlarmEscalated e => AlarmNow(e.Alarm),
        EmergencyCalled e => AlarmNow(e.Alarm),
        PatientCalledBack e => AlarmNow(e.Alarm),
        AlarmClosed e => new AlarmChanged(ClosedAlarm(e)),
        CallRequested e => CallNow(e.Task.Id),
        CallOutcomeRecorded { IsClosed: false } e => CallNow(e.Task),
        CallOutcomeRecorded e => new CallTaskChanged(ClosedCall(e)),
        MessageShown e => new MessageSent(WithLink(e.Message)),
        _ => null,
    };

    private AlarmChanged? AlarmNow(AlarmId id) => State.Alarms.TryGetValue(id, out var alarm) ? new AlarmChanged(alarm) : null;

    private CallTaskChanged? CallNow(CallTaskId id) => State.Calls.TryGetValue(id, out var task) ? new CallTaskChanged(task) : null;

    // The board only needs the id of what is closed; the rest is what it last saw.
    private static AlarmView ClosedAlarm(AlarmClosed e) => new(
        e.Alarm, "closed", UrgencyClass.P4, new Reason("closed", "Closed."), e.At, null, "", null, null, null, e.By, e.At, 0, null, null, "", "", "", e.At);

    private static CallTaskView ClosedCall(CallOutcomeRecorded e) => new(
        e.Task, new Reason("closed", "Closed."), UrgencyClass.P4, e.At, null, null, null, "", "", e.By, e.Outcome, e.Remark, e.At);

    private MessageView WithLink(MessageView message) =>
        message is { Visit: { } visit, Audience: MessageAudience.Patient, Link.Length: 0 } ? message with { Link = links.PathFor(visit) } : message;

    private async Task<AlarmView> MakeAlarmAsync(RaiseAlarm command)
    {
        await ReadSettingsAsync();
        var patient = command.Patient is { } id ? await GrainFactory.GetGrain<IPatientGrain>(id.Value).ProfileAsync() : null;
        return new AlarmView(
            command.Id, command.Code, command.Urgency, command.What, Now, command.Patient, patient?.Name ?? "", command.Equipment, command.Visit,
            command.Technician, Owner: "", AcknowledgedAt: null, Level: 0,
            CallBackBy: command.Urgency == UrgencyClass.P0 ? Now + Duration.FromMinutes(settings.CallBackMinutes) : null,
            EmergencyCalledAt: null, EmergencyCalledBy: "", patient?.EmergencyPlan ?? "", patient?.EmergencyNumber ?? "", ClosedAt: null);
    }

    private async Task<CallTaskView> MakeCallAsync(RequestCall command)
    {
        var (name, number) = ("", "");
        if (command.Patient is { } patient && await GrainFactory.GetGrain<IPatientGrain>(patient.Value).ProfileAsync() is { } profile)
        {
            (name, number) = profile.Contact.SomeoneElse.Length > 0
                ? (profile.Name, profile.Contact.SomeoneElse)
                : (profile.Name, profile.Contact.Phone);
        }
        else if (command.Technician is { } technician && await GrainFactory.GetGrain<ITechnicianGrain>(technician.Value).ProfileAsync() is { } worker)
        {
            (name, number) = (worker.Name, worker.Phone);
        }

        return new CallTaskView(
            command.Id, command.Why, command.Urgency, command.DueAt, command.Patient, command.Technician, command.Visit, name, number, "", "", "", null);
    }

    private async Task ReadSettingsAsync()
    {
        if (await GrainFactory.GetGrain<ITerritoryGrain>(Territory.Value).ProfileAsync() is { } territory)
            settings = territory.Settings;
    }

    private void Arm() => wake?.At(DeskRules.NextDue(State, settings));

    private async Task EscalateAsync(CancellationToken cancellation)
    {
        var context = new CommandContext(CommandId.Fresh(), "clock", Role.House, Now);
        await ExecuteAsync(context, state => Decision<DeskEvent>.Happened(DeskRules.Escalate(state, Now, settings)));
        Arm();
    }

    private static Decision<DeskEvent> From(DeskDecision decision) =>
        decision.Refusal is { } refusal ? Decision<DeskEvent>.Refused(refusal) : Decision<DeskEvent>.Happened(decision.Events);
}
