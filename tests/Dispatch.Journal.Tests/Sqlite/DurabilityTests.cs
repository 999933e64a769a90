using System.Globalization;
using Dispatch.Journal.Sqlite;
using Dispatch.Journal.Tests.Child;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Sqlite;

public sealed class DurabilityTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill_and_nothing_is_doubled()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new Dictionary<string, long>();
        foreach (var linesBeforeTheKill in (int[])[1, 40, 300, 77, 900])
        {
            using (var child = ChildProcess.Start(ChildWork.AppendForever, folder.File()))
            {
                for (var i = 0; i < linesBeforeTheKill; i++)
                    Note(await child.ReadLineAsync(), acknowledged);
                child.Kill();
                foreach (var line in await child.ReadToEndAsync())
                    Note(line, acknowledged);
            }

            await using var journal = SqliteJournal.Open(folder.File());
            var all = await All(journal.ReadAllAsync(0, None));
            Assert.Equal(all.Count, all.Select(happened => happened.CommandId).Distinct().Count());
            foreach (var (stream, version) in acknowledged)
            {
                var events = await All(journal.ReadStreamAsync(stream, 0, None));
                Assert.Equal(Enumerable.Range(1, events.Count).Select(number => $"{stream}-{number}"), events.Select(Text));
                // The one append that each stream had under way may have been written and not told.
                Assert.InRange(events.Count, version, version + 1);
                var pending = await journal.ReadPendingAsync(stream, 0, int.MaxValue, None);
                Assert.Equal(events.Select(Text), pending.Select(delivery => delivery.Id));
            }
        }
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_to_each_append_and_keeps_what_was_acknowledged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit on a file's size that stands for the broken disk is Linux' own.");
        using var folder = new TemporaryFolder();
        List<string> lines;
        using (var child = ChildProcess.StartWithFilesUpTo(512, ChildWork.AppendUntilRefused, folder.File()))
            lines = await child.ReadToEndAsync();

        var refusals = lines.Select(ChildWork.Refusal).OfType<string>().ToArray();
        Assert.Equal(2, refusals.Length);
        Assert.Contains("whether this was written shows at the next start", refusals[0], StringComparison.Ordinal);
        Assert.Contains("nothing of this was written", refusals[1], StringComparison.Ordinal);

        var acknowledged = lines.Count - refusals.Length;
        Assert.True(acknowledged > 0);
        await using var journal = SqliteJournal.Open(folder.File());
        Assert.InRange((await All(journal.ReadStreamAsync("w", 0, None))).Count, acknowledged, acknowledged + 1);
    }

    private static void Note(string? line, Dictionary<string, long> acknowledged)
    {
        // The kill may have cut the last line short; a shorter number is an earlier version, which was acknowledged too.
        if (line?.Split(' ') is [var stream, { Length: > 0 } version] && long.TryParse(version, CultureInfo.InvariantCulture, out var told))
            acknowledged[stream] = Math.Max(told, acknowledged.GetValueOrDefault(stream));
        else
            Assert.True(line is not null && line.Length < 4, "The child ended by itself, or wrote what it should not.");
    }
}
