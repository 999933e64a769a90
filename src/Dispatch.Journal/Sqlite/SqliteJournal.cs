using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The journal in one SQLite file: write-ahead log, full sync, group commit; for one process at a time.</summary>
public sealed class SqliteJournal : IJournal
{
    private const int PageEvents = 512;
    private const string EventColumns = "position, stream, stream_version, name, version, data, command_id, actor, recorded_at";

    private readonly FileStream exclusive;
    private readonly string readConnection;
    private readonly SqliteWriter writer;
    private readonly Lock gate = new();
    private long lastPosition;
    private TaskCompletionSource appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SqliteJournal(FileStream exclusive, string readConnection, SqliteConnection connection, long lastPosition)
    {
        this.exclusive = exclusive;
        this.readConnection = readConnection;
        this.lastPosition = lastPosition;
        writer = new SqliteWriter(connection, Committed);
    }

    /// <summary>Opens the journal, or makes an empty one.</summary>
    /// <param name="file">The database file; its folder is made if it is not there.</param>
    /// <exception cref="JournalException">Another process has it, it cannot be written, or it is no journal or one from a newer program.</exception>
    public static SqliteJournal Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var exclusive = Lock(file);
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            SqliteSchema.PrepareWriter(connection);
            SqliteSchema.CreateOrCheck(connection, file);
            using var last = connection.CreateCommand();
            last.CommandText = "SELECT coalesce(max(position), 0) FROM events";
            var reading = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
            return new SqliteJournal(exclusive, reading, connection, (long)last.ExecuteScalar()!);
        }
        catch (Exception error)
        {
            connection?.Dispose();
            exclusive.Dispose();
            if (error is SqliteException sqlite)
                throw new JournalException(Sentence(sqlite, file), sqlite);
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
        PagesAsync(
            $"SELECT {EventColumns} FROM events WHERE stream = $stream AND stream_version > $after ORDER BY stream_version LIMIT {PageEvents}",
            stream, afterVersion, found => found.StreamVersion, cancellation);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadAllAsync(long afterPosition, CancellationToken cancellation) =>
        PagesAsync(
            $"SELECT {EventColumns} FROM events WHERE position > $after ORDER BY position LIMIT {PageEvents}",
            null, afterPosition, found => found.Position, cancellation);

    /// <inheritdoc />
    public ValueTask<long> LastPositionAsync(CancellationToken cancellation) => ValueTask.FromResult(Volatile.Read(ref lastPosition));

    /// <inheritdoc />
    public async ValueTask WaitForAppendAsync(long afterPosition, CancellationToken cancellation)
    {
        while (true)
        {
            Task news;
            lock (gate)
            {
                if (lastPosition > afterPosition)
                    return;
                news = appended.Task;
            }

            await news.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public ValueTask<Snapshot?> ReadSnapshotAsync(string stream, CancellationToken cancellation)
    {
        using var connection = Reading();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT stream_version, name, version, data FROM snapshots WHERE stream = $stream";
        command.Parameters.AddWithValue("$stream", stream);
        using var row = command.ExecuteReader();
        return ValueTask.FromResult(
            row.Read() ? new Snapshot(stream, row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3)) : null);
    }

    /// <inheritdoc />
    public async ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.Keep(snapshot), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PendingDelivery>> ReadPendingAsync(long afterPosition, int limit, CancellationToken cancellation)
    {
        using var connection = Reading();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT position, sender, receiver, id, name, version, data, attempts FROM deliveries WHERE position > $after ORDER BY position LIMIT $limit";
        command.Parameters.AddWithValue("$after", afterPosition);
        command.Parameters.AddWithValue("$limit", limit);
        var pending = new List<PendingDelivery>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            pending.Add(new PendingDelivery(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5),
                row.GetFieldValue<byte[]>(6), row.GetInt32(7)));
        }

        return ValueTask.FromResult<IReadOnlyList<PendingDelivery>>(pending);
    }

    /// <inheritdoc />
    public async ValueTask CompleteDeliveriesAsync(IReadOnlyList<long> positions, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.Complete(positions), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask RecordFailedAttemptAsync(long position, string reason, CancellationToken cancellation) =>
        await writer.EnqueueAsync(to => to.RecordFailure(position, reason), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Task.Run(writer.Dispose).ConfigureAwait(false);
        using (var connection = new SqliteConnection(readConnection))
            SqliteConnection.ClearPool(connection);
        await exclusive.DisposeAsync().ConfigureAwait(false);
    }

    // Pages, so that no reader holds a transaction open while its caller works, which would keep the write-ahead log from shrinking.
    private async IAsyncEnumerable<RecordedEvent> PagesAsync(
        string sql, string? stream, long after, Func<RecordedEvent, long> place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = ReadPage(sql, stream, after);
            foreach (var found in page)
                yield return found;
            if (page.Count < PageEvents)
                yield break;
            after = place(page[^1]);
            await Task.Yield();
        }
    }

    private List<RecordedEvent> ReadPage(string sql, string? stream, long after)
    {
        using var connection = Reading();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this file's own constants; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (stream is not null)
            command.Parameters.AddWithValue("$stream", stream);
        command.Parameters.AddWithValue("$after", after);
        var page = new List<RecordedEvent>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            page.Add(new RecordedEvent(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5),
                row.GetString(6), row.GetString(7), row.GetInt64(8)));
        }

        return page;
    }

    private SqliteConnection Reading()
    {
        var connection = new SqliteConnection(readConnection);
        connection.Open();
        return connection;
    }

    private void Committed(long position)
    {
        TaskCompletionSource news;
        lock (gate)
        {
            lastPosition = position;
            (news, appended) = (appended, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        news.SetResult();
    }

    private static FileStream Lock(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new JournalException($"The folder of {file} cannot be written; give this user the right to, or choose another --data folder.", error);
        }
        catch (IOException error)
        {
            throw new JournalException($"Another process is using {file}; stop it, or choose another --data folder.", error);
        }
    }

    private static string Sentence(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        26 or 11 => $"The file {file} is not a journal of Dispatch or is damaged; restore it from a backup, or choose another --data folder.",
        8 or 14 or 3 => $"The journal {file} cannot be written; give this user the right to, or choose another --data folder.",
        5 or 6 => $"The journal {file} is locked by another process; stop it, or choose another --data folder.",
        _ => $"The journal {file} could not be opened: {error.Message}.",
    };
}
