using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>The clock of a real day: the system's.</summary>
public sealed class SystemDomainClock : DomainClock
{
    // A timer cannot be longer than about 49 days; longer waits are made of these.
    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow();

    /// <inheritdoc />
    public override async Task WaitUntilAsync(Instant due, CancellationToken cancellation)
    {
        while (due - Now is var left && left > Duration.Zero)
            await Task.Delay(Duration.Min(left, LongestWait).ToTimeSpan() + TimeSpan.FromMilliseconds(1), System, cancellation).ConfigureAwait(false);
    }
}
