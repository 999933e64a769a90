using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>
/// The one thread that writes. Whatever waits is written in one transaction (group commit), and only when that is on the disk is
/// anyone told: one sync is shared by all who wait, so throughput grows with load while each waits for at most two commits.
/// </summary>
/// <remarks>
/// When the disk fails in the middle of a commit, nobody can say whether its frames will be found at the next opening. Those who wait
/// are told just that, and nothing is written any more until the file has been opened anew (<see cref="SqliteError.SpoilsFile"/>).
/// </remarks>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteFile file;
    private readonly int mostTogether;
    private readonly Action<long> committed;
    private readonly SqliteStatements statements;
    private readonly BlockingCollection<QueuedWrite> queue = new(new ConcurrentQueue<QueuedWrite>());
    private readonly Thread thread;
    private bool broken;

    /// <param name="connection">Owned from now on.</param>
    /// <param name="mostTogether">How many writes one commit takes at most.</param>
    /// <param name="committed">Told the last position after each commit that added events, before anyone who waited is.</param>
    public SqliteWriter(SqliteConnection connection, SqliteFile file, int mostTogether, Action<long> committed)
    {
        this.connection = connection;
        this.file = file;
        this.mostTogether = mostTogether;
        this.committed = committed;
        statements = new SqliteStatements(connection);
        thread = new Thread(Run) { IsBackground = true, Name = "journal writer" };
        thread.Start();
    }

    /// <summary>Queues a piece of work; the task completes when what it did is durable.</summary>
    /// <exception cref="JournalException">The journal is closed.</exception>
    public Task<T> EnqueueAsync<T>(Func<SqliteStatements, T> write, CancellationToken cancellation)
    {
        var work = new QueuedWrite<T>(write, cancellation);
        try
        {
            queue.Add(work, CancellationToken.None);
        }
        catch (InvalidOperationException error)
        {
            throw new JournalException("The journal is closed; nothing was written.", error);
        }

        return work.Result;
    }

    /// <summary>Writes what is queued, then closes the connection.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        statements.Dispose();
        connection.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        var group = new List<QueuedWrite>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < mostTogether && queue.TryTake(out var next))
                group.Add(next);
            group.RemoveAll(work => work.TryCancel());
            if (group.Count > 0)
                Write(group);
        }
    }

    private void Write(List<QueuedWrite> group)
    {
        if (broken)
        {
            foreach (var work in group)
                work.Fail(new JournalException($"The journal {file.Path} stopped when its disk failed; nothing of this was written. Check the disk, then start again."));
            return;
        }

        try
        {
            statements.Begin();
            foreach (var work in group)
                work.Write(statements);
            statements.Commit();
        }
        catch (SqliteException error)
        {
            Fail(group, error);
            return;
        }

        if (statements.TakeLastPosition() is { } position)
            committed(position);
        foreach (var work in group)
            work.Tell();
    }

    private void Fail(List<QueuedWrite> group, SqliteException error)
    {
        broken = SqliteError.SpoilsFile(error.SqliteErrorCode);
        try
        {
            statements.RollbackIfOpen();
        }
        catch (SqliteException)
        {
            // A transaction that can be neither committed nor rolled back: only opening the file anew brings it in order.
            broken = true;
        }

        foreach (var work in group)
            work.Fail(broken
                ? new JournalException($"The disk of {file.Path} failed ({error.Message}); whether this was written shows at the next start. Check the disk, then start again.", error)
                : file.Explain(error));
    }
}
