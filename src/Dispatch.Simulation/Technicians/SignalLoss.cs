using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>When a simulated phone has no signal: now and then for some minutes, the same each time the day is run.</summary>
internal sealed class SignalLoss(Chance chance)
{
    private const double ShareOfHours = 0.12;
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>When the signal is back, if it is lost at <paramref name="at"/>; none if there is one.</summary>
    public Instant? LostUntil(string technician, Instant at)
    {
        var hourStart = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3600 * 3600);
        foreach (var start in (Instant[])[hourStart, hourStart - Hour])
        {
            var name = $"{technician}/{start.ToUnixTimeSeconds()}";
            if (chance.Of(name, "signal") >= ShareOfHours)
                continue;
            var lost = start + Duration.FromSeconds(chance.Whole(name, "lost", 0, 3600));
            var back = lost + Duration.FromSeconds(chance.Whole(name, "back", 120, 900));
            if (at >= lost && at < back)
                return back;
        }

        return null;
    }
}
