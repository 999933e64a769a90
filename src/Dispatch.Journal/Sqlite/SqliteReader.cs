using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>One connection that reads, with its prepared statements; for one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string EventColumns = "position, stream, stream_version, name, version, data, command_id, actor, recorded_at";
    private const string DeliveryColumns = "position, sender, receiver, id, name, version, data, attempts";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand stream, all, snapshot, pending, pendingOfReceiver;

    /// <param name="connection">Owned from now on.</param>
    public SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        stream = SqliteStatements.Make(
            connection,
            $"SELECT {EventColumns} FROM events WHERE stream = $stream AND stream_version > $after ORDER BY stream_version LIMIT $limit",
            "$stream", "$after", "$limit");
        all = SqliteStatements.Make(
            connection, $"SELECT {EventColumns} FROM events WHERE position > $after ORDER BY position LIMIT $limit", "$after", "$limit");
        snapshot = SqliteStatements.Make(
            connection, "SELECT stream_version, name, version, data FROM snapshots WHERE stream = $stream", "$stream");
        pending = SqliteStatements.Make(
            connection, $"SELECT {DeliveryColumns} FROM deliveries WHERE position > $after ORDER BY position LIMIT $limit", "$after", "$limit");
        pendingOfReceiver = SqliteStatements.Make(
            connection,
            $"SELECT {DeliveryColumns} FROM deliveries WHERE receiver = $receiver AND position > $after ORDER BY position LIMIT $limit",
            "$receiver", "$after", "$limit");
    }

    public List<RecordedEvent> Stream(string name, long afterVersion, int limit)
    {
        SqliteStatements.Set(stream, name, afterVersion, limit);
        return Rows(stream, Event);
    }

    public List<RecordedEvent> All(long afterPosition, int limit)
    {
        SqliteStatements.Set(all, afterPosition, limit);
        return Rows(all, Event);
    }

    public Snapshot? Snapshot(string name)
    {
        SqliteStatements.Set(snapshot, name);
        return Rows(snapshot, row => new Snapshot(name, row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3)))
            .SingleOrDefault();
    }

    public List<PendingDelivery> Pending(long afterPosition, int limit)
    {
        SqliteStatements.Set(pending, afterPosition, limit);
        return Rows(pending, Delivery);
    }

    public List<PendingDelivery> Pending(string receiver, long afterPosition, int limit)
    {
        SqliteStatements.Set(pendingOfReceiver, receiver, afterPosition, limit);
        return Rows(pendingOfReceiver, Delivery);
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[stream, all, snapshot, pending, pendingOfReceiver])
            command.Dispose();
        connection.Dispose();
    }

    private static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        var rows = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    private static RecordedEvent Event(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5),
        row.GetString(6), row.GetString(7), row.GetInt64(8));

    private static PendingDelivery Delivery(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5),
        row.GetFieldValue<byte[]>(6), row.GetInt32(7));
}
