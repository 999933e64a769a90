namespace Dispatch.Roads;

/// <summary>A place on the earth, WGS84, in degrees.</summary>
/// <param name="Latitude">−90 to 90, north positive.</param>
/// <param name="Longitude">−180 to 180, east positive.</param>
public readonly record struct MapPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth, metres (IUGG).</summary>
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Great-circle distance to <paramref name="other"/>, metres (haversine; within 0.5 % of the ellipsoid).</summary>
    public double DistanceMetres(MapPoint other)
    {
        var north = Radians(other.Latitude - Latitude);
        var east = Radians(other.Longitude - Longitude);
        var sinNorth = Math.Sin(north / 2);
        var sinEast = Math.Sin(east / 2);
        var chord = sinNorth * sinNorth + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * sinEast * sinEast;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    internal static MapPoint FromE7(int latitudeE7, int longitudeE7) => new(latitudeE7 / 1e7, longitudeE7 / 1e7);

    private static double Radians(double degrees) => degrees * (Math.PI / 180);
}
