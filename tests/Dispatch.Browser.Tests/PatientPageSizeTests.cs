using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Dispatch.Browser.Tests;

/// <summary>What a patient's telephone has to fetch, read from the built files.</summary>
public sealed partial class PatientPageSizeTests
{
    private const int MostBytes = 60 * 1024;

    [Fact]
    public void The_patient_page_is_at_most_60_kB_compressed_before_its_map_is_asked_for()
    {
        var read = new Dictionary<string, string>();
        Follow("patient.html", read);
        Assert.Contains(read.Keys, name => name.Contains("feed", StringComparison.Ordinal)); // SignalR counts: it is fetched without being asked for
        Assert.DoesNotContain(read.Keys, name => name.Contains("maplibre", StringComparison.Ordinal));
        var bytes = read.Sum(file => CompressedBytes(file.Value));
        Assert.True(bytes <= MostBytes, $"{bytes} bytes: {string.Join(", ", read.Select(file => $"{file.Key} {CompressedBytes(file.Value)}"))}");
    }

    /// <summary>Reads a file and all that it names, but for the map, which is asked for only while somebody is on the way.</summary>
    private static void Follow(string name, Dictionary<string, string> read)
    {
        if (read.ContainsKey(name) || name.Contains("approachMap", StringComparison.Ordinal))
            return;
        var text = File.ReadAllText(Path.Combine(SharedMaps.Apps, name));
        read.Add(name, text);
        foreach (Match found in Named().Matches(text))
            Follow("assets/" + found.Groups[1].Value, read);
    }

    private static int CompressedBytes(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }

    [GeneratedRegex("""(?:from|import\(?|href=|src=)\s*["'`](?:\./|/assets/)([\w.-]+\.(?:js|css))["'`]""")]
    private static partial Regex Named();
}
