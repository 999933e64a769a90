using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The tables of the journal, and the check that a file is one that this program can read.</summary>
internal static class SqliteSchema
{
    /// <summary>Version of the tables, kept in <c>user_version</c>.</summary>
    public const int Version = 1;

    private const string Create = """
        CREATE TABLE events (
            position       INTEGER PRIMARY KEY AUTOINCREMENT,
            stream         TEXT    NOT NULL,
            stream_version INTEGER NOT NULL,
            name           TEXT    NOT NULL,
            version        INTEGER NOT NULL,
            data           BLOB    NOT NULL,
            command_id     TEXT    NOT NULL,
            actor          TEXT    NOT NULL,
            recorded_at    INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX events_by_stream ON events (stream, stream_version);
        CREATE TABLE deliveries (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            sender   TEXT    NOT NULL,
            receiver TEXT    NOT NULL,
            id       TEXT    NOT NULL,
            name     TEXT    NOT NULL,
            version  INTEGER NOT NULL,
            data     BLOB    NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            failure  TEXT    NOT NULL DEFAULT ''
        ) STRICT;
        CREATE TABLE snapshots (
            stream         TEXT    NOT NULL PRIMARY KEY,
            stream_version INTEGER NOT NULL,
            name           TEXT    NOT NULL,
            version        INTEGER NOT NULL,
            data           BLOB    NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Sets the connection up for durable writing.</summary>
    public static void PrepareWriter(SqliteConnection connection)
    {
        // Full sync: a commit has reached the disk when it returns. WAL lets readers go on meanwhile.
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
    }

    /// <summary>Makes the tables in an empty file, or checks that those there can be read.</summary>
    /// <exception cref="JournalException">The file is from a newer program, or is a database of something else.</exception>
    public static void CreateOrCheck(SqliteConnection connection, string file)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = (long)command.ExecuteScalar()!;
        if (found > Version)
            throw new JournalException($"The journal {file} was written by a newer Dispatch (format {found}); run that version, or choose another --data folder.");
        if (found == Version)
            return;
        command.CommandText = "SELECT count(*) FROM sqlite_schema";
        if ((long)command.ExecuteScalar()! > 0)
            throw new JournalException($"The file {file} is a database, but not a journal of Dispatch; move it away, or choose another --data folder.");
        Run(connection, $"BEGIN IMMEDIATE; {Create} PRAGMA user_version = {Version}; COMMIT;");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this file's own constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
