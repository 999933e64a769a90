using Dispatch.Roads.Network;
using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Contraction;

/// <summary>The order in which states are contracted, as a tree of segments: what a state leads up to lies on its way to the root.</summary>
/// <remarks>
/// Each node is a state; those of one segment are one group, so that a place on a segment needs one way up alone. Groups are numbered
/// from the root down, ahead of all below them; the nodes of a group stand in a row. A node's position is the count of nodes from its
/// root to it: all ways up through a group have the same nodes at the same positions. The tree is the elimination tree of the segments
/// (Liu, "The role of elimination trees in sparse factorization", 1990).
/// </remarks>
internal sealed class SegmentTree
{
    private SegmentTree(int[] segments, int[] parents, int[] stateOf, RoadNetwork network)
    {
        Parents = parents;
        StateOf = stateOf;
        Segments = segments;
        GroupOf = new int[network.SegmentCount];
        Array.Fill(GroupOf, -1);
        for (var group = 0; group < segments.Length; group++)
            GroupOf[segments[group]] = group;

        NodeOf = new int[stateOf.Length];
        GroupOfNode = new int[stateOf.Length];
        FirstNode = new int[segments.Length + 1];
        for (var node = 0; node < stateOf.Length; node++)
        {
            NodeOf[stateOf[node]] = node;
            GroupOfNode[node] = GroupOf[network.DirectedOf[stateOf[node]] >> 1];
            FirstNode[GroupOfNode[node] + 1] = node + 1;
        }

        ChainStart = new int[segments.Length + 1];
        for (var group = 0; group < segments.Length; group++)
        {
            ChainStart[group] = parents[group] < 0 ? 0 : ChainEnd(parents[group]);
            Depth = Math.Max(Depth, ChainEnd(group));
        }

        LastBelow = new int[segments.Length];
        for (var group = segments.Length - 1; group >= 0; group--)
        {
            LastBelow[group] = Math.Max(LastBelow[group], group);
            if (parents[group] >= 0)
                LastBelow[parents[group]] = Math.Max(LastBelow[parents[group]], LastBelow[group]);
        }
    }

    /// <summary>By group: its segment.</summary>
    public int[] Segments { get; }

    /// <summary>By group: the next one up, or −1 for a root.</summary>
    public int[] Parents { get; }

    /// <summary>By segment: its group, or −1 when it has no states.</summary>
    public int[] GroupOf { get; }

    /// <summary>By group: its first node; one more at the end.</summary>
    public int[] FirstNode { get; }

    /// <summary>By group: the last group below it, or itself.</summary>
    public int[] LastBelow { get; }

    /// <summary>By group: the position of its first node.</summary>
    public int[] ChainStart { get; }

    /// <summary>By node: its state.</summary>
    public int[] StateOf { get; }

    /// <summary>By state: its node.</summary>
    public int[] NodeOf { get; }

    /// <summary>By node: its group.</summary>
    public int[] GroupOfNode { get; }

    /// <summary>The most nodes on any way from a root.</summary>
    public int Depth { get; }

    public int GroupCount => Segments.Length;

    public int NodeCount => StateOf.Length;

    /// <summary>The position behind a group's last node.</summary>
    public int ChainEnd(int group) => ChainStart[group] + FirstNode[group + 1] - FirstNode[group];

    /// <summary>The position of a node.</summary>
    public int PositionOf(int node) => ChainStart[GroupOfNode[node]] + node - FirstNode[GroupOfNode[node]];

    /// <summary>How many positions the ways up from two groups have in common.</summary>
    public int Common(int one, int other) => Common(one, other, out _);

    /// <inheritdoc cref="Common(int, int)"/>
    /// <param name="one">A group.</param>
    /// <param name="other">Another.</param>
    /// <param name="meeting">The first group that both have, or −1.</param>
    public int Common(int one, int other, out int meeting)
    {
        while (one != other && one >= 0 && other >= 0)
        {
            if (one > other)
                one = Parents[one];
            else
                other = Parents[other];
        }

        meeting = one == other ? one : -1;
        return meeting < 0 ? 0 : ChainEnd(meeting);
    }

    /// <summary>Makes the tree of a network.</summary>
    /// <param name="network">Whose states.</param>
    /// <param name="order">Its segments, the most important one last.</param>
    public static SegmentTree Build(RoadNetwork network, int[] order)
    {
        var rank = new int[order.Length];
        for (var at = 0; at < order.Length; at++)
            rank[order[at]] = at;
        var parentRank = Eliminate(network, rank);
        var hasStates = new bool[order.Length];
        foreach (var directed in network.DirectedOf)
            hasStates[rank[directed >> 1]] = true;

        var (segments, parents) = FromRootsDown(order, parentRank, hasStates);
        return new SegmentTree(segments, parents, NodesByGroup(network, segments), network);
    }

