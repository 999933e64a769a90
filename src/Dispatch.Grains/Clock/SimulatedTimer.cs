using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>A timer that runs by a domain clock.</summary>
internal sealed class SimulatedTimer : ITimer
{
    private readonly DomainClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private CancellationTokenSource? running;

    public SimulatedTimer(DomainClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var next = dueTime == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource();
        var last = Interlocked.Exchange(ref running, next);
        last?.Cancel();
        if (next is not null)
            _ = RunAsync(clock.Now + Duration.FromTimeSpan(dueTime), period, next.Token);
        return true;
    }

    public void Dispose() => Interlocked.Exchange(ref running, null)?.Cancel();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(Instant due, TimeSpan period, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await clock.WaitUntilAsync(due, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
                return;
            callback(state);
            if (period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero)
                return;
            due = Instant.Max(due + Duration.FromTimeSpan(period), clock.Now);
        }
    }
}
