using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>Leaves out points of a line that nobody sees on a map that shows all of it: Douglas and Peucker (1973).</summary>
internal static class LineSimplification
{
    private const double ScreenPixels = 1000;
    private const double MetresPerDegree = 111_195.08;

    /// <summary>Simplified to a pixel of a screen that shows the whole line.</summary>
    public static IReadOnlyList<MapPoint> ForOverview(IReadOnlyList<MapPoint> line)
    {
        if (line.Count < 3)
            return line;
        var east = MetresPerDegree * Math.Max(0.01, Math.Cos(line[0].Latitude * (Math.PI / 180)));
        var width = (line.Max(point => point.Longitude) - line.Min(point => point.Longitude)) * east;
        var height = (line.Max(point => point.Latitude) - line.Min(point => point.Latitude)) * MetresPerDegree;
        return Simplify(line, Math.Max(width, height) / ScreenPixels, east);
    }

    private static List<MapPoint> Simplify(IReadOnlyList<MapPoint> line, double metres, double east)
    {
        var (keep, ranges) = (new bool[line.Count], new Stack<(int First, int Last)>());
        (keep[0], keep[^1]) = (true, true);
        ranges.Push((0, line.Count - 1));
        while (ranges.TryPop(out var range))
        {
            var (far, farthest) = (metres, -1);
            for (var i = range.First + 1; i < range.Last; i++)
            {
                if (DistanceMetres(line[i], line[range.First], line[range.Last], east) is var off && off > far)
                    (far, farthest) = (off, i);
            }

            if (farthest < 0)
                continue;
            keep[farthest] = true;
            ranges.Push((range.First, farthest));
            ranges.Push((farthest, range.Last));
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    private static double DistanceMetres(MapPoint point, MapPoint from, MapPoint to, double east)
    {
        var (x, y) = ((point.Longitude - from.Longitude) * east, (point.Latitude - from.Latitude) * MetresPerDegree);
        var (dx, dy) = ((to.Longitude - from.Longitude) * east, (to.Latitude - from.Latitude) * MetresPerDegree);
        var squared = dx * dx + dy * dy;
        var share = squared > 0 ? Math.Clamp((x * dx + y * dy) / squared, 0, 1) : 0;
        return Math.Sqrt((x - share * dx) * (x - share * dx) + (y - share * dy) * (y - share * dy));
    }
}
