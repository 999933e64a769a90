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

    /// <summary>How roads are read: a profile of one's own, made after the built-in one.</summary>
    public static Option<string?> MakeProfile() =>
        new("--profile") { Description = "How roads are read: a file like the built-in car.json. A prepared map keeps the one that it was made by." };

    /// <summary>The profile in a file; the built-in one where none is given.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    /// <exception cref="MapException">It is no profile; the sentence says why.</exception>
    public static VehicleProfile Profile(string? file) => file is null
        ? VehicleProfile.Default
        : File.Exists(file) ? VehicleProfile.Load(file) : throw new RefusedException($"There is no profile {file}; give a file like the built-in car.json with --profile.");

    /// <summary>Opens it; what takes long is told on standard error.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    /// <exception cref="MapException">It is no map.</exception>
    public static RoadMap Open(string file, out TimeSpan took, CancellationToken cancellation) => Open(file, VehicleProfile.Default, out took, cancellation);

    /// <inheritdoc cref="Open(string, out TimeSpan, CancellationToken)"/>
    public static RoadMap Open(string file, VehicleProfile profile, out TimeSpan took, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new RefusedException($"There is no map {file}; give an .osm.pbf file or a prepared one with --map.");
        var start = Stopwatch.GetTimestamp();
        var map = RoadMap.Open(file, Path.Combine(ServeOptions.Default.DataFolder, "maps"), profile, Told, cancellation);
        took = Stopwatch.GetElapsedTime(start);
        return map;
    }

    /// <summary>Tells progress on standard error.</summary>
    public static void Told(PreparationProgress progress) => Console.Error.WriteLine($"map: {progress.Sentence}");
}
