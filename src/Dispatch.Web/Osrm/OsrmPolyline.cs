using System.Text;
using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>Lines as text by Google's encoded polyline algorithm, with five or six decimals.</summary>
internal static class OsrmPolyline
{
    private const int MostPoints = 100_000;

    public static string Encode(IEnumerable<MapPoint> points, double precision)
    {
        var (text, lastLatitude, lastLongitude) = (new StringBuilder(), 0L, 0L);
        foreach (var point in points)
        {
            var (latitude, longitude) = ((long)Math.Round(point.Latitude * precision), (long)Math.Round(point.Longitude * precision));
            Append(text, latitude - lastLatitude);
            Append(text, longitude - lastLongitude);
            (lastLatitude, lastLongitude) = (latitude, longitude);
        }

        return text.ToString();
    }

    /// <summary>The points; none when the text is cut short, has a foreign letter, or far too many points.</summary>
    public static List<MapPoint>? Decode(string text, double precision)
    {
        var (points, at, latitude, longitude) = (new List<MapPoint>(), 0, 0L, 0L);
        while (at < text.Length)
        {
            if (!Next(text, ref at, out var north) || !Next(text, ref at, out var east) || points.Count == MostPoints)
                return null;
            (latitude, longitude) = (latitude + north, longitude + east);
            points.Add(new MapPoint(latitude / precision, longitude / precision));
        }

        return points;
    }

    private static void Append(StringBuilder text, long delta)
    {
        var rest = delta < 0 ? ~(delta << 1) : delta << 1;
        for (; rest >= 0x20; rest >>= 5)
            text.Append((char)((0x20 | (rest & 0x1f)) + 63));
        text.Append((char)(rest + 63));
    }

    private static bool Next(string text, ref int at, out long delta)
    {
        var (bits, shift) = (0L, 0);
        delta = 0;
        while (at < text.Length && shift < 40)
        {
            var chunk = text[at++] - 63;
            if (chunk is < 0 or > 63)
                return false;
            bits |= (chunk & 0x1fL) << shift;
            shift += 5;
            if (chunk < 0x20)
            {
                delta = (bits & 1) != 0 ? ~(bits >> 1) : bits >> 1;
                return true;
            }
        }

        return false;
    }
}
