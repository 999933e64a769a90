using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>Every pair of a table against Dijkstra, at three times of day and after a closure; every step of unfolded paths.</summary>
internal static class JudgeBench
{
    private const int Targets = 1000;
    private const int Paths = 2500; // by metric, four of them

    public static void Compare(string map, string file, int sources)
    {
        var network = RoadsBench.Network(file);
        var topology = Topology.Build(network, CancellationToken.None);
        var (prepared, grid) = (RoadMetric.Of(network, topology), SnapGrid.Build(network));
        var (from, to) = (Samples.Places(grid, sources, 11), Samples.Places(grid, Targets, 12));
        var centre = to[0].Position;
        MapPoint[] area =
        [
            new(centre.Latitude - 0.004, centre.Longitude - 0.006), new(centre.Latitude + 0.004, centre.Longitude - 0.006),
            new(centre.Latitude + 0.004, centre.Longitude + 0.006), new(centre.Latitude - 0.004, centre.Longitude + 0.006),
        ];
        foreach (var (name, minute, changes) in new (string, int, RoadChange[])[]
        {
            ("Monday 08:00", 8 * 60, []), ("Friday 17:30", 4 * 1440 + 1050, []), ("Sunday 03:00", 6 * 1440 + 180, []),
            ("Monday 08:00, an area closed", 8 * 60, [RoadChange.CloseArea(area)]),
        })
        {
            var metric = RoadMap.Customize(topology, prepared, changes, minute, Factors(network, minute), threads: 2);
            var (differ, pairs) = CompareTable(metric, from, to);
            var (wrong, paths) = ComparePaths(metric, from, to);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {map} | {name} | {differ} of {pairs} pairs differ | {wrong} of {paths} paths are wrong |"));
        }
    }

    /// <summary>Speeds by chance, others for each time, as they would have been learned.</summary>
    private static float[] Factors(RoadNetwork network, int seed)
    {
        var random = new Random(seed);
        var factors = new float[2 * network.SegmentCount];
        for (var directed = 0; directed < factors.Length; directed++)
            factors[directed] = random.Next(3) == 0 ? 0.8f + 2 * random.NextSingle() : 1;
        return factors;
    }

    private static (int Differ, int Pairs) CompareTable(RoadMetric metric, Snap[] from, Snap[] to)
    {
        var (seconds, metres) = (new int[from.Length * to.Length], new int[from.Length * to.Length]);
        new RoadQuery(metric).Table(from, to, seconds, metres, 2, CancellationToken.None);
        var differ = 0;
        Parallel.For(0, from.Length, () => (Judge: new RoadJudge(metric), Seconds: new int[to.Length], Metres: new int[to.Length]),
            (source, _, own) =>
            {
                own.Judge.Row(from[source], to, own.Seconds, own.Metres);
                for (var target = 0; target < to.Length; target++)
                {
                    var at = source * to.Length + target;
                    if (own.Seconds[target] != seconds[at] || own.Metres[target] != metres[at])
                        Interlocked.Increment(ref differ);
                }

                return own;
            }, _ => { });
        return (differ, seconds.Length);
    }

    private static (int Wrong, int Paths) ComparePaths(RoadMetric metric, Snap[] from, Snap[] to)
    {
        var (query, random) = (new RoadQuery(metric), new Random(13));
        var (wrong, paths) = (0, 0);
        for (var i = 0; i < Paths; i++)
        {
            var (source, target) = (from[random.Next(from.Length)], to[random.Next(to.Length)]);
            var path = query.FindPath(source, target);
            var (seconds, metres) = (new int[1], new int[1]);
            query.Table([source], [target], seconds, metres);
            paths++;
            var isRight = path is null
                ? seconds[0] == RoadQuery.NoRoad
                : (path.Seconds, path.Metres) == (seconds[0], metres[0]) && CostAlong(metric, path, source, target) == path.Cost;
            wrong += isRight ? 0 : 1;
        }

        return (wrong, paths);
    }

    /// <summary>What driving a path's segments one after the other costs, over allowed turns only; unreachable when there is none.</summary>
    private static long CostAlong(RoadMetric metric, RoadPath path, Snap source, Snap target)
    {
        var (network, segments) = (metric.Network, path.Segments);
        if (segments.Count == 1)
            return source.CostAlong(metric, target);

        // Of the states on a segment several may be meant: all of them are followed.
        var at = new Dictionary<int, long> { [network.StartStates[segments[0].Directed]] = source.CostToEnd(metric, segments[0].Directed) };
        for (var i = 1; i < segments.Count; i++)
        {
            var directed = segments[i].Directed;
            var isLast = i == segments.Count - 1;
            var onward = new Dictionary<int, long>();
            foreach (var (state, cost) in at)
            {
                for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
                {
                    var next = network.ArcHeads[arc];
                    if (network.DirectedOf[next] != directed || metric.TurnMilliseconds[arc] == RoadMetric.ClosedTurn || !metric.IsOpen(directed))
                        continue;

                    var along = isLast ? target.CostFromBegin(metric, directed) : metric.DirectedCosts[directed];
                    var sum = cost + DriveCost.Of(metric.TurnMilliseconds[arc], 0) + along;
                    onward[next] = Math.Min(onward.GetValueOrDefault(next, DriveCost.Unreachable), sum);
                }
            }

            at = onward;
        }

        return at.Count == 0 ? DriveCost.Unreachable : at.Values.Min();
    }
}
