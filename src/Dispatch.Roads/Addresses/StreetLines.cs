using System.Globalization;

namespace Dispatch.Roads.Addresses;

/// <summary>Named ways with their lines, by street.</summary>
internal sealed class StreetLines
{
    private const double HouseEveryMetres = 24;
    private const double HouseOffMetres = 14;
    private const double MetresPerDegree = 111_195;

    private readonly string[] texts;
    private readonly WayEntry[] ways;
    private readonly int[] points;
    private readonly ILookup<int, int> waysOf;

    public StreetLines(string[] texts, WayEntry[] ways, int[] points)
    {
        (this.texts, this.ways, this.points) = (texts, ways, points);
        waysOf = Enumerable.Range(0, ways.Length).ToLookup(way => ways[way].Named);
    }

    /// <summary>How many ways there are.</summary>
    public int Count => ways.Length;

    /// <summary>The street that a way is a part of.</summary>
    public int StreetOf(int way) => ways[way].Named;

    /// <summary>The point of a way nearest to a place, and how far it is in metres.</summary>
    public (MapPoint Point, double Metres) Nearest(int way, MapPoint place)
    {
        var (best, metres) = (Point(ways[way].FirstPoint), double.MaxValue);
        var stretch = Math.Cos(double.DegreesToRadians(place.Latitude));
        for (var i = ways[way].FirstPoint; i + 1 < ways[way].FirstPoint + ways[way].PointCount; i++)
        {
            var (from, to) = (Point(i), Point(i + 1));
            var (east, north) = ((to.Longitude - from.Longitude) * stretch, to.Latitude - from.Latitude);
            var (placeEast, placeNorth) = ((place.Longitude - from.Longitude) * stretch, place.Latitude - from.Latitude);
            var squared = east * east + north * north;
            var share = squared > 0 ? Math.Clamp((placeEast * east + placeNorth * north) / squared, 0, 1) : 0;
            var point = new MapPoint(from.Latitude + share * north, from.Longitude + share * (to.Longitude - from.Longitude));
            var distance = point.DistanceMetres(place);
            if (distance < metres)
                (best, metres) = (point, distance);
        }

        return (best, metres);
    }

    /// <summary>A point that two streets share; null when they do not cross.</summary>
    public MapPoint? Crossing(int street, int other)
    {
        var shared = new HashSet<(int, int)>();
        foreach (var way in waysOf[street])
        {
            for (var i = ways[way].FirstPoint; i < ways[way].FirstPoint + ways[way].PointCount; i++)
                shared.Add((points[2 * i], points[2 * i + 1]));
        }

        foreach (var way in waysOf[other])
        {
            for (var i = ways[way].FirstPoint; i < ways[way].FirstPoint + ways[way].PointCount; i++)
            {
                if (shared.Contains((points[2 * i], points[2 * i + 1])))
                    return Point(i);
            }
        }

        return null;
    }

    /// <summary>Homes along the streets where people live, a house every 24 m on either side, numbered as they come.</summary>
    public IEnumerable<StreetHome> InventHomes(int seed)
    {
        var random = new Random(seed);
        var numbers = new Dictionary<int, int>();
        foreach (var way in ways)
        {
            if (way.IsHome == 0)
                continue;

            var walked = random.NextDouble() * HouseEveryMetres;
            for (var at = way.FirstPoint; at + 1 < way.FirstPoint + way.PointCount; at++)
            {
                var (from, to) = (Point(at), Point(at + 1));
                var length = from.DistanceMetres(to);
                for (; walked < length; walked += HouseEveryMetres)
                {
                    var number = numbers[way.Name] = numbers.GetValueOrDefault(way.Name) + 1;
                    yield return new StreetHome(
                        texts[way.Name], number.ToString(CultureInfo.InvariantCulture), null, null,
                        Beside(from, to, walked / length, number % 2 == 0 ? HouseOffMetres : -HouseOffMetres), true);
                }

                walked -= length;
            }
        }
    }

    private static MapPoint Beside(MapPoint from, MapPoint to, double share, double metres)
    {
        var stretch = Math.Cos(double.DegreesToRadians(from.Latitude));
        var (north, east) = (to.Latitude - from.Latitude, (to.Longitude - from.Longitude) * stretch);
        var length = Math.Sqrt(north * north + east * east);
        if (length == 0)
            return from;
        var off = metres / MetresPerDegree / length;
        return new MapPoint(
            from.Latitude + (to.Latitude - from.Latitude) * share - east * off,
            from.Longitude + (to.Longitude - from.Longitude) * share + north * off / stretch);
    }

    private MapPoint Point(int at) => MapPoint.FromE7(points[2 * at], points[2 * at + 1]);
}
