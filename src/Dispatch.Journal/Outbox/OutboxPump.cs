using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Dispatch.Journal.Outbox;

/// <summary>How the pump waits between tries.</summary>
public sealed record OutboxPumpOptions
{
    /// <summary>The wait after the first failure; doubled at each further one. Default 100 ms.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two tries; nothing is ever given up. Default 30 s.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many deliveries are held in memory at once. Default 4,096.</summary>
    public int Held { get; init; } = 4096;

    /// <summary>After so many failures <c>stuck</c> is told, at each further one again. Default 5.</summary>
    public int StuckAfter { get; init; } = 5;
}

/// <summary>Makes the deliveries of the outbox: at least once each, in order for each receiver, receivers side by side.</summary>
/// <remarks>
/// It looks for what is undelivered when it starts, and again whenever an append is durable; it never polls. A delivery that fails
/// holds back those behind it for the same receiver, and no others.
/// </remarks>
public sealed class OutboxPump(
    IJournal journal, Func<PendingDelivery, CancellationToken, Task> deliver, Action<PendingDelivery, Exception> stuck,
    OutboxPumpOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Queue<PendingDelivery>> lines = new();
    private readonly Channel<long> made = Channel.CreateUnbounded<long>();
    private readonly SemaphoreSlim room = new(options.Held);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var completing = CompleteAsync(cancellation);
        var lastRead = 0L;
        while (!cancellation.IsCancellationRequested)
        {
            var seen = await journal.LastPositionAsync(cancellation).ConfigureAwait(false);
            while (await journal.ReadPendingAsync(lastRead, 256, cancellation).ConfigureAwait(false) is { Count: > 0 } pending)
            {
                foreach (var delivery in pending)
                {
                    await room.WaitAsync(cancellation).ConfigureAwait(false);
                    lastRead = delivery.Position;
                    Line(delivery, cancellation);
                }
            }

            await journal.WaitForAppendAsync(seen, cancellation).ConfigureAwait(false);
        }

        await completing.ConfigureAwait(false);
    }

    private void Line(PendingDelivery delivery, CancellationToken cancellation)
    {
        while (true)
        {
            var fresh = new Queue<PendingDelivery>();
            var line = lines.GetOrAdd(delivery.Receiver, fresh);
            lock (line)
            {
                // A line that has just been emptied is taken off the map under this lock; look again.
                if (!lines.TryGetValue(delivery.Receiver, out var present) || !ReferenceEquals(present, line))
                    continue;
                line.Enqueue(delivery);
                if (line.Count == 1)
                    _ = Task.Run(() => ServeAsync(delivery.Receiver, line, cancellation), CancellationToken.None);
                return;
            }
        }
    }

    private async Task ServeAsync(string receiver, Queue<PendingDelivery> line, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            PendingDelivery next;
            lock (line)
                next = line.Peek();
            await DeliverAsync(next, cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
                return;
            made.Writer.TryWrite(next.Position);
            room.Release();
            lock (line)
            {
                line.Dequeue();
                if (line.Count == 0)
                {
                    lines.TryRemove(receiver, out _);
                    return;
                }
            }
        }
    }

    private async Task DeliverAsync(PendingDelivery delivery, CancellationToken cancellation)
    {
        var wait = options.FirstRetry;
        for (var attempts = delivery.Attempts; !cancellation.IsCancellationRequested;)
        {
            try
            {
                await deliver(delivery, cancellation).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the receiver throws, the delivery stays and is tried again; from some tries on it is told.
            catch (Exception error)
#pragma warning restore CA1031
            {
                attempts++;
                if (attempts >= options.StuckAfter)
                    stuck(delivery with { Attempts = attempts }, error);
                await journal.RecordFailedAttemptAsync(delivery.Position, error.GetType().Name, CancellationToken.None).ConfigureAwait(false);
                await Task.Delay(wait, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 > options.LongestRetry ? options.LongestRetry : wait * 2;
            }
        }
    }

    // Taken out of the outbox in groups: what a crash leaves in it is delivered again, and its receiver ignores it.
    private async Task CompleteAsync(CancellationToken cancellation)
    {
        var done = new List<long>();
        try
        {
            while (await made.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                done.Clear();
                while (made.Reader.TryRead(out var position))
                    done.Add(position);
                await journal.CompleteDeliveriesAsync(done, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
    }

    /// <inheritdoc />
    public void Dispose() => room.Dispose();
}
