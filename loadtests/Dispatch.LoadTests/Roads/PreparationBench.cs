using System.Diagnostics;
using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>From an extract to the first drive, from the prepared file to it, and from a closure to it.</summary>
internal static class PreparationBench
{
    public static void Measure(string map, string file)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-roads-").FullName;
        var (first, again) = (new Samples(), new Samples());
        first.Add(() => RoadMap.Open(file, folder).Dispose());
        for (var i = 0; i < 5; i++)
            again.Add(() => RoadMap.Open(file, folder).Dispose());
        var size = new DirectoryInfo(folder).GetFiles().Sum(one => one.Length) / 1e6;
        using var opened = RoadMap.Open(file, folder);
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        Directory.Delete(folder, recursive: true);
        GC.KeepAlive(opened);

        var network = RoadsBench.Network(file);
        var before = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        var topology = Topology.Build(network, CancellationToken.None);
        var metric = RoadMetric.Of(network, topology);
        var query = new RoadQuery(metric);
        var engine = GC.GetTotalMemory(forceFullCollection: true) / 1e6 - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {map} | {first.Wall / 1000:0.0} s ({first.Cpu / 1000:0.0}) | {again} ms | {size:0.0} MB file | {heap:0.0} MB heap with tiles and addresses | {engine:0.0} MB hierarchy and metric | working set {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB |"));
        GC.KeepAlive(query);
    }

    public static void MeasureReweighting(string map, string file)
    {
        var network = RoadsBench.Network(file);
        var topology = Topology.Build(network, CancellationToken.None);
        var grid = SnapGrid.Build(network);
        var metric = RoadMetric.Of(network, topology);
        var place = Samples.Places(grid, 1, 5)[0].Position;
        var line = new[] { place, new MapPoint(place.Latitude + 0.001, place.Longitude + 0.001) };
        var area = new[]
        {
            place, new MapPoint(place.Latitude + 0.01, place.Longitude), new MapPoint(place.Latitude + 0.01, place.Longitude + 0.01),
        };
        RoadChange[] changes = [RoadChange.CloseLine(line), RoadChange.SlowArea(area, 2)];
        var one = Samples.Of(15, () => RoadMap.Customize(topology, metric, changes, 480, [], threads: 1));
        var two = Samples.Of(15, () => RoadMap.Customize(topology, metric, changes, 480, [], threads: 2));
        Console.WriteLine($"| {map} | {one} ms | {two} ms on two threads |");
    }
}
