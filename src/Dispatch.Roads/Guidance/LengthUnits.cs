namespace Dispatch.Roads.Guidance;

/// <summary>Which units signs tell at a place.</summary>
/// <remarks>
/// Miles in the United States and the United Kingdom (OSM wiki, "Key:maxspeed": default units). The boxes are rough: along the
/// border of Canada some kilometres are taken for the other side.
/// </remarks>
internal static class LengthUnits
{
    private static readonly (double South, double West, double North, double East)[] Miles =
    [
        (24.3, -125, 42, -66.9), (42, -125, 49, -95.2), (42, -95.2, 46.5, -84.4), (42, -84.4, 43.3, -82.45), (42, -79.76, 45, -71.5),
        (42, -71.5, 47.4, -67.8), (51, -180, 71.5, -141), (18.8, -160.5, 22.3, -154.7), (17.8, -67.4, 18.6, -64.5),
        (49.8, -5.8, 55.1, 1.9), (54, -8.2, 55.4, -5.4), (55, -7.8, 61, -0.6),
    ];

    public static bool HasMiles(MapPoint place) =>
        Array.Exists(Miles, box => new MapBounds(box.South, box.West, box.North, box.East).Contains(place));
}
