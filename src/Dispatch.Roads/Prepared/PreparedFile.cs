using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Roads.Prepared;

/// <summary>A prepared map on disk: sections of plain numbers, found by name, each checked before it is used.</summary>
/// <remarks>
/// Layout: a header of <see cref="HeaderBytes"/> bytes (magic, map version, where the list of sections begins and how long it is, its
/// SHA-256, and a SHA-256 over all that), the sections one after the other, the list (name, start, length, SHA-256 each). Numbers are
/// in the machine's own order of bytes (little-endian wherever .NET 10 runs). Sections are read whole into arrays: that takes some
/// milliseconds for a city, and a file that somebody cuts short later cannot bring the process down, as it could when mapped.
/// </remarks>
internal sealed class PreparedFile : IDisposable
{
    public const int HeaderBytes = 160;

    private const ulong Magic = 0x31_504D_5348_5344UL; // changes with the layout

    private readonly FileStream stream;
    private readonly Dictionary<string, Section> sections;

    private PreparedFile(FileStream stream, string version, Dictionary<string, Section> sections)
    {
        this.stream = stream;
        Version = version;
        this.sections = sections;
    }

    /// <summary>The map's version, from the header.</summary>
    public string Version { get; }

    /// <summary>Whether a file begins as prepared maps of any layout do.</summary>
    public static bool IsOne(string file)
    {
        Span<byte> start = stackalloc byte[6];
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("DSHSMP"u8);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false; // Whoever opens it next says what is wrong.
        }
    }

    /// <summary>Opens the file if it is whole and of this <paramref name="version"/>; otherwise null and the reason, a sentence.</summary>
    /// <param name="version">Null takes any map's.</param>
    public static PreparedFile? TryOpen(string file, string? version, out string reason)
    {
        reason = "The map is prepared for the first time.";
        if (!File.Exists(file))
            return null;

        FileStream? stream = null;
        try
        {
            stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
            var list = ReadList(stream, version, out var found, out reason);
            if (list is not null)
            {
                var prepared = new PreparedFile(stream, found, list);
                stream = null;
                return prepared;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            reason = "The prepared map cannot be read, so it is made again.";
        }
        finally
        {
            stream?.Dispose();
        }

        return null;
    }

    /// <summary>A section's numbers, in an array of their own.</summary>
    /// <exception cref="MapException">The section is missing or damaged.</exception>
    public T[] Read<T>(string section) where T : unmanaged
    {
        if (!sections.TryGetValue(section, out var place) || place.Length % Unsafe.SizeOf<T>() != 0)
            throw Damaged(section);

        var values = GC.AllocateUninitializedArray<T>((int)(place.Length / Unsafe.SizeOf<T>()));
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        stream.Position = place.Start;
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) != bytes.Length
            || !SHA256.HashData(bytes).AsSpan().SequenceEqual(place.Hash))
            throw Damaged(section);

        return values;
    }

    /// <summary>A section's texts.</summary>
    /// <exception cref="MapException">The section is missing or damaged.</exception>
    public string[] ReadText(string section)
    {
        using var reader = new BinaryReader(new MemoryStream(Read<byte>(section)), Encoding.UTF8);
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.ReadString();

        return texts;
    }

    public void Dispose() => stream.Dispose();

    internal static byte[] WriteSections(List<Section> sections)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(sections.Count);
        foreach (var section in sections)
        {
            writer.Write(section.Name);
            writer.Write(section.Start);
            writer.Write(section.Length);
            writer.Write(section.Hash);
        }

        return bytes.ToArray();
    }

    internal static byte[] WriteHeader(string version, long listStart, byte[] list)
    {
        var header = new byte[HeaderBytes];
        using var writer = new BinaryWriter(new MemoryStream(header));
        writer.Write(Magic);
        writer.Write(Convert.FromHexString(version));
        writer.Write(listStart);
        writer.Write(list.Length);
        writer.Write(SHA256.HashData(list));
        SHA256.HashData(header.AsSpan(0, HeaderBytes - 32), header.AsSpan(HeaderBytes - 32));
        return header;
    }

    private static Dictionary<string, Section>? ReadList(FileStream stream, string? version, out string found, out string reason)
    {
        found = "";
        reason = "The prepared map is damaged, so it is made again.";
        var header = new byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes
            || !SHA256.HashData(header.AsSpan(0, HeaderBytes - 32)).AsSpan().SequenceEqual(header.AsSpan(HeaderBytes - 32)))
            return null;

        using var reader = new BinaryReader(new MemoryStream(header));
        var magic = reader.ReadUInt64();
        found = Convert.ToHexStringLower(reader.ReadBytes(32));
        if (magic != Magic || (version is not null && found != version))
        {
            reason = "The map or the program has changed since it was prepared, so it is prepared again.";
            return null;
        }

        var (start, length, hash) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadBytes(32));
        if (length < 0 || start < 0 || start + length > stream.Length)
            return null;

        var list = new byte[length];
        stream.Position = start;
        stream.ReadExactly(list);
        return SHA256.HashData(list).AsSpan().SequenceEqual(hash) ? ParseList(list) : null;
    }

    private static Dictionary<string, Section> ParseList(byte[] list)
    {
        using var reader = new BinaryReader(new MemoryStream(list), Encoding.UTF8);
        var sections = new Dictionary<string, Section>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var section = new Section(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadBytes(32));
            sections.Add(section.Name, section);
        }

        return sections;
    }

    private static MapException Damaged(string section) =>
        new($"The prepared map is damaged ({section}); delete it, and it is made again.");

    /// <summary>Where a section lies, in bytes, and its SHA-256.</summary>
    internal readonly record struct Section(string Name, long Start, long Length, byte[] Hash);
}
