using System.CommandLine;
using System.Diagnostics;
using Dispatch.Host.Serving;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>The map that a command drives on: an extract, prepared on first use, or a prepared file.</summary>
internal static class MapOption
{
    /// <summary>How far a place may lie from a road.</summary>
    public const double SnapMetres = 1000;

    public static Option<string> Make() => new("--map") { Description = "An OpenStreetMap extract, or what 'roads build' made of one.", Required = true };

    /// <summary>Opens it; what takes long is told on standard error.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    /// <exception cref="MapException">It is no map.</exception>
    public static RoadMap Open(string file, out TimeSpan took, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new RefusedException($"There is no map {file}; give an .osm.pbf file or a prepared one with --map.");
        var start = Stopwatch.GetTimestamp();
        var map = RoadMap.Open(file, Path.Combine(ServeOptions.Default.DataFolder, "maps"), Told, cancellation);
        took = Stopwatch.GetElapsedTime(start);
        return map;
    }

    /// <summary>Tells progress on standard error.</summary>
    public static void Told(PreparationProgress progress) => Console.Error.WriteLine($"map: {progress.Sentence}");
}
