using System.IO.Compression;

namespace Dispatch.Roads.Import;

/// <summary>Opens a map in whatever form it is in: its first bytes tell, not its name.</summary>
public static class OsmFile
{
    /// <summary>A reader of <paramref name="file"/>: <c>.osm.pbf</c>, XML, or XML packed with gzip.</summary>
    /// <exception cref="MapException">The file cannot be read.</exception>
    public static IOsmReader Open(string file)
    {
        Stream OpenFile()
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

        return Choose(OpenFile, new OsmPbfReader(file));
    }

    /// <summary>A reader of a map that is in memory.</summary>
    public static IOsmReader Open(byte[] map) => Choose(() => new MemoryStream(map, writable: false), new OsmPbfReader(map));

    private static IOsmReader Choose(Func<Stream> open, OsmPbfReader pbf)
    {
        using var stream = open();
        Span<byte> first = stackalloc byte[64];
        first = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        if (first is [0x1F, 0x8B, ..])
            return new OsmXmlReader(() => new GZipStream(open(), CompressionMode.Decompress));

        // A mark of UTF-8 or UTF-16 may stand before the first bracket.
        var text = first.TrimStart(" \t\r\n"u8);
        if (first is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || text is [(byte)'<', ..])
            return new OsmXmlReader(open);
        return pbf;
    }
}
