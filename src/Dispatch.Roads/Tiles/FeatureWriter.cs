using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Tiles;

/// <summary>Features in flat arrays, as they lie in the prepared file.</summary>
internal sealed class FeatureWriter
{
    private readonly List<FeatureHead> heads = [];
    private readonly List<int> partStart = [];
    private readonly List<byte> partInner = [];
    private readonly List<int> xy = [];
    private readonly Dictionary<string, int> textIndex = [];
    private readonly List<string> texts = [];

    /// <summary>Adds one; a label point of an area is its middle.</summary>
    public void Add(FeatureStyle style, string name, string extra, TileGeometry geometry, IReadOnlyList<(int X, int Y)[]> parts, IReadOnlyList<bool> inner)
    {
        if (style.Layer == TileLayer.Housenumbers && geometry == TileGeometry.Polygon)
        {
            var middle = ((int)parts[0].Average(p => (double)p.X), (int)parts[0].Average(p => (double)p.Y));
            (geometry, parts, inner) = (TileGeometry.Point, [[middle]], []);
        }

        var head = new FeatureHead
        {
            Layer = (byte)style.Layer,
            Geometry = (byte)geometry,
            MinZoom = (byte)style.MinZoom,
            Class = Text(style.Class),
            Name = Text(name),
            Extra = Text(extra),
            FirstPart = partStart.Count,
            Parts = parts.Count,
            MinX = int.MaxValue,
            MinY = int.MaxValue,
            MaxX = int.MinValue,
            MaxY = int.MinValue,
        };
        for (var p = 0; p < parts.Count; p++)
        {
            partStart.Add(xy.Count);
            partInner.Add((byte)(p < inner.Count && inner[p] ? 1 : 0));
            foreach (var (x, y) in parts[p])
            {
                xy.Add(x);
                xy.Add(y);
                (head.MinX, head.MinY, head.MaxX, head.MaxY) = (Math.Min(head.MinX, x), Math.Min(head.MinY, y), Math.Max(head.MaxX, x), Math.Max(head.MaxY, y));
            }
        }

        heads.Add(head);
    }

    /// <summary>Writes the sections.</summary>
    public void Write(PreparedFileWriter writer)
    {
        partStart.Add(xy.Count);
        writer.Add("tiles.heads", heads.ToArray());
        writer.Add("tiles.parts", partStart.ToArray());
        writer.Add("tiles.inner", partInner.ToArray());
        writer.Add("tiles.xy", xy.ToArray());
        writer.AddText("tiles.texts", texts);
    }

    private int Text(string text)
    {
        if (!textIndex.TryGetValue(text, out var index))
        {
            textIndex[text] = index = texts.Count;
            texts.Add(text);
        }

        return index;
    }
}

/// <summary>What is known of a feature before its points are looked at.</summary>
internal struct FeatureHead
{
    public int Class, Name, Extra, FirstPart, Parts, MinX, MinY, MaxX, MaxY;
    public byte Layer, Geometry, MinZoom, Spare;
}

/// <summary>The tiles' part of a prepared map.</summary>
internal sealed class TilesPart : IMapPart
{
    /// <inheritdoc />
    public string Name => "tiles";

    /// <inheritdoc />
    public int FormatVersion => 1;

    /// <inheritdoc />
    public void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct)
    {
        source.Report("Gathering what the map shows.");
        new FeatureCollector().Collect(source.Reader, ct).Write(writer);
    }
}
