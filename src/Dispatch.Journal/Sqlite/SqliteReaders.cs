using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The readers that are free, so that a read opens no connection and prepares no statement.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private const int MostFree = 16;

    private readonly Lock gate = new();
    private readonly Stack<SqliteReader> free = new();
    private bool closed;

    /// <summary>Lends a reader; a read sees everything that was durable when it began.</summary>
    /// <exception cref="JournalException">The journal is closed, or the file cannot be read.</exception>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader;
        lock (gate)
        {
            if (closed)
                throw new JournalException("The journal is closed; nothing can be read from it.");
            free.TryPop(out reader);
        }

        try
        {
            reader ??= new SqliteReader(file.OpenToRead());
            var found = read(reader);
            Return(ref reader);
            return found;
        }
        catch (SqliteException error)
        {
            throw file.Explain(error);
        }
        finally
        {
            // One that has met an error is not lent again.
            reader?.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (free.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private void Return(ref SqliteReader? reader)
    {
        lock (gate)
        {
            if (closed || free.Count >= MostFree)
                return;
            free.Push(reader!);
            reader = null;
        }
    }
}
