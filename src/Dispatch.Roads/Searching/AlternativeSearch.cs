using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Finds other ways than the fastest one that a driver would call sensible.</summary>
/// <remarks>
/// Source: Abraham, Delling, Goldberg, Werneck, "Alternative routes in road networks" (2013): a drive over some node is admissible when
/// it takes <see cref="MostStretch"/> more at most, shares <see cref="MostShared"/> of the fastest one's time at most with those already
/// taken, and is the fastest there is for a stretch of <see cref="LocalShare"/> of that time to either side of the node (their T-test),
/// so that nobody leaves a road to come back to it. The nodes are those that both ways up meet at.
/// </remarks>
internal sealed class AlternativeSearch(Hierarchy hierarchy, RouteSearch search)
{
    private const double MostStretch = 0.25;
    private const double MostShared = 0.8;
    private const double LocalShare = 0.25;
    private const int MostCandidates = 100;

    private readonly RoadMetric metric = hierarchy.Metric;
    private readonly SegmentTree tree = hierarchy.Tree;

    /// <summary>The states of other drives, after <paramref name="search"/> has found the fastest one.</summary>
    /// <param name="fastest">Its states.</param>
    /// <param name="cost">What it costs.</param>
    /// <param name="others">How many others are wanted at most.</param>
    public List<List<int>> Find(List<int> fastest, long cost, int others)
    {
        var found = new List<List<int>>();
        if (search.Common == 0 || others < 1)
            return found;

        var least = long.MaxValue;
        for (var position = 0; position < search.Common; position++)
            least = Math.Min(least, search.CostOver(position));
        var most = least + (long)(cost * MostStretch);
        var candidates = Enumerable.Range(0, search.Common).Where(position => search.CostOver(position) <= most)
            .OrderBy(search.CostOver).Take(MostCandidates);
        var taken = new HashSet<int>(fastest);
        foreach (var position in candidates)
        {
            var drive = new List<int>();
            search.Follow(position, drive);
            if (!IsAdmissible(drive, drive.IndexOf(search.StateAt(position)), taken, DriveCost.Milliseconds(cost)))
                continue;

            found.Add(drive);
            taken.UnionWith(drive);
            if (found.Count == others)
                break;
        }

        return found;
    }

    private bool IsAdmissible(List<int> drive, int over, HashSet<int> taken, int fastestMilliseconds)
    {
        var network = metric.Network;
        if (drive.Select(state => network.DirectedOf[state] >> 1).Distinct().Count() < drive.Count)
            return false;

        var since = new long[drive.Count]; // by state: from the beginning of the first one's segment to that of its own
        var own = 0L;
        for (var i = 1; i < drive.Count; i++)
        {
            var along = metric.DirectedCosts[network.DirectedOf[drive[i - 1]]] + DriveCost.Of(metric.TurnBetween(drive[i - 1], drive[i]), 0);
            since[i] = since[i - 1] + along;
            own += taken.Contains(drive[i - 1]) && taken.Contains(drive[i]) ? 0 : along;
        }

        if (DriveCost.Milliseconds(own) < fastestMilliseconds * (1 - MostShared))
            return false;

        var near = DriveCost.Of((int)(fastestMilliseconds * LocalShare), 0);
        var (first, last) = (over, over);
        while (first > 0 && since[over] - since[first] < near)
            first--;
        while (last < drive.Count - 1 && since[last] - since[over] < near)
            last++;
        return first == last || Fastest(drive[first], drive[last]) == since[last] - since[first];
    }

    /// <summary>The least cost from the beginning of one state's segment to that of another's.</summary>
    private long Fastest(int from, int to)
    {
        var (leaving, arriving) = (tree.GroupOfNode[tree.NodeOf[from]], tree.GroupOfNode[tree.NodeOf[to]]);
        var (costsFrom, costsTo) = (new long[tree.ChainEnd(leaving)], new long[tree.ChainEnd(arriving)]);
        Array.Fill(costsFrom, DriveCost.Endless);
        Array.Fill(costsTo, DriveCost.Endless);
        costsFrom[tree.PositionOf(tree.NodeOf[from])] = 0;
        costsTo[tree.PositionOf(tree.NodeOf[to])] = 0;
        hierarchy.ClimbOut(leaving, costsFrom);
        hierarchy.ClimbIn(arriving, costsTo);
        var common = tree.Common(leaving, arriving);
        return LeastSums.OfPair(costsFrom.AsSpan(0, common), costsTo.AsSpan(0, common));
    }
}
