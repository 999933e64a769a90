using Dispatch.Roads.Import;

namespace Dispatch.Roads.Prepared;

/// <summary>Makes the prepared file: under a side name first, renamed when it is whole.</summary>
internal sealed class Preparation(
    string mapFile, string file, string version, VehicleProfile profile, Action<PreparationProgress>? progress, CancellationToken ct)
{
    public const string AttributionSection = "map.attribution";

    /// <summary>The parts and formats that made the file: where they are others than the program's, it is stale.</summary>
    public const string PartsSection = "map.parts";

    private readonly Lock telling = new();
    private double share;

    public void Run(string reason)
    {
        Report(reason);
        var sideName = $"{file}.{Environment.ProcessId}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            DeleteWhatOthersLeft();
            // Renamed while it is open: so it is locked as long as it has its side name, and nobody takes it for left behind.
            using var stream = new FileStream(
                sideName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 1 << 16);
            Write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(sideName, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The prepared map cannot be written to {file}; check disk space and permissions.", cause);
        }
        finally
        {
            File.Delete(sideName);
        }

        progress?.Invoke(new PreparationProgress("The map is prepared.", 1));
    }

    /// <summary>Side files of processes that were killed. One that is still being written is locked, and stays.</summary>
    private void DeleteWhatOthersLeft()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        foreach (var left in Directory.GetFiles(folder, $"{Path.GetFileName(file)}.*.part"))
        {
            if (!IsBeingWritten(left))
                File.Delete(left);
        }
    }

    private static bool IsBeingWritten(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private void Write(FileStream stream)
    {
        var reader = OsmFile.Open(mapFile);
        var writer = new PreparedFileWriter(stream, version);
        var header = reader.ReadHeader();
        var isOwn = header.WritingProgram.StartsWith("Dispatch", StringComparison.Ordinal) && header.Source.Length > 0;
        writer.AddText(AttributionSection, [isOwn ? header.Source : "© OpenStreetMap contributors"]);
        writer.AddText(PartsSection, [MapParts.Formats]);
        // Each part reads the map by itself, so they are made side by side. The first one, by far the largest, is written as it is made.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (first, others) = (MapParts.All[0], MapParts.All.Skip(1).ToArray());
        var beside = others.Select(part => Task.Run(() => Make(part, writer.Beside(), stop.Token))).ToArray();
        try
        {
            Make(first, writer, ct);
            foreach (var part in beside)
                writer.Append(part.GetAwaiter().GetResult());
            ct.ThrowIfCancellationRequested();
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll((Task[])beside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        writer.Finish();
    }

    private PreparedFileWriter Make(IMapPart part, PreparedFileWriter writer, CancellationToken stop)
    {
        part.Prepare(new MapSource(OsmFile.Open(mapFile), profile, Report), writer, stop);
        lock (telling)
            share += 1.0 / (MapParts.All.Count + 1);
        return writer;
    }

    private void Report(string sentence)
    {
        lock (telling)
            progress?.Invoke(new PreparationProgress(sentence, share));
    }
}
