using Dispatch.Journal.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_was_appended_is_there_after_reopening()
    {
        using var folder = new TemporaryFolder();
        await using (var journal = SqliteJournal.Open(folder.File()))
            await journal.AppendAsync("a", 0, [Event("one"), Event("two")], [Delivery("b", "1")], Metadata, None);

        await using var reopened = SqliteJournal.Open(folder.File());
        Assert.Equal(["one", "two"], (await All(reopened.ReadStreamAsync("a", 0, None))).Select(Text));
        Assert.Equal("b", Assert.Single(await reopened.ReadPendingAsync(0, 10, None)).Receiver);
        Assert.Equal(2, await reopened.LastPositionAsync(None));
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("a", 0, [Event("one")], [], Metadata, None);
        Assert.Equal(
            new AppendResult.Conflict(1), await journal.AppendAsync("a", 0, [Event("other")], [Delivery("b", "1")], Metadata, None));
        Assert.Single(await All(journal.ReadAllAsync(0, None)));
        Assert.Empty(await journal.ReadPendingAsync(0, 10, None));
    }

    [Fact]
    public async Task A_reader_that_follows_many_writers_misses_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        const int writers = 32, appends = 40;
        var read = Task.Run(async () =>
        {
            var seen = new List<long>();
            while (seen.Count < writers * appends)
            {
                await foreach (var happened in journal.ReadAllAsync(seen.LastOrDefault(), None))
                    seen.Add(happened.Position);
                if (seen.Count < writers * appends)
                    await journal.WaitForAppendAsync(seen.LastOrDefault(), None);
            }

            return seen;
        });
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < appends; i++)
                Assert.IsType<AppendResult.Appended>(await journal.AppendAsync($"w{writer}", i, [Event($"{i}")], [], Metadata, None));
        })));

        // Read while it was written: had one become visible late, it would be missing here.
        Assert.Equal(Enumerable.Range(1, writers * appends).Select(position => (long)position), await read);
    }

    [Fact]
    public async Task Only_one_of_many_who_expect_the_same_version_wins()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            journal.AppendAsync("a", 0, [Event($"{i}")], [], Metadata, None).AsTask()));
        Assert.Single(results.OfType<AppendResult.Appended>());
    }

    [Fact]
    public async Task An_older_snapshot_never_replaces_a_newer()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.WriteSnapshotAsync(new Snapshot("a", 7, "s", 1, "7"u8.ToArray()), None);
        await journal.WriteSnapshotAsync(new Snapshot("a", 5, "s", 1, "5"u8.ToArray()), None);
        Assert.Equal(7, (await journal.ReadSnapshotAsync("a", None))!.StreamVersion);
        Assert.Null(await journal.ReadSnapshotAsync("b", None));
    }

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await journal.AppendAsync("a", 0, [Event("one")], [], Metadata, new CancellationToken(canceled: true)));
        Assert.Empty(await All(journal.ReadAllAsync(0, None)));
    }

    [Fact]
    public async Task Who_waits_for_news_is_told_once_there_are_some()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var waiting = journal.WaitForAppendAsync(0, None).AsTask();
        Assert.False(waiting.IsCompleted);
        await journal.AppendAsync("a", 0, [Event("one")], [], Metadata, None);
        await waiting;
        await journal.WaitForAppendAsync(0, None);
        using var enough = new CancellationTokenSource();
        var further = journal.WaitForAppendAsync(1, enough.Token).AsTask();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => further);
    }

    [Fact]
    public async Task A_closed_journal_says_so_to_everyone()
    {
        using var folder = new TemporaryFolder();
        var journal = SqliteJournal.Open(folder.File());
        var waiting = journal.WaitForAppendAsync(0, None).AsTask();
        var last = journal.AppendAsync("a", 0, [Event("one")], [], Metadata, None).AsTask();
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        Assert.IsType<AppendResult.Appended>(await last);
        await waiting;
        await Assert.ThrowsAsync<JournalException>(() => journal.WaitForAppendAsync(1, None).AsTask());
        await Assert.ThrowsAsync<JournalException>(() => journal.AppendAsync("a", 1, [Event("two")], [], Metadata, None).AsTask());
        await Assert.ThrowsAsync<JournalException>(() => All(journal.ReadAllAsync(0, None)));
    }

    [Fact]
    public async Task An_event_comes_back_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var data = "{\"name\":\"Ωmega 🚐\"}"u8.ToArray();
        await journal.AppendAsync("visit/ä", 0, [new NewEvent("visit-requested", 3, data)], [], new AppendMetadata("c-1", "dana", -5), None);
        var read = Assert.Single(await All(journal.ReadStreamAsync("visit/ä", 0, None)));
        Assert.Equal(data, read.Data.ToArray());
        Assert.Equal(
            (1L, "visit/ä", 1L, "visit-requested", 3, "c-1", "dana", -5L),
            (read.Position, read.Stream, read.StreamVersion, read.Name, read.Version, read.CommandId, read.Actor, read.RecordedAtMicros));
    }
}
