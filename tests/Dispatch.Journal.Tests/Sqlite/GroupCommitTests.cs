using CsCheck;
using Dispatch.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Sqlite;

public sealed class GroupCommitTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task All_who_wait_share_one_commit()
    {
        using var store = new Store();
        Task<AppendResult>[] appends = [];
        await store.WhileTheWriterIsHeldAsync(() => appends = [.. Enumerable.Range(1, 50).Select(i => store.AppendAsync($"s{i}", 0))]);
        await Task.WhenAll(appends);
        Assert.Equal([50L], store.Commits);
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        // A power cut cannot be tried here; that SQLite is asked for the full sync can.
        using var store = new Store();
        Assert.Equal(("wal", "2"), (store.Read("PRAGMA journal_mode"), store.Read("PRAGMA synchronous")));
    }

    [Fact]
    public async Task A_write_that_fails_is_rolled_back_alone()
    {
        using var store = new Store();
        Task<AppendResult> before = null!, after = null!;
        Task<bool> refused = null!, thrown = null!;
        await store.WhileTheWriterIsHeldAsync(() =>
        {
            before = store.AppendAsync("before", 0);
            refused = store.Writer.EnqueueAsync<bool>(to => Half(to, new SqliteException("constraint", 19)), None);
            thrown = store.Writer.EnqueueAsync<bool>(to => Half(to, new InvalidOperationException("no value")), None);
            after = store.AppendAsync("after", 0);
        });

        Assert.Contains("nothing of it was written", (await Assert.ThrowsAsync<JournalException>(() => refused)).Message, StringComparison.Ordinal);
        Assert.Contains("nothing of it was written", (await Assert.ThrowsAsync<JournalException>(() => thrown)).Message, StringComparison.Ordinal);
        Assert.Equal(new AppendResult.Appended(1, 1), await before);
        Assert.Equal(new AppendResult.Appended(2, 1), await after);
        Assert.Equal(["before", "after"], store.Streams());
        Assert.Equal([2L], store.Commits);
    }

    [Fact]
    public async Task The_last_position_is_not_that_of_an_append_that_was_rolled_back()
    {
        using var store = new Store();
        Task<bool> thrown = null!;
        await store.WhileTheWriterIsHeldAsync(() =>
        {
            _ = store.AppendAsync("s", 0);
            thrown = store.Writer.EnqueueAsync<bool>(to => Half(to, new InvalidOperationException()), None);
        });
        await Assert.ThrowsAsync<JournalException>(() => thrown);
        Assert.Equal([1L], store.Commits);
    }

    [Fact]
    public async Task A_queued_append_that_is_cancelled_is_told_so_and_never_written()
    {
        using var store = new Store();
        using var cancellation = new CancellationTokenSource();
        Task<AppendResult> cancelled = null!, other = null!;
        await store.WhileTheWriterIsHeldAsync(() =>
        {
            cancelled = store.AppendCancellablyAsync("cancelled", 0, "x", cancellation.Token);
            other = store.AppendAsync("other", 0);
            cancellation.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.IsType<AppendResult.Appended>(await other);
        Assert.Equal(["other"], store.Streams());
    }

    [Fact]
    public async Task A_cancelled_append_is_either_written_or_told_as_cancelled()
    {
        int written = 0, cancelled = 0;
        await Gen.Int[0, 400].Array[60].SampleAsync(async spins =>
        {
            using var store = new Store();
            var told = await Task.WhenAll(spins.Select((spin, index) => Task.Run(async () =>
            {
                using var cancellation = new CancellationTokenSource();
                var append = store.AppendCancellablyAsync($"s{index}", 0, "x", cancellation.Token);
                for (var i = 0; i < spin; i++)
                    Thread.SpinWait(20);
                await cancellation.CancelAsync();
                await append.ContinueWith(_ => { }, None, TaskContinuationOptions.None, TaskScheduler.Default);
                return append.IsCompletedSuccessfully ? $"s{index}" : null;
            })));
            Assert.Equal(told.OfType<string>().Order(), store.Streams().Order());
            written += told.OfType<string>().Count();
            cancelled += told.Count(stream => stream is null);
        }, iter: 20, threads: 1);
        Assert.True(written > 0 && cancelled > 0, $"Of both there must be some to prove anything: {written} written, {cancelled} cancelled.");
    }

    [Fact]
    public async Task A_full_disk_is_told_to_each_and_writing_goes_on_once_there_is_room()
    {
        using var store = new Store();
        store.Run("PRAGMA max_page_count = 40");
        var version = 0L;
        JournalException? told = null;
        while (told is null)
        {
            try
            {
                await store.AppendAsync("s", version, new string('x', 3000));
                version++;
            }
            catch (JournalException error)
            {
                told = error;
            }
        }

        Assert.Contains("is full; nothing of this was written", told.Message, StringComparison.Ordinal);
        Assert.True(version > 0);
        Assert.Equal(version, store.Streams().Count);
        store.Run("PRAGMA max_page_count = 4000");
        Assert.Equal(new AppendResult.Appended(version + 1, version + 1), await store.AppendAsync("s", version, new string('x', 3000)));
    }

    [Fact]
    public async Task After_an_error_of_the_disk_nothing_more_is_taken()
    {
        using var store = new Store();
        await store.AppendAsync("s", 0);
        var first = store.Writer.EnqueueAsync<bool>(_ => throw new SqliteException("disk I/O error", 10), None);
        Assert.Contains("shows at the next start", (await Assert.ThrowsAsync<JournalException>(() => first)).Message, StringComparison.Ordinal);
        var later = await Assert.ThrowsAsync<JournalException>(() => store.AppendAsync("s", 1));
        Assert.Contains("nothing of this was written", later.Message, StringComparison.Ordinal);
        Assert.Equal(["s"], store.Streams());
    }

    private static bool Half(SqliteStatements to, Exception error)
    {
        to.Append("half", 0, [Event("half")], [Delivery("r", "half")], Metadata);
        throw error;
    }
}
