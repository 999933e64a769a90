using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>How fast a van really gets along on a road, km/h on the average, when nothing is known of the traffic.</summary>
/// <remarks>
/// Source of classes: OSM wiki, "Key:highway"; of surfaces: "Key:surface"; of tracks: "Key:tracktype". The figures are ours: without a
/// limit a usual average of the class; with one, four fifths of it (bends, crossings, other traffic), but never more than what the
/// class lets one drive.
/// </remarks>
internal static class CarSpeed
{
    private const double ShareOfLimit = 0.8;
    private const double ShareOfLimitOnMotorways = 0.9;

    /// <summary>Speed on the class without a limit, and the most that any limit makes of it; null: not a road for cars.</summary>
    private static (double UsualKmh, double MostKmh)? OfClass(string highway) => highway switch
    {
        "motorway" => (100, 120),
        "motorway_link" => (55, 80),
        "trunk" => (80, 100),
        "trunk_link" => (45, 70),
        "primary" => (46, 85),
        "primary_link" => (32, 60),
        "secondary" => (40, 80),
        "secondary_link" => (30, 60),
        "tertiary" => (34, 75),
        "tertiary_link" => (26, 50),
        "unclassified" => (30, 65),
        "residential" => (25, 35),
        "road" => (28, 50),
        "living_street" => (9, 12),
        "service" => (14, 25),
        "track" => (12, 25),
        "pedestrian" => (7, 10),
        "footway" or "path" or "cycleway" or "bridleway" => (7, 10), // reached only where a tag opens them to cars
        _ => null,
    };

    /// <summary>Whether cars have a speed on this kind of way at all.</summary>
    public static bool Knows(string highway) => OfClass(highway) is not null;

    /// <summary>The average speed in km/h in one direction, <c>forward</c> or <c>backward</c>.</summary>
    public static double Kmh(OsmTags tags, string highway, string direction)
    {
        var (usual, most) = OfClass(highway) ?? throw new ArgumentException($"Cars have no speed on {highway}.", nameof(highway));
        var limit = SpeedLimit.ReadKmh(tags[$"maxspeed:{direction}"]) ?? SpeedLimit.ReadKmh(tags["maxspeed"]);
        var share = highway == "motorway" ? ShareOfLimitOnMotorways : ShareOfLimit;
        var kmh = limit is { } kmhLimit ? Math.Min(kmhLimit * share, most) : usual;
        kmh = Math.Min(kmh, MostOnService(tags["service"]));
        return Math.Min(kmh, MostOnSurface(tags["surface"], tags["tracktype"]));
    }

    private static double MostOnService(string? service) => service switch
    {
        "parking_aisle" => 9,
        "driveway" or "drive-through" => 9,
        "alley" => 11,
        _ => double.MaxValue,
    };

    private static double MostOnSurface(string? surface, string? trackType) => (surface, trackType) switch
    {
        ("unpaved" or "gravel" or "fine_gravel" or "pebblestone" or "compacted", _) => 35,
        ("cobblestone" or "unhewn_cobblestone" or "sett", _) => 30,
        ("dirt" or "earth" or "ground" or "grass" or "mud" or "sand", _) => 15,
        (_, "grade1") => 25,
        (_, "grade2") => 18,
        (_, "grade3" or "grade4" or "grade5") => 10,
        _ => double.MaxValue,
    };
}
