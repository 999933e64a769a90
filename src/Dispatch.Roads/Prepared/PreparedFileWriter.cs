using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Roads.Prepared;

/// <summary>Writes a prepared map: sections of plain numbers, each with its checksum, found by name.</summary>
/// <remarks>Layout: see <see cref="PreparedFile"/>. Written to a side name by the caller, who renames it once it is whole.</remarks>
internal sealed class PreparedFileWriter
{
    private readonly Stream stream;
    private readonly string version;
    private readonly List<PreparedFile.Section> sections = [];

    public PreparedFileWriter(Stream stream, string version)
    {
        this.stream = stream;
        this.version = version;
        stream.Write(new byte[PreparedFile.HeaderBytes]);
    }

    /// <summary>Adds a section of numbers or plain structs; a name may be added once.</summary>
    public void Add<T>(string section, ReadOnlySpan<T> values) where T : unmanaged
    {
        if (sections.Exists(other => other.Name == section))
            throw new ArgumentException($"The section {section} is there already.", nameof(section));

        var bytes = MemoryMarshal.AsBytes(values);
        var start = stream.Position;
        // AsBytes and Write take one span of up to 2 GiB, which bounds a section.
        stream.Write(bytes);
        sections.Add(new PreparedFile.Section(section, start, bytes.Length, SHA256.HashData(bytes)));
    }

    /// <inheritdoc cref="Add{T}(string, ReadOnlySpan{T})"/>
    public void Add<T>(string section, T[] values) where T : unmanaged => Add(section, (ReadOnlySpan<T>)values);

    /// <summary>Adds a section of texts.</summary>
    public void AddText(string section, IReadOnlyList<string> texts)
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(texts.Count);
            foreach (var text in texts)
                writer.Write(text);
        }

        Add<byte>(section, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>A writer for a part that is made meanwhile: it holds its sections until they are <see cref="Append">appended</see>.</summary>
    public PreparedFileWriter Beside() => new(new MemoryStream(), version);

    /// <summary>Adds the sections of a part that was made meanwhile.</summary>
    public void Append(PreparedFileWriter part)
    {
        foreach (var section in part.sections)
            Add(section.Name, ((MemoryStream)part.stream).GetBuffer().AsSpan((int)section.Start, (int)section.Length));
    }

    /// <summary>Writes the list of sections and, last of all, the header that makes the file valid.</summary>
    public void Finish()
    {
        var start = stream.Position;
        var list = PreparedFile.WriteSections(sections);
        stream.Write(list);
        stream.Position = 0;
        stream.Write(PreparedFile.WriteHeader(version, start, list));
        stream.Flush();
    }
}
