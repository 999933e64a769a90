using System.Security.Cryptography;
using System.Text.Json;

namespace Dispatch.Host.Serving;

/// <summary>What a folder of data belongs to.</summary>
/// <param name="Format">Of the folder, from 1.</param>
/// <param name="Kind">"demo" or "own".</param>
/// <param name="Map">The map's file name, for people.</param>
/// <param name="MapHash">SHA-256 of the map's file.</param>
internal sealed record Manifest(int Format, string Kind, string Map, string MapHash, string TimeZone);

/// <summary>A folder of data: bound to its map, zone and kind by a manifest.</summary>
internal sealed class DataFolder
{
    private const int Format = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private DataFolder(string path, Manifest manifest) => (Path, Manifest) = (path, manifest);

    public string Path { get; }

    public Manifest Manifest { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Opens the folder for this map, zone and kind, or makes it.</summary>
    /// <param name="wantedZone">None takes what the folder has, or <paramref name="guessedZone"/> for a new one.</param>
    /// <exception cref="RefusedException">The folder is of another map, zone or kind, or from a newer program.</exception>
    public static DataFolder Open(string root, bool isDemo, string mapFile, string? wantedZone, string guessedZone)
    {
        var name = isDemo ? "demo-" + System.IO.Path.GetFileName(mapFile).Split('.')[0] : "own";
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), name);
        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, "manifest.json");
        var wanted = new Manifest(Format, isDemo ? "demo" : "own", System.IO.Path.GetFileName(mapFile), Hash(mapFile), wantedZone ?? guessedZone);
        if (!System.IO.File.Exists(file))
        {
            var side = file + ".part";
            System.IO.File.WriteAllText(side, JsonSerializer.Serialize(wanted, Json));
            System.IO.File.Move(side, file, overwrite: true);
            return new DataFolder(path, wanted);
        }

        var found = Read(file);
        if (found.Format > Format)
            throw new RefusedException($"The data in {path} is from a newer Dispatch; run that version, or choose another --data folder.");
        if (found.Kind != wanted.Kind)
            throw new RefusedException($"The data in {path} is {(found.Kind == "demo" ? "a demo's" : "your own")}; choose another --data folder.");
        if (found.MapHash != wanted.MapHash)
            throw new RefusedException($"The data in {path} belongs to another map ({found.Map}); give that one with --map, or choose another --data folder.");
        if (wantedZone is not null && found.TimeZone != wantedZone)
            throw new RefusedException($"The data in {path} lives in {found.TimeZone}; leave --time-zone out, or choose another --data folder.");
        return new DataFolder(path, found);
    }

    private static Manifest Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(System.IO.File.ReadAllText(file), Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new RefusedException($"The manifest {file} cannot be read; restore it from a backup, or choose another --data folder.");
        }
    }

    private static string Hash(string mapFile)
    {
        using var stream = System.IO.File.OpenRead(mapFile);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
