using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>Wakes a grain at an instant of the domain's clock, on the grain's own turn.</summary>
internal sealed class WakeUp : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private readonly DomainClock clock;
    private readonly IGrainTimer timer;
    private CancellationTokenSource? waiting;

    /// <param name="register">Registers a grain timer that stays asleep until it is changed.</param>
    /// <param name="clock">Whose instants are meant.</param>
    public WakeUp(Func<GrainTimerCreationOptions, IGrainTimer> register, DomainClock clock)
    {
        this.clock = clock;
        timer = register(new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    /// <summary>Wakes at <paramref name="due"/> and at no other time; none lets it sleep.</summary>
    public void At(Instant? due)
    {
        var next = due is null ? null : new CancellationTokenSource();
        var last = Interlocked.Exchange(ref waiting, next);
        last?.Cancel();
        last?.Dispose();
        if (due is { } at)
            _ = Task.Run(() => WaitAsync(at, next!.Token), CancellationToken.None);
    }

    public void Dispose()
    {
        At(null);
        timer.Dispose();
    }

    private async Task WaitAsync(Instant due, CancellationToken cancellation)
    {
        await clock.WaitUntilAsync(due, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellation.IsCancellationRequested)
            timer.Change(Soon, Timeout.InfiniteTimeSpan);
    }
}
