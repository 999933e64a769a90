using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>Drives between places on one segment: straight along it, or out at an end, round, and in again.</summary>
/// <remarks>The ways round are the same for all places on the segment: four, from either end to either beginning.</remarks>
internal sealed class SameSegment(Hierarchy hierarchy)
{
    private readonly Dictionary<int, long[]> aroundOf = [];
    private readonly long[] from = new long[hierarchy.Tree.Depth];
    private readonly long[] to = new long[hierarchy.Tree.Depth];

    /// <summary>The cost of the fastest drive, or <see cref="DriveCost.Unreachable"/>.</summary>
    public long Cost(Snap source, Snap target)
    {
        var metric = hierarchy.Metric;
        var best = source.CostAlong(metric, target);
        if (best == 0)
            return 0;
        if (!aroundOf.TryGetValue(source.Segment, out var around))
            aroundOf.Add(source.Segment, around = Around(source.Segment));

        for (var which = 0; which < 4; which++)
        {
            if (around[which] >= DriveCost.Endless)
                continue;

            var toEnd = source.CostToEnd(metric, 2 * source.Segment + (which >> 1));
            var fromBegin = target.CostFromBegin(metric, 2 * source.Segment + (which & 1));
            if (toEnd != DriveCost.Unreachable && fromBegin != DriveCost.Unreachable)
                best = Math.Min(best, toEnd + around[which] + fromBegin);
        }

        return best < DriveCost.Longest ? best : DriveCost.Unreachable;
    }

    private long[] Around(int segment)
    {
        var around = new long[] { DriveCost.Endless, DriveCost.Endless, DriveCost.Endless, DriveCost.Endless };
        var (tree, network, metric) = (hierarchy.Tree, hierarchy.Metric.Network, hierarchy.Metric);
        var group = tree.GroupOf[segment];
        for (var which = 0; which < 4; which++)
        {
            var (end, beginning) = (2 * segment + (which >> 1), 2 * segment + (which & 1));
            var state = network.StartStates[end];
            if (state < 0 || !metric.IsOpen(end) || !metric.IsOpen(beginning))
                continue;

            var arriving = to.AsSpan(0, tree.ChainEnd(group));
            arriving.Fill(DriveCost.Endless);
            for (var node = tree.FirstNode[group]; node < tree.FirstNode[group + 1]; node++)
            {
                if (network.DirectedOf[tree.StateOf[node]] == beginning)
                    arriving[tree.PositionOf(node)] = 0;
            }

            hierarchy.ClimbIn(group, arriving);
            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                if (metric.TurnMilliseconds[arc] != RoadMetric.ClosedTurn)
                    around[which] = Math.Min(around[which], Leave(arc, group, arriving));
            }
        }

        return around;
    }

    private long Leave(int arc, int group, Span<long> arriving)
    {
        var tree = hierarchy.Tree;
        var node = tree.NodeOf[hierarchy.Metric.Network.ArcHeads[arc]];
        var first = tree.GroupOfNode[node];
        var leaving = from.AsSpan(0, tree.ChainEnd(first));
        leaving.Fill(DriveCost.Endless);
        leaving[tree.PositionOf(node)] = DriveCost.Of(hierarchy.Metric.TurnMilliseconds[arc], 0);
        hierarchy.ClimbOut(first, leaving);
        var best = DriveCost.Endless;
        for (var position = tree.Common(first, group) - 1; position >= 0; position--)
            best = Math.Min(best, leaving[position] + arriving[position]);
        return best;
    }
}
