using System.Text;
using Dispatch.Domain.Places;

namespace Dispatch.Contracts.Serialization;

/// <summary>A line as text: Google's encoded polyline algorithm with five decimals (about a metre).</summary>
public static class EncodedPolyline
{
    private const double Scale = 1e5;

    /// <summary>Encodes points in order; empty for none.</summary>
    public static string Encode(IEnumerable<GeoPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var text = new StringBuilder();
        var (lastLat, lastLon) = (0, 0);
        foreach (var point in points)
        {
            var lat = (int)Math.Round(point.Latitude * Scale);
            var lon = (int)Math.Round(point.Longitude * Scale);
            Append(text, lat - lastLat);
            Append(text, lon - lastLon);
            (lastLat, lastLon) = (lat, lon);
        }

        return text.ToString();
    }

    /// <summary>Decodes what <see cref="Encode"/> made; a text that is cut short ends with its last whole point.</summary>
    public static IReadOnlyList<GeoPoint> Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new List<GeoPoint>();
        var (at, lat, lon) = (0, 0, 0);
        while (Next(text, ref at, out var deltaLat) && Next(text, ref at, out var deltaLon))
        {
            (lat, lon) = (lat + deltaLat, lon + deltaLon);
            points.Add(new GeoPoint(lat / Scale, lon / Scale));
        }

        return points;
    }

    private static void Append(StringBuilder text, int delta)
    {
        var rest = delta < 0 ? ~(delta << 1) : delta << 1;
        for (; rest >= 0x20; rest >>= 5)
            text.Append((char)((0x20 | (rest & 0x1f)) + 63));
        text.Append((char)(rest + 63));
    }

    private static bool Next(string text, ref int at, out int delta)
    {
        var (bits, shift) = (0, 0);
        while (at < text.Length)
        {
            var chunk = text[at++] - 63;
            bits |= (chunk & 0x1f) << shift;
            shift += 5;
            if (chunk < 0x20)
            {
                delta = (bits & 1) != 0 ? ~(bits >> 1) : bits >> 1;
                return true;
            }
        }

        delta = 0;
        return false;
    }
}
