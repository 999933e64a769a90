namespace Dispatch.Roads.Network;

/// <summary>Finds the directed segments that the map's turn restrictions speak of.</summary>
/// <remarks>
/// A restriction whose members are absent, do not meet, or leave open what is meant (a way that runs on through the point, a ring in
/// between) is left out: it forbids nothing. Source: OSM wiki, "Relation:restriction". The page leaves open what <c>only_*</c> along ways
/// forbids; here it is every other exit at their end for who came by them from the first way, and no turn before.
/// </remarks>
internal sealed class RestrictionPlacing
{
    private const int LongestVia = 64;

    private readonly RoadCollector roads;
    private readonly RoadPieces pieces;
    private readonly Dictionary<long, int> wayOfId = [];

    public RestrictionPlacing(RoadCollector roads, RoadPieces pieces)
    {
        this.roads = roads;
        this.pieces = pieces;
        for (var way = 0; way < roads.WayIds.Count; way++)
            wayOfId[roads.WayIds[way]] = way;
    }

    /// <summary>The points at which segments must end, so that every restriction has segments to speak of.</summary>
    public IEnumerable<int> Points()
    {
        foreach (var restriction in roads.Restrictions)
        {
            if (restriction.ViaNode is { } node && pieces.PointOf(node) is >= 0 and var point)
                yield return point;

            foreach (var onward in restriction.OnwardNodes)
            {
                if (pieces.PointOf(onward) is >= 0 and var further)
                    yield return further;
            }

            foreach (var id in restriction.ViaWays)
            {
                if (!wayOfId.TryGetValue(id, out var way))
                    continue;

                var (begin, end) = EndsOf(way);
                if (begin >= 0)
                    yield return begin;
                if (end >= 0)
                    yield return end;
            }
        }
    }

    /// <summary>The bans that the restrictions amount to on these segments, which are cut at <see cref="Points"/>.</summary>
    public TurnBans Place(RoadSegments segments)
    {
        var bans = new TurnBans();
        foreach (var restriction in roads.Restrictions)
        {
            if (restriction.ViaNode is not { } node)
                PlaceAlongWays(restriction, segments, bans);
            else if (pieces.PointOf(node) is >= 0 and var point && AlongNodes(restriction.OnwardNodes, segments, point) is { } via)
                Place(restriction, segments, bans, point, via);
        }

        return bans;
    }

    private void PlaceAlongWays(Restriction restriction, RoadSegments segments, TurnBans bans)
    {
        if (!wayOfId.TryGetValue(restriction.ViaWays[0], out var first))
            return;

        var (begin, end) = EndsOf(first);
        foreach (var start in (ReadOnlySpan<int>)[begin, end])
        {
            if (start >= 0 && Along(restriction.ViaWays, segments, start) is { } via)
                Place(restriction, segments, bans, start, via);
        }
    }

    private void Place(Restriction restriction, RoadSegments segments, TurnBans bans, int start, List<int> via)
    {
        var onward = segments.OutOf(via.Count == 0 ? start : segments.Head(via[^1]));
        var to = onward.FindAll(directed => IsWay(restriction.To, segments.FirstWay(directed)));
        var from = Into(restriction, segments, start);
        if (to.Count == 0 || (restriction.To.Length == 1 && to.Count > 1))
            return;

        foreach (var coming in from)
        {
            foreach (var next in restriction.IsOnly ? onward.Except(to) : to)
                bans.Forbid([coming, .. via, next], restriction.When);
        }
    }

    private List<int> Into(Restriction restriction, RoadSegments segments, int point)
    {
        // A segment that comes in is the way back of one that leads out, whether or not one may drive back.
        var into = new List<int>();
        foreach (var away in segments.At(point))
        {
            if (segments.Exists(away ^ 1) && IsWay(restriction.From, segments.LastWay(away ^ 1)))
                into.Add(away ^ 1);
        }

        return restriction.From.Length == 1 && into.Count > 1 ? [] : into;
    }

    /// <summary>The directed segments along the ways in between, from a point at their beginning; null when they do not meet.</summary>
    private List<int>? Along(long[] viaWays, RoadSegments segments, int start)
    {
        var via = new List<int>();
        var at = start;
        foreach (var id in viaWays)
        {
            if (!wayOfId.TryGetValue(id, out var way))
                return null;

            var (begin, end) = EndsOf(way);
            var goal = at == begin ? end : at == end ? begin : -1;
            if (goal < 0 || begin == end)
                return null;

            do
            {
                var back = via.Count == 0 ? -1 : via[^1] ^ 1;
                var onward = segments.OutOf(at).FindAll(directed => directed != back && segments.FirstWay(directed) == way);
                if (onward.Count == 0 || via.Count == LongestVia)
                    return null;

                via.Add(onward[0]);
                at = segments.Head(onward[0]);
            }
            while (at != goal);
        }

        return via;
    }

    /// <summary>The directed segments from node to node; empty for a single one, null when one does not follow on another by one segment.</summary>
    private List<int>? AlongNodes(long[] onwardNodes, RoadSegments segments, int start)
    {
        var (via, at) = (new List<int>(), start);
        foreach (var node in onwardNodes)
        {
            var goal = pieces.PointOf(node);
            var onward = segments.OutOf(at).FindAll(directed => segments.Head(directed) == goal && (via.Count == 0 || directed != (via[^1] ^ 1)));
            if (goal < 0 || onward.Count != 1 || via.Count == LongestVia)
                return null;

            via.Add(onward[0]);
            at = goal;
        }

        return via;
    }

    private bool IsWay(long[] ids, int way) => Array.IndexOf(ids, roads.WayIds[way]) >= 0;

    private (int Begin, int End) EndsOf(int way)
    {
        var nodes = roads.NodesOf(way);
        return (pieces.PointOf(nodes[0]), pieces.PointOf(nodes[^1]));
    }
}
