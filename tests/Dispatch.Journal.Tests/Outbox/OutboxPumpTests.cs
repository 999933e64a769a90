using System.Collections.Concurrent;
using Dispatch.Journal.Outbox;
using Dispatch.Journal.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Outbox;

public sealed class OutboxPumpTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly OutboxPumpOptions Quick = new() { FirstRetry = TimeSpan.FromMilliseconds(1), LongestRetry = TimeSpan.FromMilliseconds(2) };

    [Fact]
    public async Task Deliveries_reach_each_receiver_in_order_and_once_if_nothing_fails()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var heard = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
        const int count = 200;
        var all = new TaskCompletionSource();
        var total = 0;
        await RunAsync(journal, delivery =>
        {
            heard.GetOrAdd(delivery.Receiver, _ => new()).Enqueue(delivery.Id);
            if (Interlocked.Increment(ref total) == count)
                all.SetResult();
            return Task.CompletedTask;
        }, async () =>
        {
            for (var i = 0; i < count; i++)
                await journal.AppendAsync($"s{i}", 0, [Event("x")], [Delivery($"r{i % 5}", $"{i}")], Metadata, None);
            await all.Task;
        });
        Assert.All(heard, line => Assert.Equal(line.Value.Select(int.Parse).Order(), line.Value.Select(int.Parse)));
        Assert.Equal(count, heard.Values.Sum(line => line.Count));
    }

    [Fact]
    public async Task A_failing_receiver_holds_back_only_itself_and_hears_it_in_the_end()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File());
        var other = new TaskCompletionSource();
        var bad = new TaskCompletionSource();
        var tries = 0;
        await RunAsync(journal, delivery =>
        {
            if (delivery.Receiver == "other")
                other.TrySetResult();
            else if (++tries < 4)
                throw new InvalidOperationException();
            else
                bad.TrySetResult();
            return Task.CompletedTask;
        }, async () =>
        {
            await journal.AppendAsync("s", 0, [Event("x")], [Delivery("bad", "1"), Delivery("other", "2")], Metadata, None);
            await other.Task;
            await bad.Task;
        });
        Assert.Equal(4, tries);
    }

    [Fact]
    public async Task What_was_left_undelivered_is_delivered_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var journal = SqliteJournal.Open(folder.File()))
            await journal.AppendAsync("s", 0, [Event("x")], [Delivery("r", "left")], Metadata, None);

        await using var reopened = SqliteJournal.Open(folder.File());
        var heard = new TaskCompletionSource<string>();
        await RunAsync(reopened, delivery =>
        {
            heard.TrySetResult(delivery.Id);
            return Task.CompletedTask;
        }, () => heard.Task);
        Assert.Equal("left", await heard.Task);
    }

    private static async Task RunAsync(IJournal journal, Func<PendingDelivery, Task> deliver, Func<Task> until)
    {
        using var stop = new CancellationTokenSource();
        using var pump = new OutboxPump(journal, (delivery, _) => deliver(delivery), (_, _) => { }, Quick, TimeProvider.System);
        var running = pump.RunAsync(stop.Token);
        await until().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
