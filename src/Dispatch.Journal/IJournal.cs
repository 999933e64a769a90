namespace Dispatch.Journal;

/// <summary>
/// The append-only log of all that happened, with the outbox of what must be told. It is the state's only source, the audit
/// trail, and the base of every projection.
/// </summary>
/// <remarks>
/// What an append has returned is durable: it survives the end of the process and of the power. Appends from many callers share
/// one commit. All members may be called from any thread; reads see all that was durable when they began.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Appends events and deliveries to a stream, all or nothing.</summary>
    /// <param name="expectedVersion">The version that the stream must have; 0 for a new one.</param>
    /// <param name="events">At least one. This list and the next must not change until the append has returned.</param>
    /// <param name="deliveries">What others must hear because of the events; may be empty.</param>
    /// <exception cref="JournalException">
    /// The store cannot be written (disk full, locked, closed): nothing was written. Or its disk failed, and then the sentence says
    /// whether nothing was written or nobody can tell before the next start; sent again with the same command id it does no harm.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was taken up; nothing was written.</exception>
    ValueTask<AppendResult> AppendAsync(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, IReadOnlyList<NewDelivery> deliveries,
        AppendMetadata metadata, CancellationToken cancellation);

    /// <summary>The events of one stream after a version, in order, up to its present end.</summary>
    IAsyncEnumerable<RecordedEvent> ReadStreamAsync(string stream, long afterVersion, CancellationToken cancellation);

    /// <summary>All events after a position, in order, up to the present end; none that is missing appears later.</summary>
    IAsyncEnumerable<RecordedEvent> ReadAllAsync(long afterPosition, CancellationToken cancellation);

    /// <summary>The position of the last event; 0 if there is none.</summary>
    ValueTask<long> LastPositionAsync(CancellationToken cancellation);

    /// <summary>Completes when an event newer than a position is durable, at once if one is; its deliveries are then pending.</summary>
    /// <exception cref="JournalException">The journal was closed.</exception>
    ValueTask WaitForAppendAsync(long afterPosition, CancellationToken cancellation);

    /// <summary>The latest snapshot of a stream; none if there is none.</summary>
    ValueTask<Snapshot?> ReadSnapshotAsync(string stream, CancellationToken cancellation);

    /// <summary>Keeps a snapshot in place of an older one; an older one never replaces a newer.</summary>
    ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken cancellation);

    /// <summary>Deliveries not made yet, after a position, in order, at most so many; none that is missing appears later.</summary>
    ValueTask<IReadOnlyList<PendingDelivery>> ReadPendingAsync(long afterPosition, int limit, CancellationToken cancellation);

    /// <summary>The same, of one receiver alone.</summary>
    ValueTask<IReadOnlyList<PendingDelivery>> ReadPendingAsync(
        string receiver, long afterPosition, int limit, CancellationToken cancellation);

    /// <summary>Takes deliveries out of the outbox: they were made.</summary>
    ValueTask CompleteDeliveriesAsync(IReadOnlyList<long> positions, CancellationToken cancellation);

    /// <summary>Counts a failed attempt and keeps its reason.</summary>
    /// <param name="reason">For the operator; no patient's data.</param>
    ValueTask RecordFailedAttemptAsync(long position, string reason, CancellationToken cancellation);
}
