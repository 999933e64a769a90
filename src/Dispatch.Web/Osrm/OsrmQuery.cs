using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

internal enum OsrmGeometry
{
    Polyline,
    Polyline6,
    GeoJson,
}

internal enum OsrmOverview
{
    Simplified,
    Full,
    None,
    ByLegs,
}

internal enum OsrmApproach
{
    Unrestricted,
    Curb,
    Opposite,
}

[Flags]
internal enum OsrmAnnotations
{
    None = 0,
    Duration = 1,
    Nodes = 2,
    Distance = 4,
    Weight = 8,
    DataSources = 16,
    Speed = 32,
    All = 63,
}

/// <summary>What a request asks for: its places, and its options with OSRM's names and defaults.</summary>
internal sealed class OsrmQuery
{
    public List<MapPoint> Places { get; set; } = [];

    public List<double?> Radiuses { get; set; } = [];

    public List<(int Bearing, int Range)?> Bearings { get; set; } = [];

    public List<string?> Hints { get; set; } = [];

    public List<OsrmApproach> Approaches { get; set; } = [];

    /// <summary>Classes of roads that are avoided.</summary>
    public RoadClasses Without { get; private set; }

    public bool GeneratesHints { get; set; } = true;

    public bool SkipsWaypoints { get; set; }

    public int Alternatives { get; set; }

    public bool HasSteps { get; set; }

    public OsrmGeometry Geometry { get; set; }

    public OsrmOverview Overview { get; set; }

    public OsrmAnnotations Annotations { get; set; }

    public bool? ContinuesStraight { get; set; }

    /// <summary>Which places are waypoints of the answer; empty for all.</summary>
    public List<int> Waypoints { get; set; } = [];

    /// <summary>Rows of a table; empty for all.</summary>
    public List<int> Sources { get; set; } = [];

    /// <summary>Columns of a table; empty for all.</summary>
    public List<int> Destinations { get; set; } = [];

    public double? FallbackSpeed { get; set; }

    public bool FallsBackFromSnapped { get; set; }

    public double ScaleFactor { get; set; } = 1;

    public int Number { get; set; } = 1;

    public List<long> Timestamps { get; set; } = [];

    public bool SplitsAtGaps { get; set; } = true;

    public bool Tidies { get; set; }

    public bool IsRoundTrip { get; set; } = true;

    public bool StartsAtFirst { get; set; }

    public bool EndsAtLast { get; set; }

    /// <summary>Refuses lists that have not one element for each place, and places off the earth.</summary>
    /// <exception cref="OsrmError">InvalidOptions or InvalidValue.</exception>
    public void Check(int leastPlaces)
    {
        CheckCount("hints", Hints.Count);
        CheckCount("bearings", Bearings.Count);
        CheckCount("radiuses", Radiuses.Count);
        CheckCount("approaches", Approaches.Count);
        CheckCount("timestamps", Timestamps.Count);
        if (Places.Count < leastPlaces)
            throw OsrmError.Options("Number of coordinates needs to be at least two.");
        if (Bearings.Exists(one => one is { } bearing && (bearing.Bearing is < 0 or > 360 || bearing.Range is < 0 or > 180)))
            throw OsrmError.Options("Bearings are from 0 to 360 and their ranges from 0 to 180.");
        if (Radiuses.Exists(radius => radius < 0))
            throw OsrmError.Options("Radiuses are not below 0.");
        if (Sources.Concat(Destinations).Concat(Waypoints).Any(index => index >= Places.Count))
            throw OsrmError.Options("An index is as large as the number of coordinates, or larger.");
        if (FallbackSpeed <= 0)
            throw OsrmError.Options("fallback_speed must be > 0");
        if (ScaleFactor <= 0)
            throw OsrmError.Options("scale_factor must be > 0");
        if (Places.Exists(place => Math.Abs(place.Latitude) > 90 || Math.Abs(place.Longitude) > 180))
            throw OsrmError.Value("Invalid coordinate value.");
    }

    /// <summary>Avoids classes of roads by their names.</summary>
    /// <exception cref="OsrmError">There is no such class.</exception>
    public void Exclude(List<string> names)
    {
        foreach (var name in names)
        {
            Without |= name switch
            {
                "motorway" => RoadClasses.Motorway,
                "toll" => RoadClasses.Toll,
                "ferry" => RoadClasses.Ferry,
                "none" => RoadClasses.None,
                _ => throw OsrmError.Value("Exclude flag combination is not supported; there are motorway, toll, ferry and none."),
            };
        }
    }

    private void CheckCount(string option, int count)
    {
        if (count > 0 && count != Places.Count)
            throw OsrmError.Options($"Number of elements in {option} size {count} does not match coordinate size {Places.Count}");
    }
}
