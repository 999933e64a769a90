using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>The clock of a simulated day: it starts where it is told, runs at any speed, and can jump forward.</summary>
/// <remarks>Its time never runs backwards. Whoever waits on it is woken by a jump or a change of speed as well as by time passing.</remarks>
public sealed class SimulatedClock(TimeProvider real) : DomainClock
{
    // A wait in real time is cut into pieces, since a timer cannot be longer than about 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private Instant anchor = Instant.FromUnixTimeTicks(0);
    private long anchorTimestamp = real.GetTimestamp();
    private double speed;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc />
    public override double Speed => Volatile.Read(ref speed);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return Present().ToDateTimeOffset();
    }

    /// <summary>Sets time and speed. A time that has passed leaves the time as it is.</summary>
    /// <param name="at">The new time.</param>
    /// <param name="newSpeed">Domain seconds a real second, 0 or more.</param>
    public void Set(Instant at, double newSpeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newSpeed);
        TaskCompletionSource woken;
        lock (gate)
        {
            anchor = Instant.Max(at, Present());
            anchorTimestamp = real.GetTimestamp();
            Volatile.Write(ref speed, newSpeed);
            (woken, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        woken.SetResult();
    }

    /// <inheritdoc />
    public override async Task WaitUntilAsync(Instant due, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task news;
            TimeSpan left;
            lock (gate)
            {
                var missing = due - Present();
                if (missing <= Duration.Zero)
                    return;
                news = changed.Task;
                left = speed > 0 ? RealTime(missing) : Timeout.InfiniteTimeSpan;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(Task.Delay(left, real, waiting.Token), news).ConfigureAwait(false);
            await waiting.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SimulatedTimer(this, callback, state, dueTime, period);

    private Instant Present() =>
        anchor + Duration.FromTicks((long)(real.GetElapsedTime(anchorTimestamp).Ticks * speed));

    private TimeSpan RealTime(Duration missing)
    {
        var ticks = missing.TotalTicks / speed;
        return ticks >= LongestWait.Ticks ? LongestWait : TimeSpan.FromTicks((long)ticks + TimeSpan.TicksPerMillisecond);
    }
}
