namespace Dispatch.Journal.Outbox;

/// <summary>What one receiver has yet to hear, in order: the first of it in memory, the rest in the store.</summary>
/// <remarks>
/// Not safe for several threads: the pump's gate guards it. Order holds because nothing passes what stays in the store: from the
/// moment one delivery is left there, all that come after it are left there too, until they are read from it in order.
/// </remarks>
internal sealed class ReceiverLine(int most)
{
    private readonly Queue<PendingDelivery> held = new();
    private bool reading;

    /// <summary>Serves the line until it is empty.</summary>
    public Task Serving { get; set; } = Task.CompletedTask;

    /// <summary>Position of the last delivery that was ever held.</summary>
    public long LastHeld { get; private set; }

    /// <summary>Whether the store has more than is held.</summary>
    public bool HasMoreInStore { get; private set; }

    /// <summary>The delivery to be made next; none if none is held.</summary>
    public PendingDelivery? First => held.TryPeek(out var first) ? first : null;

    /// <summary>Adds one that has been found, or leaves it in the store.</summary>
    public void Offer(PendingDelivery delivery)
    {
        if (delivery.Position <= LastHeld)
            return;
        if (reading || HasMoreInStore || held.Count >= most)
            HasMoreInStore = true;
        else
            Hold(delivery);
    }

    /// <summary>All that is held, in order.</summary>
    public PendingDelivery[] Held => [.. held];

    /// <summary>Takes off the first few: they were made.</summary>
    public void Take(int count)
    {
        for (var taken = 0; taken < count; taken++)
            held.Dequeue();
    }

    /// <summary>Marks that the store is about to be read; what is offered meanwhile stays there.</summary>
    public void BeginReading() => (reading, HasMoreInStore) = (true, false);

    /// <summary>Adds what was read.</summary>
    /// <param name="page">In order, after <see cref="LastHeld"/>, at most as many as may be held.</param>
    /// <param name="offeredUpTo">What lies beyond has not been offered yet and will be: it is left to that.</param>
    public void EndReading(IReadOnlyList<PendingDelivery> page, long offeredUpTo)
    {
        reading = false;
        HasMoreInStore |= page.Count == most;
        foreach (var delivery in page.TakeWhile(found => found.Position <= offeredUpTo))
            Hold(delivery);
    }

    private void Hold(PendingDelivery delivery)
    {
        held.Enqueue(delivery);
        LastHeld = delivery.Position;
    }
}
