using Dispatch.Grains.Journaling;
using Dispatch.Journal;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>Brings a simulated clock back to where it was: the last instant in the journal, at the last speed that was set.</summary>
public static class ClockResumption
{
    /// <summary>Sets <paramref name="clock"/>; a journal in which no clock was started leaves it standing at the epoch.</summary>
    public static async Task ResumeAsync(SimulatedClock clock, IJournal journal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(journal);
        ClockSet? last = null;
        await foreach (var recorded in journal.ReadStreamAsync("clock/domain", 0, cancellation))
            last = (ClockSet)EventCatalogue.OfThisRoom.Read(recorded.Name, recorded.Version, recorded.Data.Span);
        if (last is null)
            return;
        var at = last.At;
        var position = await journal.LastPositionAsync(cancellation);
        await foreach (var recorded in journal.ReadAllAsync(position - 1, cancellation))
            at = Instant.Max(at, Instant.FromUnixTimeTicks(recorded.RecordedAtMicros * 10));
        clock.Set(at, last.Speed);
    }
}
