using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tiles;

/// <summary>How areas and their names are shown.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:natural", "Key:landuse", "Key:leisure", "Key:building", "Key:amenity", "Key:aeroway", "Tag:man_made=pier",
/// "Tag:waterway=riverbank", "Key:water".
/// </remarks>
internal static class AreaRules
{
    /// <summary>How an area is shown; null if it is not. A building comes last, so that a park in a building stays a park.</summary>
    public static FeatureStyle? Area(in OsmTags tags) =>
        Water(tags) ?? Green(tags) ?? Paved(tags) ?? Used(tags)
        ?? (tags["building"] is not (null or "no") ? new FeatureStyle(TileLayer.Buildings, "building", 14) : null);

    /// <summary>The class under which an area's name is shown; null if it is not shown.</summary>
    public static string? NameClass(in OsmTags tags, FeatureStyle? style) => (tags["amenity"], style) switch
    {
        ("hospital", _) => "hospital",
        ("school" or "university" or "college", _) => "school",
        (_, { Layer: TileLayer.Water, Class: not "sea" }) => "water",
        (_, { Layer: TileLayer.Green, Class: "park" or "golf" }) => "park",
        (_, { Layer: TileLayer.Green, Class: "wood" }) => "wood",
        (_, { Layer: TileLayer.Green, Class: "cemetery" }) => "cemetery",
        _ => tags["aeroway"] == "aerodrome" ? "airport" : null,
    };

    private static FeatureStyle? Water(in OsmTags tags)
    {
        if (tags["natural"] == "water" || tags["waterway"] is "riverbank" or "dock" || tags["landuse"] is "reservoir" or "basin")
        {
            var kind = tags["water"] is "river" or "canal" || tags["waterway"] == "riverbank" ? "river"
                : tags["landuse"] == "basin" || tags["water"] is "basin" or "reservoir" || tags["waterway"] == "dock" ? "basin" : "lake";
            return new FeatureStyle(TileLayer.Water, kind, 6, 1);
        }

        return tags["leisure"] == "swimming_pool" ? new FeatureStyle(TileLayer.Water, "pool", 15, 2) : null;
    }

    private static FeatureStyle? Green(in OsmTags tags)
    {
        var (natural, leisure, landuse) = (tags["natural"], tags["leisure"], tags["landuse"]);
        return (natural, leisure, landuse) switch
        {
            ("wood", _, _) or (_, _, "forest") => new(TileLayer.Green, "wood", 9, 1),
            ("wetland", _, _) => new(TileLayer.Green, "wetland", 12, 2),
            (_, "park" or "garden" or "dog_park", _) => new(TileLayer.Green, "park", 10, 3),
            (_, "golf_course", _) => new(TileLayer.Green, "golf", 10, 3),
            (_, _, "cemetery") => new(TileLayer.Green, "cemetery", 13, 3),
            (_, "pitch" or "playground" or "track", _) => new(TileLayer.Green, "pitch", 14, 4),
            ("grassland" or "scrub" or "heath" or "fell", _, _)
                or (_, _, "grass" or "meadow" or "village_green" or "recreation_ground" or "allotments" or "orchard" or "vineyard")
                => new(TileLayer.Green, "grass", 11, 2),
            _ => null,
        };
    }

    private static FeatureStyle? Paved(in OsmTags tags)
    {
        if (tags["highway"] is "pedestrian" or "footway" && tags["area"] == "yes" || tags["place"] == "square")
            return new FeatureStyle(TileLayer.Areas, "pedestrian", 13, 1);
        if (tags["man_made"] is "pier" or "breakwater" or "groyne")
            return new FeatureStyle(TileLayer.Areas, "pier", 12, 2);
        if (tags["amenity"] == "parking" && tags["parking"] is null or "surface")
            return new FeatureStyle(TileLayer.Areas, "parking", 14, 0);
        return tags["aeroway"] is "runway" or "taxiway" or "apron" ? new FeatureStyle(TileLayer.Areas, "aeroway", 11, 0) : null;
    }

    private static FeatureStyle? Used(in OsmTags tags) => (tags["landuse"], tags["amenity"], tags["natural"]) switch
    {
        (_, "hospital", _) => new(TileLayer.Landuse, "hospital", 11, 3),
        (_, "school" or "university" or "college" or "kindergarten", _) => new(TileLayer.Landuse, "school", 12, 3),
        ("residential", _, _) => new(TileLayer.Landuse, "residential", 9, 1),
        ("industrial", _, _) => new(TileLayer.Landuse, "industrial", 10, 2),
        ("commercial" or "retail", _, _) => new(TileLayer.Landuse, "commercial", 11, 2),
        ("railway", _, _) => new(TileLayer.Landuse, "railway", 12, 2),
        ("farmland" or "farm" or "farmyard", _, _) => new(TileLayer.Landuse, "farmland", 11, 0),
        (_, _, "beach" or "sand" or "shingle") => new(TileLayer.Landuse, "sand", 11, 2),
        _ => null,
    };
}
