namespace Dispatch.Roads.Tiles;

/// <summary>Tells for every point of a line from which zoom on it is needed.</summary>
/// <remarks>
/// Douglas and Peucker (1973), once for all zooms: the deviation at which a point would come in, never more than that of the point that
/// splits the line above it, becomes a zoom at which it is half a point of the screen. Lines are taken in blocks, so that a hostile one
/// costs no square of its length.
/// </remarks>
internal static class VertexZoom
{
    private const int Block = 1024;

    /// <summary>Fills the lowest zoom of each point; ends get 0, and 16 shows all.</summary>
    public static void Fill(ReadOnlySpan<(int X, int Y)> line, Span<byte> zooms)
    {
        zooms.Fill(VectorTiles.MaxZoom);
        for (var first = 0; first < line.Length; first += Block)
        {
            var last = Math.Min(first + Block, line.Length - 1);
            zooms[first] = 0;
            zooms[last] = 0;
            Split(line, zooms, first, last);
        }
    }

    private static void Split(ReadOnlySpan<(int X, int Y)> line, Span<byte> zooms, int begin, int end)
    {
        var open = new Stack<(int First, int Last, byte Zoom)>();
        open.Push((begin, end, 0));
        while (open.TryPop(out var piece))
        {
            var (at, deviation) = Farthest(line, piece.First, piece.Last);
            if (at < 0)
                continue;

            var zoom = Math.Max(piece.Zoom, ZoomOf(deviation));
            zooms[at] = zoom;
            open.Push((piece.First, at, zoom));
            open.Push((at, piece.Last, zoom));
        }
    }

    private static (int At, double Deviation) Farthest(ReadOnlySpan<(int X, int Y)> line, int first, int last)
    {
        var (from, to) = (line[first], line[last]);
        var (east, south) = ((double)to.X - from.X, (double)to.Y - from.Y);
        var squared = east * east + south * south;
        var (at, most) = (-1, -1.0);
        for (var i = first + 1; i < last; i++)
        {
            var (x, y) = ((double)line[i].X - from.X, (double)line[i].Y - from.Y);
            var share = squared > 0 ? Math.Clamp((x * east + y * south) / squared, 0, 1) : 0;
            var (offX, offY) = (x - share * east, y - share * south);
            var deviation = offX * offX + offY * offY;
            if (deviation > most)
                (at, most) = (i, deviation);
        }

        return (at, Math.Sqrt(most));
    }

    // Half a point of the screen at zoom z is 2^(30 − z) / 512 / 2 units.
    private static byte ZoomOf(double deviation) =>
        deviation < 1 ? (byte)VectorTiles.MaxZoom : (byte)Math.Clamp(Math.Ceiling(WebMercator.Bits - 10 - Math.Log2(deviation)), 0, VectorTiles.MaxZoom);
}
