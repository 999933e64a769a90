using Dispatch.Roads.Prepared;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads;

/// <summary>Vector tiles of a map, made when they are asked for. Thread-safe.</summary>
/// <remarks>
/// Layers in drawing order, with what is told of their features: landuse(class), green(class), water(class), waterways(class, name),
/// areas(class), buildings(class), railways(class, bridge), boundaries(class), roads(class, name, link, bridge, tunnel, oneway),
/// roadnames(class, name, ref), areanames(class, name), places(class, name, rank), housenumbers(number). Of a road, <c>link</c>,
/// <c>bridge</c> and <c>tunnel</c> are "yes" or absent, and <c>oneway</c> is "yes", "-1" (against the line) or absent.
/// </remarks>
public sealed class VectorTiles
{
    /// <summary>Lowest zoom that has tiles.</summary>
    public const int MinZoom = 0;

    /// <summary>Highest zoom that has tiles; a map shows beyond it by enlarging.</summary>
    public const int MaxZoom = 16;

    private const int Buffer = 80; // tile units around a tile that are drawn as well, so that wide lines do not end at its edge
    private const int PointsPerLetter = 4; // of a screen, which a street must have for its name to be sent at all

    private readonly FeatureHead[] heads;
    private readonly int[] partStart;
    private readonly (int X, int Y)[] points;
    private readonly byte[] zooms;
    private readonly string[] texts;
    private readonly BoxTree coarse;
    private readonly BoxTree fine;

    private VectorTiles(PreparedFile prepared)
    {
        heads = prepared.Read<FeatureHead>("tiles.heads");
        partStart = prepared.Read<int>("tiles.parts");
        points = prepared.Read<(int X, int Y)>("tiles.points");
        zooms = prepared.Read<byte>("tiles.zooms");
        texts = prepared.ReadText("tiles.texts");
        coarse = BoxTree.Load(prepared, "tiles.coarse");
        fine = BoxTree.Load(prepared, "tiles.fine");
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
        var frame = new TileFrame(zoom, (long)x << shift, (long)y << shift, (double)TileEncoder.Extent / (1L << shift));
        var reach = (long)(Buffer / frame.Scale);
        var (right, bottom) = (frame.Left + (1L << shift) + reach, frame.Top + (1L << shift) + reach);
        var found = new List<int>();
        coarse.Find(frame.Left - reach, frame.Top - reach, right, bottom, found);
        if (zoom >= FeatureWriter.FineZoom)
            fine.Find(frame.Left - reach, frame.Top - reach, right, bottom, found);
        found.Sort();

        var (encoder, shape) = (new TileEncoder(), new TileShape(frame, -Buffer, TileEncoder.Extent + Buffer));
        foreach (var index in found)
        {
            ref readonly var head = ref heads[index];
            if (head.MinZoom <= zoom && !IsTooSmall(head, frame))
                Add(encoder, shape, head, zoom);
        }

        return encoder.ToBytes();
    }

    internal static VectorTiles Load(PreparedFile prepared) => new(prepared);

    // An area of a point and a half of the screen is not seen, nor is a name longer than its street read.
    private bool IsTooSmall(in FeatureHead head, in TileFrame frame)
    {
        var extent = Math.Max((double)head.East - head.West, (double)head.South - head.North) * frame.Scale;
        if (head.Geometry == (byte)TileGeometry.Polygon)
            return extent < 12;
        return head.Layer == (byte)TileLayer.RoadNames && frame.Zoom < MaxZoom
            && extent < 8 * PointsPerLetter * Math.Min(texts[head.Name].Length, 24);
    }

    private void Add(TileEncoder encoder, TileShape shape, in FeatureHead head, int zoom)
    {
        encoder.Begin((TileLayer)head.Layer);
        var geometry = (TileGeometry)head.Geometry;
        var any = false;
        for (var part = head.FirstPart; part < head.FirstPart + head.Parts; part++)
        {
            var line = points.AsSpan(partStart[part]..partStart[part + 1]);
            var isWanted = shape.Add(encoder, geometry, line, zooms.AsSpan(partStart[part]..partStart[part + 1]), isHole: part > head.FirstPart);
            // Holes without what they are in would be drawn as land in nowhere.
            if (!isWanted && part == head.FirstPart && geometry == TileGeometry.Polygon)
                return;
            any |= isWanted;
        }

        if (!any)
            return;

        Describe(encoder, head);
        encoder.End(geometry);
    }

    private void Describe(TileEncoder encoder, in FeatureHead head)
    {
        var layer = (TileLayer)head.Layer;
        encoder.Attribute("class", texts[head.Class]);
        encoder.Attribute(layer == TileLayer.HouseNumbers ? "number" : "name", texts[head.Name]);
        encoder.Attribute("ref", texts[head.Ref]);
        var flags = (TileFlags)head.Flags;
        encoder.Attribute("link", (flags & TileFlags.Link) != 0 ? "yes" : "");
        encoder.Attribute("bridge", (flags & TileFlags.Bridge) != 0 ? "yes" : "");
        encoder.Attribute("tunnel", (flags & TileFlags.Tunnel) != 0 ? "yes" : "");
        encoder.Attribute("oneway", (flags & TileFlags.OneWay) != 0 ? "yes" : (flags & TileFlags.OneWayBack) != 0 ? "-1" : "");
        if (layer == TileLayer.Places)
            encoder.Attribute("rank", head.Rank);
    }
}
