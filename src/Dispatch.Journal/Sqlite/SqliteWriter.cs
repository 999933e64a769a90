using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>
/// The one thread that writes. Whatever waits is written in one transaction (group commit), and only when that is on the disk is
/// anyone told: one sync is shared by all who wait, so throughput grows with load while each waits for at most two commits.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostTogether = 1024;

    private readonly SqliteConnection connection;
    private readonly BlockingCollection<Work> queue = new(new ConcurrentQueue<Work>());
    private readonly Thread thread;
    private readonly Action<long> committed;
    private readonly SqliteStatements statements;

    /// <param name="connection">Owned from now on.</param>
    /// <param name="committed">Told the last position after each commit that added events.</param>
    public SqliteWriter(SqliteConnection connection, Action<long> committed)
    {
        this.connection = connection;
        this.committed = committed;
        statements = new SqliteStatements(connection);
        thread = new Thread(Run) { IsBackground = true, Name = "journal writer" };
        thread.Start();
    }

    /// <summary>Queues a piece of work; the task completes when what it did is durable.</summary>
    public Task<T> EnqueueAsync<T>(Func<SqliteStatements, T> write, CancellationToken cancellation)
    {
        var work = new Work<T>(write, cancellation);
        try
        {
            queue.Add(work, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new JournalException("The journal is closed; nothing was written.");
        }

        return work.Result;
    }

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
        var batch = new List<Work>(MostTogether);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MostTogether && queue.TryTake(out var next))
                batch.Add(next);
            batch.RemoveAll(work => work.TryCancel());
            if (batch.Count > 0)
                Write(batch);
        }
    }

    private void Write(List<Work> batch)
    {
        try
        {
            statements.Begin();
            foreach (var work in batch)
                work.Write(statements);
            statements.Commit();
        }
        catch (SqliteException error)
        {
            statements.TryRollback();
            var told = new JournalException($"The journal could not be written ({error.Message}); nothing of it was kept. Check disk space and rights of the data folder.", error);
            foreach (var work in batch)
                work.Fail(told);
            return;
        }

        if (statements.TakeLastPosition() is { } position)
            committed(position);
        foreach (var work in batch)
            work.Tell();
    }

    private abstract class Work
    {
        public abstract bool TryCancel();

        public abstract void Write(SqliteStatements statements);

        public abstract void Tell();

        public abstract void Fail(Exception error);
    }

    private sealed class Work<T>(Func<SqliteStatements, T> write, CancellationToken cancellation) : Work
    {
        private readonly TaskCompletionSource<T> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? outcome;
        private Exception? failure;

        public Task<T> Result => told.Task;

        public override bool TryCancel() => cancellation.IsCancellationRequested && told.TrySetCanceled(cancellation);

        // One that fails is rolled back to its savepoint, and the others of the group are written all the same.
        public override void Write(SqliteStatements statements)
        {
            statements.Savepoint();
            try
            {
                outcome = write(statements);
                statements.Release();
            }
            catch (SqliteException error) when (!IsWholeStoreBroken(error))
            {
                statements.RollbackToSavepoint();
                failure = new JournalException($"The journal refused what was to be written ({error.Message}).", error);
            }
        }

        public override void Tell()
        {
            if (failure is not null)
                told.SetException(failure);
            else
                told.SetResult(outcome!);
        }

        public override void Fail(Exception error) => told.SetException(error);

        // SQLITE_FULL, IOERR, CORRUPT, READONLY, CANTOPEN, NOTADB: the group cannot be committed.
        private static bool IsWholeStoreBroken(SqliteException error) => error.SqliteErrorCode is 8 or 10 or 11 or 13 or 14 or 26;
    }
}
