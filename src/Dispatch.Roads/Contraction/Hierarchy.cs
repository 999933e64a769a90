using System.Runtime.CompilerServices;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>A topology with the costs of one metric: every fastest drive goes up in it and then down.</summary>
/// <remarks>Immutable, read by all threads.</remarks>
internal sealed class Hierarchy
{
    public Hierarchy(Topology topology, RoadMetric metric, int threads)
    {
        Topology = topology;
        Metric = metric;
        Arcs = Customization.Weigh(topology, metric, threads);
    }

    public Topology Topology { get; }

    public RoadMetric Metric { get; }

    public WeighedArcs Arcs { get; }

    public SegmentTree Tree => Topology.Tree;

    /// <summary>Carries costs up: from seeds on the nodes of a group, or above, to all that they lead to.</summary>
    /// <param name="group">Where the way up begins.</param>
    /// <param name="costs">By position on the way up: the seeds, elsewhere <see cref="DriveCost.Endless"/>; takes the least costs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClimbOut(int group, Span<long> costs) => Climb(Topology.Out, Arcs.OutCosts, group, costs);

    /// <summary>The same against the direction of driving: from where the seeds' nodes are reached, and at what cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClimbIn(int group, Span<long> costs) => Climb(Topology.In, Arcs.InCosts, group, costs);

    /// <summary>Carries costs up as <see cref="ClimbOut"/> and <see cref="ClimbIn"/> do, and notes over which positions.</summary>
    /// <param name="outward">Whether in the direction of driving.</param>
    /// <param name="group">Where the way up begins.</param>
    /// <param name="until">The positions below this one are left for <see cref="ClimbTogether"/>; 0 climbs to the root.</param>
    /// <param name="way">Its costs are the seeds; takes the least costs, the nodes, and the positions from which they were reached, or −1.</param>
    public void ClimbNoting(bool outward, int group, int until, WayUp way)
    {
        var (arcs, arcCosts) = outward ? (Topology.Out, Arcs.OutCosts) : (Topology.In, Arcs.InCosts);
        way.Before.AsSpan(0, Tree.ChainEnd(group)).Fill(-1);
        for (; group >= 0 && Tree.ChainEnd(group) > until; group = Tree.Parents[group])
        {
            var position = Tree.ChainEnd(group);
            for (var node = Tree.FirstNode[group + 1] - 1; node >= Tree.FirstNode[group]; node--)
            {
                way.Nodes[--position] = node;
                if (way.Costs[position] < DriveCost.Endless)
                    way.Relax(arcs, arcCosts, node, position);
            }
        }
    }

    /// <summary>Goes on with two ways up from the group where they meet, side by side.</summary>
    /// <param name="group">The first group that both have.</param>
    /// <param name="from">From where the drive begins.</param>
    /// <param name="to">From where it ends, against the direction of driving.</param>
    /// <param name="isBounded">Whether nodes are passed over that are no nearer than the best drive known: its cost is right, those over other nodes may be too high.</param>
    public void ClimbTogether(int group, WayUp from, WayUp to, bool isBounded)
    {
        var best = DriveCost.Endless;
        for (; group >= 0; group = Tree.Parents[group])
        {
            var position = Tree.ChainEnd(group);
            for (var node = Tree.FirstNode[group + 1] - 1; node >= Tree.FirstNode[group]; node--)
            {
                from.Nodes[--position] = to.Nodes[position] = node;
                var (here, there) = (from.Costs[position], to.Costs[position]);
                if (isBounded)
                    best = Math.Min(best, here + there);
                if (here < best)
                    from.Relax(Topology.Out, Arcs.OutCosts, node, position);
                if (there < best)
                    to.Relax(Topology.In, Arcs.InCosts, node, position);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Climb(UpArcs arcs, long[] arcCosts, int group, Span<long> costs)
    {
        var tree = Tree;
        for (; group >= 0; group = tree.Parents[group])
        {
            var position = tree.ChainEnd(group);
            for (var node = tree.FirstNode[group + 1] - 1; node >= tree.FirstNode[group]; node--)
            {
                var cost = costs[--position];
                if (cost >= DriveCost.Endless)
                    continue;

                var first = arcs.First[node];
                var above = arcs.Positions.AsSpan(first, arcs.First[node + 1] - first);
                var onward = arcCosts.AsSpan(first, above.Length);
                for (var i = 0; i < above.Length; i++)
                {
                    var sum = cost + onward[i];
                    if (sum < costs[above[i]])
                        costs[above[i]] = sum;
                }
            }
        }
    }
}
