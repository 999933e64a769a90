using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>The journal's file, held for this process alone from opening to disposal.</summary>
/// <remarks>
/// SQLite itself would let a second process write. A lock file beside the database keeps it out; the operating system lets go of it
/// however the process ends. The lock file stays: to delete it would let a third process lock a file that has no name any more.
/// </remarks>
internal sealed class SqliteFile : IDisposable
{
    private readonly FileStream exclusive;
    private readonly int lockWaitSeconds;

    private SqliteFile(string path, FileStream exclusive, int lockWaitSeconds)
    {
        Path = path;
        this.exclusive = exclusive;
        this.lockWaitSeconds = lockWaitSeconds;
    }

    public string Path { get; }

    /// <summary>Takes the file for this process, and checks what can be checked without opening the database.</summary>
    /// <exception cref="JournalException">Another process has it, or it cannot be written.</exception>
    public static SqliteFile Take(JournalOptions options)
    {
        var path = options.File;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            // The mark is respected even where the user is one whom the system would let write all the same.
            if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
                throw new JournalException($"The journal {path} is read-only; make it writable, or choose another data folder.");
            var exclusive = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new SqliteFile(path, exclusive, (int)options.LockWait.TotalSeconds);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new JournalException($"The folder of {path} cannot be written; give this user the right to, or choose another data folder.", error);
        }
        catch (IOException error) when (IsTaken(error))
        {
            throw new JournalException($"Another process is using {path}; stop it, or choose another data folder.", error);
        }
        catch (IOException error)
        {
            throw new JournalException($"The folder of {path} cannot be used ({error.Message}); choose another data folder.", error);
        }
    }

    /// <summary>An open connection that reads and writes; made anew where there is no file.</summary>
    public SqliteConnection OpenToWrite() => Open(SqliteOpenMode.ReadWriteCreate);

    /// <summary>An open connection that only reads; the write-ahead log lets it go on while another writes.</summary>
    public SqliteConnection OpenToRead() => Open(SqliteOpenMode.ReadOnly);

    /// <summary>What an error of SQLite means for whoever runs the program, and what to do.</summary>
    public JournalException Explain(SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            SqliteError.NotADatabase or SqliteError.Corrupt =>
                $"The file {Path} is not a journal of Dispatch or is damaged; restore it from a backup, or choose another data folder.",
            SqliteError.ReadOnly or SqliteError.CannotOpen or SqliteError.Permission =>
                $"The journal {Path} cannot be written; give this user the right to, or choose another data folder.",
            SqliteError.Busy or SqliteError.Locked => $"The journal {Path} is locked by another program; close that, and try again.",
            SqliteError.Full => $"The disk of {Path} is full; nothing of this was written. Make room, and try again.",
            _ => $"The journal {Path} cannot be used ({error.Message}); check its disk and the rights to its folder.",
        },
        error)
    { MayPass = SqliteError.MayPass(error.SqliteErrorCode) };

    public void Dispose() => exclusive.Dispose();

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = lockWaitSeconds,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows; EAGAIN of Linux (11) and macOS (35).
    private static bool IsTaken(IOException error) => (error.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
