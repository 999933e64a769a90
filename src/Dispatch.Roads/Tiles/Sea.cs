namespace Dispatch.Roads.Tiles;

/// <summary>Makes the sea out of coastlines: polygons with islands as holes.</summary>
/// <remarks>
/// Source: OSM wiki, "Tag:natural=coastline": the land is on the left of a coastline, the water on its right. Extracts are cut, so a
/// coastline begins and ends somewhere near the edge; from there it is led straight on, out of the nearest side, to a frame three times
/// as wide as the map. On the frame one goes on clockwise, with its inside on the right, to where the next coastline comes in.
/// A coastline that ends in the middle of the map is broken and makes no sea: better none than one over land.
/// </remarks>
internal static class Sea
{
    private const double NearTheEdge = 0.25;

    /// <summary>The sea's polygons, an outer ring and its holes each; empty without a coast.</summary>
    /// <param name="coasts">Joined coastlines; an island's ends where it begins.</param>
    /// <param name="map">The box of the map.</param>
    public static List<List<(int X, int Y)[]>> Polygons(IReadOnlyList<(int X, int Y)[]> coasts, (int West, int North, int East, int South) map)
    {
        var frame = Frame.Around(map);
        var open = new List<(double Begin, double End, (int X, int Y)[] Line)>();
        var (outer, islands) = (new List<(int X, int Y)[]>(), new List<(int X, int Y)[]>());
        var isCoast = false;
        foreach (var coast in coasts)
        {
            if (coast.Length > 3 && coast[0] == coast[^1])
                (RingShape.DoubleArea(coast) < 0 ? islands : outer).Add(coast);
            else if (coast.Length > 1 && frame.IsNearTheEdge(coast[0]) && frame.IsNearTheEdge(coast[^1]))
                open.Add((frame.Along(frame.Out(coast[0])), frame.Along(frame.Out(coast[^1])), [frame.Out(coast[0]), .. coast, frame.Out(coast[^1])]));
            else
                continue;
            isCoast = true;
        }

        if (!isCoast)
            return [];
        if (open.Count > 0)
            outer.AddRange(Close(open, frame));
        else if (outer.Count == 0)
            outer.Add(frame.Whole());
        return RingShape.Polygons(outer, islands);
    }

    private static List<(int X, int Y)[]> Close(List<(double Begin, double End, (int X, int Y)[] Line)> open, Frame frame)
    {
        var rings = new List<(int X, int Y)[]>();
        open.Sort((one, other) => one.Begin.CompareTo(other.Begin));
        var used = new bool[open.Count];
        for (var first = 0; first < open.Count; first++)
        {
            if (used[first])
                continue;

            var ring = new List<(int X, int Y)>();
            for (var at = first; !used[at];)
            {
                used[at] = true;
                ring.AddRange(open[at].Line);
                var next = open.FindIndex(coast => coast.Begin >= open[at].End);
                next = next < 0 ? 0 : next;
                ring.AddRange(frame.Corners(open[at].End, open[next].Begin));
                at = next;
            }

            ring.Add(ring[0]);
            rings.Add([.. ring]);
        }

        return rings;
    }

    /// <summary>The frame; places on it are told by how far along they are, clockwise from its north-western corner: 0 to 4.</summary>
    private sealed class Frame
    {
        private readonly (int West, int North, int East, int South) map;
        private readonly (int X, int Y)[] corners;

        private Frame((int West, int North, int East, int South) map, int west, int north, int east, int south)
        {
            this.map = map;
            corners = [(west, north), (east, north), (east, south), (west, south)];
        }

        public static Frame Around((int West, int North, int East, int South) map)
        {
            const int last = (1 << WebMercator.Bits) - 1;
            var reach = Math.Max(1L, Math.Max((long)map.East - map.West, (long)map.South - map.North));
            return new Frame(
                map, (int)Math.Max(0, map.West - reach), (int)Math.Max(0, map.North - reach), (int)Math.Min(last, map.East + reach),
                (int)Math.Min(last, map.South + reach));
        }

        public (int X, int Y)[] Whole() => [.. corners, corners[0]];

        public bool IsNearTheEdge((int X, int Y) point) => Sides(point).Min() <= NearTheEdge;

        /// <summary>Where one comes out on the frame, straight through the nearest side of the map.</summary>
        public (int X, int Y) Out((int X, int Y) point)
        {
            var sides = Sides(point);
            return Array.IndexOf(sides, sides.Min()) switch
            {
                0 => (point.X, corners[0].Y),
                1 => (corners[1].X, point.Y),
                2 => (point.X, corners[2].Y),
                _ => (corners[3].X, point.Y),
            };
        }

        public double Along((int X, int Y) point)
        {
            var (wide, high) = ((double)corners[1].X - corners[0].X, (double)corners[2].Y - corners[1].Y);
            if (point.Y == corners[0].Y)
                return (point.X - corners[0].X) / wide;
            if (point.X == corners[1].X)
                return 1 + (point.Y - corners[1].Y) / high;
            return point.Y == corners[2].Y ? 2 + (corners[2].X - point.X) / wide : 3 + (corners[3].Y - point.Y) / high;
        }

        /// <summary>The corners that one passes going clockwise.</summary>
        public IEnumerable<(int X, int Y)> Corners(double from, double to)
        {
            if (to < from)
                to += 4;
            for (var corner = (int)Math.Floor(from) + 1; corner <= to; corner++)
                yield return corners[corner % 4];
        }

        // North, east, south, west: how far a point is from each side, as a share of the map's extent.
        private double[] Sides((int X, int Y) point)
        {
            var (wide, high) = (Math.Max(1.0, map.East - map.West), Math.Max(1.0, map.South - map.North));
            return
            [
                (point.Y - map.North) / high, (map.East - point.X) / wide, (map.South - point.Y) / high, (point.X - map.West) / wide,
            ];
        }
    }
}
