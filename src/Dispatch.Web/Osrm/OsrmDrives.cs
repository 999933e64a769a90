using System.Collections.Concurrent;
using Dispatch.Roads;
using Dispatch.Roads.Guidance;
using Dispatch.Roads.Matching;

namespace Dispatch.Web.Osrm;

/// <summary>A map's queries, lent to one request at a time, and what is made of it once.</summary>
internal sealed class OsrmDrives(RoadMap map)
{
    private readonly ConcurrentDictionary<RoadClasses, Lazy<QueryShelf>> shelves = [];
    private readonly ConcurrentBag<TraceMatcher> matchers = [];
    private readonly ConcurrentBag<TraceMatcher> gaplessMatchers = [];
    private readonly Lazy<RouteGuidance> guidance = new(() => new RouteGuidance(map));

    public RouteGuidance Guidance => guidance.Value;

    /// <summary>Lends a query to one question.</summary>
    /// <param name="without">Classes of roads that are avoided.</param>
    /// <param name="question">Asks it.</param>
    public T Ask<T>(RoadClasses without, Func<RoadQuery, T> question)
    {
        // Weighing the map anew takes a while: once for each set of classes, whoever asks first.
        var shelf = shelves.GetOrAdd(without, classes => new Lazy<QueryShelf>(() => ShelfFor(classes))).Value;
        var query = shelf.Idle.TryTake(out var idle) ? idle : shelf.Create();
        try
        {
            return question(query);
        }
        finally
        {
            shelf.Idle.Add(query);
        }
    }

    public IReadOnlyList<MatchedTrace> Match(IReadOnlyList<TracePoint> trace, bool splitsAtGaps, CancellationToken ct)
    {
        var shelf = splitsAtGaps ? matchers : gaplessMatchers;
        var matcher = shelf.TryTake(out var idle) ? idle : new TraceMatcher(map, new MatchRules { SplitsAtGaps = splitsAtGaps });
        try
        {
            return matcher.Match(trace, ct);
        }
        finally
        {
            shelf.Add(matcher);
        }
    }

    /// <summary>The drives through places in order; none when one of them cannot be driven.</summary>
    /// <param name="snaps">Two at least.</param>
    /// <param name="straightOn">Whether one leaves a place in the way in which one came there.</param>
    /// <param name="without">Classes of roads that are avoided.</param>
    /// <param name="ct">Ends the work early.</param>
    public RoadPath[]? Through(Snap[] snaps, bool straightOn, RoadClasses without, CancellationToken ct) => Ask(without, query =>
    {
        var ways = straightOn && snaps.Length > 2 ? StraightOn(query, snaps, ct) : null;
        var paths = new RoadPath[snaps.Length - 1];
        for (var i = 0; i < paths.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            var (from, to) = ways is null ? (snaps[i], snaps[i + 1]) : (ways[i], ways[i + 1]);
            if ((query.FindPath(from, to) ?? query.FindPath(snaps[i], snaps[i + 1])) is not { } path)
                return null;
            paths[i] = path;
        }

        return paths;
    });

    /// <summary>In which way to come to each place and leave it, so that all drives together are the fastest; none where that cannot be.</summary>
    private static Snap[]? StraightOn(RoadQuery query, Snap[] snaps, CancellationToken ct)
    {
        var ways = Array.ConvertAll(snaps, snap => (Snap[])[snap.Only(SnapDirections.Forward), snap.Only(SnapDirections.Backward)]);
        ways[0] = [snaps[0], default];
        ways[^1] = [snaps[^1], default];
        var (best, from, seconds) = (new long[] { 0, long.MaxValue }, new int[snaps.Length][], new int[4]);
        for (var i = 1; i < snaps.Length; i++)
        {
            query.Table(ways[i - 1], ways[i], seconds, [], ct);
            var (next, came) = (new[] { long.MaxValue, long.MaxValue }, new int[2]);
            for (var pair = 0; pair < 4; pair++)
            {
                if (seconds[pair] == RoadQuery.NoRoad || best[pair >> 1] == long.MaxValue || best[pair >> 1] + seconds[pair] >= next[pair & 1])
                    continue;
                (next[pair & 1], came[pair & 1]) = (best[pair >> 1] + seconds[pair], pair >> 1);
            }

            (best, from[i]) = (next, came);
        }

        if (best[0] == long.MaxValue)
            return null;
        var (chosen, way) = (new Snap[snaps.Length], 0);
        for (var i = snaps.Length - 1; i >= 0; i--)
        {
            chosen[i] = ways[i][way];
            way = i > 0 ? from[i][way] : 0;
        }

        return chosen;
    }

    private QueryShelf ShelfFor(RoadClasses without)
    {
        if (without == RoadClasses.None)
            return new QueryShelf(() => map.CreateQuery());
        var roads = new RoadsWithout(map, without);
        return new QueryShelf(roads.CreateQuery);
    }

    private sealed record QueryShelf(Func<RoadQuery> Create)
    {
        public ConcurrentBag<RoadQuery> Idle { get; } = [];
    }
}
