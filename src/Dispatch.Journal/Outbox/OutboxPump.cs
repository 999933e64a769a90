using System.Threading.Channels;

namespace Dispatch.Journal.Outbox;

/// <summary>Makes the deliveries of the outbox: at least once each, in order for each receiver, receivers side by side.</summary>
/// <remarks>
/// It looks for what is undelivered when it starts, and again whenever an append is durable; it never polls. A delivery that fails
/// holds back those behind it for the same receiver, and no others, and is never given up. One pump a store.
/// </remarks>
public sealed partial class OutboxPump : IDisposable
{
    private const int FoundAtOnce = 256;

    private readonly IJournal journal;
    private readonly Func<PendingDelivery, CancellationToken, ValueTask<DeliveryOutcome>> deliver;
    private readonly Func<IReadOnlyList<PendingDelivery>, CancellationToken, Task>? together;
    private readonly Action<StuckDelivery> stuck;
    private readonly OutboxPumpOptions options;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ReceiverLine> lines = [];
    private readonly Channel<long> made = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim atOnce;
    private long offeredUpTo;
    private int started;

    /// <summary>A pump that has not started.</summary>
    /// <param name="deliver">One try. What it throws is a failure too; of it only the type's name is kept in the journal.</param>
    /// <param name="stuck">Told when a delivery has failed <see cref="OutboxPumpOptions.StuckAfter"/> times, and at each further time.</param>
    /// <param name="time">What the waits between tries are measured by.</param>
    /// <param name="together">
    /// One try of several that wait for one receiver, in order; all have failed if it throws, and are then made one by one. None: all are
    /// made one by one.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public OutboxPump(
        IJournal journal, Func<PendingDelivery, CancellationToken, ValueTask<DeliveryOutcome>> deliver, Action<StuckDelivery> stuck,
        OutboxPumpOptions options, TimeProvider time, Func<IReadOnlyList<PendingDelivery>, CancellationToken, Task>? together = null)
    {
        if (OutboxPumpOptionsValidator.Validate(options) is { Count: > 0 } wrong)
            throw new ArgumentException(string.Join(' ', wrong), nameof(options));
        this.journal = journal;
        this.deliver = deliver;
        this.together = together;
        this.stuck = stuck;
        this.options = options;
        this.time = time;
        atOnce = new SemaphoreSlim(options.MostAtOnce);
    }

    /// <summary>A pump for a receiver that answers by returning or throwing.</summary>
    /// <param name="deliver">One try; it has failed if and only if it throws.</param>
    /// <param name="together">One try of several.</param>
    public OutboxPump(
        IJournal journal, Func<PendingDelivery, CancellationToken, Task> deliver, Action<PendingDelivery, Exception> stuck,
        OutboxPumpOptions options, TimeProvider time, Func<IReadOnlyList<PendingDelivery>, CancellationToken, Task>? together = null)
        : this(
            journal,
            async (delivery, cancellation) =>
            {
                await deliver(delivery, cancellation).ConfigureAwait(false);
                return new DeliveryOutcome.Delivered();
            },
            found => stuck(found.Delivery, found.Error!),
            options,
            time,
            together)
    {
    }

    /// <summary>Runs until cancelled; then what is under way is left for the next start, and what was made is taken out of the outbox.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="JournalException">
    /// The journal failed for good or was closed; nothing is lost, and a new pump goes on. What may pass is waited for.
    /// </exception>
    /// <exception cref="InvalidOperationException">It has run before.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref started, 1) != 0)
            throw new InvalidOperationException("A pump runs once; make a new one.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var finding = FindAsync(stop.Token);
        var completing = CompleteAsync(stop.Token);
        await Task.WhenAny(finding, completing, broken.Task).ConfigureAwait(false);

        await stop.CancelAsync().ConfigureAwait(false);
        await finding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Task[] serving;
        lock (gate)
            serving = [.. lines.Values.Select(line => line.Serving)];
        await Task.WhenAll(serving).ConfigureAwait(false);
        made.Writer.Complete();

        // The cause before its consequences: a line or the completing breaks first, and the finding is then merely cancelled.
        broken.TrySetResult();
        await broken.Task.ConfigureAwait(false);
        await completing.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        await finding.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => atOnce.Dispose();

    private async Task FindAsync(CancellationToken stop)
    {
        while (true)
        {
            // Asked before the reading: what is appended during it ends the wait at once.
            var seen = await journal.LastPositionAsync(stop).ConfigureAwait(false);
            while (await PatientlyAsync(() => journal.ReadPendingAsync(offeredUpTo, FoundAtOnce, stop), stop).ConfigureAwait(false)
                is { Count: > 0 } found)
            {
                stop.ThrowIfCancellationRequested();
                Offer(found, stop);
            }

            await journal.WaitForAppendAsync(seen, stop).ConfigureAwait(false);
        }
    }

    private void Offer(IReadOnlyList<PendingDelivery> found, CancellationToken stop)
    {
        lock (gate)
        {
            foreach (var delivery in found)
            {
                offeredUpTo = delivery.Position;
                if (lines.TryGetValue(delivery.Receiver, out var line))
                {
                    line.Offer(delivery);
                    continue;
                }

                lines[delivery.Receiver] = line = new ReceiverLine(options.HeldPerReceiver);
                line.Offer(delivery);
                line.Serving = Task.Run(() => ServeAsync(delivery.Receiver, line, stop), CancellationToken.None);
            }
        }
    }

    private async Task ServeAsync(string receiver, ReceiverLine line, CancellationToken stop)
    {
        var alone = 0;
        try
        {
            while (true)
            {
                PendingDelivery? next;
                PendingDelivery[] several = [];
                lock (gate)
                {
                    next = line.First;
                    if (together is not null && alone == 0)
                        several = line.Held;
                    if (next is null && !line.HasMoreInStore)
                    {
                        lines.Remove(receiver);
                        return;
                    }

                    if (next is null)
                        line.BeginReading();
                }

                if (next is null)
                {
                    var page = await PatientlyAsync(
                        () => journal.ReadPendingAsync(receiver, line.LastHeld, options.HeldPerReceiver, stop), stop).ConfigureAwait(false);
                    lock (gate)
                        line.EndReading(page, offeredUpTo);
                    continue;
                }

                // Where one of several fails, nobody knows which: they are made one by one, and it holds back those behind it.
                if (several.Length > 1 && !await TryTogetherAsync(several, stop).ConfigureAwait(false))
                    alone = several.Length;
                else if (several.Length > 1)
                    Made(line, several);
                if (several.Length > 1)
                    continue;

                await DeliverAsync(next, stop).ConfigureAwait(false);
                Made(line, next);
                alone = Math.Max(0, alone - 1);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The line stays as it is in the store; the next start finds it there.
            return;
        }
#pragma warning disable CA1031 // Told by RunAsync, which ends by it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            broken.TrySetException(error);
        }
    }

    private void Made(ReceiverLine line, params ReadOnlySpan<PendingDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
            made.Writer.TryWrite(delivery.Position);
        lock (gate)
            line.Take(deliveries.Length);
    }

    // Taken out of the outbox in groups: what a crash leaves in it is delivered again, and its receiver ignores it.
    private async Task CompleteAsync(CancellationToken stop)
    {
        var done = new List<long>();
        // Not ended by the stop: what was made up to then is still taken out.
        while (await made.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            done.Clear();
            while (made.Reader.TryRead(out var position))
                done.Add(position);
            await PatientlyAsync(() => journal.CompleteDeliveriesAsync(done, CancellationToken.None), stop).ConfigureAwait(false);
        }
    }
}
