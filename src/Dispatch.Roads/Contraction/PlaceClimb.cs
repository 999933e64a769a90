using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>Costs between a place and the nodes on the way up from its segment, by position.</summary>
/// <remarks>
/// A node's cost is that of standing at the beginning of its segment. A drive begins in the midst of a segment, earlier than its
/// node by what lies behind the place; so that no cost is negative, all costs of a source are <see cref="HeadStart"/> too high.
/// Where source and target lie on one segment that arithmetic does not hold, see <see cref="SameSegment"/>.
/// </remarks>
internal static class PlaceClimb
{
    /// <summary>What the costs from a place are too high by.</summary>
    public static long HeadStart(Hierarchy hierarchy, Snap place)
    {
        var (most, metric) = (0L, hierarchy.Metric);
        for (var directed = 2 * place.Segment; directed < 2 * place.Segment + 2; directed++)
        {
            if (metric.IsOpen(directed))
                most = Math.Max(most, metric.DirectedCosts[directed]);
        }

        return most;
    }

    /// <summary>Lays down the nodes where a drive from the place begins.</summary>
    public static void SeedFrom(Hierarchy hierarchy, Snap place, Span<long> costs)
    {
        costs.Fill(DriveCost.Endless);
        var (tree, metric) = (hierarchy.Tree, hierarchy.Metric);
        var headStart = HeadStart(hierarchy, place);
        for (var directed = 2 * place.Segment; directed < 2 * place.Segment + 2; directed++)
        {
            var state = metric.Network.StartStates[directed];
            var behind = place.CostFromBegin(metric, directed);
            if (state >= 0 && behind != DriveCost.Unreachable)
                costs[tree.PositionOf(tree.NodeOf[state])] = headStart - behind;
        }
    }

    /// <summary>Lays down the nodes where a drive to the place ends.</summary>
    public static void SeedTo(Hierarchy hierarchy, Snap place, Span<long> costs)
    {
        costs.Fill(DriveCost.Endless);
        var (tree, metric) = (hierarchy.Tree, hierarchy.Metric);
        var group = tree.GroupOf[place.Segment];
        for (var node = tree.FirstNode[group]; node < tree.FirstNode[group + 1]; node++)
        {
            var before = place.CostFromBegin(metric, metric.Network.DirectedOf[tree.StateOf[node]]);
            if (before != DriveCost.Unreachable)
                costs[tree.PositionOf(node)] = before;
        }
    }

    /// <summary>Costs from the place up; <paramref name="costs"/> has a place for every position on the way.</summary>
    public static void From(Hierarchy hierarchy, Snap place, Span<long> costs)
    {
        SeedFrom(hierarchy, place, costs);
        hierarchy.ClimbOut(hierarchy.Tree.GroupOf[place.Segment], costs);
    }

    /// <summary>Costs to the place from above.</summary>
    public static void To(Hierarchy hierarchy, Snap place, Span<long> costs)
    {
        SeedTo(hierarchy, place, costs);
        hierarchy.ClimbIn(hierarchy.Tree.GroupOf[place.Segment], costs);
    }
}
