using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Tiles;

/// <summary>What is known of a feature before its points are looked at; texts are places in the table of texts.</summary>
internal struct FeatureHead
{
    public int Class, Name, Ref, FirstPart, Parts, West, North, East, South;
    public byte Layer, Geometry, MinZoom, Rank, Flags, Spare1, Spare2, Spare3;
}

/// <summary>Gathers features, and writes them as flat arrays in drawing order.</summary>
internal sealed class FeatureWriter
{
    /// <summary>Features that are shown below this zoom have a tree of their own, so that a wide tile need not look at every house.</summary>
    public const int FineZoom = 12;

    private readonly List<FeatureHead> heads = [];
    private readonly List<int> partStart = [];
    private readonly List<(int X, int Y)> points = [];
    private readonly List<byte> zooms = [];
    private readonly Dictionary<string, int> textIndex = [];
    private readonly List<string> texts = [];

    /// <summary>Adds one. Of a polygon the first part is the outer ring and the others are its holes, all closed.</summary>
    public void Add(in FeatureStyle style, string name, string reference, TileGeometry geometry, params ReadOnlySpan<(int X, int Y)[]> parts)
    {
        var head = new FeatureHead
        {
            Layer = (byte)style.Layer,
            Geometry = (byte)geometry,
            MinZoom = (byte)style.MinZoom,
            Rank = (byte)style.Rank,
            Flags = (byte)style.Flags,
            Class = Text(style.Class),
            Name = Text(name),
            Ref = Text(reference),
            FirstPart = partStart.Count,
            Parts = parts.Length,
            West = int.MaxValue,
            North = int.MaxValue,
            East = int.MinValue,
            South = int.MinValue,
        };
        foreach (var part in parts)
        {
            partStart.Add(points.Count);
            foreach (var (x, y) in part)
                (head.West, head.North, head.East, head.South) = (Math.Min(head.West, x), Math.Min(head.North, y), Math.Max(head.East, x), Math.Max(head.South, y));

            points.AddRange(part);
            var needed = new byte[part.Length];
            VertexZoom.Fill(part, needed);
            zooms.AddRange(needed);
        }

        heads.Add(head);
    }

    /// <summary>Writes the sections.</summary>
    public void Write(PreparedFileWriter writer)
    {
        partStart.Add(points.Count);
        // Stable, so that equals stay in the order of the map.
        FeatureHead[] ordered = [.. heads.OrderBy(head => head.Layer).ThenBy(head => head.Rank)];
        writer.Add("tiles.heads", ordered);
        writer.Add("tiles.parts", partStart.ToArray());
        writer.Add("tiles.points", points.ToArray());
        writer.Add("tiles.zooms", zooms.ToArray());
        writer.AddText("tiles.texts", texts);
        Tree("tiles.coarse", zoom => zoom < FineZoom);
        Tree("tiles.fine", zoom => zoom >= FineZoom);

        void Tree(string name, Predicate<int> isIn) => BoxTree.Build(
            name, [.. Enumerable.Range(0, ordered.Length).Where(i => isIn(ordered[i].MinZoom))],
            i => (ordered[i].West, ordered[i].North, ordered[i].East, ordered[i].South)).Save(writer);
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

/// <summary>The tiles' part of a prepared map.</summary>
internal sealed class TilesPart : IMapPart
{
    /// <inheritdoc />
    public string Name => "tiles";

    /// <inheritdoc />
    public int FormatVersion => 2;

    /// <inheritdoc />
    public void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct)
    {
        source.Report("Gathering what the map shows.");
        FeatureCollector.Collect(source.Reader, ct).Write(writer);
    }
}
