using Dispatch.Roads.Matching;

namespace Dispatch.Roads.Tests.Matching;

public sealed class TraceMatcherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("monaco-2016", 5, 1)]
    [InlineData("monaco-2016", 10, 2)]
    [InlineData("liechtenstein-2021", 10, 5)]
    public void A_noisy_drive_is_recovered_over_95_percent_of_its_length(string name, double sigma, int interval)
    {
        using var map = Open(name);
        var (matcher, random, recovered, driven, drives) = (new TraceMatcher(map), new Random(17), 0L, 0L, 0);
        foreach (var path in Drives(map, random, 25))
        {
            var matches = matcher.Match(Trace(path, random, sigma, interval));
            var found = matches.SelectMany(match => match.Paths).SelectMany(part => part.Segments).Select(part => part.Directed).ToHashSet();
            foreach (var (directed, centimetres) in Whole(path))
            {
                driven += centimetres;
                recovered += found.Contains(directed) ? centimetres : 0;
            }

            drives++;
        }

        Assert.True(drives >= 20, $"only {drives} drives");
        Assert.True(recovered >= 0.95 * driven, $"{100.0 * recovered / driven:0.0} % of {driven / 100_000} km were recovered");
    }

    [Fact]
    public void What_is_matched_is_about_as_long_as_what_was_driven_though_one_waits_on_the_way()
    {
        using var map = Open("monaco-2016");
        var (matcher, random) = (new TraceMatcher(map), new Random(5));
        foreach (var path in Drives(map, random, 10))
        {
            var trace = Trace(path, random, 5, 2);
            var middle = trace.Count / 2;
            // Ninety seconds at one place: the fixes wander about it.
            trace.InsertRange(middle, Enumerable.Range(1, 45).Select(i => Noisy(trace[middle].Place, random, 5, trace[middle].Seconds + 2 * i)));
            for (var i = middle + 45; i < trace.Count; i++)
                trace[i] = trace[i] with { Seconds = trace[i].Seconds + 92 };
            var matched = matcher.Match(trace).Sum(match => match.Paths.Sum(part => part.Centimetres)) / 100.0;
            Assert.InRange(matched, 0.85 * path.Metres - 60, 1.15 * path.Metres + 120);
        }
    }

    [Fact]
    public void A_point_measured_far_off_is_passed_over_and_a_long_gap_cuts_the_trace()
    {
        using var map = Open("monaco-2016");
        var random = new Random(3);
        var path = Drives(map, random, 1)[0];
        var trace = Trace(path, random, 5, 2);
        trace[10] = trace[10] with { Place = new MapPoint(trace[10].Place.Latitude + 0.0015, trace[10].Place.Longitude + 0.002) };
        var match = Assert.Single(new TraceMatcher(map).Match(trace));
        Assert.DoesNotContain(10, match.Indices);

        for (var i = 20; i < trace.Count; i++)
            trace[i] = trace[i] with { Seconds = trace[i].Seconds + 300 };
        Assert.Equal(2, new TraceMatcher(map).Match(trace).Count);
        Assert.Single(new TraceMatcher(map, new MatchRules { SplitsAtGaps = false }).Match(trace));
    }

    [Fact]
    public void Far_from_roads_nothing_is_matched_and_a_single_point_is_no_drive()
    {
        using var map = Open("monaco-2016");
        var matcher = new TraceMatcher(map);
        Assert.Empty(matcher.Match([]));
        Assert.Empty(matcher.Match([new TracePoint(new MapPoint(43.5, 7.6), 0, 5), new TracePoint(new MapPoint(43.5001, 7.6), 1, 5)]));
        Assert.Empty(matcher.Match([new TracePoint(map.Bounds.Centre, 0, 5)]));
        Assert.Empty(matcher.Match([new TracePoint(new MapPoint(double.NaN, 7.4), 0, 5), new TracePoint(new MapPoint(95, 500), 1, 5)]));
    }

    [Fact]
    public void A_clear_drive_is_surer_than_one_beside_all_roads()
    {
        using var map = Open("monaco-2016");
        var random = new Random(9);
        var path = Drives(map, random, 1)[0];
        var clear = new TraceMatcher(map).Match(Trace(path, random, 3, 2)).Average(match => match.Confidence);
        var vague = new TraceMatcher(map).Match(Trace(path, random, 25, 2).ConvertAll(point => point with { SigmaMetres = 5 })).Average(match => match.Confidence);
        Assert.InRange(clear, 0.7, 1);
        Assert.True(vague < clear, $"{vague} and {clear}");
    }

    private RoadMap Open(string name) => RoadMap.Open(RealMaps.File(name), folder.File("prepared"));

    private static List<RoadPath> Drives(RoadMap map, Random random, int count)
    {
        var (paths, query) = (new List<RoadPath>(), map.CreateQuery());
        while (paths.Count < count)
        {
            if (Place(map, random) is { } from && Place(map, random) is { } to && query.FindPath(from, to) is { Metres: > 1500 and < 15_000 } path)
                paths.Add(path);
        }

        return paths;
    }

    private static Snap? Place(RoadMap map, Random random) => map.SnapToRoad(
        new MapPoint(
            map.Bounds.South + random.NextDouble() * (map.Bounds.North - map.Bounds.South),
            map.Bounds.West + random.NextDouble() * (map.Bounds.East - map.Bounds.West)),
        200);

    private static List<TracePoint> Trace(RoadPath path, Random random, double sigma, int interval)
    {
        var trace = new List<TracePoint>();
        for (var second = 0; second <= path.Seconds; second += interval)
            trace.Add(Noisy(path.PositionAt(second, out _), random, sigma, second));
        return trace;
    }

    private static TracePoint Noisy(MapPoint place, Random random, double sigma, double seconds)
    {
        var (radius, angle) = (sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), 2 * Math.PI * random.NextDouble());
        var east = 111_195 * Math.Cos(place.Latitude * Math.PI / 180);
        return new TracePoint(
            new MapPoint(place.Latitude + radius * Math.Sin(angle) / 111_195, place.Longitude + radius * Math.Cos(angle) / east), seconds, sigma);
    }

    /// <summary>The directed segments that a drive takes as a whole, with their lengths.</summary>
    private static IEnumerable<(int Directed, long Centimetres)> Whole(RoadPath path)
    {
        for (var i = 1; i + 1 < path.Segments.Count; i++)
            yield return (path.Segments[i].Directed, (uint)path.Segments[i + 1].CostBefore - (uint)path.Segments[i].CostBefore);
    }
}
