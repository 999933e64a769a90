using Dispatch.Roads.Searching;

namespace Dispatch.Roads;

/// <summary>The drive between two places: its line, when one is where on it, and its streets.</summary>
public sealed class RoadPath
{
    private readonly MapPoint[] points;
    private readonly int[] milliseconds;
    private int[]? secondsAtPoint;

    internal RoadPath(MapPoint[] points, int[] milliseconds, int seconds, int metres, IReadOnlyList<PathStreet> streets)
    {
        this.points = points;
        this.milliseconds = milliseconds;
        Seconds = seconds;
        Metres = metres;
        Streets = streets;
    }

    /// <summary>Time of the whole drive, whole seconds, rounded up.</summary>
    public int Seconds { get; }

    /// <summary>Its length, whole metres.</summary>
    public int Metres { get; }

    /// <summary>Its line, two points at least: it begins and ends where the places are snapped to the road.</summary>
    public IReadOnlyList<MapPoint> Points => points;

    /// <summary>By point: seconds since the drive began, rounded up; 0 at first, <see cref="Seconds"/> at last.</summary>
    public IReadOnlyList<int> SecondsAtPoint => secondsAtPoint ??= Array.ConvertAll(milliseconds, one => (one + 999) / 1000);

    /// <summary>The streets in order; neighbours have different names.</summary>
    public IReadOnlyList<PathStreet> Streets { get; }

    /// <summary>Time of the whole drive to the unit.</summary>
    public int Milliseconds => milliseconds[^1];

    /// <summary>Its length to the unit.</summary>
    public long Centimetres => (uint)Cost;

    /// <summary>By point: milliseconds since the drive began.</summary>
    public ReadOnlySpan<int> MillisecondsAtPoint => milliseconds;

    /// <summary>Its time and length to the unit, see <see cref="Network.DriveCost"/>.</summary>
    internal long Cost { get; init; }

    /// <summary>The directed segments in order; the first and the last are driven in part.</summary>
    internal IReadOnlyList<PathSegment> Segments { get; init; } = [];

    /// <summary>Where it begins and ends, and its states in order; none where it stays on one segment.</summary>
    internal (Snap From, Snap To, int[] States) Drive { get; init; }

    /// <summary>The same drive by another metric; null where something on it is closed then.</summary>
    internal RoadPath? By(RoadMetric metric) => Segments.All(segment => metric.IsOpen(segment.Directed)) ? PathDrawing.Of(metric, Drive.From, Drive.To, Drive.States) : null;

    /// <summary>Where one is after <paramref name="seconds"/>; before the beginning the first point, after the end the last.</summary>
    /// <param name="seconds">Since the drive began.</param>
    /// <param name="headingDegrees">Where one drives to: 0 north, 90 east, below 360.</param>
    public MapPoint PositionAt(double seconds, out double headingDegrees)
    {
        var now = double.IsNaN(seconds) ? 0 : Math.Clamp(seconds * 1000, 0, milliseconds[^1]);
        var next = Array.BinarySearch(milliseconds, (int)Math.Ceiling(now));
        if (next < 0)
            next = ~next;
        next = Math.Clamp(next, 1, points.Length - 1);

        var (from, to) = (points[next - 1], points[next]);
        var whole = milliseconds[next] - milliseconds[next - 1];
        var share = whole > 0 ? Math.Clamp((now - milliseconds[next - 1]) / whole, 0, 1) : 1;
        headingDegrees = HeadingNear(next);
        return new MapPoint(
            from.Latitude + share * (to.Latitude - from.Latitude), from.Longitude + share * (to.Longitude - from.Longitude));
    }

    /// <summary>Direction of the line before a point; where two points are one, of the nearest stretch before, or else after.</summary>
    private double HeadingNear(int point)
    {
        for (var at = point; at > 0; at--)
        {
            if (points[at] != points[at - 1])
                return Heading(points[at - 1], points[at]);
        }

        for (var at = point; at < points.Length - 1; at++)
        {
            if (points[at] != points[at + 1])
                return Heading(points[at], points[at + 1]);
        }

        return 0;
    }

    private static double Heading(MapPoint from, MapPoint to)
    {
        var east = (to.Longitude - from.Longitude) * Math.Cos(from.Latitude * (Math.PI / 180));
        var degrees = Math.Atan2(east, to.Latitude - from.Latitude) * (180 / Math.PI);
        return degrees < 0 ? degrees + 360 : degrees;
    }
}

/// <summary>A street that a drive follows for a while.</summary>
/// <param name="Name">Its name or else its number; empty when it has neither.</param>
/// <param name="Metres">How far one follows it.</param>
/// <param name="Seconds">How long.</param>
/// <param name="FirstPoint">The drive's point at which one turns into it.</param>
/// <remarks>Metres and seconds of all streets add up to those of the drive.</remarks>
public readonly record struct PathStreet(string Name, int Metres, int Seconds, int FirstPoint);

/// <summary>A directed segment of a drive.</summary>
/// <param name="Directed">Which.</param>
/// <param name="FirstPoint">The drive's point at which one comes onto it.</param>
/// <param name="CostBefore">Time and length driven until there, see <see cref="Network.DriveCost"/>.</param>
internal readonly record struct PathSegment(int Directed, int FirstPoint, long CostBefore);