    public void Save(PreparedFileWriter writer)
    {
        writer.Add("roads.tree.segments", Segments);
        writer.Add("roads.tree.parents", Parents);
        writer.Add("roads.tree.states", StateOf);
    }

    public static SegmentTree Load(PreparedFile file, RoadNetwork network) => new(
        file.Read<int>("roads.tree.segments"), file.Read<int>("roads.tree.parents"), file.Read<int>("roads.tree.states"), network);

    /// <summary>By rank: the rank of the parent in the elimination tree, or −1.</summary>
    private static int[] Eliminate(RoadNetwork network, int[] rank)
    {
        var lower = LowerNeighbours(network, rank, out var firstLower);
        var parent = new int[rank.Length];
        var ancestor = new int[rank.Length]; // shortened ways up
        for (var at = 0; at < rank.Length; at++)
        {
            parent[at] = ancestor[at] = -1;
            for (var i = firstLower[at]; i < firstLower[at + 1]; i++)
            {
                var climbing = lower[i];
                while (climbing != at)
                {
                    var next = ancestor[climbing];
                    ancestor[climbing] = at;
                    if (next < 0)
                    {
                        parent[climbing] = at;
                        break;
                    }

                    climbing = next;
                }
            }
        }

        return parent;
    }

    private static int[] LowerNeighbours(RoadNetwork network, int[] rank, out int[] first)
    {
        first = new int[rank.Length + 1];
        var pairs = new List<(int Upper, int Lower)>(network.ArcHeads.Length);
        for (var state = 0; state < network.StateCount; state++)
        {
            var from = rank[network.DirectedOf[state] >> 1];
            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                var to = rank[network.DirectedOf[network.ArcHeads[arc]] >> 1];
                if (from != to)
                    pairs.Add((Math.Max(from, to), Math.Min(from, to)));
            }
        }

        foreach (var (upper, _) in pairs)
            first[upper + 1]++;
        for (var at = 0; at < rank.Length; at++)
            first[at + 1] += first[at];
        var next = first[..^1];
        var lower = new int[pairs.Count];
        foreach (var (upper, below) in pairs)
            lower[next[upper]++] = below;
        return lower;
    }

    private static (int[] Segments, int[] Parents) FromRootsDown(int[] order, int[] parentRank, bool[] hasStates)
    {
        // A parent has a higher rank; so children lists are made from the highest rank down, and walked with a stack.
        var (firstChild, nextChild) = (new int[order.Length], new int[order.Length]);
        Array.Fill(firstChild, -1);
        var waiting = new Stack<(int Rank, int Parent)>();
        for (var at = 0; at < order.Length; at++)
        {
            if (!hasStates[at])
                continue;
            if (parentRank[at] < 0)
            {
                waiting.Push((at, -1));
                continue;
            }

            nextChild[at] = firstChild[parentRank[at]];
            firstChild[parentRank[at]] = at;
        }

        var (segments, parents) = (new List<int>(order.Length), new List<int>(order.Length));
        while (waiting.TryPop(out var one))
        {
            var group = segments.Count;
            segments.Add(order[one.Rank]);
            parents.Add(one.Parent);
            for (var child = firstChild[one.Rank]; child >= 0; child = nextChild[child])
                waiting.Push((child, group));
        }

        return ([.. segments], [.. parents]);
    }

    private static int[] NodesByGroup(RoadNetwork network, int[] segments)
    {
        var firstState = new int[network.SegmentCount + 1];
        foreach (var directed in network.DirectedOf)
            firstState[(directed >> 1) + 1]++;
        for (var segment = 0; segment < network.SegmentCount; segment++)
            firstState[segment + 1] += firstState[segment];
        var next = firstState[..^1];
        var bySegment = new int[network.StateCount];
        for (var state = 0; state < network.StateCount; state++)
            bySegment[next[network.DirectedOf[state] >> 1]++] = state;

        var nodes = new int[network.StateCount];
        var node = 0;
        foreach (var segment in segments)
        {
            for (var i = firstState[segment]; i < firstState[segment + 1]; i++)
                nodes[node++] = bySegment[i];
        }

        return nodes;
    }
}
