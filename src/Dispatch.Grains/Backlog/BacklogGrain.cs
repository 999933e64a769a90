using System.Diagnostics;
using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Time;
using Dispatch.Domain.Visits;
using Dispatch.Grains.DayPlans;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Roads;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>
/// Plans a territory's waiting list over several days, and books what a dispatcher takes of what was found. It holds no list of its
/// own: which visits wait says the search, and each visit itself.
/// </summary>
internal sealed class BacklogGrain(GrainServices services, ITravelTimes roads, BackgroundPlanner planner, ISearch search)
    : JournaledGrain<BacklogState, BacklogEvent>(services, "backlog"), IBacklogGrain
{
    private const int MostDays = 14;
    private const int MostVisits = 300;
    private const int LooksAheadDays = 35;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SearchLasts = TimeSpan.FromSeconds(10);

    private Task<BacklogProposal>? searching;
    private IGrainTimer? found;

    /// <inheritdoc />
    protected override BacklogState Initial { get; } = new((BacklogProposal?)null);

    private TerritoryId Territory => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> PlanAsync(PlanBacklog command, CommandContext context)
    {
        if (HasSeen(context) || searching is not null)
            return CommandResult.Accepted(Version);
        if (command.Days is < 1 or > MostDays)
            return CommandResult.Refused(new Reason("backlog-days", $"Plan over 1 to {MostDays} days."), Version);
        if (await GrainFactory.GetGrain<ITerritoryGrain>(Territory.Value).ProfileAsync() is not { } territory)
            return CommandResult.NotFound("territory");
        var wanted = command.Days ?? territory.Settings.Planning.BacklogDays;
        var days = await DaysAsync(territory, wanted);
        if (days.Count == 0)
            return CommandResult.Refused(new Reason("backlog-nobody-works", "Nobody works on the next days; enter shifts first."), Version);
        var (waiting, aside) = Sorted(await WaitingAsync(), days[0].Date);
        var table = new TravelTable(roads, () => days[0].Date.DayOfWeek);
        await table.AddAsync(BacklogDays.PlacesOf(days.Select(day => day.State), waiting));
        var result = await ExecuteAsync(context, _ => Decision<BacklogEvent>.Happened(new BacklogPlanningAsked(wanted, Now)));
        var (id, now, wakeUp) = (new ProposalId(context.Id.Value), Now, found!);
        searching = planner.RunAsync(() =>
        {
            var together = BacklogDays.Of(territory, days, waiting, table, now);
            var since = Stopwatch.GetTimestamp();
            using var end = new CancellationTokenSource(SearchLasts);
            return BacklogSearch.Propose(id, together, aside, territory.Settings, now, () => Stopwatch.GetElapsedTime(since) / SearchLasts, end.Token);
        });
        _ = searching.ContinueWith(_ => wakeUp.Change(Soon, Timeout.InfiniteTimeSpan), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await PublishAsync([]);
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> TakeAsync(TakeBacklogProposal command, CommandContext context)
    {
        if (HasSeen(context))
            return await ExecuteAsync(context, _ => Decision<BacklogEvent>.Nothing);
        if (State.Proposal is not { } proposal || proposal.Id != command.Proposal)
            return CommandResult.Refused(new Reason("backlog-proposal-gone", "This proposal was put away, or a newer one has taken its place; look at the list again."), Version);
        if (command.Visits?.FirstOrDefault(visit => proposal.Visits.All(known => known.Visit != visit)) is { Value: not null } unknown)
            return CommandResult.Refused(new Reason("backlog-visit-not-proposed", $"Visit {unknown} has no day in this proposal; take others.", new Dictionary<string, string> { ["visit"] = unknown.Value }), Version);
        var became = await (await BookingAsync()).BookAsync(proposal, visit => command.Visits?.Contains(visit) is not false, context);
        List<StayingVisit> staying = [.. became.Where(one => one.Change is null).Select(one => new StayingVisit(one.Proposed.Visit, [one.Remark!]))];
        BookedWaiting[] booked = [.. became.Where(one => one.Change is not null).Select(one => new BookedWaiting(one.Proposed.Visit, one.Proposed.Date, one.Change!.Value))];
        var remarks = became.Where(one => one.Remark is not null).Select(one => one.Remark!.About(one.Proposed.Visit));
        return await ExecuteAsync(context, _ => Decision<BacklogEvent>.Happened(new BacklogProposalTaken(proposal.Id, [.. booked.Select(visit => visit.Visit)], staying)
        {
            Booking = booked.Length > 0 ? new WaitingBooking(context.Id, context.Actor, proposal, booked) : null,
        }).Remarking(remarks));
    }

    /// <inheritdoc />
    public async Task<CommandResult> UndoAsync(UndoBacklogBooking command, CommandContext context)
    {
        if (HasSeen(context))
            return await ExecuteAsync(context, _ => Decision<BacklogEvent>.Nothing);
        if (State.Bookings.Find(known => known.Id == command.Booking) is not { } booking)
            return CommandResult.Refused(new Reason("backlog-booking-gone", "This booking lies too far back; reschedule its visits by hand."), Version);
        if (booking.Actor != context.Actor)
            return CommandResult.Refused(new Reason("not-yours", "Somebody else made that change; ask them, or move the visit yourself."), Version);
        var remarks = await (await BookingAsync()).TakeBackAsync(booking.Visits, context);
        var stays = remarks.Select(remark => remark.Values.GetValueOrDefault("visit", "")).ToHashSet();
        VisitId[] back = [.. booking.Visits.Select(visit => visit.Visit).Where(visit => !stays.Contains(visit.Value))];
        return await ExecuteAsync(context, _ => (back.Length > 0 ? Decision<BacklogEvent>.Happened(new BacklogBookingTakenBack(booking.Id, back)) : Decision<BacklogEvent>.Nothing).Remarking(remarks));
    }

    /// <inheritdoc />
    public Task<CommandResult> DismissAsync(ProposalId proposal, CommandContext context) =>
        ExecuteAsync(context, state => state.Proposal?.Id == proposal ? Decision<BacklogEvent>.Happened(new BacklogProposalDismissed(proposal)) : Decision<BacklogEvent>.Nothing);

    /// <inheritdoc />
    public Task<BacklogPlanView> ViewAsync() => Task.FromResult(new BacklogPlanView(searching is not null, State.Proposal));

    /// <inheritdoc />
    protected override BacklogState Evolve(BacklogState state, BacklogEvent happened) => state.Evolve(happened);

    /// <inheritdoc />
    protected override Task LoadedAsync(CancellationToken cancellation)
    {
        found = this.RegisterGrainTimer(TakeFoundAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task PublishAsync(IReadOnlyList<BacklogEvent> events) =>
        await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).PublishAsync([new BacklogPlanChanged(await ViewAsync())]);

    private async Task<BacklogBooking> BookingAsync()
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(Territory.Value).ProfileAsync();
        return new BacklogBooking(GrainFactory, Territory, DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory?.TimeZone ?? "UTC") ?? DateTimeZone.Utc);
    }

    private async Task TakeFoundAsync(CancellationToken cancellation)
    {
        if (searching is not { IsCompleted: true } done)
            return;
        searching = null;
        try
        {
            var proposal = await done;
            await ExecuteAsync(new CommandContext(CommandId.Fresh(), "planner", Role.House, Now), _ => Decision<BacklogEvent>.Happened(new BacklogPlanned(proposal)));
        }
        finally
        {
            await PublishAsync([]);
        }
    }

    // What is left of today, and the next days on which anybody works, as their plans stand.
    private async Task<IReadOnlyList<(LocalDate Date, DayPlanState State)>> DaysAsync(TerritoryProfile territory, int wanted)
    {
        var today = await GrainFactory.GetGrain<ITerritoryGrain>(territory.Id.Value).TodayAsync();
        var days = new List<(LocalDate, DayPlanState)>();
        for (var (ahead, left) = (0, wanted); ahead <= LooksAheadDays && left > 0; ahead++)
        {
            var outlook = await GrainFactory.GetGrain<IDayOutlookSource>(DayPlanKey.Of(territory.Id, today.PlusDays(ahead))).OutlookAsync();
            var state = outlook.Read();
            if (state.IsClosed || !state.Technicians.Values.Any(technician => technician.WorksFrom is not null && (ahead > 0 || IsStillAtWork(technician))))
                continue;
            days.Add((outlook.Date, state));
            left -= ahead > 0 ? 1 : 0;
        }

        return days;
    }

    private bool IsStillAtWork(TechnicianDay technician) => technician.Duty is not (DutyState.Out or DutyState.Ended) && technician.Entry.ShiftEnd > Now;

    private async Task<IReadOnlyList<WaitingVisit>> WaitingAsync()
    {
        await search.CatchUpAsync(CancellationToken.None);
        var listed = await search.BacklogAsync(Territory, CancellationToken.None);
        var details = await Task.WhenAll(listed.Select(visit => GrainFactory.GetGrain<IVisitGrain>(visit.Id.Value).DetailsAsync()));
        return [.. listed.Zip(details).Where(pair => pair.Second is { Date: null } && pair.First.Status == VisitStatus.Backlog)
            .Select(pair => new WaitingVisit(pair.First.Id, pair.Second!, pair.First.TypeName, pair.First.PatientName))];
    }

    // Those that can be planned, the nearest last day first, and the others with what a person must do about them.
    private static (IReadOnlyList<WaitingVisit> Planned, IReadOnlyList<StayingVisit> Aside) Sorted(IReadOnlyList<WaitingVisit> waiting, LocalDate first)
    {
        static Reason? Obstacle(WaitingVisit visit, LocalDate first) => visit switch
        {
            { LastDay: null } => new Reason("backlog-no-days-said", "Say on which days it may be done."),
            { LastDay: { } last } when last < first => new Reason("backlog-days-over", "Its last day is here or over: book it by hand, or give it other days."),
            _ => null,
        };
        var looked = waiting.Select(visit => (Visit: visit, Why: Obstacle(visit, first))).ToList();
        WaitingVisit[] able = [.. looked.Where(pair => pair.Why is null).Select(pair => pair.Visit).OrderBy(visit => visit.LastDay).ThenBy(visit => visit.Details.Urgency).ThenBy(visit => visit.Id.Value, StringComparer.Ordinal)];
        var tooMany = new Reason("backlog-too-many", $"At most {MostVisits} visits are planned at once, those with the nearest last day first; take these and plan again.");
        return (
            able[..Math.Min(MostVisits, able.Length)],
            [.. looked.Where(pair => pair.Why is not null).Select(pair => new StayingVisit(pair.Visit.Id, [pair.Why!])), .. able.Skip(MostVisits).Select(visit => new StayingVisit(visit.Id, [tooMany]))]);
    }
}
