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
    /// <param name="costs">By position: the seeds; takes the least costs.</param>
    /// <param name="nodes">By position: takes the node.</param>
    /// <param name="before">By position: takes the position from which it was reached, or −1.</param>
    public void ClimbNoting(bool outward, int group, Span<long> costs, Span<int> nodes, Span<int> before)
    {
        var arcs = outward ? Topology.Out : Topology.In;
        var arcCosts = outward ? Arcs.OutCosts : Arcs.InCosts;
        var tree = Tree;
        before[..tree.ChainEnd(group)].Fill(-1);
        for (; group >= 0; group = tree.Parents[group])
        {
            var position = tree.ChainEnd(group);
            for (var node = tree.FirstNode[group + 1] - 1; node >= tree.FirstNode[group]; node--)
            {
                var cost = costs[--position];
                nodes[position] = node;
                if (cost >= DriveCost.Endless)
                    continue;

                for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
                {
                    var sum = cost + arcCosts[arc];
                    var above = arcs.Positions[arc];
                    if (sum >= costs[above])
                        continue;

                    costs[above] = sum;
                    before[above] = position;
                }
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
