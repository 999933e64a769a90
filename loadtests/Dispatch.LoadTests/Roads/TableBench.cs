using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>Tables of N × N, and one place more for a table of 1,000.</summary>
internal static class TableBench
{
    /// <summary>Milliseconds of OSRM's contraction hierarchies inside its process, one thread, on two cores like ours: 100, 500, 1000.</summary>
    private static readonly Dictionary<string, double[]> Osrm = new()
    {
        ["monaco-2016"] = [4.2, 27, 72],
        ["liechtenstein-2021"] = [5.3, 32, 76],
        ["portland-2014"] = [19.5, 118, 298],
        ["columbus-2015"] = [24, 145, 365],
        ["milano-2014"] = [11, 79, 190],
        ["rhein-neckar-2016"] = [10.5, 68, 168],
        ["porto-2015"] = [14.5, 91, 225],
    };

    public static void Measure(string map, string file)
    {
        var network = RoadsBench.Network(file);
        var (metric, grid) = (RoadMetric.Of(network, Topology.Build(network, CancellationToken.None)), SnapGrid.Build(network));
        var (query, judge) = (new RoadQuery(metric), new RoadJudge(metric));
        var places = Samples.Places(grid, 1000, 1);
        var row = new int[1000];
        var next = 0;
        var dijkstra = Samples.Of(15, () => judge.Row(places[next++], places, row, []));
        foreach (var (which, count) in new[] { (0, 100), (1, 500), (2, 1000) })
        {
            var some = places[..count];
            var (seconds, metres) = (new int[count * count], new int[count * count]);
            var alone = Samples.Of(31, () => query.Table(some, some, seconds, []));
            var both = Samples.Of(15, () => query.Table(some, some, seconds, metres));
            var two = Samples.Of(15, () => query.Table(some, some, seconds, [], 2, CancellationToken.None));
            var snapping = Samples.Of(5, () => Array.ConvertAll(some, place => grid.Nearest(place.Position, 300)));
            var osrm = Osrm.GetValueOrDefault(map)?[which];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {map} | {count} | {alone} | {both} | {two.Wall:0.0} | {snapping.Wall:0.0} | {osrm:0.0} | {alone.Cpu / osrm:0.00} | {dijkstra.Cpu * count / alone.Cpu:0} |"));
        }

        MeasureOneMore(map, metric, places, Samples.Places(grid, 100, 2));
    }

    private static void MeasureOneMore(string map, RoadMetric metric, Snap[] places, Snap[] more)
    {
        var (from, to) = (new int[1000], new int[1000]);
        var next = 0;
        var kept = new RoadPlaces(metric);
        foreach (var place in places)
            kept.Add(place);
        var one = Samples.Of(90, () => kept.Table(more[next++], from, to, [], []));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {map} | one more to 1000 | {one.Wall:0.000} ({one.Cpu:0.000}) | | | | | | |"));
    }
}
