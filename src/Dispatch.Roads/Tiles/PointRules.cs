using System.Globalization;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tiles;

/// <summary>How points are shown: places, house numbers, and names of what a dispatcher steers by.</summary>
/// <remarks>Source: OSM wiki, "Key:place", "Key:population", "Key:addr:*", "Tag:railway=station", "Tag:amenity=hospital".</remarks>
internal static class PointRules
{
    private const int LargePopulation = 100_000;

    private static readonly Dictionary<string, (int MinZoom, int Rank)> Places = new()
    {
        ["city"] = (5, 2),
        ["town"] = (8, 4),
        ["village"] = (10, 6),
        ["suburb"] = (11, 7),
        ["quarter"] = (12, 8),
        ["hamlet"] = (12, 8),
        ["neighbourhood"] = (13, 9),
        ["locality"] = (14, 10),
    };

    /// <summary>How a node is shown; null if it is not.</summary>
    public static FeatureStyle? Point(in OsmTags tags)
    {
        if (tags["place"] is { } place && Places.TryGetValue(place, out var known) && tags["name"] is not null)
        {
            var isLarge = int.TryParse(tags["population"], NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people >= LargePopulation;
            return new FeatureStyle(TileLayer.Places, place, known.MinZoom, known.Rank - (isLarge ? 1 : 0));
        }

        if (tags["name"] is not null)
        {
            if (tags["railway"] is "station" or "halt")
                return new FeatureStyle(TileLayer.AreaNames, "station", 13);
            if (tags["amenity"] == "hospital")
                return new FeatureStyle(TileLayer.AreaNames, "hospital", 13);
        }

        return HouseNumber(tags);
    }

    /// <summary>A house's number; null if it has none.</summary>
    public static FeatureStyle? HouseNumber(in OsmTags tags) =>
        tags["addr:housenumber"] is not null ? new FeatureStyle(TileLayer.HouseNumbers, "", 16) : null;
}
