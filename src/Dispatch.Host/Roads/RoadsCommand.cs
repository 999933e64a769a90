using System.CommandLine;
using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>"dispatch roads build|info|learn|serve": prepares a map, tells what is in one, learns from drives, and serves drives over HTTP.</summary>
internal static class RoadsCommand
{
    public static Command Make() => new("roads", "Prepares maps, tells what is in them, and serves drives over HTTP.") { Build(), Info(), LearnCommand.Make(), ServeRoads.Make() };

    private static Command Build()
    {
        var input = new Argument<string>("IN") { Description = "An OpenStreetMap extract." };
        var output = new Option<string>("--out", "-o") { Description = "The prepared file.", Required = true };
        var profile = MapOption.MakeProfile();
        var command = new Command("build", "Prepares a map into one file.") { input, output, profile };
        command.SetAction((parsed, cancellation) =>
        {
            var (from, to) = (parsed.GetValue(input)!, parsed.GetValue(output)!);
            if (!File.Exists(from))
                throw new RefusedException($"There is no map {from}; give an .osm.pbf file.");
            if (Path.GetDirectoryName(Path.GetFullPath(to)) is { } folder && !Directory.Exists(folder))
                throw new RefusedException($"There is no folder {folder} for the prepared map; make it first.");
            if (Path.GetFullPath(from) == Path.GetFullPath(to))
                throw new RefusedException("The prepared map would replace its extract; give another name with -o.");
            var start = Stopwatch.GetTimestamp();
            RoadMap.Build(from, to, MapOption.Profile(parsed.GetValue(profile)), MapOption.Told, cancellation);
            Console.WriteLine(FormattableString.Invariant(
                $"{to}: {new FileInfo(to).Length / 1e6:0.0} MB in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s"));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Info()
    {
        var file = new Argument<string>("MAP") { Description = "A prepared file, or an extract." };
        var command = new Command("info", "Tells what is in a map.") { file };
        command.SetAction((parsed, cancellation) =>
        {
            using var map = MapOption.Open(parsed.GetValue(file)!, out var took, cancellation);
            var (size, bounds) = (map.Size, map.Bounds);
            Console.WriteLine(FormattableString.Invariant($"""
                version     {map.Version}
                data        {map.Attribution}
                bounds      {bounds.South:0.00000},{bounds.West:0.00000} to {bounds.North:0.00000},{bounds.East:0.00000}
                roads       {size.RoadMetres / 1000.0:0} km, {size.Segments} segments, {size.Junctions} junctions, {size.States} states
                load        {took.TotalSeconds:0.000} s
                """));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
