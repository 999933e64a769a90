using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Grains.Roads;
using Dispatch.Roads;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Dispatch.Grains.Feeds;

/// <summary>Numbers the changes of one feed, keeps the latest of each entity, and sends what is new to the hosts that watch.</summary>
/// <remarks>
/// It holds nothing that its owners do not: after a restart it begins anew, with numbers that were never used before, and whoever
/// asks with an old number gets a snapshot.
/// </remarks>
internal sealed class FeedGrain(DomainClock clock, ISearch search, RoadsNow roads, ILogger<FeedGrain> log) : Grain, IFeedGrain
{
    private const int SnapshotMessages = 100;
    private const int MessagesKept = 300;
    private const int RemovalsKept = 1_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SilenceEnds = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (long Number, BoardChange Change)> latest = [];
    private readonly Dictionary<string, BoardChange> waiting = [];
    private readonly Queue<string> messages = new();
    private readonly Queue<(string Key, long Number)> removed = new();
    private readonly ObserverManager<IFeedObserver> observers = new(SilenceEnds, log);
    private IGrainTimer? sending;
    private long firstNumber;
    private long number;

    private string Key => this.GetPrimaryKeyString()[(this.GetPrimaryKeyString().IndexOf('/', StringComparison.Ordinal) + 1)..];

    private IDayFeedSource? Day =>
        this.GetPrimaryKeyString().StartsWith("day/", StringComparison.Ordinal) ? GrainFactory.GetGrain<IDayFeedSource>(Key) : null;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        firstNumber = number = FirstNumber.Now();
        foreach (var entity in await EntitiesAsync())
            Keep(entity);
        sending = this.RegisterGrainTimer(SendAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    /// <inheritdoc />
    public Task PublishAsync(IReadOnlyList<BoardChange> changes)
    {
        if (changes.Count == 0)
            return Task.CompletedTask;
        if (waiting.Count == 0)
            sending!.Change(Gathering, Timeout.InfiniteTimeSpan);
        foreach (var change in changes)
        {
            Keep(change);
            waiting[change.Key] = change;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<BoardMessage> WatchAsync(IFeedObserver observer, long afterNumber)
    {
        observers.Subscribe(observer, observer);
        var isSnapshot = afterNumber < firstNumber || afterNumber > number;
        BoardChange[] changes =
        [
            .. latest.Values
                .Where(entry => isSnapshot ? !entry.Change.IsRemoval : entry.Number > afterNumber)
                .OrderBy(entry => entry.Number)
                .Select(entry => entry.Change),
        ];
        return Task.FromResult(new BoardMessage(number, isSnapshot, clock.Now, changes));
    }

    /// <inheritdoc />
    public Task UnwatchAsync(IFeedObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private void Keep(BoardChange change)
    {
        number++;
        if (change.IsTransient)
            return;
        if (change is MessageSent && !latest.ContainsKey(change.Key))
            messages.Enqueue(change.Key);
        if (change.IsRemoval)
            removed.Enqueue((change.Key, number));
        latest[change.Key] = (number, change);
        if (messages.Count > MessagesKept)
            latest.Remove(messages.Dequeue());
        // Whoever last asked before something was forgotten to be gone takes a snapshot.
        while (removed.Count > RemovalsKept && removed.TryDequeue(out var gone))
        {
            if (latest.TryGetValue(gone.Key, out var entry) && entry.Number == gone.Number)
                latest.Remove(gone.Key);
            firstNumber = Math.Max(firstNumber, gone.Number);
        }
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        observers.ClearExpired();
        if (observers.Count == 0 && Day is { } day)
        {
            // Nobody watches this day: it need not say what changes, and whoever comes gets it whole.
            await day.UnwatchedAsync();
            DeactivateOnIdle();
        }

        if (waiting.Count == 0)
            return;
        var message = new BoardMessage(number, false, clock.Now, [.. waiting.Values]);
        waiting.Clear();
        await observers.Notify(observer => observer.ChangedAsync(message));
    }

    private async Task<IReadOnlyList<BoardChange>> EntitiesAsync()
    {
        return Day is { } day ? await day.EntitiesAsync() : await DeskEntitiesAsync(new TerritoryId(Key));
    }

    private async Task<IReadOnlyList<BoardChange>> DeskEntitiesAsync(TerritoryId territory)
    {
        var desk = GrainFactory.GetGrain<IDeskGrain>(territory.Value);
        var entities = new List<BoardChange> { new ClockChanged(await GrainFactory.GetGrain<IClockGrain>(0).ViewAsync()), DriveLearning.Traffic(roads) };
        entities.Add(new BacklogPlanChanged(await GrainFactory.GetGrain<IBacklogGrain>(territory.Value).ViewAsync()));
        entities.AddRange((await desk.AlarmsAsync()).Select(alarm => new AlarmChanged(alarm)));
        entities.AddRange((await desk.CallsAsync()).Select(task => new CallTaskChanged(task)));
        entities.AddRange((await desk.MessagesAsync(SnapshotMessages)).Reverse().Select(message => new MessageSent(message)));
        entities.AddRange((await GrainFactory.GetGrain<ITerritoryGrain>(territory.Value).ClosuresAsync()).Select(closure => new ClosureChanged(closure)));
        await search.CatchUpAsync(CancellationToken.None);
        entities.AddRange((await search.BacklogAsync(territory, CancellationToken.None)).Select(visit => new VisitChanged(visit)));
        foreach (var technician in await GrainFactory.GetGrain<ITerritoryGrain>(territory.Value).RosterAsync())
        {
            if (await GrainFactory.GetGrain<ITechnicianGrain>(technician.Value).PositionAsync() is { } position)
                entities.Add(new PositionChanged(position));
        }

        return entities;
    }
}
