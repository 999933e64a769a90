using System.Runtime.CompilerServices;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>One way up the tree, by position: what it costs to come to each node of it, and over which.</summary>
/// <param name="depth">The most nodes it may have.</param>
internal sealed class WayUp(int depth)
{
    /// <summary>What it costs; the seeds at first, <see cref="DriveCost.Endless"/> where nothing leads.</summary>
    public long[] Costs { get; } = new long[depth];

    /// <summary>The node.</summary>
    public int[] Nodes { get; } = new int[depth];

    /// <summary>The position from which it is reached; −1 for a seed.</summary>
    public int[] Before { get; } = new int[depth];

    /// <summary>Carries a node's cost over its arcs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Relax(UpArcs arcs, long[] arcCosts, int node, int position)
    {
        var (costs, before, cost) = (Costs, Before, Costs[position]);
        var first = arcs.First[node];
        var positions = arcs.Positions.AsSpan(first..arcs.First[node + 1]);
        var along = arcCosts.AsSpan(first, positions.Length);
        for (var arc = 0; arc < positions.Length; arc++)
        {
            var (sum, above) = (cost + along[arc], positions[arc]);
            if (sum >= costs[above])
                continue;
            costs[above] = sum;
            before[above] = position;
        }
    }
}
