using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The tables of the journal, and the check that a file is one that this program can read.</summary>
internal static class SqliteSchema
{
    /// <summary>Version of the tables, kept in <c>user_version</c>.</summary>
    public const int Version = 1;

    /// <summary>"DISP", kept in <c>application_id</c>: tells the journal from a database of something else.</summary>
    public const int Application = 0x44495350;

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
        CREATE INDEX deliveries_by_receiver ON deliveries (receiver, position);
        CREATE TABLE snapshots (
            stream         TEXT    NOT NULL PRIMARY KEY,
            stream_version INTEGER NOT NULL,
            name           TEXT    NOT NULL,
            version        INTEGER NOT NULL,
            data           BLOB    NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Makes the tables in an empty file, or checks that those there can be read; then makes the connection write durably.</summary>
    /// <remarks>The check comes first: the write-ahead log is a property of the file, and one that is not ours stays as it is.</remarks>
    /// <exception cref="JournalException">The file is from a newer program, or is a database of something else.</exception>
    public static void CreateOrCheck(SqliteConnection connection, string file)
    {
        var found = Number(connection, "PRAGMA user_version");
        var ours = Number(connection, "PRAGMA application_id") == Application;
        var empty = Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (found > Version && (ours || empty))
            throw new JournalException($"The journal {file} was written by a newer Dispatch (format {found}); run that version, or choose another data folder.");
        if (!ours && !empty)
            throw new JournalException($"The file {file} is a database, but not a journal of Dispatch; move it away, or choose another data folder.");
        // Full sync: a commit has reached the disk when it returns. WAL lets readers go on meanwhile.
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if ((string)command.ExecuteScalar()! != "wal")
            throw new JournalException($"The folder of {file} cannot keep a write-ahead log; choose a data folder on a disk of this machine.");
        Run(connection, "PRAGMA synchronous = FULL");
        if (empty)
            Run(connection, $"BEGIN IMMEDIATE; {Create} PRAGMA application_id = {Application}; PRAGMA user_version = {Version}; COMMIT;");
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = SqliteStatements.Make(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = SqliteStatements.Make(connection, sql);
        command.ExecuteNonQuery();
    }
}
