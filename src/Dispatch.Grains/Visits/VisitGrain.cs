using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.History;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.Visits;

/// <summary>One visit from request to end.</summary>
internal sealed class VisitGrain(GrainServices services) : JournaledGrain<VisitState, VisitEvent>(services, "visit"), IVisitGrain, IVisitInbox, IVisitPageSource
{
    private readonly FollowedPages followed = new();

    /// <inheritdoc />
    protected override VisitState Initial => VisitState.Unknown;

    private VisitId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> RequestAsync(RequestVisit command, CommandContext context)
    {
        if (HasSeen(context) || State.Details is not null)
            return await DecideAsync(context, _ => Decision<VisitEvent>.Nothing);
        var draft = await GrainFactory.GetGrain<IIntakeGrain>(command.Territory.Value).DraftAsync(command, context.OccurredAt);
        return await RequestAsync(draft, context);
    }

    // From now on the patient's entry tells the visit whom the patient would rather have come; what changed between the draft and now is heard here.
    private async Task<CommandResult> RequestAsync(VisitDraft draft, CommandContext context)
    {
        var result = await DecideAsync(context, state => VisitRules.Request(state, Id, draft));
        if (State.Details is not { } details)
            return result;
        var wish = await GrainFactory.GetGrain<IPatientGrain>(details.Patient.Value).PreferredAsync();
        if (!details.Preferred.SequenceEqual(wish))
            await DecideAsync(new CommandContext(new CommandId(context.Id.Value + "-wish"), context.Actor, context.Role, context.OccurredAt), state => VisitRules.Prefer(state, Id, wish));
        return result;
    }

    /// <inheritdoc />
    public Task<CommandResult> EditAsync(EditVisit command, CommandContext context) =>
        DecideAsync(context, state => VisitRules.Edit(state, Id, command));

    /// <inheritdoc />
    public async Task<CommandResult> RescheduleAsync(RescheduleVisit command, CommandContext context)
    {
        if (State.Details is not { } details)
            return CommandResult.NotFound("visit");
        var today = await GrainFactory.GetGrain<ITerritoryGrain>(details.Territory.Value).TodayAsync();
        return await DecideAsync(context, state => VisitRules.Reschedule(state, Id, command, context.Actor, today));
    }

    /// <inheritdoc />
    public Task<CommandResult> CancelAsync(CancelVisit command, CommandContext context) =>
        DecideAsync(context, state => VisitRules.Cancel(state, Id, command.Reason, context.Actor, Now));

    /// <inheritdoc />
    public async Task<CommandResult> RecordAnswerAsync(PatientAnswer answer, CommandContext context)
    {
        if (State.Details is not { } details)
            return CommandResult.NotFound("visit");
        if (HasSeen(context))
            return await DecideAsync(context, _ => Decision<VisitEvent>.Nothing);
        if (AnswerRules.Contact(answer) is { } change && await GrainFactory.GetGrain<IPatientGrain>(details.Patient.Value).ProfileAsync() is { } patient)
        {
            var contact = new CommandContext(new CommandId(context.Id.Value + "-contact"), context.Actor, context.Role, context.OccurredAt);
            var changed = await GrainFactory.GetGrain<IPatientGrain>(details.Patient.Value).ChangeContactAsync(change(patient.Contact), contact);
            if (!changed.IsAccepted)
                return changed;
        }

        return await DecideAsync(context, state => AnswerRules.Take(state, Id, answer, context, Now));
    }

    /// <inheritdoc />
    public Task<VisitDetails?> DetailsAsync() => Task.FromResult(State.Details);

    /// <inheritdoc />
    public Task<VisitView?> ViewAsync() => Task.FromResult(State.View(Id, Version));

    /// <inheritdoc />
    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync() => StreamHistory.OfAsync(Journal, Stream);

    /// <inheritdoc />
    public Task FollowPageAsync()
    {
        followed.Follow(Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override VisitState Evolve(VisitState state, VisitEvent happened) => state.Evolve(happened);

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload switch
    {
        TellProgress told => await DecideAsync(context, state => VisitRules.Progress(state, Id, told)),
        TellPromised told => await DecideAsync(context, state => state.Promise == told.Promise || state.Details is null
            ? Decision<VisitEvent>.Nothing
            : Decision<VisitEvent>.Happened(new VisitPromised(told.Promise))),
        TellFollowUp told => await RequestAsync(new VisitDraft(told.Details, told.TypeName, told.PatientName, null), context),
        TellTakenBack told => await DecideAsync(context, state => VisitRules.TakeBack(state, Id, told.Actor, Now)),
        TellPreferred told => await DecideAsync(context, state => VisitRules.Prefer(state, Id, told.Technicians)),
        TellReinstated => await ReinstateAsync(context),
        TellRollOver told => await DecideAsync(context, state => state.Details?.Date != told.From || state.IsClosed || state.IsUnderWay
            ? Decision<VisitEvent>.Nothing
            : VisitRules.Reschedule(state, Id, new RescheduleVisit(told.To, []), context.Actor, told.To ?? told.From)),
        TellCallArranged told => await DecideAsync(context, state => Decision<VisitEvent>.Happened(new VisitCallArranged(told.Task, told.Code))),
        TellFollowUpArranged => await DecideAsync(context, _ => Decision<VisitEvent>.Happened(new VisitFollowUpArranged())),
        _ => await base.ReceiveAsync(payload, context),
    };

    private async Task<CommandResult> ReinstateAsync(CommandContext context)
    {
        var territory = State.Details is { } details ? await GrainFactory.GetGrain<ITerritoryGrain>(details.Territory.Value).ProfileAsync() : null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory?.TimeZone ?? "UTC") ?? DateTimeZone.Utc;
        return await DecideAsync(context, state => VisitRules.Reinstate(state, Id, zone));
    }

    private Task<CommandResult> DecideAsync(CommandContext context, Func<VisitState, Decision<VisitEvent>> decide) =>
        ExecuteAsync(context, state => VisitCalls.Settle(state, decide(state)));

    /// <inheritdoc />
    protected override async Task PublishAsync(IReadOnlyList<VisitEvent> events)
    {
        if (State.View(Id, Version) is not { } view)
            return;
        if (followed.Holds(Id))
            await GrainFactory.GetGrain<IPatientFeedGrain>(Id.Value).TouchAsync();
        BoardChange? change = view.Date is null && !State.IsClosed ? new VisitChanged(view)
            : events.Any(e => e is VisitRescheduled or VisitCancelled) ? new VisitLeft(Id)
            : null;
        if (change is not null)
            await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(State.Details!.Territory)).PublishAsync([change]);
    }
}
