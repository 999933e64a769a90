using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Addresses;

/// <summary>Named streets with their lines.</summary>
internal sealed class StreetLines(string[] names, byte[] classes, int[] starts, int[] lines)
{
    private const double HouseEveryMetres = 24;
    private const double HouseOffMetres = 14;
    private const double MetresPerDegree = 111_195;

    public static StreetLines Load(PreparedFile prepared, string[] texts) => new(
        [.. prepared.Read<int>("addresses.streets.names").Select(index => texts[index])], prepared.Read<byte>("addresses.streets.classes"),
        prepared.Read<int>("addresses.streets.starts"), prepared.Read<int>("addresses.streets.lines"));

    /// <summary>Each name once, at the middle of its longest piece.</summary>
    public IEnumerable<(string Name, MapPoint Middle)> Middles() =>
        Enumerable.Range(0, names.Length).Where(i => starts[i + 1] > starts[i]).GroupBy(i => names[i]).Select(group =>
        {
            var longest = group.MaxBy(i => starts[i + 1] - starts[i]);
            return (group.Key, Point(starts[longest] + (starts[longest + 1] - starts[longest]) / 4 * 2));
        });

    /// <summary>Homes along the streets where people live, a house every 24 m on either side, numbered as they come.</summary>
    public IEnumerable<StreetHome> InventHomes(int seed)
    {
        var random = new Random(seed);
        var numbers = new Dictionary<string, int>();
        for (var street = 0; street < names.Length; street++)
        {
            if (classes[street] != 1)
                continue;
            var walked = random.NextDouble() * HouseEveryMetres;
            for (var at = starts[street]; at + 2 < starts[street + 1]; at += 2)
            {
                var (from, to) = (Point(at), Point(at + 2));
                var length = from.DistanceMetres(to);
                for (; walked < length; walked += HouseEveryMetres)
                {
                    var number = numbers[names[street]] = numbers.GetValueOrDefault(names[street]) + 1;
                    yield return new StreetHome(
                        names[street], $"{number}", null, null, Beside(from, to, walked / length, number % 2 == 0 ? HouseOffMetres : -HouseOffMetres), true);
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

    private MapPoint Point(int at) => new(lines[at] / 1e7, lines[at + 1] / 1e7);
}
