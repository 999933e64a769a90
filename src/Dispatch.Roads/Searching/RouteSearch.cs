using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Finds one fastest drive and the states that it goes through: up from both ends, and down over what was contracted.</summary>
internal sealed class RouteSearch
{
    private readonly Hierarchy hierarchy;
    private readonly SegmentTree tree;
    private readonly SameSegment sameSegment;
    private readonly WayUp from;
    private readonly WayUp to;
    private readonly List<int> nodes = [];
    private readonly Stack<(int From, int To)> folded = [];

    public RouteSearch(Hierarchy hierarchy)
    {
        this.hierarchy = hierarchy;
        tree = hierarchy.Tree;
        sameSegment = new SameSegment(hierarchy);
        from = new WayUp(tree.Depth);
        to = new WayUp(tree.Depth);
    }

    /// <summary>The cost of the fastest drive; <see cref="DriveCost.Unreachable"/> when there is none.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="drive">Takes the states in order; in the midst of the first it begins, of the last it ends. Empty: along one segment.</param>
    /// <param name="isBounded">Whether it passes over what cannot lead to the fastest drive; <see cref="CostOver"/> then says nothing of other drives.</param>
    public long Find(Snap source, Snap target, List<int> drive, bool isBounded = true)
    {
        drive.Clear();
        Common = 0;
        if (IsNowhere(source) || IsNowhere(target))
            return DriveCost.Unreachable;
        if (source.Segment == target.Segment)
            return FindOnOneSegment(source, target, drive);

        var (first, last) = (tree.GroupOf[source.Segment], tree.GroupOf[target.Segment]);
        Common = tree.Common(first, last, out var meeting);
        PlaceClimb.SeedFrom(hierarchy, source, from.Costs.AsSpan(0, tree.ChainEnd(first)));
        hierarchy.ClimbNoting(outward: true, first, Common, from);
        PlaceClimb.SeedTo(hierarchy, target, to.Costs.AsSpan(0, tree.ChainEnd(last)));
        hierarchy.ClimbNoting(outward: false, last, Common, to);
        hierarchy.ClimbTogether(meeting, from, to, isBounded);
        var cost = Meet(Common, out var at) - PlaceClimb.HeadStart(hierarchy, source);
        if (at < 0 || cost >= DriveCost.Longest)
            return DriveCost.Unreachable;

        Follow(at, drive);
        return cost;
    }

    /// <summary>After a search between two segments: how many positions both ways up have in common; otherwise 0.</summary>
    public int Common { get; private set; }

    /// <summary>After a search: the cost of the fastest drive over the node at a position, too high by the source's head start.</summary>
    public long CostOver(int position) => from.Costs[position] + to.Costs[position];

    /// <summary>After a search: the state at a position.</summary>
    public int StateAt(int position) => tree.StateOf[from.Nodes[position]];

    /// <summary>Whether a place is on no road that is driven.</summary>
    private bool IsNowhere(Snap place) => place.Segment < 0 || tree.GroupOf[place.Segment] < 0;

    private long FindOnOneSegment(Snap source, Snap target, List<int> drive)
    {
        var cost = sameSegment.Cost(source, target);
        if (cost == DriveCost.Unreachable || cost == source.CostAlong(hierarchy.Metric, target))
            return cost;

        // Out at an end: the turns there are few, and one of them is the right one.
        var (network, group) = (hierarchy.Metric.Network, tree.GroupOf[source.Segment]);
        PlaceClimb.SeedTo(hierarchy, target, to.Costs.AsSpan(0, tree.ChainEnd(group)));
        hierarchy.ClimbNoting(outward: false, group, 0, to);
        for (var directed = 2 * source.Segment; directed < 2 * source.Segment + 2; directed++)
        {
            var state = network.StartStates[directed];
            var toEnd = source.CostToEnd(hierarchy.Metric, directed);
            if (state < 0 || toEnd == DriveCost.Unreachable)
                continue;

            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
            {
                if (hierarchy.Metric.TurnMilliseconds[arc] == RoadMetric.ClosedTurn)
                    continue;

                var node = tree.NodeOf[network.ArcHeads[arc]];
                var first = tree.GroupOfNode[node];
                from.Costs.AsSpan(0, tree.ChainEnd(first)).Fill(DriveCost.Endless);
                from.Costs[tree.PositionOf(node)] = toEnd + DriveCost.Of(hierarchy.Metric.TurnMilliseconds[arc], 0);
                hierarchy.ClimbNoting(outward: true, first, 0, from);
                if (Meet(tree.Common(first, group), out var at) != cost)
                    continue;

                Follow(at, drive);
                drive.Insert(0, state);
                return cost;
            }
        }

        throw new InvalidOperationException("A drive was found that cannot be found again.");
    }

    private long Meet(int common, out int at)
    {
        var best = DriveCost.Endless;
        at = -1;
        for (var position = 0; position < common; position++)
        {
            var sum = from.Costs[position] + to.Costs[position];
            if (sum < best)
                (best, at) = (sum, position);
        }

        return best;
    }

    /// <summary>After a search: adds the states of the drive over the node at a position.</summary>
    public void Follow(int at, List<int> drive)
    {
        nodes.Clear();
        for (var position = at; position >= 0; position = from.Before[position])
            nodes.Add(from.Nodes[position]);
        nodes.Reverse();
        for (var position = to.Before[at]; position >= 0; position = to.Before[position])
            nodes.Add(to.Nodes[position]);

        drive.Add(tree.StateOf[nodes[0]]);
        for (var i = 1; i < nodes.Count; i++)
            Unfold(nodes[i - 1], nodes[i], drive);
    }

    /// <summary>Adds the states after a node up to another, over what lies folded in the arc between them.</summary>
    private void Unfold(int first, int last, List<int> drive)
    {
        folded.Push((first, last));
        while (folded.TryPop(out var arc))
        {
            var middle = arc.To < arc.From
                ? hierarchy.Arcs.OutMiddles[hierarchy.Topology.Out.Find(arc.From, arc.To)]
                : hierarchy.Arcs.InMiddles[hierarchy.Topology.In.Find(arc.To, arc.From)];
            if (middle < 0)
            {
                drive.Add(tree.StateOf[arc.To]);
                continue;
            }

            folded.Push((middle, arc.To));
            folded.Push((arc.From, middle));
        }
    }
}
