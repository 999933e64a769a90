using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Grains.Clock;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Roads;
using NodaTime;
using Orleans.Concurrency;

namespace Dispatch.Grains.Territories;

/// <summary>What happened to a territory.</summary>
internal abstract record TerritoryEvent;

/// <summary>It was entered or changed.</summary>
[JournalName("territory-saved", 1)]
internal sealed record TerritorySaved(TerritoryProfile Profile) : TerritoryEvent;

/// <summary>A technician came on its books.</summary>
[JournalName("technician-enrolled", 1)]
internal sealed record TechnicianEnrolled(TechnicianId Technician) : TerritoryEvent;

/// <summary>A technician left its books.</summary>
[JournalName("technician-withdrawn", 1)]
internal sealed record TechnicianWithdrawn(TechnicianId Technician) : TerritoryEvent;

/// <summary>Streets were closed or slowed.</summary>
[JournalName("streets-closed", 1)]
internal sealed record StreetsClosed(ClosureView Closure) : TerritoryEvent;

/// <summary>They are as on the map again.</summary>
[JournalName("streets-reopened", 1)]
internal sealed record StreetsReopened(ClosureId Closure) : TerritoryEvent;

/// <summary>Tells a day plan that drive times are other ones.</summary>
[JournalName("tell-roads-changed", 1)]
internal sealed record TellRoadsChanged;

/// <summary>Tells a territory of a technician.</summary>
[JournalName("tell-enrolled", 1)]
internal sealed record TellEnrolled(TechnicianId Technician, bool IsOnTheBooks);

/// <summary>A territory as its events have made it.</summary>
internal sealed record TerritoryState(TerritoryProfile? Profile, ImmutableSortedSet<string> Roster)
{
    /// <summary>What is otherwise on the streets, oldest first.</summary>
    public ImmutableList<ClosureView> Closures { get; init; } = [];
}

/// <summary>What is otherwise on a territory's streets.</summary>
/// <param name="Number">Grows with each change.</param>
[GenerateSerializer, Immutable]
public sealed record TerritoryStreets(long Number, IReadOnlyList<ClosureView> Closures);

/// <summary>Tells those who weigh roads what a territory says of them.</summary>
[Alias("dispatch.territory-streets")]
public interface ITerritoryStreets : IGrainWithStringKey
{
    /// <summary>All that is otherwise at present.</summary>
    [Alias("streets"), ReadOnly]
    Task<TerritoryStreets> StreetsAsync();
}

