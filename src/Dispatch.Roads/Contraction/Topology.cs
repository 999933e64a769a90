using System.Runtime.CompilerServices;
using Dispatch.Roads.Network;
using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Contraction;

/// <summary>The arcs of the hierarchy, whatever the metric: those of the network and the shortcuts over contracted states.</summary>
/// <remarks>
/// Source: Dibbelt, Strasser, Wagner, "Customizable contraction hierarchies" (2016); arcs that lead one way only are kept one way, as
/// Buchhold et al. (ATMOS 2020) found to pay with turns: a shortcut is made only where an arc into the contracted node and one out of
/// it meet. Found node by node from below, as in a left-looking sparse factorization: a node's arcs are its own and, of each node below
/// that leads to it (or is led to), the further ones.
/// </remarks>
internal sealed class Topology
{
    /// <summary>Of an arc of the network that leads from a state to itself.</summary>
    public const int NoPlace = int.MinValue;

    private Topology(RoadNetwork network, SegmentTree tree, UpArcs outward, UpArcs inward)
    {
        Tree = tree;
        Out = outward;
        In = inward;
        PlaceOfArc = new int[network.ArcHeads.Length];
        for (var state = 0; state < network.StateCount; state++)
        {
            var from = tree.NodeOf[state];
            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                var to = tree.NodeOf[network.ArcHeads[arc]];
                PlaceOfArc[arc] = to < from ? outward.Find(from, to) : to > from ? ~inward.Find(to, from) : NoPlace;
            }
        }
    }

    public SegmentTree Tree { get; }

    /// <summary>By lower node: the arcs from it up.</summary>
    public UpArcs Out { get; }

    /// <summary>By lower node: the arcs from above down to it.</summary>
    public UpArcs In { get; }

    /// <summary>By arc of the network: the arc of <see cref="Out"/> that it is, or the bits of that of <see cref="In"/> turned over.</summary>
    public int[] PlaceOfArc { get; }

    /// <summary>Orders the segments of a network and finds all arcs.</summary>
    public static Topology Build(RoadNetwork network, CancellationToken ct)
    {
        var tree = SegmentTree.Build(network, NestedDissection.Order(JunctionGraph.Of(network), ct));
        var (own, ownIn) = OwnArcs(network, tree);
        var outward = new Growing(own, tree.NodeCount);
        var inward = new Growing(ownIn, tree.NodeCount);
        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            if ((node & 0xFFF) == 0)
                ct.ThrowIfCancellationRequested();
            outward.Begin(node);
            inward.Begin(node);
            // Over what the node leads down to, one goes on up; and what leads down to what the node is led up from, leads to it.
            for (var below = inward.FirstBelow(node); below >= 0; below = inward.NextBelow(below))
                outward.AddFrom(below, node);
            for (var below = outward.FirstBelow(node); below >= 0; below = outward.NextBelow(below))
                inward.AddFrom(below, node);
            outward.Finish(node);
            inward.Finish(node);
        }

        return new Topology(network, tree, outward.Arcs(tree), inward.Arcs(tree));
    }

    public void Save(PreparedFileWriter writer)
    {
        Tree.Save(writer);
        Out.Save(writer, "roads.arcs.out");
        In.Save(writer, "roads.arcs.in");
    }

    public static Topology Load(PreparedFile file, RoadNetwork network) => new(
        network, SegmentTree.Load(file, network), UpArcs.Load(file, "roads.arcs.out"), UpArcs.Load(file, "roads.arcs.in"));

    /// <summary>By node: the nodes above that its own arcs lead to, and those above whose arcs lead to it.</summary>
    private static (List<(int Node, int Above)> Out, List<(int Node, int Above)> In) OwnArcs(RoadNetwork network, SegmentTree tree)
    {
        var (outward, inward) = (new List<(int, int)>(network.ArcHeads.Length), new List<(int, int)>(network.ArcHeads.Length));
        for (var state = 0; state < network.StateCount; state++)
        {
            var from = tree.NodeOf[state];
            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                var to = tree.NodeOf[network.ArcHeads[arc]];
                if (to < from)
                    outward.Add((from, to));
                else if (from < to)
                    inward.Add((to, from));
            }
        }

        return (outward, inward);
    }

    /// <summary>One direction of the hierarchy while it is found.</summary>
    private sealed class Growing
    {
        private readonly int[] firstOwn;
        private readonly int[] own;
        private readonly int[] first; // by node: begin of its arcs; they are laid down from the last node to the first
        private readonly int[] left; // by node: how many of its arcs lead further up than where the walk is
        private readonly int[] firstBelow; // by node: list of the nodes below whose next arc is to it
        private readonly int[] nextBelow;
        private readonly int[] seenBy; // by node: for whom it was last added
        private int[] heads = new int[1024];
        private int count;

        public Growing(List<(int Node, int Above)> ownArcs, int nodes)
        {
            firstOwn = new int[nodes + 1];
            foreach (var (node, _) in ownArcs)
                firstOwn[node + 1]++;
            for (var node = 0; node < nodes; node++)
                firstOwn[node + 1] += firstOwn[node];
            var next = firstOwn[..^1];
            own = new int[ownArcs.Count];
            foreach (var (node, above) in ownArcs)
                own[next[node]++] = above;
            (first, left, firstBelow, nextBelow, seenBy) = (new int[nodes + 1], new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
            Array.Fill(firstBelow, -1);
            Array.Fill(seenBy, -1);
        }

        public int FirstBelow(int node) => firstBelow[node];

        public int NextBelow(int below) => nextBelow[below];

        public void Begin(int node)
        {
            first[node] = count;
            for (var i = firstOwn[node]; i < firstOwn[node + 1]; i++)
                Add(own[i], node);
        }

        /// <summary>Adds what <paramref name="below"/> leads to beyond <paramref name="node"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddFrom(int below, int node)
        {
            var end = first[below] + left[below];
            for (var i = first[below]; i < end; i++)
            {
                if (heads[i] >= node)
                    return;
                Add(heads[i], node);
            }
        }

        /// <summary>All arcs of the node are there: sorts them, and moves everything below on to what it leads to next.</summary>
        public void Finish(int node)
        {
            Array.Sort(heads, first[node], count - first[node]);
            for (var below = firstBelow[node]; below >= 0;)
            {
                var next = nextBelow[below];
                left[below]--;
                Wait(below);
                below = next;
            }

            left[node] = count - first[node];
            Wait(node);
        }

        public UpArcs Arcs(SegmentTree tree)
        {
            // The last node's arcs were laid down first: turned round, so that they stand in the order of nodes.
            var nodes = left.Length;
            var (firstArc, sorted, positions) = (new int[nodes + 1], new int[count], new ushort[count]);
            for (var node = 0; node < nodes; node++)
            {
                var length = (node == 0 ? count : first[node - 1]) - first[node];
                firstArc[node + 1] = firstArc[node] + length;
                heads.AsSpan(first[node], length).CopyTo(sorted.AsSpan(firstArc[node]));
            }

            for (var arc = 0; arc < count; arc++)
                positions[arc] = (ushort)tree.PositionOf(sorted[arc]);
            return new UpArcs(firstArc, sorted, positions);
        }

        private void Add(int above, int node)
        {
            if (seenBy[above] == node)
                return;

            seenBy[above] = node;
            if (count == heads.Length)
                Array.Resize(ref heads, 2 * count);
            heads[count++] = above;
        }

        private void Wait(int node)
        {
            if (left[node] == 0)
                return;

            var above = heads[first[node] + left[node] - 1];
            nextBelow[node] = firstBelow[above];
            firstBelow[above] = node;
        }
    }
}

/// <summary>Arcs between nodes and those above them in one direction, by the lower node, the highest first.</summary>
/// <param name="First">By node: its first arc; one more at the end.</param>
/// <param name="Above">By arc: the upper node.</param>
/// <param name="Positions">By arc: the upper node's position on the way up.</param>
internal sealed record UpArcs(int[] First, int[] Above, ushort[] Positions)
{
    public int Count => Above.Length;

    public void Save(PreparedFileWriter writer, string name)
    {
        writer.Add($"{name}.first", First);
        writer.Add($"{name}.above", Above);
        writer.Add($"{name}.positions", Positions);
    }

    public static UpArcs Load(PreparedFile file, string name) => new(
        file.Read<int>($"{name}.first"), file.Read<int>($"{name}.above"), file.Read<ushort>($"{name}.positions"));

    /// <summary>The arc between a node and one above it; there must be one.</summary>
    public int Find(int node, int above) => First[node] + Above.AsSpan(First[node]..First[node + 1]).BinarySearch(above);
}
