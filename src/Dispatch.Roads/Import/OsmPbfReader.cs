using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dispatch.Roads.Import;

/// <summary>Reads a map in OpenStreetMap's <c>.osm.pbf</c> form, streaming: one block of the file is in memory at a time.</summary>
/// <remarks>
/// Source: OSM wiki, "PBF Format". Nothing that a file says of itself is believed before it is checked: a header is at most 64 KiB
/// and a block at most 32 MiB, as the wiki prescribes. Blocks are plain or zlib; other packings are refused with a sentence.
/// Each reading opens the file anew, so one reader may serve several passes.
/// </remarks>
public sealed class OsmPbfReader : IOsmReader
{
    private const int LargestHeader = 64 * 1024;
    private const int LargestBlock = 32 * 1024 * 1024;

    private readonly Func<Stream> open;

    /// <summary>A reader of <paramref name="file"/>; the file is touched only when something is read.</summary>
    public OsmPbfReader(string file) => open = () => OpenFile(file);

    /// <summary>A reader of a map that is in memory.</summary>
    public OsmPbfReader(byte[] map) => open = () => new MemoryStream(map, writable: false);

    /// <inheritdoc/>
    public OsmHeader ReadHeader()
    {
        using var stream = open();
        var blobs = new Blobs(stream);
        return blobs.Next() ? OsmHeader.Parse(blobs.Content) : throw NotAMap();
    }

    /// <inheritdoc/>
    public void Read(OsmKinds kinds, IOsmVisitor visitor, CancellationToken ct = default)
    {
        using var stream = open();
        var blobs = new Blobs(stream);
        if (!blobs.Next())
            throw NotAMap();

        OsmHeader.Parse(blobs.Content);
        var block = new OsmPbfBlock(kinds, visitor);
        while (blobs.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (blobs.IsData)
                block.Read(blobs.Content);
        }
    }

    private static FileStream OpenFile(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The map {Path.GetFileName(file)} cannot be read; check its path and permissions.", cause);
        }
    }

    private static MapException NotAMap() => new("This file is not an OpenStreetMap extract; give a map as .osm.pbf, .osm or .osm.gz.");

    /// <summary>The file's blobs, one after the other, unpacked into one buffer that is used again.</summary>
    private sealed class Blobs(Stream stream)
    {
        private byte[] packed = [];
        private byte[] unpacked = [];
        private int length;
        private bool begun;

        public ReadOnlySpan<byte> Content => unpacked.AsSpan(0, length);

        public bool IsData { get; private set; }

        public bool Next()
        {
            Span<byte> size = stackalloc byte[4];
            var got = stream.ReadAtLeast(size, 4, throwOnEndOfStream: false);
            if (got == 0)
                return false;
            if (got < 4)
                throw begun ? CutShort() : NotAMap();

            var headerLength = BinaryPrimitives.ReadInt32BigEndian(size);
            if (headerLength is <= 0 or > LargestHeader)
                throw begun ? MapException.Damaged("a block's header has an impossible size") : NotAMap();

            var (type, blobLength) = ReadBlobHeader(headerLength);
            if (!begun && type != "OSMHeader")
                throw NotAMap();

            begun = true;
            IsData = type == "OSMData";
            Unpack(Fill(blobLength));
            return true;
        }

        private (string Type, int BlobLength) ReadBlobHeader(int headerLength)
        {
            var type = "";
            var blobLength = 0UL;
            try
            {
                var header = new ProtobufReader(Fill(headerLength));
                for (var field = header.NextField(); field != 0; field = header.NextField())
                {
                    if (field == 1)
                        type = Encoding.UTF8.GetString(header.Bytes());
                    else if (field == 3)
                        blobLength = header.Number();
                    else
                        header.Skip();
                }
            }
            catch (MapException) when (!begun)
            {
                throw NotAMap();
            }

            if (blobLength > LargestBlock)
                throw begun ? MapException.Damaged("a block has an impossible size") : NotAMap();

            return (type, (int)blobLength);
        }

        private ReadOnlySpan<byte> Fill(int wanted)
        {
            if (stream.Length - stream.Position < wanted)
                throw begun ? CutShort() : NotAMap();

            if (packed.Length < wanted)
                packed = new byte[Math.Max(wanted, Math.Min(LargestBlock, packed.Length * 2))];
            stream.ReadExactly(packed, 0, wanted);
            return packed.AsSpan(0, wanted);
        }

        private void Unpack(ReadOnlySpan<byte> bytes)
        {
            var blob = new ProtobufReader(bytes);
            var rawSize = -1L;
            ReadOnlySpan<byte> raw = default;
            ReadOnlySpan<byte> zlib = default;
            for (var field = blob.NextField(); field != 0; field = blob.NextField())
            {
                switch (field)
                {
                    case 1:
                        raw = blob.Bytes();
                        break;
                    case 2:
                        rawSize = (long)Math.Min(blob.Number(), long.MaxValue);
                        break;
                    case 3:
                        zlib = blob.Bytes();
                        break;
                    case 4 or 5 or 6 or 7:
                        throw new MapException("The map is packed with something other than zlib; convert it with osmium cat.");
                    default:
                        blob.Skip();
                        break;
                }
            }

            if (zlib.IsEmpty)
            {
                Reserve(raw.Length);
                raw.CopyTo(unpacked);
                return;
            }

            if (rawSize is < 0 or > LargestBlock)
                throw MapException.Damaged("a block unpacks to an impossible size");

            Reserve((int)rawSize);
            bytes.Overlaps(zlib, out var start);
            Inflate(start, zlib.Length);
        }

        private void Reserve(int wanted)
        {
            if (unpacked.Length < wanted)
                unpacked = new byte[wanted];
            length = wanted;
        }

        private void Inflate(int start, int count)
        {
            try
            {
                using var inflater = new ZLibStream(new MemoryStream(packed, start, count, writable: false), CompressionMode.Decompress);
                var got = inflater.ReadAtLeast(unpacked.AsSpan(0, length), length, throwOnEndOfStream: false);
                Span<byte> beyond = stackalloc byte[1];
                // Reading on to the end also makes zlib compare its checksum.
                if (got != length || inflater.Read(beyond) != 0)
                    throw MapException.Damaged("a block does not unpack to its size");
            }
            catch (InvalidDataException cause)
            {
                throw new MapException("The map is damaged (a block does not unpack); fetch the .osm.pbf file again.", cause);
            }
        }

        private static MapException CutShort() => new("The map is cut short; fetch the .osm.pbf file again.");
    }
}
