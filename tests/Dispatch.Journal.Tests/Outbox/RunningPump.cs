using Dispatch.Journal.Outbox;

namespace Dispatch.Journal.Tests.Outbox;

/// <summary>A pump that runs until it is let go.</summary>
internal sealed class RunningPump : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly OutboxPump pump;

    public RunningPump(
        IJournal journal, Func<PendingDelivery, CancellationToken, ValueTask<DeliveryOutcome>> deliver,
        Action<StuckDelivery>? stuck = null, OutboxPumpOptions? options = null, TimeProvider? time = null,
        Func<IReadOnlyList<PendingDelivery>, CancellationToken, Task>? together = null)
    {
        pump = new OutboxPump(journal, deliver, stuck ?? (_ => { }), options ?? new OutboxPumpOptions(), time ?? new HurriedTime(), together);
        Ended = pump.RunAsync(stop.Token);
    }

    /// <summary>The run.</summary>
    public Task Ended { get; }

    /// <summary>Waits for something that the pump is to bring about; a pump that ends first ends the wait.</summary>
    public async Task UntilAsync(Task awaited)
    {
        await (await Task.WhenAny(awaited, Ended)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(awaited.IsCompleted, "The pump ended before it should.");
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ended.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Ended.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        pump.Dispose();
        stop.Dispose();
    }
}
