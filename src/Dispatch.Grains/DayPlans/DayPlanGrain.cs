using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Grains.Clock;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.LearnedTimes;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Roads;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// The only writer of one territory's routes on one day. This file holds how it wakes, reads and decides; beside it lie its
/// commands, its inbox, its clock, its planner and its views.
/// </summary>
internal sealed partial class DayPlanGrain : JournaledGrain<DayPlanState, DayPlanEvent>, IDayPlanGrain, IDayPlanInbox, IDayFeedSource
{
    private readonly TravelTable table;
    private readonly ITravelTimes roads;
    private readonly BackgroundPlanner planner;
    private readonly DayArrivals arrivals = new();
    private readonly PlannedVisits known = new();
    private readonly DayRoster roster = new();
    private TerritoryProfile? territory;
    private DayPlanState? unopened;
    private Instant learnedAt;
    private DayPicture? latest;

    public DayPlanGrain(GrainServices services, ITravelTimes roads, BackgroundPlanner planner) : base(services, "day-plan")
    {
        (this.roads, this.planner) = (roads, planner);
        table = new TravelTable(roads, () => Date.DayOfWeek);
    }

    /// <inheritdoc />
    protected override DayPlanState Initial => DayPlanState.Empty;

    private TerritoryId TerritoryId => DayPlanKey.Parse(this.GetPrimaryKeyString()).Territory;

    private LocalDate Date => DayPlanKey.Parse(this.GetPrimaryKeyString()).Date;

    private DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory?.TimeZone ?? "UTC") ?? DateTimeZone.Utc;

    private Instant DayStart => Zone.AtStartOfDay(Date).ToInstant();

    private Instant DayEnd => Zone.AtStartOfDay(Date.PlusDays(1)).ToInstant();

    /// <summary>The state; of a day that nobody has planned yet, the state with its roster.</summary>
    private DayPlanState Day => State.IsOpen ? State : unopened ?? State;

    /// <inheritdoc />
    protected override async Task LoadedAsync(CancellationToken cancellation)
    {
        territory = await GrainFactory.GetGrain<ITerritoryGrain>(TerritoryId.Value).ProfileAsync();
        if (territory is not null && !State.IsOpen)
        {
            await roster.RenewAsync(GrainFactory, territory, Date);
            unopened = State.Evolve(new DayOpened(roster.Entries));
        }

        await WeighRoadsAsync();
        roadsFollowed = roads.Version;
        await table.AddAsync(PlacesOf(Day));
        await LearnAsync();
        wake = new WakeUp(options => this.RegisterGrainTimer(OnTheMinuteAsync, options), Clock);
        planWake = this.RegisterGrainTimer(TakeFoundAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        placing = this.RegisterGrainTimer(PlaceWaitingAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        sending = this.RegisterGrainTimer(SendViewsAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        Arm();
        if (State.IsOpen && !State.IsClosed && Picture().Plan.Unassigned.Length > 0)
            placing.Change(Soon, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        wake?.Dispose();
        if (searching is not null)
            await searching.CancelAsync();
    }

    /// <inheritdoc />
    protected override DayPlanState Evolve(DayPlanState state, DayPlanEvent happened) => state.Evolve(happened);

    private async Task LearnAsync()
    {
        arrivals.Learn(await GrainFactory.GetGrain<ILearnedTimesGrain>(TerritoryId.Value).GroupsAsync());
        learnedAt = Now;
    }

    /// <summary>The day as it now looks.</summary>
    private DayPicture Picture() => PictureOf(Day);

    // The last one is used again as long as nothing that it shows has changed.
    private DayPicture PictureOf(DayPlanState state)
    {
        var settings = territory?.Settings ?? TerritorySettings.Default;
        if (latest is { } same && ReferenceEquals(same.State, state) && same.Now == Now && ReferenceEquals(same.Settings, settings) && ReferenceEquals(same.MapTimes, table.Matrix()))
            return same;
        return latest = new DayPicture(TerritoryId, state, table, DayStart, Now, settings, arrivals, known, new CatalogueNames(territory));
    }

    private static IEnumerable<Domain.Places.GeoPoint> PlacesOf(DayPlanState state) =>
        state.Visits.Values.Select(visit => visit.Details.Place)
            .Concat(state.Technicians.Values.SelectMany(technician => new[] { technician.Entry.StartPlace, technician.Entry.EndPlace }));

    /// <summary>Decides on the day as it now looks, with all that follows from it, and makes it durable.</summary>
    /// <param name="followsAlways">Whether something may follow where nothing was decided: time has passed.</param>
    private async Task<CommandResult> DecideAsync(CommandContext context, Func<DayPicture, Decision<DayPlanEvent>> decide, bool followsAlways = false)
    {
        if (await OpenAsync(context) is { } refusal)
            return CommandResult.Refused(refusal);
        return await ExecuteAsync(context, state =>
            new Consequences(TerritoryId, Date, PictureOf).Of(state, decide(PictureOf(state)), context, followsAlways));
    }

    /// <summary>Opens the day with its roster, if that has not been done.</summary>
    private async Task<Reason?> OpenAsync(CommandContext context)
    {
        if (State.IsOpen)
            return null;
        territory ??= await GrainFactory.GetGrain<ITerritoryGrain>(TerritoryId.Value).ProfileAsync();
        if (territory is null)
            return CommandResult.NotFound("territory").Refusal;
        await roster.RenewAsync(GrainFactory, territory, Date);
        await table.AddAsync(roster.Entries.SelectMany(entry => new[] { entry.StartPlace, entry.EndPlace }));
        await ExecuteAsync(
            new CommandContext(new CommandId("open-" + this.GetPrimaryKeyString()), "house", Role.House, context.OccurredAt),
            _ => Decision<DayPlanEvent>.Happened(new DayOpened(roster.Entries)));
        return null;
    }
}
