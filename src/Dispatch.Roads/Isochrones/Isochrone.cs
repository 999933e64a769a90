namespace Dispatch.Roads;

/// <summary>The area that can be reached within a time, as polygons: along streets and a little beside them.</summary>
/// <param name="Seconds">The time.</param>
/// <param name="Polygons">In no order; they do not touch each other.</param>
public sealed record Isochrone(int Seconds, IReadOnlyList<IsochronePolygon> Polygons)
{
    /// <summary>Whether a place lies in the area.</summary>
    public bool Contains(MapPoint place) => Polygons.Any(polygon => Lies(polygon.Outer, place) && !polygon.Holes.Any(hole => Lies(hole, place)));

    private static bool Lies(IReadOnlyList<MapPoint> ring, MapPoint place)
    {
        var isIn = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Latitude > place.Latitude != b.Latitude > place.Latitude
                && place.Longitude < (b.Longitude - a.Longitude) * (place.Latitude - a.Latitude) / (b.Latitude - a.Latitude) + a.Longitude)
                isIn = !isIn;
        }

        return isIn;
    }
}

/// <summary>One polygon; every ring ends where it begins.</summary>
/// <param name="Outer">Counter-clockwise, as GeoJSON (RFC 7946) has it.</param>
/// <param name="Holes">Clockwise: what cannot be reached in the midst of what can.</param>
public sealed record IsochronePolygon(IReadOnlyList<MapPoint> Outer, IReadOnlyList<IReadOnlyList<MapPoint>> Holes);
