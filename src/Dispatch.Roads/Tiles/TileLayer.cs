namespace Dispatch.Roads.Tiles;

/// <summary>The layers of a tile, in drawing order; a tile calls them by these names in lower case.</summary>
internal enum TileLayer : byte
{
    Landuse,
    Green,
    Water,
    Waterways,
    Areas,
    Buildings,
    Railways,
    Boundaries,
    Roads,
    RoadNames,
    AreaNames,
    Places,
    HouseNumbers,
}

/// <summary>What kind of geometry a feature has; the numbers are those of the vector tile specification 2.1.</summary>
internal enum TileGeometry : byte
{
    Point = 1,
    Line = 2,
    Polygon = 3,
}

/// <summary>What else is told of a feature.</summary>
[Flags]
internal enum TileFlags : byte
{
    None = 0,
    Bridge = 1,
    Tunnel = 2,
    OneWay = 4,
    OneWayBack = 8,
    Link = 16,
}

/// <summary>How a thing of OpenStreetMap is shown.</summary>
/// <param name="Layer">On which layer.</param>
/// <param name="Class">As what: value of the feature's "class", such as "primary", "park", "town".</param>
/// <param name="MinZoom">It is left out below.</param>
/// <param name="Rank">Of places: 1 the greatest. Elsewhere: what has a higher one is drawn later, on top.</param>
/// <param name="Flags">What else is told of it.</param>
internal readonly record struct FeatureStyle(TileLayer Layer, string Class, int MinZoom, int Rank = 0, TileFlags Flags = TileFlags.None);
