namespace Dispatch.Roads;

/// <summary>A box of latitudes and longitudes, WGS84 degrees; it does not cross the 180th meridian.</summary>
public readonly record struct MapBounds(double South, double West, double North, double East)
{
    /// <summary>The middle of the box.</summary>
    public MapPoint Centre => new((South + North) / 2, (West + East) / 2);

    /// <summary>Whether <paramref name="point"/> lies in the box; its edges belong to it.</summary>
    public bool Contains(MapPoint point) =>
        point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;
}
