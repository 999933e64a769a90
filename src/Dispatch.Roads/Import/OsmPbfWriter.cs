using System.Buffers.Binary;
using System.IO.Compression;

namespace Dispatch.Roads.Import;

/// <summary>Writes a map in OpenStreetMap's <c>.osm.pbf</c> form: nodes first, then ways, then relations.</summary>
/// <remarks>
/// The same calls give the same bytes. Source: OSM wiki, "PBF Format". Nodes are written dense; blocks hold up to 8,000 elements of
/// one kind. <see cref="Dispose"/> writes the last block; the stream stays open and belongs to the caller.
/// </remarks>
public sealed class OsmPbfWriter : IDisposable
{
    private const int ElementsInBlock = 8000;

    private readonly Stream stream;
    private readonly bool packed;
    private readonly Dictionary<string, int> textPlaces = [];
    private readonly List<string> texts = [];
    private readonly ProtobufWriter elements = new();
    private readonly ProtobufWriter element = new();
    private readonly ProtobufWriter part = new();
    private readonly ProtobufWriter denseLatitudes = new();
    private readonly ProtobufWriter denseLongitudes = new();
    private readonly ProtobufWriter denseTags = new();
    private OsmKind kind = OsmKind.Node;
    private int count;
    private (long Id, long Latitude, long Longitude) before;

    /// <summary>A writer to <paramref name="stream"/>; writes the header at once.</summary>
    /// <param name="stream">Takes the map.</param>
    /// <param name="writingProgram">Name of the program, for the header.</param>
    /// <param name="source">Where the data come from, for the header.</param>
    /// <param name="packed">Whether blocks are packed with zlib, as they should be in a file that people keep.</param>
    public OsmPbfWriter(Stream stream, string writingProgram = "", string source = "", bool packed = true)
    {
        this.stream = stream;
        this.packed = packed;
        var header = new ProtobufWriter();
        header.Text(4, "OsmSchema-V0.6");
        header.Text(4, "DenseNodes");
        if (writingProgram.Length > 0)
            header.Text(16, writingProgram);
        if (source.Length > 0)
            header.Text(17, source);
        WriteBlob("OSMHeader", header.Written);
    }

    /// <summary>Writes a node; degrees, kept to 1e-7.</summary>
    public void Node(long id, double latitude, double longitude, IEnumerable<(string Key, string Value)>? tags = null)
    {
        Begin(OsmKind.Node);
        var place = ((long)Math.Round(latitude * 1e7), (long)Math.Round(longitude * 1e7));
        elements.SignedVarint(id - before.Id);
        denseLatitudes.SignedVarint(place.Item1 - before.Latitude);
        denseLongitudes.SignedVarint(place.Item2 - before.Longitude);
        before = (id, place.Item1, place.Item2);
        foreach (var (key, value) in tags ?? [])
        {
            denseTags.Varint((ulong)Place(key));
            denseTags.Varint((ulong)Place(value));
        }

        denseTags.Varint(0);
    }

    /// <summary>Writes a way through <paramref name="nodes"/> in their order.</summary>
    public void Way(long id, IEnumerable<long> nodes, IEnumerable<(string Key, string Value)>? tags = null)
    {
        Begin(OsmKind.Way);
        element.Clear();
        element.Number(1, id);
        WriteTags(tags);
        WritePart(8, nodes, difference: true);
        elements.Bytes(3, element.Written);
    }

    /// <summary>Writes a relation of <paramref name="parts"/> in their order.</summary>
    public void Relation(long id, IReadOnlyList<OsmMember> parts, IEnumerable<(string Key, string Value)>? tags = null)
    {
        Begin(OsmKind.Relation);
        element.Clear();
        element.Number(1, id);
        WriteTags(tags);
        WritePart(8, parts.Select(member => (long)Place(member.Role)), difference: false);
        WritePart(9, parts.Select(member => member.Id), difference: true);
        WritePart(10, parts.Select(member => (long)member.Kind), difference: false);
        elements.Bytes(4, element.Written);
    }

    /// <summary>Writes what is still in hand; the stream stays open.</summary>
    public void Dispose() => WriteBlock();

    private void Begin(OsmKind next)
    {
        if (next < kind)
            throw new InvalidOperationException("Nodes are written first, then ways, then relations.");
        if (next != kind || count == ElementsInBlock)
            WriteBlock();

        kind = next;
        count++;
    }

    private int Place(string text)
    {
        if (texts.Count == 0)
            texts.Add(""); // place 0 is never a tag's: a zero ends a dense node's tags
        if (!textPlaces.TryGetValue(text, out var place))
        {
            place = textPlaces[text] = texts.Count;
            texts.Add(text);
        }

        return place;
    }

    private void WriteTags(IEnumerable<(string Key, string Value)>? tags)
    {
        if (tags is null)
            return;

        var list = tags.ToList();
        WritePart(2, list.Select(tag => (long)Place(tag.Key)), difference: false);
        WritePart(3, list.Select(tag => (long)Place(tag.Value)), difference: false);
    }

    private void WritePart(int field, IEnumerable<long> numbers, bool difference)
    {
        part.Clear();
        long last = 0;
        foreach (var number in numbers)
        {
            if (difference)
                part.SignedVarint(number - last);
            else
                part.Varint((ulong)number);
            last = number;
        }

        if (part.Written.Length > 0)
            element.Bytes(field, part.Written);
    }

    private void WriteBlock()
    {
        if (count == 0)
            return;

        if (kind == OsmKind.Node)
            GatherDenseNodes();

        var table = new ProtobufWriter();
        foreach (var text in texts)
            table.Text(1, text);
        var block = new ProtobufWriter();
        block.Bytes(1, table.Written);
        block.Bytes(2, elements.Written);
        WriteBlob("OSMData", block.Written);

        elements.Clear();
        textPlaces.Clear();
        texts.Clear();
        before = default;
        count = 0;
    }

    private void GatherDenseNodes()
    {
        element.Clear();
        element.Bytes(1, elements.Written);
        element.Bytes(8, denseLatitudes.Written);
        element.Bytes(9, denseLongitudes.Written);
        element.Bytes(10, denseTags.Written);
        elements.Clear();
        elements.Bytes(2, element.Written);
        denseLatitudes.Clear();
        denseLongitudes.Clear();
        denseTags.Clear();
    }

    private void WriteBlob(string type, ReadOnlySpan<byte> content)
    {
        var blob = new ProtobufWriter();
        if (packed)
        {
            using var deflated = new MemoryStream();
            using (var deflater = new ZLibStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
                deflater.Write(content);
            blob.Number(2, content.Length);
            blob.Bytes(3, deflated.GetBuffer().AsSpan(0, (int)deflated.Length));
        }
        else
        {
            blob.Bytes(1, content);
        }

        var header = new ProtobufWriter();
        header.Text(1, type);
        header.Number(3, blob.Written.Length);
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, header.Written.Length);
        stream.Write(size);
        stream.Write(header.Written);
        stream.Write(blob.Written);
    }
}
