namespace Dispatch.Roads.Tiles;

/// <summary>Measures of rings in units of the map (x to the east, y to the south); first point repeated at the end or not.</summary>
internal static class RingShape
{
    /// <summary>Twice the area; above zero when the ring goes clockwise as seen on a map.</summary>
    public static double DoubleArea(ReadOnlySpan<(int X, int Y)> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[i + 1 == ring.Length ? 0 : i + 1]);
            sum += ((double)a.X - ring[0].X) * ((double)b.Y - ring[0].Y) - ((double)b.X - ring[0].X) * ((double)a.Y - ring[0].Y);
        }

        return sum;
    }

    /// <summary>Whether a point lies within; on the edge either may be said.</summary>
    public static bool Contains(ReadOnlySpan<(int X, int Y)> ring, (int X, int Y) point)
    {
        var isIn = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < ((double)b.X - a.X) * ((double)point.Y - a.Y) / ((double)b.Y - a.Y) + a.X)
                isIn = !isIn;
        }

        return isIn;
    }

    /// <summary>A point well inside, where a name may stand: of five lines across, the middle of the longest stretch within.</summary>
    public static (int X, int Y) Inside(ReadOnlySpan<(int X, int Y)> ring)
    {
        var (top, bottom) = (int.MaxValue, int.MinValue);
        foreach (var (_, y) in ring)
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));

        var crossings = new List<double>();
        (double Length, double X, double Y) best = (-1, ring[0].X, ring[0].Y);
        for (var line = 1; line <= 5; line++)
        {
            var y = top + ((double)bottom - top) * line / 6;
            crossings.Clear();
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var (a, b) = (ring[i], ring[j]);
                if (a.Y > y != b.Y > y)
                    crossings.Add(a.X + ((double)b.X - a.X) * (y - a.Y) / ((double)b.Y - a.Y));
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                // The middle line is preferred unless another has clearly more room.
                var length = (crossings[i + 1] - crossings[i]) * (line == 3 ? 1.3 : 1);
                if (length > best.Length)
                    best = (length, (crossings[i] + crossings[i + 1]) / 2, y);
            }
        }

        return ((int)best.X, (int)best.Y);
    }

    /// <summary>Gives each inner ring to the smallest outer one that it lies in; those that lie in none are dropped.</summary>
    public static List<List<(int X, int Y)[]>> Polygons(IReadOnlyList<(int X, int Y)[]> outer, IReadOnlyList<(int X, int Y)[]> inner)
    {
        var polygons = outer.Select(ring => new List<(int X, int Y)[]> { ring }).ToList();
        if (outer.Count == 1)
        {
            polygons[0].AddRange(inner);
            return polygons;
        }

        var areas = outer.Select(ring => Math.Abs(DoubleArea(ring))).ToArray();
        foreach (var hole in inner)
        {
            var at = -1;
            for (var i = 0; i < outer.Count; i++)
            {
                if ((at < 0 || areas[i] < areas[at]) && Contains(outer[i], hole[0]))
                    at = i;
            }

            if (at >= 0)
                polygons[at].Add(hole);
        }

        return polygons;
    }
}
