using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The prepared statements of the writer's connection.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteCommand begin, commit, rollback, savepoint, release, rollbackTo;
    private readonly SqliteCommand version, insertEvent, insertDelivery, complete, fail, upsertSnapshot;
    private long? lastPosition, lastPositionAtSavepoint;

    public SqliteStatements(SqliteConnection connection)
    {
        SqliteCommand Make(string sql, params ReadOnlySpan<string> parameters) => SqliteStatements.Make(connection, sql, parameters);

        begin = Make("BEGIN IMMEDIATE");
        commit = Make("COMMIT");
        rollback = Make("ROLLBACK");
        savepoint = Make("SAVEPOINT one");
        release = Make("RELEASE one");
        rollbackTo = Make("ROLLBACK TO one; RELEASE one");
        version = Make("SELECT coalesce(max(stream_version), 0) FROM events WHERE stream = $stream", "$stream");
        insertEvent = Make(
            """
            INSERT INTO events (stream, stream_version, name, version, data, command_id, actor, recorded_at)
            VALUES ($stream, $stream_version, $name, $version, $data, $command, $actor, $at) RETURNING position
            """,
            "$stream", "$stream_version", "$name", "$version", "$data", "$command", "$actor", "$at");
        insertDelivery = Make(
            "INSERT INTO deliveries (sender, receiver, id, name, version, data) VALUES ($sender, $receiver, $id, $name, $version, $data)",
            "$sender", "$receiver", "$id", "$name", "$version", "$data");
        complete = Make("DELETE FROM deliveries WHERE position = $position", "$position");
        fail = Make("UPDATE deliveries SET attempts = attempts + 1, failure = $reason WHERE position = $position", "$reason", "$position");
        upsertSnapshot = Make(
            """
            INSERT INTO snapshots (stream, stream_version, name, version, data) VALUES ($stream, $stream_version, $name, $version, $data)
            ON CONFLICT (stream) DO UPDATE SET stream_version = excluded.stream_version, name = excluded.name,
                version = excluded.version, data = excluded.data WHERE excluded.stream_version > snapshots.stream_version
            """,
            "$stream", "$stream_version", "$name", "$version", "$data");
    }

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    public void Savepoint()
    {
        lastPositionAtSavepoint = lastPosition;
        savepoint.ExecuteNonQuery();
    }

    public void Release() => release.ExecuteNonQuery();

    public void RollbackToSavepoint()
    {
        lastPosition = lastPositionAtSavepoint;
        rollbackTo.ExecuteNonQuery();
    }

    /// <summary>Ends a transaction that failed; one that SQLite has ended by itself is left alone.</summary>
    public void RollbackIfOpen()
    {
        lastPosition = null;
        if (SQLitePCL.raw.sqlite3_get_autocommit(rollback.Connection!.Handle) == 0)
            rollback.ExecuteNonQuery();
    }

    /// <summary>The last position written since this was last asked; none if no event was.</summary>
    public long? TakeLastPosition()
    {
        var taken = lastPosition;
        lastPosition = null;
        return taken;
    }

    public AppendResult Append(
        string stream, long expectedVersion, IReadOnlyList<NewEvent> events, IReadOnlyList<NewDelivery> deliveries, AppendMetadata metadata)
    {
        version.Parameters[0].Value = stream;
        var actual = (long)version.ExecuteScalar()!;
        if (actual != expectedVersion)
            return new AppendResult.Conflict(actual);

        long first = 0, position = 0;
        foreach (var happened in events)
        {
            Set(insertEvent, stream, ++actual, happened.Name, happened.Version, happened.Data.ToArray(), metadata.CommandId, metadata.Actor, metadata.RecordedAtMicros);
            position = (long)insertEvent.ExecuteScalar()!;
            first = first == 0 ? position : first;
        }

        foreach (var delivery in deliveries)
        {
            Set(insertDelivery, stream, delivery.Receiver, delivery.Id, delivery.Name, delivery.Version, delivery.Data.ToArray());
            insertDelivery.ExecuteNonQuery();
        }

        lastPosition = position;
        return new AppendResult.Appended(first, actual);
    }

    public bool Complete(IReadOnlyList<long> positions)
    {
        foreach (var position in positions)
        {
            complete.Parameters[0].Value = position;
            complete.ExecuteNonQuery();
        }

        return true;
    }

    public bool RecordFailure(long position, string reason)
    {
        Set(fail, reason, position);
        return fail.ExecuteNonQuery() > 0;
    }

    public bool Keep(Snapshot snapshot)
    {
        Set(upsertSnapshot, snapshot.Stream, snapshot.StreamVersion, snapshot.Name, snapshot.Version, snapshot.Data.ToArray());
        return upsertSnapshot.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[begin, commit, rollback, savepoint, release, rollbackTo, version, insertEvent, insertDelivery, complete, fail, upsertSnapshot])
            command.Dispose();
    }

    /// <summary>A command with its parameters, prepared at its first use and kept so.</summary>
    public static SqliteCommand Make(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <summary>Gives a command its parameters, in the order in which they were named.</summary>
    public static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
