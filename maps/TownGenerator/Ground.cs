using Dispatch.Roads;

namespace Dispatch.Maps.TownGenerator;

/// <summary>The lie of the land, in metres east and north of the market place: river, lake, parks, and where the town ends.</summary>
internal static class Ground
{
    /// <summary>Half axes of the built-up town.</summary>
    public const double TownEast = 2700, TownNorth = 2200;

    /// <summary>Half axes of the ring road.</summary>
    public const double RingEast = 3050, RingNorth = 2520;

    /// <summary>Half the river's width.</summary>
    public const double RiverHalf = 55;

    // In the middle of the Atlantic, where nothing else is mapped.
    private const double OriginLatitude = 44.5;
    private const double OriginLongitude = -30.0;
    private const double MetresPerDegree = 111_195;

    /// <summary>Parks: middle, half axes, name.</summary>
    public static readonly (double East, double North, double HalfEast, double HalfNorth, string Name)[] Parks =
    [
        (-1250, 820, 330, 250, "Rowan Park"), (980, -620, 260, 300, "Foundry Gardens"), (-700, -1250, 240, 190, "Meadow Common"), (1600, 900, 220, 180, "Heron Park"),
    ];

    /// <summary>The lake.</summary>
    public static readonly (double East, double North, double HalfEast, double HalfNorth, string Name) Lake = (-1900, -250, 300, 210, "Mirror Lake");

    /// <summary>Where the river's middle is at a height.</summary>
    public static double RiverEast(double north) => 420 + 260 * Math.Sin(north / 850) + 90 * Math.Sin(north / 310 + 1);

    /// <summary>A crossing of the street grid, bent a little, as towns are.</summary>
    public static (double East, double North) Bend(double east, double north) => (
        east + 45 * Math.Sin(north / 430 + east / 900) + 22 * Math.Sin(north / 170),
        north + 40 * Math.Sin(east / 510 - north / 1100) + 20 * Math.Sin(east / 190 + 2));

    /// <summary>Whether streets are laid there.</summary>
    public static bool IsBuilt(double east, double north) =>
        Math.Pow(east / TownEast, 2) + Math.Pow(north / TownNorth, 2) < 1
        && Math.Abs(east - RiverEast(north)) > RiverHalf + 28
        && !IsIn(Lake.East, Lake.North, Lake.HalfEast + 40, Lake.HalfNorth + 40, east, north)
        && !Parks.Any(park => IsIn(park.East, park.North, park.HalfEast, park.HalfNorth, east, north));

    /// <summary>Whether a point lies in an ellipse.</summary>
    public static bool IsIn(double middleEast, double middleNorth, double halfEast, double halfNorth, double east, double north) =>
        Math.Pow((east - middleEast) / halfEast, 2) + Math.Pow((north - middleNorth) / halfNorth, 2) < 1;

    /// <summary>Points round an ellipse.</summary>
    public static IEnumerable<(double East, double North)> Ellipse(double east, double north, double halfEast, double halfNorth, int points) =>
        Enumerable.Range(0, points).Select(i => 2 * Math.PI * i / points)
            .Select(angle => (east + halfEast * Math.Cos(angle) * (1 + 0.05 * Math.Sin(3 * angle)), north + halfNorth * Math.Sin(angle) * (1 + 0.06 * Math.Cos(2 * angle))));

    /// <summary>The place on earth.</summary>
    public static MapPoint Place(double east, double north) => new(
        OriginLatitude + north / MetresPerDegree, OriginLongitude + east / MetresPerDegree / Math.Cos(double.DegreesToRadians(OriginLatitude)));
}
