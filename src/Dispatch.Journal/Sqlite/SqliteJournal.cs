using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The journal in one SQLite file: write-ahead log, full sync, group commit; for one process at a time.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly SqliteFile file;
    private readonly SqliteReaders readers;
    private readonly SqliteWriter writer;
    private readonly AppendSignal signal;
    private readonly int pageEvents;
    private int disposed;

    private SqliteJournal(JournalOptions options, SqliteFile file, SqliteConnection connection, long lastPosition)
    {
        this.file = file;
        pageEvents = options.PageEvents;
        signal = new AppendSignal(lastPosition);
        readers = new SqliteReaders(file);
        writer = new SqliteWriter(connection, file, options.MostWritesTogether, signal.Raise);
    }

    /// <summary>Opens the journal with default options, or makes an empty one.</summary>
    /// <param name="file">The database file; its folder is made if it is not there.</param>
    /// <exception cref="JournalException">As for <see cref="Open(JournalOptions)"/>.</exception>
    public static SqliteJournal Open(string file) => Open(new JournalOptions { File = file });

    /// <summary>Opens the journal, or makes an empty one.</summary>
    /// <exception cref="JournalException">
    /// An option is out of bounds, another process has the file, it cannot be written, it is no journal or damaged, or it is from a
    /// newer program. The file is as it was.
    /// </exception>
    public static SqliteJournal Open(JournalOptions options)
    {
        if (JournalOptionsValidator.Validate(options) is { Count: > 0 } wrong)
            throw new JournalException(string.Join(' ', wrong));
        var file = SqliteFile.Take(options);
        SqliteConnection? connection = null;
        try
        {
            connection = file.OpenToWrite();
            SqliteSchema.CreateOrCheck(connection, file.Path);
            using var last = connection.CreateCommand();
            last.CommandText = "SELECT coalesce(max(position), 0) FROM events";
            return new SqliteJournal(options, file, connection, (long)last.ExecuteScalar()!);
        }
        catch (Exception error)
        {
            connection?.Dispose();
            file.Dispose();
            if (error is SqliteException sqlite)
                throw file.Explain(sqlite);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask<AppendResult> AppendAsync(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, IReadOnlyList<NewDelivery> deliveries,
        AppendMetadata metadata, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        return await writer.EnqueueAsync(to => to.Append(stream, expectedVersion, events, deliveries, metadata), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadStreamAsync(string stream, long afterVersion, CancellationToken cancellation) =>
        PagesAsync((reader, after) => reader.Stream(stream, after, pageEvents), afterVersion, found => found.StreamVersion, cancellation);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadAllAsync(long afterPosition, CancellationToken cancellation) =>
        PagesAsync((reader, after) => reader.All(after, pageEvents), afterPosition, found => found.Position, cancellation);

    /// <inheritdoc />
    public ValueTask<long> LastPositionAsync(CancellationToken cancellation) => ValueTask.FromResult(signal.Position);

    /// <inheritdoc />
    public ValueTask WaitForAppendAsync(long afterPosition, CancellationToken cancellation) => signal.WaitAsync(afterPosition, cancellation);

    /// <inheritdoc />
    public ValueTask<Snapshot?> ReadSnapshotAsync(string stream, CancellationToken cancellation) =>
        ValueTask.FromResult(readers.Read(from => from.Snapshot(stream)));

    /// <inheritdoc />
    public async ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.Keep(snapshot), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PendingDelivery>> ReadPendingAsync(long afterPosition, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<PendingDelivery>>(readers.Read(from => from.Pending(afterPosition, limit)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PendingDelivery>> ReadPendingAsync(
        string receiver, long afterPosition, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<PendingDelivery>>(readers.Read(from => from.Pending(receiver, afterPosition, limit)));

    /// <inheritdoc />
    public async ValueTask CompleteDeliveriesAsync(IReadOnlyList<long> positions, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.Complete(positions), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask RecordFailedAttemptAsync(long position, string reason, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.RecordFailure(position, reason), cancellation).ConfigureAwait(false);

    /// <summary>Writes what is queued, closes the file and lets other processes have it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        // The writer's thread is joined; that must not hold up a thread that others need.
        await Task.Run(writer.Dispose).ConfigureAwait(false);
        signal.Close();
        readers.Dispose();
        file.Dispose();
    }

    // Pages, so that no reader holds a transaction open while its caller works, which would keep the write-ahead log from shrinking.
    private async IAsyncEnumerable<RecordedEvent> PagesAsync(
        Func<SqliteReader, long, List<RecordedEvent>> read, long after, Func<RecordedEvent, long> place,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = after;
            var page = readers.Read(reader => read(reader, from));
            foreach (var found in page)
                yield return found;
            if (page.Count < pageEvents)
                yield break;
            after = place(page[^1]);
            await Task.Yield();
        }
    }
}
