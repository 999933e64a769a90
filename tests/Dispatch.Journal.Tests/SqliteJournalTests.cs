using CsCheck;
using Dispatch.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests;

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
    public async Task Many_writers_share_commits_and_readers_miss_nothing()
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

        var positions = await read;
        Assert.Equal(positions.Order(), positions);
        Assert.Equal(writers * appends, positions.Distinct().Count());
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
    public async Task The_journal_reads_as_a_dictionary_of_lists_would() =>
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 3]).Array[1, 30].SampleAsync(async steps =>
        {
            using var folder = new TemporaryFolder();
            await using var journal = SqliteJournal.Open(folder.File());
            var model = new Dictionary<string, List<string>>();
            foreach (var (stream, expected, count) in steps)
            {
                var name = $"s{stream}";
                var list = model.TryGetValue(name, out var known) ? known : model[name] = [];
                var texts = Enumerable.Range(0, count).Select(i => $"{list.Count + i}").ToArray();
                var result = await journal.AppendAsync(name, expected, [.. texts.Select(Event)], [], Metadata, None);
                Assert.Equal(list.Count == expected, result is AppendResult.Appended);
                if (result is AppendResult.Appended)
                    list.AddRange(texts);
            }

            foreach (var (name, list) in model)
                Assert.Equal(list, (await All(journal.ReadStreamAsync(name, 0, None))).Select(Text));
        }, iter: 25);

    [Fact]
    public async Task A_second_opening_is_told_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        await using var first = SqliteJournal.Open(folder.File());
        Assert.Contains("Another process", Assert.Throws<JournalException>(() => SqliteJournal.Open(folder.File())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_is_no_journal()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(), new string('x', 5000));
        Assert.Contains("not a journal", Assert.Throws<JournalException>(() => SqliteJournal.Open(folder.File())).Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(folder.File()).Length);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "newer Dispatch")]
    [InlineData("CREATE TABLE other (x)", "not a journal")]
    public void A_database_of_something_else_or_newer_is_left_alone(string sql, string expected)
    {
        using var folder = new TemporaryFolder();
        using (var connection = new SqliteConnection($"Data Source={folder.File()};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The theory's own constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        Assert.Contains(expected, Assert.Throws<JournalException>(() => SqliteJournal.Open(folder.File())).Message, StringComparison.Ordinal);
    }
}
