using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dispatch.Contracts.Feeds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Web.Hubs;

/// <summary>
/// This host's one subscription to each feed that somebody here watches, fanned out to its own connections. For a slow connection
/// only the latest of each entity waits, so it costs nobody memory.
/// </summary>
public sealed partial class FeedFanOut(IGrainFactory grains, ILogger<FeedFanOut> log) : BackgroundService
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Subscription> subscriptions = new();

    /// <summary>What came after a number, or a snapshot; then what is new, until cancelled.</summary>
    /// <param name="feed">As <see cref="FeedName"/> makes it.</param>
    /// <param name="afterNumber">The last number that was seen; -1 for none.</param>
    public async IAsyncEnumerable<BoardMessage> WatchAsync(string feed, long afterNumber, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var subscription = subscriptions.GetOrAdd(feed, name => new Subscription(name, grains));
        var waiting = new WaitingChanges();
        subscription.Add(waiting);
        try
        {
            // Registered first, asked second: nothing between the two is missed, and what comes twice replaces itself.
            var first = await subscription.WatchAsync(afterNumber);
            yield return first;
            while (!cancellation.IsCancellationRequested)
            {
                if (await waiting.TakeAsync(cancellation) is not { } next)
                    yield break;
                if (next.Number > first.Number)
                    yield return next;
            }
        }
        finally
        {
            subscription.Remove(waiting);
        }
    }

    /// <summary>The same once: a snapshot, or what came after a number, for who holds no connection.</summary>
    public async Task<BoardMessage> ReadAsync(string feed, long afterNumber, CancellationToken cancellation)
    {
        await using var messages = WatchAsync(feed, afterNumber, cancellation).GetAsyncEnumerator(cancellation);
        await messages.MoveNextAsync();
        return messages.Current;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Renewal);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                foreach (var (feed, subscription) in subscriptions)
                {
                    if (subscription.IsWatched)
                        await subscription.RenewAsync();
                    else if (subscriptions.TryRemove(feed, out var unwatched))
                        await unwatched.EndAsync();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A silo that is out of reach for a moment must not end the renewals; it is told.
            catch (Exception error)
#pragma warning restore CA1031
            {
                LogRenewalFailed(error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A feed could not be renewed and is tried again in a minute")]
    private partial void LogRenewalFailed(Exception error);

    private sealed class Subscription(string feed, IGrainFactory grains) : IFeedObserver
    {
        private readonly ConcurrentDictionary<WaitingChanges, byte> watchers = new();
        private readonly Lock gate = new();
        private IFeedObserver? reference;
        private long seen = -1;

        public bool IsWatched => !watchers.IsEmpty;

        public void Add(WaitingChanges waiting) => watchers.TryAdd(waiting, 0);

        public void Remove(WaitingChanges waiting) => watchers.TryRemove(waiting, out _);

        public async Task<BoardMessage> WatchAsync(long afterNumber)
        {
            reference ??= grains.CreateObjectReference<IFeedObserver>(this);
            var answer = await grains.GetGrain<IFeedGrain>(feed).WatchAsync(reference, afterNumber);
            lock (gate)
                seen = seen < 0 ? answer.Number : seen;
            return answer;
        }

        /// <summary>Says that somebody here still watches. What did not get through meanwhile, or the whole where the feed has begun anew, comes with the answer.</summary>
        public async Task RenewAsync()
        {
            var missed = await WatchAsync(Seen());
            if (missed.IsSnapshot || missed.Changes.Count > 0)
                await ChangedAsync(missed);
        }

        public Task EndAsync() => reference is null ? Task.CompletedTask : grains.GetGrain<IFeedGrain>(feed).UnwatchAsync(reference);

        public Task ChangedAsync(BoardMessage message)
        {
            lock (gate)
                seen = Math.Max(seen, message.Number);
            foreach (var waiting in watchers.Keys)
                waiting.Put(message);
            return Task.CompletedTask;
        }

        private long Seen()
        {
            lock (gate)
                return seen;
        }
    }
}
