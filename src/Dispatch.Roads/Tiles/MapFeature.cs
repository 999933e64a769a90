namespace Dispatch.Roads.Tiles;

/// <summary>The layers of a tile, in drawing order.</summary>
internal enum TileLayer : byte
{
    Landuse,
    Green,
    Water,
    Waterways,
    Buildings,
    Railways,
    Roads,
    Places,
    Housenumbers,
}

/// <summary>What kind of geometry a feature has; the numbers are those of the vector tile specification 2.1.</summary>
internal enum TileGeometry : byte
{
    Point = 1,
    Line = 2,
    Polygon = 3,
}

/// <summary>How a thing of OpenStreetMap is shown: on which layer, as what, from which zoom on.</summary>
/// <param name="Class">Value of the feature's "class": "primary", "park", "town".</param>
/// <param name="MinZoom">It is left out below.</param>
internal readonly record struct FeatureStyle(TileLayer Layer, string Class, int MinZoom);

/// <summary>Reads off tags what is shown and how. OSM wiki: Key:highway, Key:natural, Key:landuse, Key:leisure, Key:building, Key:place, Key:railway.</summary>
internal static class FeatureRules
{
    private static readonly Dictionary<string, int> Roads = new()
    {
        ["motorway"] = 5,
        ["trunk"] = 6,
        ["primary"] = 8,
        ["motorway_link"] = 11,
        ["trunk_link"] = 11,
        ["secondary"] = 10,
        ["tertiary"] = 11,
        ["primary_link"] = 12,
        ["secondary_link"] = 12,
        ["tertiary_link"] = 12,
        ["unclassified"] = 12,
        ["residential"] = 12,
        ["living_street"] = 13,
        ["pedestrian"] = 13,
        ["service"] = 14,
        ["track"] = 14,
        ["footway"] = 15,
        ["path"] = 15,
        ["cycleway"] = 15,
        ["steps"] = 16,
    };

    private static readonly Dictionary<string, int> Places = new()
    {
        ["city"] = 6,
        ["town"] = 8,
        ["suburb"] = 11,
        ["quarter"] = 12,
        ["village"] = 10,
        ["neighbourhood"] = 13,
        ["hamlet"] = 12,
        ["locality"] = 14,
    };

    /// <summary>How an area is shown; none if it is not. Buildings come last, so that a park in a building stays a park.</summary>
    public static FeatureStyle? Area(Func<string, string?> tag) => (tag("natural"), tag("leisure"), tag("landuse"), tag("waterway")) switch
    {
        ("water" or "bay", _, _, _) or (_, _, "reservoir" or "basin", _) or (_, _, _, "riverbank") => new(TileLayer.Water, "water", 6),
        (_, "park" or "garden" or "nature_reserve" or "golf_course", _, _) => new(TileLayer.Green, "park", 10),
        ("wood", _, _, _) or (_, _, "forest", _) => new(TileLayer.Green, "wood", 9),
        ("grassland" or "scrub" or "heath", _, _, _) or (_, _, "grass" or "meadow" or "village_green" or "recreation_ground", _) => new(TileLayer.Green, "grass", 12),
        (_, "pitch" or "playground", _, _) => new(TileLayer.Green, "pitch", 14),
        (_, _, "cemetery", _) => new(TileLayer.Green, "cemetery", 13),
        (_, _, "residential", _) => new(TileLayer.Landuse, "residential", 10),
        (_, _, "industrial" or "commercial" or "retail" or "railway", _) => new(TileLayer.Landuse, "industrial", 11),
        _ => tag("building") is not (null or "no") ? new FeatureStyle(TileLayer.Buildings, "building", 14) : null,
    };

    /// <summary>How a line is shown; none if it is not.</summary>
    public static FeatureStyle? Line(Func<string, string?> tag)
    {
        if (tag("highway") is { } highway && Roads.TryGetValue(highway, out var zoom))
            return new FeatureStyle(TileLayer.Roads, highway.Replace("_link", "", StringComparison.Ordinal), zoom);
        if (tag("railway") is "rail" or "light_rail" or "tram" or "subway")
            return tag("tunnel") is null or "no" ? new FeatureStyle(TileLayer.Railways, tag("railway")!, tag("railway") == "rail" ? 10 : 13) : null;
        return tag("waterway") switch
        {
            "river" or "canal" => new FeatureStyle(TileLayer.Waterways, "river", 8),
            "stream" or "ditch" or "drain" => new FeatureStyle(TileLayer.Waterways, "stream", 13),
            _ => null,
        };
    }

    /// <summary>How a node is shown; none if it is not.</summary>
    public static FeatureStyle? Point(Func<string, string?> tag)
    {
        if (tag("place") is { } place && tag("name") is not null && Places.TryGetValue(place, out var zoom))
            return new FeatureStyle(TileLayer.Places, place, zoom);
        return tag("addr:housenumber") is not null ? new FeatureStyle(TileLayer.Housenumbers, "", 16) : null;
    }
}
