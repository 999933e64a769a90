using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;
using Dispatch.Roads.Searching;

namespace Dispatch.Roads;

/// <summary>Places that stay, so that the drives between them and one more are there in a fraction of a millisecond.</summary>
/// <remarks>By one metric; one thread at a time. Each place keeps what it climbed to, some kilobytes.</remarks>
public sealed class RoadPlaces
{
    private readonly Hierarchy hierarchy;
    private readonly SameSegment sameSegment;
    private readonly List<Place> places = [];

    internal RoadPlaces(RoadMetric metric)
    {
        hierarchy = metric.Hierarchy;
        sameSegment = new SameSegment(hierarchy);
    }

    /// <summary>How many places there are.</summary>
    public int Count => places.Count;

    /// <summary>Adds a place; its number is the count of those before it.</summary>
    public void Add(Snap snap) => places.Add(Climb(snap));

    /// <summary>The fastest drives between one place more and all that are there: its row and its column of their table.</summary>
    /// <param name="snap">The place.</param>
    /// <param name="secondsFrom">Takes whole seconds, rounded up, from it to each of the others.</param>
    /// <param name="secondsTo">Takes whole seconds from each of the others to it.</param>
    /// <param name="metresFrom">Takes whole metres likewise; empty when not wanted.</param>
    /// <param name="metresTo">Takes whole metres likewise; empty when not wanted.</param>
    /// <exception cref="ArgumentException">A row has not <see cref="Count"/> places.</exception>
    public void Table(Snap snap, Span<int> secondsFrom, Span<int> secondsTo, Span<int> metresFrom, Span<int> metresTo)
    {
        if (secondsFrom.Length != Count || secondsTo.Length != Count)
            throw new ArgumentException("A row of seconds must have a place for each of the others.", nameof(secondsFrom));
        if ((metresFrom.Length != 0 && metresFrom.Length != Count) || (metresTo.Length != 0 && metresTo.Length != Count))
            throw new ArgumentException("A row of metres must be empty or have a place for each of the others.", nameof(metresFrom));

        var added = Climb(snap);
        for (var other = 0; other < places.Count; other++)
        {
            var common = Common(added, places[other]);
            var (from, to) = (Cost(added, places[other], common), Cost(places[other], added, common));
            secondsFrom[other] = from == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Seconds(from);
            secondsTo[other] = to == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Seconds(to);
            if (!metresFrom.IsEmpty)
                metresFrom[other] = from == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Metres(from);
            if (!metresTo.IsEmpty)
                metresTo[other] = to == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Metres(to);
        }
    }

    private Place Climb(Snap snap)
    {
        var tree = hierarchy.Tree;
        var group = snap.Segment < 0 ? -1 : tree.GroupOf[snap.Segment];
        if (group < 0)
            return new Place(snap, [], 0, [], []);

        var (from, to, way) = (new long[tree.ChainEnd(group)], new long[tree.ChainEnd(group)], new List<int>());
        PlaceClimb.From(hierarchy, snap, from);
        PlaceClimb.To(hierarchy, snap, to);
        for (; group >= 0; group = tree.Parents[group])
            way.Add(group);
        way.Reverse();
        return new Place(snap, [.. way], PlaceClimb.HeadStart(hierarchy, snap), from, to);
    }

    /// <summary>How many positions two places' ways up have in common: their groups are the same ones from the root down to some.</summary>
    private int Common(Place one, Place other)
    {
        var (low, high) = (0, Math.Min(one.Way.Length, other.Way.Length));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (one.Way[middle - 1] == other.Way[middle - 1])
                low = middle;
            else
                high = middle - 1;
        }

        return low == 0 ? 0 : hierarchy.Tree.ChainEnd(one.Way[low - 1]);
    }

    private long Cost(Place source, Place target, int common)
    {
        if (common == 0)
            return DriveCost.Unreachable;
        if (source.Way[^1] == target.Way[^1])
            return sameSegment.Cost(source.Snap, target.Snap);

        var cost = LeastSums.OfPair(source.From.AsSpan(0, common), target.To.AsSpan(0, common)) - source.HeadStart;
        return cost < DriveCost.Longest ? cost : DriveCost.Unreachable;
    }

    /// <summary>A place, the groups on its way up from the root on, and what it climbed to by position.</summary>
    private sealed record Place(Snap Snap, int[] Way, long HeadStart, long[] From, long[] To);
}
