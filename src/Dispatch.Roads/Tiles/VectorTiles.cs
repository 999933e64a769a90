using Dispatch.Roads.Prepared;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads;

/// <summary>Vector tiles of a map, made when they are asked for. Thread-safe.</summary>
/// <remarks>
/// Layers: landuse(class), green(class, name), water(name), waterways(class, name), buildings, railways(class),
/// roads(class, name, bridge, tunnel, oneway), places(class, name), housenumbers(name).
/// </remarks>
public sealed class VectorTiles
{
    /// <summary>Lowest zoom that has tiles.</summary>
    public const int MinZoom = 0;

    /// <summary>Highest zoom that has tiles; a map shows beyond it by enlarging.</summary>
    public const int MaxZoom = 16;

    private const int Buffer = 80;
    private const int GridZoom = 14;
    private const int CoarseZoom = 10;

    private readonly FeatureHead[] heads;
    private readonly int[] partStart;
    private readonly byte[] partInner;
    private readonly int[] xy;
    private readonly string[] texts;
    private readonly Dictionary<(int X, int Y), List<int>> fine;
    private readonly Dictionary<(int X, int Y), List<int>> coarse;

    private VectorTiles(FeatureHead[] heads, int[] partStart, byte[] partInner, int[] xy, string[] texts)
    {
        (this.heads, this.partStart, this.partInner, this.xy, this.texts) = (heads, partStart, partInner, xy, texts);
        fine = Grid(GridZoom, _ => true);
        coarse = Grid(CoarseZoom, head => head.MinZoom < 12);
    }

    /// <summary>One tile as protocol buffer, not compressed; empty where there is nothing.</summary>
    /// <param name="zoom"><see cref="MinZoom"/> to <see cref="MaxZoom"/>.</param>
    /// <param name="x">Column from the west.</param>
    /// <param name="y">Row from the north.</param>
    public byte[] Tile(int zoom, int x, int y)
    {
        if (zoom is < MinZoom or > MaxZoom || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom)
            return [];
        var shift = WebMercator.Bits - zoom;
        var scale = (double)TileEncoder.Extent / (1L << shift);
        var (left, top) = ((long)x << shift, (long)y << shift);
        var reach = (long)(Buffer / scale);
        var (right, bottom) = (left + (1L << shift) + reach, top + (1L << shift) + reach);
        var encoder = new TileEncoder();
        foreach (var index in Candidates(zoom, x, y))
        {
            ref readonly var head = ref heads[index];
            if (head.MinZoom > zoom || head.MaxX < left - reach || head.MinX > right || head.MaxY < top - reach || head.MinY > bottom)
                continue;
            // An area smaller than a few points of the screen is left out.
            if (head.Geometry == (byte)TileGeometry.Polygon && (head.MaxX - head.MinX) * scale < 12 && (head.MaxY - head.MinY) * scale < 12)
                continue;
            Add(encoder, head, left, top, scale, zoom);
        }

        return encoder.ToBytes();
    }

    internal static VectorTiles Load(PreparedFile prepared) => new(
        prepared.Read<FeatureHead>("tiles.heads"), prepared.Read<int>("tiles.parts"), prepared.Read<byte>("tiles.inner"),
        prepared.Read<int>("tiles.xy"), prepared.ReadText("tiles.texts"));

    private void Add(TileEncoder encoder, in FeatureHead head, long left, long top, double scale, int zoom)
    {
        var geometry = (TileGeometry)head.Geometry;
        var parts = new List<List<(int X, int Y)>>();
        for (var part = head.FirstPart; part < head.FirstPart + head.Parts; part++)
        {
            var line = Points(part, left, top, scale, zoom, geometry);
            switch (geometry)
            {
                case TileGeometry.Point when line[0] is { X: >= 0 and < TileEncoder.Extent, Y: >= 0 and < TileEncoder.Extent }:
                    parts.Add([((int)line[0].X, (int)line[0].Y)]);
                    break;
                case TileGeometry.Line:
                    foreach (var piece in TileClip.Line(line, -Buffer, TileEncoder.Extent + Buffer))
                        Keep(parts, Whole(piece), 2);
                    break;
                case TileGeometry.Polygon:
                    Keep(parts, Wound(Whole(TileClip.Ring(line, -Buffer, TileEncoder.Extent + Buffer)), partInner[part] == 1), 3);
                    break;
            }
        }

        if (parts.Count == 0)
            return;
        var extra = texts[head.Extra];
        encoder.Add((TileLayer)head.Layer, geometry, parts,
        [
            ("class", texts[head.Class]), ("name", texts[head.Name]),
            ("bridge", extra.Contains('b', StringComparison.Ordinal) ? "yes" : ""), ("tunnel", extra.Contains('t', StringComparison.Ordinal) ? "yes" : ""),
            ("oneway", extra.Contains('o', StringComparison.Ordinal) ? "yes" : ""),
        ]);
    }

