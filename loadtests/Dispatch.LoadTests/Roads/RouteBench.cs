using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>Single drives: both places snapped, the way found, its line and streets drawn.</summary>
internal static class RouteBench
{
    private const int Drives = 2000;

    public static void Measure(string map, string file)
    {
        var network = RoadsBench.Network(file);
        var (metric, grid) = (RoadMetric.Of(network, Topology.Build(network, CancellationToken.None)), SnapGrid.Build(network));
        var (query, places) = (new RoadQuery(metric), Samples.Places(grid, Drives + 1, 3));
        var samples = new Samples();
        for (var round = 0; round < 3; round++)
        {
            samples = new Samples();
            for (var drive = 0; drive < Drives; drive++)
            {
                var (from, to) = (places[drive].Position, places[drive + 1].Position);
                samples.Add(() => query.FindPath(grid.Nearest(from, 300)!.Value, grid.Nearest(to, 300)!.Value));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {map} | {samples.Wall * 1000:0} µs | {samples.Cpu * 1000:0} µs | {samples.Within(0.99) * 1000:0} µs |"));
    }
}
