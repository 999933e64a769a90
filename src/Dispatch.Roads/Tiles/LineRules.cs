using System.Globalization;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tiles;

/// <summary>How lines are shown.</summary>
/// <remarks>Source: OSM wiki, "Key:highway", "Key:railway", "Key:waterway", "Tag:route=ferry", "Key:layer", "Tag:boundary=administrative".</remarks>
internal static class LineRules
{
    private const int RanksPerLevel = 32;

    /// <summary>By value of "highway": class, lowest zoom of the line and of its name, and how great it is.</summary>
    private static readonly Dictionary<string, (string Class, int MinZoom, int NameZoom, int Greatness)> Roads = new()
    {
        ["motorway"] = ("motorway", 5, 11, 9),
        ["trunk"] = ("trunk", 6, 11, 8),
        ["primary"] = ("primary", 8, 12, 7),
        ["secondary"] = ("secondary", 10, 13, 6),
        ["tertiary"] = ("tertiary", 11, 13, 5),
        ["unclassified"] = ("street", 12, 14, 4),
        ["residential"] = ("street", 12, 14, 4),
        ["road"] = ("street", 12, 14, 4),
        ["living_street"] = ("street", 12, 14, 4),
        ["pedestrian"] = ("pedestrian", 13, 14, 3),
        ["service"] = ("service", 14, 15, 2),
        ["track"] = ("track", 13, 15, 1),
        ["footway"] = ("path", 14, 16, 1),
        ["path"] = ("path", 14, 16, 1),
        ["cycleway"] = ("path", 14, 16, 1),
        ["bridleway"] = ("path", 14, 16, 1),
        ["steps"] = ("steps", 15, 16, 0),
    };

    /// <summary>How a line is shown; null if it is not.</summary>
    public static FeatureStyle? Line(in OsmTags tags)
    {
        if (tags["highway"] is { } highway)
            return Road(tags, highway);
        if (tags["route"] == "ferry")
            return new FeatureStyle(TileLayer.Roads, "ferry", 9);
        if (tags["railway"] is "rail" or "light_rail" or "tram" or "subway")
            return Railway(tags, tags["railway"]!);
        if (tags["boundary"] == "administrative")
            return Boundary(tags["admin_level"]);
        if (tags["man_made"] is "pier" or "breakwater" or "groyne")
            return new FeatureStyle(TileLayer.Roads, "pier", 13);
        return tags["waterway"] switch
        {
            "river" => new FeatureStyle(TileLayer.Waterways, "river", 8, 2),
            "canal" => new FeatureStyle(TileLayer.Waterways, "canal", 10, 1),
            "stream" or "ditch" or "drain" => tags["tunnel"] is null or "no" ? new FeatureStyle(TileLayer.Waterways, "stream", 13) : null,
            _ => null,
        };
    }

    /// <summary>Borders of countries and regions; null for lesser ones.</summary>
    public static FeatureStyle? Boundary(string? adminLevel) => adminLevel switch
    {
        "2" => new FeatureStyle(TileLayer.Boundaries, "country", 4, 1),
        "4" => new FeatureStyle(TileLayer.Boundaries, "region", 7),
        _ => null,
    };

    /// <summary>How the name of a road is shown; null if it has none.</summary>
    public static FeatureStyle? Name(in OsmTags tags, in FeatureStyle road)
    {
        if (road.Layer != TileLayer.Roads || tags["name"] is null && tags["ref"] is null || tags["highway"] is not { } highway)
            return null;

        var (known, _, zoom, greatness) = Roads.GetValueOrDefault(WithoutLink(highway, out _));
        return known is null || (road.Flags & TileFlags.Link) != 0 ? null : new FeatureStyle(TileLayer.RoadNames, known, zoom, greatness);
    }

    private static FeatureStyle? Road(in OsmTags tags, string highway)
    {
        var kind = WithoutLink(highway, out var isLink);
        if (!Roads.TryGetValue(kind, out var road))
            return null;

        var flags = (isLink ? TileFlags.Link : 0) | OneWay(tags, kind);
        var zoom = isLink ? Math.Max(road.MinZoom + 1, 11) : road.MinZoom;
        if (kind == "service" && tags["service"] is not null)
            zoom = 15;
        var level = 0;
        if (tags["tunnel"] is not (null or "no"))
            (flags, level) = (flags | TileFlags.Tunnel, -1);
        else if (tags["bridge"] is not (null or "no"))
            (flags, level) = (flags | TileFlags.Bridge, 1);
        if (int.TryParse(tags["layer"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var layer) && level != 0)
            level = Math.Clamp(layer, -1, 4);

        return new FeatureStyle(
            TileLayer.Roads, road.Class, zoom, (level + 1) * RanksPerLevel + 2 * road.Greatness + (isLink ? 0 : 1), flags);
    }

    private static TileFlags OneWay(in OsmTags tags, string kind) => tags["oneway"] switch
    {
        "yes" or "true" or "1" => TileFlags.OneWay,
        "-1" or "reverse" => TileFlags.OneWayBack,
        "no" => TileFlags.None,
        _ => kind == "motorway" || tags["junction"] is "roundabout" or "circular" ? TileFlags.OneWay : TileFlags.None,
    };

    private static FeatureStyle? Railway(in OsmTags tags, string kind)
    {
        if (tags["tunnel"] is not (null or "no"))
            return null;

        var isSiding = tags["service"] is not null;
        return new FeatureStyle(
            TileLayer.Railways, kind, kind != "rail" ? 13 : isSiding ? 14 : 10, 0,
            tags["bridge"] is null or "no" ? TileFlags.None : TileFlags.Bridge);
    }

    private static string WithoutLink(string highway, out bool isLink)
    {
        isLink = highway.EndsWith("_link", StringComparison.Ordinal);
        return isLink ? highway[..^5] : highway;
    }
}
