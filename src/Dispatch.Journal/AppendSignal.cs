namespace Dispatch.Journal;

/// <summary>Wakes whoever waits for something newer to be durable: pushed, never polled.</summary>
internal sealed class AppendSignal(long position)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = Fresh();
    private long position = position;
    private bool closed;

    /// <summary>The last durable position.</summary>
    public long Position => Volatile.Read(ref position);

    /// <summary>Completes when a position newer than the given one is durable.</summary>
    /// <exception cref="JournalException">The journal was closed.</exception>
    public async ValueTask WaitAsync(long afterPosition, CancellationToken cancellation)
    {
        while (true)
        {
            Task news;
            lock (gate)
            {
                if (position > afterPosition)
                    return;
                if (closed)
                    throw new JournalException("The journal is closed; nothing newer will come.");
                news = next.Task;
            }

            await news.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Tells that everything up to a position is durable.</summary>
    public void Raise(long durable) => Wake(() => position = durable);

    /// <summary>Tells that nothing more will come.</summary>
    public void Close() => Wake(() => closed = true);

    private void Wake(Action change)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            change();
            (waiting, next) = (next, Fresh());
        }

        waiting.SetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
