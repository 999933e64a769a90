using Dispatch.Domain.Places;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Roads.Matching;
using Dispatch.Simulation.Technicians;
using NodaTime;

namespace Dispatch.Simulation.Tests;

/// <summary>The world's traffic is hidden: what is known of it is what positions of vans tell.</summary>
public sealed class TrafficTests : IDisposable
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Traffic Traffic = new(new Chance(7));
    private readonly string folder = Directory.CreateTempSubdirectory("dispatch-traffic-").FullName;
    private readonly RoadMap map;
    private readonly IReadOnlyList<MapPoint> homes;

    public TrafficTests()
    {
        map = RoadMap.Open(Path.Combine(AppContext.BaseDirectory, "alderhaven.osm.pbf"), folder);
        homes = [.. map.Addresses.HomesOnStreets(60, 5).Select(home => home.Position)];
    }

    // 160 drives of two weeks: the mean error of a drive time in the morning falls from 15.5 % to 3.6 %; about noon it grows from 0.2 % to
    // 1.5 %, for what single drives lose at lights and by parking is not told from traffic.
    [Fact]
    public void Vans_that_drive_through_the_rush_teach_the_engine_how_dense_it_is()
    {
        var (roads, speeds) = (new RoadsNow(map), new LearnedSpeeds(map));
        var before = Errors(roads);
        Teach(roads, speeds, drives: 160);
        roads.Learn(speeds);
        var after = Errors(roads);
        var told = $"{speeds.Count} samples of {speeds.StreetCount} streets; morning {before.Morning:0.000} to {after.Morning:0.000}, midday {before.Midday:0.000} to {after.Midday:0.000}";
        Assert.True(before.Morning > 0.1, told);
        Assert.True(after.Morning < 0.06, told);
        Assert.True(after.Midday < 0.03, told);
    }

    public void Dispose()
    {
        map.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Teach(RoadsNow roads, LearnedSpeeds speeds, int drives)
    {
        var (random, matcher) = (new Random(3), new TraceMatcher(map));
        for (var drive = 0; drive < drives; drive++)
        {
            // Half of them in the morning rush, half about noon, over the working days of two weeks.
            var hour = drive % 2 == 0 ? 7 + random.NextDouble() * 1.7 : 10 + random.NextDouble() * 4;
            var begin = Monday.PlusDays(drive % 10 / 5 * 7 + drive % 5).AtMidnight().PlusSeconds((long)(hour * 3600));
            var (from, to) = (homes[random.Next(homes.Count)], homes[random.Next(homes.Count)]);
            if (from == to || roads.FindPath(from, to) is not { Metres: > 500 } path)
                continue;
            var spread = new Chance(drive).Factor("v", "drive", 0.12, 0.85, 1.6);
            var van = new VanDrive(roads.Unlearned(path), Traffic, begin, spread);
            var trace = new List<TracePoint>();
            for (var second = 0; second <= van.Seconds; second += 4)
            {
                var place = van.PositionAt(second, out _);
                trace.Add(new TracePoint(
                    new MapPoint(place.Latitude + Noise(random) * 6e-5, place.Longitude + Noise(random) * 6e-5), second, 8));
            }

            speeds.Learn(matcher.Match(trace), trace, begin.ToDateTimeUnspecified());
        }
    }

    private static double Noise(Random random) => random.NextDouble() + random.NextDouble() - 1;

    /// <summary>Mean relative error of drive times against the world's, over all pairs of the first homes.</summary>
    private (double Morning, double Midday) Errors(RoadsNow roads)
    {
        double Error(int hour)
        {
            var at = Monday.PlusDays(21).AtMidnight().PlusHours(hour);
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < 20; i++)
            {
                for (var j = 0; j < 20; j++)
                {
                    if (i == j || roads.FindPath(homes[i], homes[j], part: DayParts.At(at.ToDateTimeUnspecified())) is not { Metres: > 500 } path)
                        continue;
                    var truth = new VanDrive(roads.Unlearned(path), Traffic, at, 1).Seconds;
                    sum += Math.Abs(path.Seconds - truth) / truth;
                    count++;
                }
            }

            return sum / count;
        }

        return (Error(8), Error(12));
    }
}
