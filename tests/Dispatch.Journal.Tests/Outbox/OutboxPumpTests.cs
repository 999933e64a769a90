using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using Dispatch.Journal.Outbox;
using Dispatch.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Outbox;

public sealed class OutboxPumpTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DeliveryOutcome Delivered = new DeliveryOutcome.Delivered();

    [Fact]
    public async Task Each_receiver_hears_its_deliveries_in_order_and_they_leave_the_outbox()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var heard = new Heard(200);
        await using (var pump = new RunningPump(journal, (delivery, _) => heard.Note(delivery)))
        {
            for (var i = 0; i < 200; i++)
                await journal.AppendAsync($"s{i}", 0, [Event("x")], [Delivery($"r{i % 5}", $"{i}")], Metadata, None);
            await pump.UntilAsync(heard.All);
            await pump.StopAsync();
        }

        for (var receiver = 0; receiver < 5; receiver++)
            Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{(i * 5) + receiver}"), heard.Of($"r{receiver}"));
        Assert.Empty(await journal.ReadPendingAsync(0, 1, None));
    }

    [Fact]
    public async Task What_was_left_undelivered_is_delivered_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var journal = SqliteJournal.Open(folder.File()))
            await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "left")], Metadata, None);

        await using var reopened = SqliteJournal.Open(folder.File());
        var heard = new Heard(1);
        await using var pump = new RunningPump(reopened, (delivery, _) => heard.Note(delivery));
        await pump.UntilAsync(heard.All);
        Assert.Equal(["left"], heard.Of("r"));
    }

    [Fact]
    public async Task A_delivery_that_was_under_way_when_the_pump_stopped_is_made_again()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        var first = new Heard(1);
        await using (var pump = new RunningPump(journal, async (delivery, _) =>
        {
            await first.Note(delivery);
            return await new TaskCompletionSource<DeliveryOutcome>().Task;
        }))
        {
            await pump.UntilAsync(first.All);
            await pump.StopAsync();
        }

        var second = new Heard(1);
        await using var again = new RunningPump(journal, (delivery, _) => second.Note(delivery));
        await again.UntilAsync(second.All);
        Assert.Equal(first.Of("r"), second.Of("r"));
    }

    [Fact]
    public async Task The_wait_doubles_up_to_the_longest_and_from_some_tries_on_a_person_is_told()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        var options = new OutboxPumpOptions { FirstRetry = TimeSpan.FromMilliseconds(100), LongestRetry = TimeSpan.FromSeconds(1), StuckAfter = 3 };
        var time = new HurriedTime();
        var told = new List<(int, string)>();
        var heard = new Heard(1);
        await using var pump = new RunningPump(
            journal,
            (delivery, _) => delivery.Attempts switch
            {
                6 => heard.Note(delivery),
                4 => throw new InvalidOperationException("thrown"),
                _ => ValueTask.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("not now")),
            },
            stuck => told.Add((stuck.Delivery.Attempts, stuck.Reason)), options, time);
        await pump.UntilAsync(heard.All);
        Assert.Equal([100, 200, 400, 800, 1000, 1000], time.Waits.Select(wait => (int)wait.TotalMilliseconds));
        Assert.Equal([(3, "not now"), (4, "not now"), (5, nameof(InvalidOperationException)), (6, "not now")], told);
    }

    [Fact]
    public async Task Failures_are_counted_across_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        var failedThrice = new TaskCompletionSource();
        await using (var pump = new RunningPump(journal, (delivery, _) =>
        {
            if (delivery.Attempts == 3)
                failedThrice.TrySetResult();
            return ValueTask.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("not now"));
        }))
        {
            await pump.UntilAsync(failedThrice.Task);
            await pump.StopAsync();
        }

        var kept = Assert.Single(await journal.ReadPendingAsync(0, 10, None)).Attempts;
        Assert.True(kept >= 3);
        var attempts = new TaskCompletionSource<int>();
        await using var again = new RunningPump(journal, (delivery, _) =>
        {
            attempts.TrySetResult(delivery.Attempts);
            return ValueTask.FromResult(Delivered);
        });
        await again.UntilAsync(attempts.Task);
        Assert.Equal(kept, await attempts.Task);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_holds_up_nobody_else_however_much_waits_for_it()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        for (var i = 0; i < 300; i++)
            await journal.AppendAsync($"s{i}", 0, [Event("x")], [Delivery(i < 299 ? "silent" : "other", $"{i}")], Metadata, None);
        var answer = new TaskCompletionSource();
        var other = new Heard(1);
        var silent = new Heard(299);
        await using var pump = new RunningPump(
            journal,
            async (delivery, _) =>
            {
                if (delivery.Receiver == "other")
                    return await other.Note(delivery);
                await answer.Task;
                return await silent.Note(delivery);
            },
            options: new OutboxPumpOptions { HeldPerReceiver = 4 });
        await pump.UntilAsync(other.All);
        answer.SetResult();
        await pump.UntilAsync(silent.All);
        Assert.Equal(Enumerable.Range(0, 299).Select(i => $"{i}"), silent.Of("silent"));
    }

    [Fact]
    public async Task Order_holds_for_each_receiver_whatever_fails_and_however_little_is_held()
    {
        var failures = 0;
        await Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 80], Gen.Int[1, 4]).SampleAsync(async (plan, held) =>
        {
            using var folder = new TemporaryFolder();
            await using var journal = SqliteJournal.Open(folder.File());
            var heard = new Heard(plan.Length);
            await using var pump = new RunningPump(
                journal,
                async (delivery, _) =>
                {
                    await Task.Yield();
                    if (delivery.Attempts >= plan[int.Parse(delivery.Id, CultureInfo.InvariantCulture)].Item2 - 1)
                        return await heard.Note(delivery);
                    Interlocked.Increment(ref failures);
                    return new DeliveryOutcome.Failed("not now");
                },
                options: new OutboxPumpOptions { HeldPerReceiver = held, MostAtOnce = 2 });
            for (var i = 0; i < plan.Length; i++)
                await journal.AppendAsync($"s{i}", 0, [Event("x")], [Delivery($"r{plan[i].Item1}", $"{i}")], Metadata, None);
            await pump.UntilAsync(heard.All);
            await pump.StopAsync();
            for (var receiver = 0; receiver < 3; receiver++)
                Assert.Equal(Enumerable.Range(0, plan.Length).Where(i => plan[i].Item1 == receiver).Select(i => $"{i}"), heard.Of($"r{receiver}"));
            Assert.Empty(await journal.ReadPendingAsync(0, 1, None));
        }, iter: 25, threads: 1);
        Assert.True(failures > 50, "Too little failed to prove anything.");
    }

    [Fact]
    public async Task A_pump_whose_journal_is_closed_ends_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var journal = SqliteJournal.Open(folder.File());
        await using var pump = new RunningPump(journal, (_, _) => ValueTask.FromResult(Delivered));
        await journal.DisposeAsync();
        await Assert.ThrowsAsync<JournalException>(() => pump.Ended.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lock_that_another_program_holds_for_a_while_is_waited_for()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(new JournalOptions { File = folder.File(), LockWait = TimeSpan.FromSeconds(1) });
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        using var other = new SqliteConnection($"Data Source={folder.File()};Pooling=False");
        other.Open();
        var backup = other.BeginTransaction();
        var heard = new Heard(1);
        var time = new HurriedTime();
        await using (var pump = new RunningPump(journal, (delivery, _) => heard.Note(delivery), time: time))
        {
            await pump.UntilAsync(time.FirstWait);
            Assert.True((await Assert.ThrowsAsync<JournalException>(
                () => journal.AppendAsync("s", 1, [Event("y")], [], Metadata, None).AsTask())).MayPass);
            await backup.DisposeAsync();
            await journal.AppendAsync("s", 1, [Event("y")], [], Metadata, None);
            await pump.UntilAsync(heard.All);
            await pump.StopAsync();
        }

        Assert.Equal(["1"], heard.Of("r"));
    }

    [Fact]
    public async Task What_goes_wrong_inside_the_pump_ends_it_and_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        await using var pump = new RunningPump(
            journal, (_, _) => throw new InvalidOperationException(), _ => throw new InvalidDataException("the log is full"),
            new OutboxPumpOptions { StuckAfter = 1 });
        await Assert.ThrowsAsync<InvalidDataException>(() => pump.Ended.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Single(await journal.ReadPendingAsync(0, 10, None));
    }

    [Fact]
    public async Task A_receiver_may_also_answer_by_returning_or_throwing()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "1")], Metadata, None);
        var heard = new Heard(1);
        Exception? told = null;
        using var stop = new CancellationTokenSource();
        using var pump = new OutboxPump(
            journal, (delivery, _) => delivery.Attempts == 0 ? throw new InvalidDataException() : heard.Note(delivery).AsTask(),
            (_, error) => told = error, new OutboxPumpOptions { StuckAfter = 1 }, new HurriedTime());
        var running = pump.RunAsync(stop.Token);
        await heard.All.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.IsType<InvalidDataException>(told);
    }

    [Fact]
    public async Task What_waits_for_one_receiver_is_delivered_together_and_in_order()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [.. Enumerable.Range(0, 90).Select(i => Delivery("r", $"{i}"))], Metadata, None);
        var heard = new Heard(90);
        var most = 0;
        await using var pump = new RunningPump(
            journal, (delivery, _) => heard.Note(delivery), options: new OutboxPumpOptions { HeldPerReceiver = 40 },
            together: async (several, _) =>
            {
                most = Math.Max(most, several.Count);
                foreach (var delivery in several)
                    await heard.Note(delivery);
            });
        await pump.UntilAsync(heard.All);
        await pump.StopAsync();
        Assert.Equal(Enumerable.Range(0, 90).Select(i => $"{i}"), heard.Of("r"));
        Assert.InRange(most, 2, 40);
        Assert.Empty(await journal.ReadPendingAsync(0, 1, None));
    }

    [Fact]
    public async Task Where_several_fail_together_each_is_tried_alone_and_only_the_one_that_fails_is_counted()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        await journal.AppendAsync("s", 0, [Event("x")], [.. Enumerable.Range(0, 30).Select(i => Delivery("r", $"{i}"))], Metadata, None);
        var heard = new Heard(30);
        var stuck = new ConcurrentQueue<string>();
        await using var pump = new RunningPump(
            journal, (delivery, _) => delivery is { Id: "7", Attempts: 0 } ? throw new InvalidDataException() : heard.Note(delivery),
            found => stuck.Enqueue(found.Delivery.Id), new OutboxPumpOptions { StuckAfter = 1 },
            together: (several, _) => throw new InvalidOperationException());
        await pump.UntilAsync(heard.All);
        await pump.StopAsync();
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), heard.Of("r"));
        Assert.Equal(["7"], stuck);
    }

    /// <summary>What has been heard, by receiver; complete when it is as much as expected.</summary>
    private sealed class Heard(int expected)
    {
        private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> ids = new();
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task All => all.Task;

        public ConcurrentQueue<string> Of(string receiver) => ids.GetOrAdd(receiver, _ => new());

        public ValueTask<DeliveryOutcome> Note(PendingDelivery delivery)
        {
            ids.GetOrAdd(delivery.Receiver, _ => new()).Enqueue(delivery.Id);
            if (Interlocked.Increment(ref count) == expected)
                all.TrySetResult();
            return ValueTask.FromResult(Delivered);
        }
    }
}
