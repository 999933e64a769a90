using System.Runtime.InteropServices;

namespace Dispatch.Roads.Tiles;

/// <summary>Where a tile lies: its zoom, its north-western corner in units of the map, and tile units by unit of the map.</summary>
internal readonly record struct TileFrame(int Zoom, long Left, long Top, double Scale);

/// <summary>Brings shapes into a tile: thinned out for its zoom, cut to its square, in whole tile units, wound as they must be.</summary>
internal sealed class TileShape(TileFrame frame, double least, double most)
{
    private readonly List<(double X, double Y)> line = [];
    private readonly List<(double X, double Y)> spare = [];
    private readonly List<(int X, int Y)> whole = [];

    /// <summary>Adds one part of a feature; false when nothing of it is in the tile.</summary>
    public bool Add(TileEncoder encoder, TileGeometry geometry, ReadOnlySpan<(int X, int Y)> points, ReadOnlySpan<byte> zooms, bool isHole)
    {
        line.Clear();
        for (var i = 0; i < points.Length; i++)
        {
            if (zooms[i] <= frame.Zoom || geometry == TileGeometry.Point)
                line.Add(((points[i].X - frame.Left) * frame.Scale, (points[i].Y - frame.Top) * frame.Scale));
        }

        return geometry switch
        {
            TileGeometry.Point => AddPoint(encoder),
            TileGeometry.Line => AddLine(encoder),
            _ => AddRing(encoder, isHole),
        };
    }

    private bool AddPoint(TileEncoder encoder)
    {
        if (line[0] is not { X: >= 0 and < TileEncoder.Extent, Y: >= 0 and < TileEncoder.Extent })
            return false;

        encoder.Part(TileGeometry.Point, [((int)line[0].X, (int)line[0].Y)]);
        return true;
    }

    private bool AddLine(TileEncoder encoder)
    {
        var any = false;
        foreach (var piece in TileClip.Line(line, least, most))
        {
            MakeWhole(piece);
            if (whole.Count < 2)
                continue;

            encoder.Part(TileGeometry.Line, CollectionsMarshal.AsSpan(whole));
            any = true;
        }

        return any;
    }

    private bool AddRing(TileEncoder encoder, bool isHole)
    {
        if (line.Count > 1 && line[0] == line[^1])
            line.RemoveAt(line.Count - 1);
        MakeWhole(TileClip.Ring(line, spare, least, most));
        if (whole.Count > 1 && whole[0] == whole[^1])
            whole.RemoveAt(whole.Count - 1);
        if (whole.Count < 3 || !Wind(isHole))
            return false;

        encoder.Part(TileGeometry.Polygon, CollectionsMarshal.AsSpan(whole));
        return true;
    }

    private void MakeWhole(List<(double X, double Y)> exact)
    {
        whole.Clear();
        foreach (var (x, y) in exact)
        {
            var point = ((int)Math.Round(x), (int)Math.Round(y));
            if (whole.Count == 0 || whole[^1] != point)
                whole.Add(point);
        }
    }

    /// <summary>Outer rings have a positive area in tile units (y down), holes a negative one: specification 4.3.3.3. False without any.</summary>
    private bool Wind(bool isHole)
    {
        var area = 0L;
        for (var i = 0; i < whole.Count; i++)
        {
            var (a, b) = (whole[i], whole[i + 1 == whole.Count ? 0 : i + 1]);
            area += (long)a.X * b.Y - (long)b.X * a.Y;
        }

        if (area > 0 == isHole)
            whole.Reverse();
        return area != 0;
    }
}
