using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Sqlite;

/// <summary>A piece of work that waits for the writer, and whoever waits for it.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Reports it cancelled if that was asked for; from then on it is written, or fails, and cannot be cancelled any more.</summary>
    public abstract bool TryCancel();

    /// <summary>Writes inside the group's transaction. What fails is rolled back alone, and the rest of the group is written all the same.</summary>
    /// <exception cref="SqliteException">The group cannot be committed.</exception>
    public abstract void Write(SqliteStatements statements);

    /// <summary>Tells what came of it: the group is durable.</summary>
    public abstract void Tell();

    /// <summary>Tells that the group failed.</summary>
    public abstract void Fail(JournalException error);
}

/// <inheritdoc />
internal sealed class QueuedWrite<T>(Func<SqliteStatements, T> write, CancellationToken cancellation) : QueuedWrite
{
    // Continuations run elsewhere: the writer's thread must never run a caller's code.
    private readonly TaskCompletionSource<T> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? outcome;
    private JournalException? refusal;

    public Task<T> Result => told.Task;

    public override bool TryCancel() => cancellation.IsCancellationRequested && told.TrySetCanceled(cancellation);

    public override void Write(SqliteStatements statements)
    {
        statements.Savepoint();
        try
        {
            outcome = write(statements);
            statements.Release();
        }
#pragma warning disable CA1031 // Whatever is wrong with this one is told to its own caller; the writer's thread and the others go on.
        catch (Exception error) when (error is not SqliteException sqlite || !SqliteError.SpoilsGroup(sqlite.SqliteErrorCode))
#pragma warning restore CA1031
        {
            statements.RollbackToSavepoint();
            refusal = new JournalException($"The journal could not take this ({error.Message}); nothing of it was written.", error);
        }
    }

    public override void Tell()
    {
        if (refusal is not null)
            told.SetException(refusal);
        else
            told.SetResult(outcome!);
    }

    public override void Fail(JournalException error) => told.SetException(error);
}
