using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Roads.Learning;

/// <summary>Learned speeds on disk: written beside and renamed, with the map's version and a checksum.</summary>
/// <remarks>Layout, little-endian: "DSHLRN1\0", 32 bytes of the map's version, the number of entries, entries (directed segment, slot, how many, factors), SHA-256 over all before.</remarks>
public static class LearnedSpeedsFile
{
    private static readonly byte[] Magic = "DSHLRN1\0"u8.ToArray();

    /// <summary>Writes them.</summary>
    /// <exception cref="MapException">The file cannot be written.</exception>
    public static void Save(LearnedSpeeds speeds, RoadMap map, string file)
    {
        ArgumentNullException.ThrowIfNull(speeds);
        ArgumentNullException.ThrowIfNull(map);
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Convert.FromHexString(map.Version));
            var entries = speeds.Snapshot();
            writer.Write(entries.Count);
            foreach (var (directed, slot, factors) in entries)
            {
                writer.Write(directed);
                writer.Write(slot);
                writer.Write((byte)factors.Length);
                foreach (var factor in factors)
                    writer.Write(factor);
            }

            writer.Flush();
            writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        }

        var side = $"{file}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(side, bytes.ToArray());
            File.Move(side, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The learned speeds cannot be written to {file}; check disk space and permissions.", cause);
        }
    }

    /// <summary>Reads them; where the file is missing, damaged or of another map, nothing is learned yet.</summary>
    /// <param name="map">The map they were learned on.</param>
    /// <param name="file">Where they lie.</param>
    /// <param name="told">Why they begin anew, a sentence; empty when they were read.</param>
    public static LearnedSpeeds Load(RoadMap map, string file, out string told)
    {
        ArgumentNullException.ThrowIfNull(map);
        var speeds = new LearnedSpeeds(map);
        try
        {
            var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
            told = bytes.Length == 0 ? "No speeds were learned yet." : Read(bytes, map, speeds);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            told = "The learned speeds cannot be read, so they are learned anew.";
        }

        return told.Length == 0 ? speeds : new LearnedSpeeds(map);
    }

    private static string Read(byte[] bytes, RoadMap map, LearnedSpeeds speeds)
    {
        const string damaged = "The learned speeds are damaged, so they are learned anew.";
        var end = bytes.Length - 32;
        if (end < Magic.Length + 36 || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic) || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
            return damaged;

        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, end - Magic.Length));
        if (Convert.ToHexStringLower(reader.ReadBytes(32)) != map.Version)
            return "The map has changed since the speeds were learned, so they are learned anew.";
        try
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var (directed, slot, count) = (reader.ReadInt32(), reader.ReadByte(), reader.ReadByte());
                if (directed < 0 || directed >= 2 * map.Network.SegmentCount || slot >= TimeSlot.Count)
                    return damaged;
                for (var i = 0; i < count; i++)
                    speeds.Add(new SpeedSample(directed, slot, reader.ReadSingle()));
            }
        }
        catch (EndOfStreamException)
        {
            return damaged;
        }

        return "";
    }
}
