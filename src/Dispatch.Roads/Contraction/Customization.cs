using System.Runtime.CompilerServices;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>Gives the arcs of a topology the costs of one metric: those of the network, or of the best way over lower nodes.</summary>
/// <remarks>
/// Source: Dibbelt, Strasser, Wagner (2016), basic customization: every lower triangle once. Node by node from below: a node's arcs lie
/// spread out by position on the way up, so that what a node below adds is added without a search.
/// </remarks>
internal sealed class Customization
{
    private readonly Topology topology;
    private readonly SegmentTree tree;
    private readonly Side outward;
    private readonly Side inward;

    private Customization(Topology topology)
    {
        this.topology = topology;
        tree = topology.Tree;
        outward = new Side(topology.Out, tree.NodeCount);
        inward = new Side(topology.In, tree.NodeCount);
    }

    /// <summary>Weighs the topology by a metric.</summary>
    public static WeighedArcs Weigh(Topology topology, RoadMetric metric, int threads)
    {
        var customization = new Customization(topology);
        customization.WeighOwnArcs(metric);
        var subtrees = Subtrees.Of(customization.tree);
        subtrees.ForEach(threads, customization.WeighBelow);
        foreach (var part in subtrees.Parts)
            customization.MoveUp(part);

        var scratch = new Scratch(customization.tree.Depth);
        for (var at = subtrees.Top.Length - 1; at >= 0; at--)
            customization.Weigh(subtrees.Top[at], 0, scratch);
        return new WeighedArcs(
            customization.outward.Costs, customization.outward.Middles, customization.inward.Costs, customization.inward.Middles);
    }

    private void WeighOwnArcs(RoadMetric metric)
    {
        var network = metric.Network;
        for (var state = 0; state < network.StateCount; state++)
        {
            var cost = metric.DirectedCosts[network.DirectedOf[state]];
            if (cost == DriveCost.Unreachable)
                continue;

            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                var place = topology.PlaceOfArc[arc];
                var turn = metric.TurnMilliseconds[arc];
                if (turn == RoadMetric.ClosedTurn || place == Topology.NoPlace)
                    continue;

                ref var weight = ref (place >= 0 ? ref outward.Costs[place] : ref inward.Costs[~place]);
                weight = Math.Min(weight, Math.Min(cost + DriveCost.Of(turn, 0), DriveCost.Endless));
            }
        }
    }

    private void WeighBelow(int part)
    {
        var scratch = new Scratch(tree.Depth);
        for (var group = tree.LastBelow[part]; group >= part; group--)
            Weigh(group, tree.FirstNode[part], scratch);
    }

    /// <summary>What waits for a node above a part could not be entered there while other parts were worked at.</summary>
    private void MoveUp(int part)
    {
        for (var node = tree.FirstNode[part]; node < tree.FirstNode[tree.LastBelow[part] + 1]; node++)
        {
            outward.Wait(node, 0);
            inward.Wait(node, 0);
        }
    }

    private void Weigh(int group, int lowestAllowed, Scratch scratch)
    {
        for (var node = tree.FirstNode[group + 1] - 1; node >= tree.FirstNode[group]; node--)
        {
            outward.Spread(node, scratch);
            for (var below = inward.FirstBelow[node]; below >= 0; below = inward.NextBelow[below])
                outward.AddFrom(below, node, inward.CostTo(below), scratch);
            outward.Gather(node, scratch);

            inward.Spread(node, scratch);
            for (var below = outward.FirstBelow[node]; below >= 0; below = outward.NextBelow[below])
                inward.AddFrom(below, node, outward.CostTo(below), scratch);
            inward.Gather(node, scratch);

            outward.Finish(node, lowestAllowed);
            inward.Finish(node, lowestAllowed);
        }
    }

    /// <summary>By position on the way up: the best cost yet and over which node.</summary>
    private sealed class Scratch(int depth)
    {
        public long[] Costs { get; } = new long[depth];

        public int[] Middles { get; } = new int[depth];
    }

    /// <summary>One direction of the hierarchy while it is weighed.</summary>
    private sealed class Side
    {
        private readonly UpArcs arcs;
        private readonly int[] left; // by node: how many of its arcs lead further up than where the walk is

        public Side(UpArcs arcs, int nodes)
        {
            this.arcs = arcs;
            Costs = GC.AllocateUninitializedArray<long>(arcs.Count);
            Array.Fill(Costs, DriveCost.Endless);
            Middles = GC.AllocateUninitializedArray<int>(arcs.Count);
            (left, FirstBelow, NextBelow) = (new int[nodes], new int[nodes], new int[nodes]);
            Array.Fill(FirstBelow, -1);
        }

        public long[] Costs { get; }

        public int[] Middles { get; }

        /// <summary>By node: the first node below whose next arc is the one between both.</summary>
        public int[] FirstBelow { get; }

        /// <summary>By node below: the next one for the same node.</summary>
        public int[] NextBelow { get; }

        /// <summary>The cost of the arc between a node below and the node that it waits for.</summary>
        public long CostTo(int below) => Costs[arcs.First[below] + left[below] - 1];

        public void Spread(int node, Scratch scratch)
        {
            for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
            {
                scratch.Costs[arcs.Positions[arc]] = Costs[arc];
                scratch.Middles[arcs.Positions[arc]] = -1;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddFrom(int below, int node, long cost, Scratch scratch)
        {
            var first = arcs.First[below];
            var count = left[below];
            if (cost >= DriveCost.Endless || count == 0)
                return;
            if (arcs.Above[first + count - 1] == node)
                count--;

            var positions = arcs.Positions.AsSpan(first, count);
            var costs = Costs.AsSpan(first, count);
            var (best, middles) = (scratch.Costs, scratch.Middles);
            for (var i = 0; i < positions.Length; i++)
            {
                var sum = cost + costs[i];
                var position = positions[i];
                if (sum < best[position])
                {
                    best[position] = sum;
                    middles[position] = below;
                }
            }
        }

        public void Gather(int node, Scratch scratch)
        {
            for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
            {
                Costs[arc] = scratch.Costs[arcs.Positions[arc]];
                Middles[arc] = scratch.Middles[arcs.Positions[arc]];
            }
        }

        public void Finish(int node, int lowestAllowed)
        {
            for (var below = FirstBelow[node]; below >= 0;)
            {
                var next = NextBelow[below];
                left[below]--;
                Wait(below, lowestAllowed);
                below = next;
            }

            left[node] = arcs.First[node + 1] - arcs.First[node];
            Wait(node, lowestAllowed);
        }

        /// <summary>Enters a node with that to which it leads next, when it is not above <paramref name="lowestAllowed"/>.</summary>
        public void Wait(int node, int lowestAllowed)
        {
            if (left[node] == 0)
                return;

            var above = arcs.Above[arcs.First[node] + left[node] - 1];
            if (above < lowestAllowed)
                return;
            NextBelow[node] = FirstBelow[above];
            FirstBelow[above] = node;
        }
    }
}

/// <summary>The arcs of a topology under one metric: by arc its cost, and the lower node over which it leads, or −1.</summary>
internal sealed record WeighedArcs(long[] OutCosts, int[] OutMiddles, long[] InCosts, int[] InMiddles);
