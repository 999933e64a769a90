using Dispatch.Grains.Journaling;
using Dispatch.Journal;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Grains.Search;

/// <summary>Keeps the search tables up with the journal: woken by each append, never polling.</summary>
internal sealed class SearchService(SearchTables tables, IJournal journal, EventCatalogue catalogue) : BackgroundService
{
    private const int MostTogether = 2_000;
    private readonly Lock gate = new();
    private long position = tables.Position;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when all that was durable when it was called is folded in.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var target = await journal.LastPositionAsync(cancellation);
        while (true)
        {
            Task news;
            lock (gate)
            {
                if (position >= target)
                    return;
                news = moved.Task;
            }

            await news.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var fold = new SearchFold(catalogue);
        while (!stoppingToken.IsCancellationRequested)
        {
            await FoldAsync(fold, stoppingToken);
            try
            {
                await journal.WaitForAppendAsync(position, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task FoldAsync(SearchFold fold, CancellationToken cancellation)
    {
        var transaction = tables.Begin();
        var (reached, count) = (position, 0);
        await foreach (var recorded in journal.ReadAllAsync(position, cancellation))
        {
            fold.Take(transaction, recorded);
            reached = recorded.Position;
            if (++count % MostTogether != 0)
                continue;
            Commit(transaction, reached);
            transaction = tables.Begin();
        }

        Commit(transaction, reached);
    }

    private void Commit(Microsoft.Data.Sqlite.SqliteTransaction transaction, long reached)
    {
        SearchTables.Commit(transaction, reached);
        transaction.Dispose();
        TaskCompletionSource news;
        lock (gate)
        {
            position = reached;
            (news, moved) = (moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        news.SetResult();
    }
}
