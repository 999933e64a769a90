using Dispatch.Roads.Import;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Plain;

/// <summary>Holds tables and paths against the judge.</summary>
internal static class Judgement
{
    /// <summary>Compares every pair; gives back how many of them had a road.</summary>
    public static int Compare(TestRoads roads, Snap[] sources, Snap[] targets, bool paths)
    {
        var judge = new PlainDijkstra(new PlainMap(new OsmPbfReader(roads.Map), roads.Rule));
        var (seconds, metres) = roads.Table(sources, targets);
        var goals = targets.Select((snap, index) => (Place: judge.Find(roads.Network, snap), index)).Where(one => one.Place is not null)
            .ToList();
        var found = 0;
        for (var source = 0; source < sources.Length; source++)
        {
            if (judge.Find(roads.Network, sources[source]) is not { } place)
                continue;

            var costs = judge.From(place, [.. goals.Select(goal => goal.Place!)]);
            for (var i = 0; i < goals.Count; i++)
            {
                var at = source * targets.Length + goals[i].index;
                if (sources[source].Segment == targets[goals[i].index].Segment
                    && sources[source].Centimetres == targets[goals[i].index].Centimetres)
                {
                    // At a bend, the judge may see the same place at the end of one piece and at the beginning of the next.
                    Assert.Equal((0, 0), (seconds[at], metres[at]));
                    continue;
                }

                var expected = costs[i] is var (milliseconds, centimetres)
                    ? ((int)((milliseconds + 999) / 1000), (int)((centimetres + 50) / 100))
                    : (RoadQuery.NoRoad, RoadQuery.NoRoad);
                Assert.Equal(expected, (seconds[at], metres[at]));
                if (costs[i] is null)
                    continue;

                found++;
                if (paths)
                    ComparePath(roads, judge, sources[source], targets[goals[i].index], place, goals[i].Place!, seconds[at], metres[at]);
            }
        }

        return found;
    }

    private static void ComparePath(TestRoads roads, PlainDijkstra judge, Snap from, Snap to, PlainPlace source, PlainPlace target,
        int seconds, int metres)
    {
        var path = roads.Query.FindPath(from, to);
        Assert.NotNull(path);
        Assert.Equal((seconds, metres), (path.Seconds, path.Metres));
        Assert.Equal(seconds, path.SecondsAtPoint[^1]);
        Assert.Equal(path.SecondsAtPoint.Order(), path.SecondsAtPoint);
        Assert.Equal((seconds, metres), (path.Streets.Sum(street => street.Seconds), path.Streets.Sum(street => street.Metres)));
        Assert.Equal((from.Position, to.Position), (path.Points[0], path.Points[^1]));
        Assert.Equal(seconds, (judge.MillisecondsAlong(path.Points, source, target) + 999) / 1000);
    }
}
