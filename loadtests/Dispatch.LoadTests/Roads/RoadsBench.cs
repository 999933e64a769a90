using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Import;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.LoadTests.Roads;

/// <summary>"roads table|route|reweight|prepare|judge|growth": what the road engine is measured by, on the maps beside the repository.</summary>
internal static class RoadsBench
{
    private static readonly string[] AllMaps =
        ["monaco-2016", "liechtenstein-2021", "portland-2014", "columbus-2015", "milano-2014", "rhein-neckar-2016", "porto-2015"];

    public static int Run(string[] arguments)
    {
        var folder = Path.Combine(
            Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? Path.Combine(Repository.Root(), "..", "shared"), "maps");
        var maps = Option(arguments, "--maps", string.Join(',', AllMaps)).Split(',');
        if (arguments.Length == 0 || maps.FirstOrDefault(map => !File.Exists(FileOf(map))) is { } missing && missing.Length > 0
            || !int.TryParse(Option(arguments, "--sources", "1000"), CultureInfo.InvariantCulture, out var sources) || sources < 1)
        {
            Console.Error.WriteLine(
                $"roads table|route|reweight|prepare|judge|growth [--maps A,B] [--sources 1000] [--tiles 1,4,16]; the maps must be in {folder}.");
            return 2;
        }

        foreach (var map in maps)
        {
            switch (arguments[0])
            {
                case "table":
                    TableBench.Measure(map, FileOf(map));
                    break;
                case "route":
                    RouteBench.Measure(map, FileOf(map));
                    break;
                case "reweight":
                    PreparationBench.MeasureReweighting(map, FileOf(map));
                    break;
                case "prepare":
                    PreparationBench.Measure(map, FileOf(map));
                    break;
                case "judge":
                    JudgeBench.Compare(map, FileOf(map), sources);
                    break;
                case "growth":
                    foreach (var tiles in Option(arguments, "--tiles", "1,4,16").Split(','))
                        GrowthBench.Measure(FileOf(map), int.Parse(tiles, CultureInfo.InvariantCulture));
                    break;
                default:
                    return Run([]);
            }
        }

        return 0;

        string FileOf(string map) => Path.Combine(folder, map + ".osm.pbf");
    }

    /// <summary>The roads of a map, in memory.</summary>
    public static RoadNetwork Network(string file) =>
        RoadNetworkBuilder.Build(new OsmPbfReader(file), new RoadTagging(VehicleProfile.Default), _ => { }, CancellationToken.None);

    private static string Option(string[] arguments, string name, string otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : otherwise;
    }
}
