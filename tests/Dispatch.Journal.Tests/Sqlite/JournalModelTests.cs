using CsCheck;
using Dispatch.Journal.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Sqlite;

public sealed class JournalModelTests
{
    private const int StreamCount = 3;
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, StreamCount - 1], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Frequency((4, Gen.Const(0L)), (1, Gen.Long[-1, 2])),
            (stream, events, deliveries, offBy) => (Step)new Append($"s{stream}", events, deliveries, offBy))),
        (3, Gen.Int[0, 9].Select(which => (Step)new Complete(which))),
        (2, Gen.Int[0, 9].Select(which => (Step)new FailOnce(which))),
        (2, Gen.Select(Gen.Int[0, StreamCount - 1], Gen.Long[0, 9], (stream, version) => (Step)new Keep($"s{stream}", version))),
        (1, Gen.Const((Step)new Reopen())));

    [Fact]
    public async Task The_journal_is_what_a_dictionary_and_two_lists_would_be()
    {
        int conflicts = 0, appended = 0, reopened = 0;
        await Steps.Array[1, 40].SampleAsync(async steps =>
        {
            using var folder = new TemporaryFolder();
            var options = new JournalOptions { File = folder.File(), PageEvents = 2 };
            var journal = SqliteJournal.Open(options);
            var model = new Model();
            foreach (var step in steps)
            {
                if (step is Reopen)
                {
                    await journal.DisposeAsync();
                    journal = SqliteJournal.Open(options);
                    reopened++;
                }
                else if (await model.TakeAsync(step, journal) is { } result)
                {
                    _ = result is AppendResult.Conflict ? conflicts++ : appended++;
                }
            }

            await model.CheckAsync(journal);
            await journal.DisposeAsync();
        }, iter: 60, threads: 1);
        Assert.True(conflicts > 20 && appended > 100 && reopened > 10, "The generated steps prove too little.");
    }

    private abstract record Step;

    private sealed record Append(string Stream, int Events, int Deliveries, long OffBy) : Step;

    private sealed record Complete(int Which) : Step;

    private sealed record FailOnce(int Which) : Step;

    private sealed record Keep(string Stream, long Version) : Step;

    private sealed record Reopen : Step;

    private sealed class Model
    {
        private readonly Dictionary<string, List<string>> streams = [];
        private readonly Dictionary<string, long> snapshots = [];
        private readonly List<string> all = [];
        private readonly List<(string Id, int Attempts)> outbox = [];

        public async Task<AppendResult?> TakeAsync(Step step, SqliteJournal journal)
        {
            switch (step)
            {
                case Append append:
                    return await AppendAsync(append, journal);
                case Complete { Which: var which } when which < outbox.Count:
                    await journal.CompleteDeliveriesAsync([(await journal.ReadPendingAsync(0, 100, None))[which].Position], None);
                    outbox.RemoveAt(which);
                    break;
                case FailOnce { Which: var which } when which < outbox.Count:
                    await journal.RecordFailedAttemptAsync((await journal.ReadPendingAsync(0, 100, None))[which].Position, "no", None);
                    outbox[which] = outbox[which] with { Attempts = outbox[which].Attempts + 1 };
                    break;
                case Keep keep:
                    await journal.WriteSnapshotAsync(new Snapshot(keep.Stream, keep.Version, "kept", 1, "{}"u8.ToArray()), None);
                    snapshots[keep.Stream] = Math.Max(keep.Version, snapshots.GetValueOrDefault(keep.Stream));
                    break;
            }

            return null;
        }

        public async Task CheckAsync(SqliteJournal journal)
        {
            Assert.Equal(all, (await All(journal.ReadAllAsync(0, None))).Select(Text));
            Assert.Equal(outbox, (await journal.ReadPendingAsync(0, 1000, None)).Select(pending => (pending.Id, pending.Attempts)));
            foreach (var (stream, texts) in streams)
            {
                var events = await All(journal.ReadStreamAsync(stream, 0, None));
                Assert.Equal(texts, events.Select(Text));
                Assert.Equal(Enumerable.Range(1, texts.Count).Select(version => (long)version), events.Select(happened => happened.StreamVersion));
                Assert.Equal(texts.Skip(1), (await All(journal.ReadStreamAsync(stream, 1, None))).Select(Text));
            }

            foreach (var (stream, version) in snapshots)
                Assert.Equal(version, (await journal.ReadSnapshotAsync(stream, None))!.StreamVersion);
        }

        private async Task<AppendResult> AppendAsync(Append append, SqliteJournal journal)
        {
            var known = streams.TryGetValue(append.Stream, out var list) ? list : streams[append.Stream] = [];
            var texts = Enumerable.Range(all.Count, append.Events).Select(number => $"{append.Stream} {number}").ToArray();
            var ids = Enumerable.Range(0, append.Deliveries).Select(number => $"{texts[0]} {number}").ToArray();
            var expected = Math.Max(0, known.Count + append.OffBy);
            var result = await journal.AppendAsync(
                append.Stream, expected, [.. texts.Select(Event)], [.. ids.Select(id => Delivery("r", id))], Metadata, None);
            if (expected != known.Count)
            {
                Assert.Equal(new AppendResult.Conflict(known.Count), result);
                return result;
            }

            known.AddRange(texts);
            all.AddRange(texts);
            outbox.AddRange(ids.Select(id => (id, 0)));
            Assert.Equal(known.Count, Assert.IsType<AppendResult.Appended>(result).StreamVersion);
            return result;
        }
    }
}
