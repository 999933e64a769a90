using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>How dense the simulated world's traffic is. Nothing in the product knows it; it can be learned from the vans.</summary>
/// <remarks>
/// On working days larger streets take a fifth to a third longer from 7:00 to 9:00 and from 15:00 to 18:00, each its own share, small
/// ones hardly; half an hour before and after it swells and abates. At other times streets take as long as the map says.
/// </remarks>
internal sealed class Traffic(Chance chance)
{
    private const double LargeMetresPerSecond = 9;
    private const double LeastLarge = 0.2;
    private const double MoreLarge = 0.15;
    private const double Small = 0.05;
    private const double SwellHours = 0.5;
    private static readonly (double From, double To)[] Rushes = [(7, 9), (15, 18)];

    /// <summary>How many times as long as on free roads a street takes.</summary>
    /// <param name="street">Its name.</param>
    /// <param name="metresPerSecond">How fast one drives there on free roads.</param>
    /// <param name="at">Local time.</param>
    public double Factor(string street, double metresPerSecond, LocalDateTime at)
    {
        if (at.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            return 1;
        var hour = at.NanosecondOfDay / 3.6e12;
        var density = Rushes.Max(rush => Math.Clamp(1 + Math.Min(hour - rush.From, rush.To - hour) / SwellHours, 0, 1));
        return 1 + density * (metresPerSecond >= LargeMetresPerSecond ? LeastLarge + MoreLarge * chance.Of(street, "traffic") : Small);
    }
}
