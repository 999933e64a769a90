namespace Dispatch.Roads.Tiles;

/// <summary>The square world of web maps (EPSG:3857) in whole numbers: 2^30 units from edge to edge, so that every tile edge is exact.</summary>
internal static class WebMercator
{
    /// <summary>Units across the world.</summary>
    public const int Bits = 30;

    private const double Units = 1 << Bits;
    private const double LargestLatitude = 85.0511287798066;

    /// <summary>Units east of 180° W.</summary>
    public static int X(double longitude) => (int)Math.Clamp((longitude + 180) / 360 * Units, 0, Units - 1);

    /// <summary>Units south of the northern edge.</summary>
    public static int Y(double latitude)
    {
        var radians = double.DegreesToRadians(Math.Clamp(latitude, -LargestLatitude, LargestLatitude));
        return (int)Math.Clamp((1 - Math.Asinh(Math.Tan(radians)) / Math.PI) / 2 * Units, 0, Units - 1);
    }
}
