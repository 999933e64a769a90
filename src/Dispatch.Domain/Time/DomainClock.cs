using NodaTime;

namespace Dispatch.Domain.Time;

/// <summary>The time by which visits, promises and deadlines live; apart from the time that the runtime itself keeps.</summary>
/// <remarks>On a real day it is the system's; on a simulated one it starts, jumps and runs at a speed of its own.</remarks>
public abstract class DomainClock : TimeProvider
{
    /// <summary>The present moment of the domain.</summary>
    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    /// <summary>How many domain seconds pass in a real one; 1 on a real day, 0 while it stands.</summary>
    public virtual double Speed => 1;

    /// <summary>Completes when <see cref="Now"/> has reached <paramref name="due"/>, at once if it has.</summary>
    public abstract Task WaitUntilAsync(Instant due, CancellationToken cancellation);
}
