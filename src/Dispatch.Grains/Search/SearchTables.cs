using Microsoft.Data.Sqlite;

namespace Dispatch.Grains.Search;

/// <summary>The search tables: what the journal says, folded into rows that can be found. They may be thrown away at any time and are then folded anew.</summary>
internal sealed class SearchTables : IDisposable
{
    private const int Version = 1;

    private const string Create = """
        CREATE TABLE entries (
            row       INTEGER PRIMARY KEY,
            kind      TEXT NOT NULL,
            id        TEXT NOT NULL,
            territory TEXT NOT NULL,
            patient   TEXT NOT NULL,
            date      TEXT NOT NULL,
            is_open   INTEGER NOT NULL,
            title     TEXT NOT NULL,
            detail    TEXT NOT NULL,
            json      BLOB NOT NULL,
            UNIQUE (kind, id)
        ) STRICT;
        CREATE INDEX entries_by_territory ON entries (territory, kind, date, title);
        CREATE INDEX entries_by_patient ON entries (patient, kind) WHERE patient <> '';
        CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
        CREATE TABLE folded (position INTEGER NOT NULL) STRICT;
        INSERT INTO folded VALUES (0);
        """;

    private readonly string connectionString;
    private readonly SqliteConnection writer;

    /// <summary>Opens the tables; those of another version are dropped and folded anew.</summary>
    public SearchTables(string file)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        writer = Open(file);
    }

    /// <summary>The position in the journal up to which all is folded in.</summary>
    public long Position
    {
        get
        {
            using var command = writer.CreateCommand();
            command.CommandText = "SELECT position FROM folded";
            return (long)command.ExecuteScalar()!;
        }
    }

    /// <summary>A connection for reading.</summary>
    public SqliteConnection Read()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Begins a fold; nothing of it is seen before <see cref="Commit"/>.</summary>
    public SqliteTransaction Begin() => writer.BeginTransaction();

    /// <summary>Ends a fold at a position.</summary>
    public static void Commit(SqliteTransaction fold, long position)
    {
        Run(fold, "UPDATE folded SET position = $position", ("$position", position));
        fold.Commit();
    }

    /// <summary>The JSON of an entry; none if there is none.</summary>
    public static byte[]? Find(SqliteTransaction fold, string kind, string id)
    {
        using var command = Command(fold, "SELECT json FROM entries WHERE kind = $kind AND id = $id", ("$kind", kind), ("$id", id));
        return (byte[]?)command.ExecuteScalar();
    }

    /// <summary>Puts an entry in place of an older one.</summary>
    public static void Put(SqliteTransaction fold, SearchEntry entry)
    {
        Remove(fold, entry.Kind, entry.Id);
        using var insert = Command(
            fold,
            """
            INSERT INTO entries (kind, id, territory, patient, date, is_open, title, detail, json)
            VALUES ($kind, $id, $territory, $patient, $date, $open, $title, $detail, $json) RETURNING row
            """,
            ("$kind", entry.Kind), ("$id", entry.Id), ("$territory", entry.Territory), ("$patient", entry.Patient), ("$date", entry.Date),
            ("$open", entry.IsOpen ? 1 : 0), ("$title", entry.Title), ("$detail", entry.Detail), ("$json", entry.Json));
        var row = (long)insert.ExecuteScalar()!;
        Run(fold, "INSERT INTO words (rowid, text) VALUES ($row, $text)", ("$row", row), ("$text", entry.Words));
    }

    /// <summary>Takes an entry away.</summary>
    public static void Remove(SqliteTransaction fold, string kind, string id)
    {
        using var delete = Command(fold, "DELETE FROM entries WHERE kind = $kind AND id = $id RETURNING row", ("$kind", kind), ("$id", id));
        if (delete.ExecuteScalar() is long row)
            Run(fold, "DELETE FROM words WHERE rowid = $row", ("$row", row));
    }

    public void Dispose()
    {
        writer.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        if ((long)command.ExecuteScalar()! is var version && version != Version)
        {
            if (version != 0)
            {
                connection.Dispose();
                File.Delete(file);
                return Open(file);
            }

            command.CommandText = $"PRAGMA journal_mode = WAL; BEGIN; {Create} PRAGMA user_version = {Version}; COMMIT;";
            command.ExecuteNonQuery();
        }

        // A fold that a crash takes away is folded again, so this store need not wait for the disk.
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
        return connection;
    }

    private static void Run(SqliteTransaction fold, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(fold, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteTransaction fold, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = fold.Connection!.CreateCommand();
        command.Transaction = fold;
#pragma warning disable CA2100 // The texts are this file's own constants; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}

/// <summary>One thing that can be found.</summary>
/// <param name="Date">ISO date of a visit; empty for others and in the backlog.</param>
/// <param name="Words">What it is found by.</param>
/// <param name="Json">The thing itself.</param>
internal sealed record SearchEntry(
    string Kind, string Id, string Territory, string Patient, string Date, bool IsOpen, string Title, string Detail, string Words, byte[] Json);
