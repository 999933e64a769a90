using Dispatch.Roads.Network;

namespace Dispatch.Roads.Traffic;

/// <summary>Finds the segments that something drawn on the map means, see <see cref="RoadChange"/>.</summary>
internal sealed class DrawnStreets
{
    private const double NearMetres = 15;
    private const double StepMetres = 5;
    private const double MetresPerDegree = 111_195.08;

    private readonly RoadNetwork network;
    private readonly RoadChange change;
    private readonly (double X, double Y)[] shape; // metres east and north of the first point
    private readonly double metresEast;
    private readonly (double West, double South, double East, double North) frame;

    public DrawnStreets(RoadNetwork network, RoadChange change)
    {
        this.network = network;
        this.change = change;
        metresEast = MetresPerDegree * Math.Max(0.01, Math.Cos(change.Shape[0].Latitude * (Math.PI / 180)));
        shape = [.. change.Shape.Select(Flat)];
        frame = (shape.Min(one => one.X) - NearMetres, shape.Min(one => one.Y) - NearMetres,
            shape.Max(one => one.X) + NearMetres, shape.Max(one => one.Y) + NearMetres);
    }

    /// <summary>The segments that are meant.</summary>
    public List<int> Segments()
    {
        var (meant, touched) = (new List<int>(), new List<int>());
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if (!IsInFrame(segment))
                continue;

            var (covered, touches) = change.IsArea ? InArea(segment) : AlongLine(segment);
            if (covered >= 0.5)
                meant.Add(segment);
            if (touches)
                touched.Add(segment);
        }

        if (change.IsArea)
            return change.Factor is null ? touched : meant;

        return meant.Count > 0 ? meant : touched;
    }

    private (double X, double Y) Flat(MapPoint point) => (
        (point.Longitude - change.Shape[0].Longitude) * metresEast, (point.Latitude - change.Shape[0].Latitude) * MetresPerDegree);

    private (double X, double Y) PointAt(int point) =>
        Flat(MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]));

    private bool IsInFrame(int segment)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var point = network.FirstPoint[segment]; point < network.FirstPoint[segment + 1]; point++)
        {
            var (x, y) = PointAt(point);
            (west, south, east, north) = (Math.Min(west, x), Math.Min(south, y), Math.Max(east, x), Math.Max(north, y));
        }

        return west <= frame.East && east >= frame.West && south <= frame.North && north >= frame.South;
    }

    /// <summary>How much of a segment lies near the line, and whether it crosses it.</summary>
    private (double Covered, bool Touches) AlongLine(int segment)
    {
        var crosses = false;
        var covered = Share(segment, IsNear, (from, to) =>
        {
            for (var i = 1; i < shape.Length; i++)
                crosses |= Crosses(from, to, shape[i - 1], shape[i]);
        });
        return (covered, crosses);
    }

    /// <summary>How much of a segment lies in the area, and whether it touches it at all.</summary>
    private (double Covered, bool Touches) InArea(int segment)
    {
        var crosses = false;
        var covered = Share(segment, IsInside, (from, to) =>
        {
            for (var i = 0; i < shape.Length; i++)
                crosses |= Crosses(from, to, shape[i], shape[(i + 1) % shape.Length]);
        });
        return (covered, crosses || covered > 0);
    }

    /// <summary>The share of a segment's length on which something holds, looked at every few metres.</summary>
    private double Share(int segment, Func<(double X, double Y), bool> holds, Action<(double, double), (double, double)> lookAtPiece)
    {
        var (all, held) = (0.0, 0.0);
        for (var point = network.FirstPoint[segment]; point < network.FirstPoint[segment + 1] - 1; point++)
        {
            var (from, to) = (PointAt(point), PointAt(point + 1));
            lookAtPiece(from, to);
            var metres = Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y));
            var steps = 1 + (int)Math.Min(10_000, metres / StepMetres);
            for (var step = 0; step < steps; step++)
            {
                var share = (step + 0.5) / steps;
                all += metres / steps;
                held += holds((from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y))) ? metres / steps : 0;
            }
        }

        // One of no length at all is where its point is.
        return all > 0 ? held / all : holds(PointAt(network.FirstPoint[segment])) ? 1 : 0;
    }

    private bool IsNear((double X, double Y) place)
    {
        for (var i = 1; i < shape.Length; i++)
        {
            var (from, to) = (shape[i - 1], shape[i]);
            var (east, north) = (to.X - from.X, to.Y - from.Y);
            var squared = east * east + north * north;
            var share = squared > 0 ? Math.Clamp(((place.X - from.X) * east + (place.Y - from.Y) * north) / squared, 0, 1) : 0;
            if (Square(from.X + share * east - place.X) + Square(from.Y + share * north - place.Y) <= NearMetres * NearMetres)
                return true;
        }

        return false;
    }

    /// <summary>Whether a place is in the area: a ray to the east meets its border an odd number of times.</summary>
    private bool IsInside((double X, double Y) place)
    {
        var inside = false;
        for (var i = 0; i < shape.Length; i++)
        {
            var (from, to) = (shape[i], shape[(i + 1) % shape.Length]);
            if (from.Y > place.Y != to.Y > place.Y && place.X < from.X + (place.Y - from.Y) / (to.Y - from.Y) * (to.X - from.X))
                inside = !inside;
        }

        return inside;
    }

    private static bool Crosses((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d) =>
        Turn(a, b, c) * Turn(a, b, d) <= 0 && Turn(c, d, a) * Turn(c, d, b) <= 0 && (Turn(a, b, c) != 0 || Turn(a, b, d) != 0);

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    private static double Square(double value) => value * value;
}
