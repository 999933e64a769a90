using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Tables of travel between points of the plane.</summary>
internal static class Travelling
{
    /// <summary>The most places of a table: what they take in memory is 1.6 GB.</summary>
    public const int MostPlaces = 20_000;

    /// <summary>The Euclidean table, each arc changed to a whole number.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MostPlaces"/>.</exception>
    public static TravelMatrix Between(IReadOnlyList<(double X, double Y)> places, Func<double, double> whole)
    {
        var count = places.Count;
        if (count > MostPlaces)
            throw new ArgumentException($"there are {count} places, and a table of travel holds {MostPlaces} at most; plan parts of it.");
        var seconds = new int[count * count];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < a; b++)
                seconds[a * count + b] = seconds[b * count + a] = (int)Math.Min(1 << 28, whole(Distance(places[a], places[b])));
        }

        return new TravelMatrix(seconds, count);
    }

    /// <summary>The Euclidean distance.</summary>
    public static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    /// <summary>
    /// How many parts a unit of time is cut into where an instance counts in double precision: as many as whole numbers hold with
    /// room to add, and 100,000 at most. Arcs are rounded up, so that what fits in parts fits in truth.
    /// </summary>
    /// <param name="horizon">The latest time.</param>
    public static int Parts(double horizon)
    {
        var parts = 100_000;
        while (parts > 1 && parts * horizon > 1e8)
            parts /= 10;
        return parts;
    }

    /// <summary>Rounded up, but not for the noise of double precision.</summary>
    public static double Up(double value) => Math.Ceiling(value - 1e-7);
}
