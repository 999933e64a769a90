using Dispatch.Roads.Learning;
using Dispatch.Roads.Matching;

namespace Dispatch.Roads.Tests.Learning;

public sealed class LearnedSpeedsTests : IDisposable
{
    private static readonly DateTime Morning = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Unspecified); // a Tuesday
    private readonly TemporaryFolder folder = new();
    private readonly RoadMap map;

    public LearnedSpeedsTests() => map = RoadMap.Open(RealMaps.File("monaco-2016"), folder.File("prepared"));

    public void Dispose()
    {
        map.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Drives_at_half_the_speed_make_the_morning_slow_and_leave_the_evening_as_it_was()
    {
        var speeds = new LearnedSpeeds(map);
        var (random, query) = (new Random(21), map.CreateQuery());
        var (from, to, path) = Drive(query, random);
        for (var day = 0; day < 12; day++)
        {
            var trace = Trace(path, 2, random);
            Assert.True(speeds.Learn(new TraceMatcher(map).Match(trace), trace, Morning) > 0);
        }

        var slow = map.CreateQuery(speeds.MetricAt(Morning.AddMinutes(20))).FindPath(from, to)!;
        var evening = map.CreateQuery(speeds.MetricAt(Morning.AddHours(10))).FindPath(from, to)!;
        Assert.InRange(slow.Seconds, 1.3 * path.Seconds, 2.2 * path.Seconds);
        Assert.Equal(map.CreateQuery(map.Customize([], 1440 + 18 * 60)).FindPath(from, to)!.Seconds, evening.Seconds);
    }

    [Fact]
    public void One_wrong_sample_among_many_changes_little_and_one_alone_is_hardly_believed()
    {
        var speeds = new LearnedSpeeds(map);
        for (var i = 0; i < 12; i++)
            speeds.Add(new SpeedSample(10, 8, i == 5 ? 50 : 1.5f));
        speeds.Add(new SpeedSample(20, 8, 8));
        var factors = speeds.Factors(8);
        Assert.InRange(factors[10], 1.3, 1.7);
        Assert.InRange(factors[20], 1, 3);
        Assert.InRange(factors[30], 1, 1.3);
        Assert.All(speeds.Factors(9), factor => Assert.Equal(1, factor));
    }

    [Fact]
    public void Nobody_becomes_faster_than_limits_and_physics_allow()
    {
        var speeds = new LearnedSpeeds(map);
        for (var i = 0; i < 100; i++)
            speeds.Add(new SpeedSample(10, 8, 0.01f));
        Assert.Equal(1 / 1.2f, speeds.Factors(8)[10], 0.01);
        Assert.False(speeds.Add(new SpeedSample(10, 8, float.NaN)));
        Assert.False(speeds.Add(new SpeedSample(10, 8, -1)));
        Assert.Equal(LearnedSpeeds.MostKept, speeds.Count);
    }

    [Fact]
    public void Standing_at_a_visit_is_no_jam()
    {
        var speeds = new LearnedSpeeds(map);
        var random = new Random(3);
        var (_, _, path) = Drive(map.CreateQuery(), random);
        var trace = Trace(path, 1, random);
        var middle = trace.Count / 2;
        for (var i = middle; i < trace.Count; i++)
            trace[i] = trace[i] with { Seconds = trace[i].Seconds + 50 * 60 };
        speeds.Learn(new TraceMatcher(map, new MatchRules { SplitsAtGaps = false }).Match(trace), trace, Morning);
        Assert.All(speeds.Snapshot(), one => Assert.All(one.Factors, factor => Assert.InRange(factor, 0.4, 3)));
    }

    [Fact]
    public void What_was_learned_is_read_again_and_a_damaged_or_foreign_file_begins_anew_and_says_so()
    {
        var (speeds, file) = (new LearnedSpeeds(map), folder.File("speeds"));
        for (var i = 0; i < 40; i++)
            speeds.Add(new SpeedSample(i, 8 + i % 3, 1 + i / 20f));
        LearnedSpeedsFile.Save(speeds, map, file);
        var read = LearnedSpeedsFile.Load(map, file, out var told);
        Assert.Empty(told);
        Assert.Equal(speeds.Factors(9), read.Factors(9));

        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += 5)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 4;
            File.WriteAllBytes(file, damaged);
            Assert.Equal(0, LearnedSpeedsFile.Load(map, file, out told).Count);
            Assert.NotEmpty(told);
            File.WriteAllBytes(file, bytes[..at]);
            Assert.Equal(0, LearnedSpeedsFile.Load(map, file, out told).Count);
            Assert.NotEmpty(told);
        }

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, "*.part"));
    }

    private (Snap From, Snap To, RoadPath Path) Drive(RoadQuery query, Random random)
    {
        while (true)
        {
            if (Place(random) is { } from && Place(random) is { } to && query.FindPath(from, to) is { Metres: > 3000 } path)
                return (from, to, path);
        }
    }

    private Snap? Place(Random random) => map.SnapToRoad(
        new MapPoint(
            map.Bounds.South + random.NextDouble() * (map.Bounds.North - map.Bounds.South),
            map.Bounds.West + random.NextDouble() * (map.Bounds.East - map.Bounds.West)),
        150);

    /// <summary>Fixes every two seconds of a drive that takes <paramref name="slower"/> times as long, a few metres off.</summary>
    private static List<TracePoint> Trace(RoadPath path, double slower, Random random)
    {
        var trace = new List<TracePoint>();
        for (var second = 0; second <= path.Seconds * slower; second += 2)
        {
            var place = path.PositionAt(second / slower, out _);
            trace.Add(new TracePoint(
                new MapPoint(place.Latitude + (random.NextDouble() - 0.5) * 6e-5, place.Longitude + (random.NextDouble() - 0.5) * 8e-5), second, 5));
        }

        return trace;
    }
}