    // Points closer than a quarter of a screen point to the last kept one are left out; ends are always kept.
    private List<(double X, double Y)> Points(int part, long left, long top, double scale, int zoom, TileGeometry geometry)
    {
        var least = geometry == TileGeometry.Point || zoom >= 15 ? 0.0 : 4.0;
        var (first, end) = (partStart[part], partStart[part + 1]);
        var line = new List<(double X, double Y)>((end - first) / 2);
        for (var i = first; i < end; i += 2)
        {
            var (x, y) = ((xy[i] - left) * scale, (xy[i + 1] - top) * scale);
            if (i > first && i < end - 2 && Math.Abs(x - line[^1].X) < least && Math.Abs(y - line[^1].Y) < least)
                continue;
            line.Add((x, y));
        }

        if (geometry == TileGeometry.Polygon && line.Count > 1 && line[0] == line[^1])
            line.RemoveAt(line.Count - 1);
        return line;
    }

    private static List<(int X, int Y)> Whole(List<(double X, double Y)> line)
    {
        var whole = new List<(int X, int Y)>(line.Count);
        foreach (var (x, y) in line)
        {
            var point = ((int)Math.Round(x), (int)Math.Round(y));
            if (whole.Count == 0 || whole[^1] != point)
                whole.Add(point);
        }

        return whole;
    }

    // Outer rings have positive area in tile units (y down), inner ones negative: specification 4.3.4.4.
    private static List<(int X, int Y)> Wound(List<(int X, int Y)> ring, bool isInner)
    {
        var area = 0L;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            area += (long)a.X * b.Y - (long)b.X * a.Y;
        }

        if (area == 0)
            return [];
        if (area > 0 == isInner)
            ring.Reverse();
        return ring;
    }

    private static void Keep(List<List<(int X, int Y)>> parts, List<(int X, int Y)> part, int least)
    {
        if (part.Count >= least)
            parts.Add(part);
    }

    private IEnumerable<int> Candidates(int zoom, int x, int y)
    {
        var (grid, gridZoom) = zoom >= 12 ? (fine, GridZoom) : (coarse, CoarseZoom);
        if (zoom < CoarseZoom)
            return grid.Where(cell => cell.Key.X >> (CoarseZoom - zoom) == x && cell.Key.Y >> (CoarseZoom - zoom) == y).SelectMany(cell => cell.Value).Distinct().Order();
        if (zoom >= gridZoom)
            return grid.TryGetValue((x >> (zoom - gridZoom), y >> (zoom - gridZoom)), out var one) ? one : [];
        var across = 1 << (gridZoom - zoom);
        var found = new SortedSet<int>();
        for (var column = x * across; column < (x + 1) * across; column++)
        {
            for (var row = y * across; row < (y + 1) * across; row++)
            {
                if (grid.TryGetValue((column, row), out var cell))
                    found.UnionWith(cell);
            }
        }

        return found;
    }

    // A feature stands in every cell that its box touches, with room for the buffer of tiles.
    private Dictionary<(int X, int Y), List<int>> Grid(int zoom, Func<FeatureHead, bool> isIn)
    {
        var grid = new Dictionary<(int X, int Y), List<int>>();
        var shift = WebMercator.Bits - zoom;
        var margin = (1 << shift) / 32;
        for (var i = 0; i < heads.Length; i++)
        {
            var head = heads[i];
            if (!isIn(head))
                continue;
            for (var x = Math.Max(0, head.MinX - margin) >> shift; x <= (head.MaxX + margin) >> shift; x++)
            {
                for (var y = Math.Max(0, head.MinY - margin) >> shift; y <= (head.MaxY + margin) >> shift; y++)
                {
                    if (!grid.TryGetValue((x, y), out var cell))
                        grid[(x, y)] = cell = [];
                    cell.Add(i);
                }
            }
        }

        return grid;
    }
}
