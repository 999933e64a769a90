using System.Diagnostics;
using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Import;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;
using Dispatch.Roads.Prepared;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>One map laid out as many tiles: how preparation, file, memory, tables and drives grow.</summary>
internal static class GrowthBench
{
    public static void Measure(string file, int tiles)
    {
        var stitched = Path.Combine(Path.GetTempPath(), $"dispatch-stitched-{Environment.ProcessId}-{tiles}.osm.pbf");
        try
        {
            StitchedMap.Write(file, stitched, tiles);
            var clock = Stopwatch.StartNew();
            var network = RoadNetworkBuilder.Build(new OsmPbfReader(stitched), new RoadTagging(VehicleProfile.Default), _ => { }, CancellationToken.None);
            var import = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var topology = Topology.Build(network, CancellationToken.None);
            var order = clock.Elapsed.TotalSeconds;
            var memoryBefore = GC.GetTotalMemory(forceFullCollection: true);
            var metric = RoadMetric.Of(network, topology);
            var weigh = Samples.Of(3, () => RoadMetric.Of(network, topology));
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            var (grid, query) = (SnapGrid.Build(network), new RoadQuery(metric));
            var places = Samples.Places(grid, 1000, 1);
            var seconds = new int[1_000_000];
            var table = Samples.Of(5, () => query.Table(places, places, seconds, []));
            var next = 0;
            var route = Samples.Of(900, () => query.FindPath(places[next], places[++next]));
            using var bytes = new MemoryStream();
            var writer = new PreparedFileWriter(bytes, new string('0', 64));
            network.Save(writer);
            topology.Save(writer);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {tiles} | {network.SegmentCount} segments, {network.StateCount} states | {import:0.0} s import, {order:0.0} s order and topology | {weigh.Wall:0} ({weigh.Cpu:0}) ms | {bytes.Length / 1e6:0} MB | {memory:0} MB, metric {(memory * 1e6 - memoryBefore) / 1e6:0} | depth {topology.Tree.Depth} | {table} ms | {route.Wall * 1000:0} µs |"));
        }
        finally
        {
            File.Delete(stitched);
        }
    }
}