/// <summary>One territory: settings, catalogues, roster, closures.</summary>
internal sealed class TerritoryGrain(GrainServices services, ITravelTimes roads)
    : JournaledGrain<TerritoryState, TerritoryEvent>(services, "territory"), ITerritoryGrain, ITerritoryInbox, ITerritoryStreets
{
    private WakeUp? wake;

    private TerritoryId Territory => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    protected override TerritoryState Initial { get; } = new(null, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <inheritdoc />
    public async Task<CommandResult> SaveAsync(TerritoryProfile profile, CommandContext context)
    {
        var result = await ExecuteAsync(context, state => TerritoryRules.Mistake(profile) is { } mistake
            ? Decision<TerritoryEvent>.Refused(mistake)
            : Equal(state.Profile, profile) ? Decision<TerritoryEvent>.Nothing : Decision<TerritoryEvent>.Happened(new TerritorySaved(profile)));
        if (result.IsAccepted)
            await GrainFactory.GetGrain<ITerritoriesIndex>(0).NoteAsync(profile.Id);
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> CloseStreetsAsync(CloseStreets command, CommandContext context) =>
        await ExecuteAsync(context, state => Telling(ClosureRules.Close(state, command, context, roads.Covers, Now)));

    /// <inheritdoc />
    public async Task<CommandResult> ReopenStreetsAsync(ClosureId closure, CommandContext context) =>
        await ExecuteAsync(context, state => Telling(ClosureRules.Reopen(state, closure)));

    /// <inheritdoc />
    public Task<IReadOnlyList<ClosureView>> ClosuresAsync() => Task.FromResult<IReadOnlyList<ClosureView>>(State.Closures);

    /// <inheritdoc />
    public Task<TerritoryStreets> StreetsAsync() => Task.FromResult(new TerritoryStreets(Version, State.Closures));

    /// <inheritdoc />
    public Task<TerritoryProfile?> ProfileAsync() => Task.FromResult(State.Profile);

    /// <inheritdoc />
    public Task<IReadOnlyList<TechnicianId>> RosterAsync() =>
        Task.FromResult<IReadOnlyList<TechnicianId>>([.. State.Roster.Select(id => new TechnicianId(id))]);

    /// <inheritdoc />
    public Task<LocalDate> TodayAsync() => Task.FromResult(Today());

    private LocalDate Today() => WorkingTime.DayOf(Now, DateTimeZoneProviders.Tzdb.GetZoneOrNull(State.Profile?.TimeZone ?? "UTC") ?? DateTimeZone.Utc);

    /// <inheritdoc />
    protected override TerritoryState Evolve(TerritoryState state, TerritoryEvent happened) => happened switch
    {
        TerritorySaved e => state with { Profile = e.Profile },
        TechnicianEnrolled e => state with { Roster = state.Roster.Add(e.Technician.Value) },
        TechnicianWithdrawn e => state with { Roster = state.Roster.Remove(e.Technician.Value) },
        StreetsClosed e => state with { Closures = state.Closures.Add(e.Closure) },
        StreetsReopened e => state with { Closures = state.Closures.RemoveAll(closure => closure.Id == e.Closure) },
        _ => state,
    };

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload switch
    {
        TellEnrolled { IsOnTheBooks: true } told => await ExecuteAsync(context, state => state.Roster.Contains(told.Technician.Value)
            ? Decision<TerritoryEvent>.Nothing
            : Decision<TerritoryEvent>.Happened(new TechnicianEnrolled(told.Technician))),
        TellEnrolled told => await ExecuteAsync(context, state => state.Roster.Contains(told.Technician.Value)
            ? Decision<TerritoryEvent>.Happened(new TechnicianWithdrawn(told.Technician))
            : Decision<TerritoryEvent>.Nothing),
        _ => await base.ReceiveAsync(payload, context),
    };

    /// <inheritdoc />
    protected override Task LoadedAsync(CancellationToken cancellation)
    {
        wake = new WakeUp(options => this.RegisterGrainTimer(LapseAsync, options), Clock);
        Weigh();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task PublishAsync(IReadOnlyList<TerritoryEvent> events)
    {
        if (!events.Any(e => e is StreetsClosed or StreetsReopened))
            return;
        await Task.Run(Weigh);
        await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).PublishAsync(
            [.. events.Select(BoardChange? (e) => e is StreetsClosed closed ? new ClosureChanged(closed.Closure) : e is StreetsReopened opened ? new ClosureEnded(opened.Closure) : null).OfType<BoardChange>()]);
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        wake?.Dispose();
        return Task.CompletedTask;
    }

    // Here for vans and directions; each day plan weighs for itself, since it may live in another process.
    private void Weigh()
    {
        roads.Change(Territory, Version, State.Closures);
        wake?.At(ClosureRules.NextDue(State));
    }

    private async Task LapseAsync(CancellationToken cancellation) =>
        await ExecuteAsync(new CommandContext(CommandId.Fresh(), "clock", Role.House, Now), state => Telling(ClosureRules.Lapse(state, Now)));

    // Today's plan and tomorrow's drive by the new times; later days read them when they are opened.
    private Decision<TerritoryEvent> Telling(Decision<TerritoryEvent> decided) => decided.Events.Count == 0
        ? decided
        : decided.Telling(
            new Outgoing(ReceiverName.DayPlan(Territory, Today()), new TellRoadsChanged()),
            new Outgoing(ReceiverName.DayPlan(Territory, Today().PlusDays(1)), new TellRoadsChanged()));

    // Lists inside a record compare by reference, so the texts are compared.
    private static bool Equal(TerritoryProfile? known, TerritoryProfile profile) =>
        known is not null && EventCatalogue.Write(known).AsSpan().SequenceEqual(EventCatalogue.Write(profile));
}
