using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Grains.Roads;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Roads;

public sealed class DriveLearningTests
{
    private const int Drives = 12;

    [Fact]
    public async Task Slow_drives_make_the_plan_slower_at_that_time_of_day_after_a_restart_and_a_damaged_file_makes_it_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-learning-").FullName;
        int free;
        await using (var house = await OpenAsync(folder))
        {
            await PlanAsync(house);
            free = await DriveSecondsAsync(house);
            await DriveAsync(house, slower: 2);
            Assert.True(Learning(house).Speeds.Count > 2 * Drives, $"{Learning(house).Speeds.Count} samples");
            Assert.Equal(free, await DriveSecondsAsync(house)); // Not weighed in at every drive: a plan does not flutter.
        }

        var file = Path.Combine(folder, "streets.speeds");
        await using (var again = await OpenAsync(folder))
        {
            Assert.NotEqual(Roads(again).Map.Version, Roads(again).Version);
            await again.AdvanceAsync(13, 1);
            Assert.InRange(await DriveSecondsAsync(again), 1.3 * free, 2.2 * free);
            // Of the rush after three nothing is known.
            await again.AdvanceAsync(15, 30);
            Assert.Equal(free, await DriveSecondsAsync(again));
        }

        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await using (var anew = await OpenAsync(folder))
        {
            Assert.Equal(0, Learning(anew).Speeds.Count);
            Assert.Equal(free, await DriveSecondsAsync(anew));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_new_day_begins_with_what_was_learned_the_day_before()
    {
        await using var house = await OpenAsync();
        await PlanAsync(house);
        var (free, leg) = (await DriveSecondsAsync(house), await LegAsync(house));
        await DriveAsync(house, slower: 2);
        var before = await FeedAsync(house);
        Assert.Equal("", Traffic(before).Version);
        await house.AdvanceAsync(8, days: 1);
        Accept(await house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1))).ReportAsync(new("t2"), new DutyStarted(), house.Command("t2-again", "t2")));
        await DriveAsync(house, slower: 2, drives: 1, from: Midnight + Duration.FromHours(34), on: leg);
        Assert.InRange(Roads(house).FindPath(leg.From, leg.To)!.Seconds, 1.3 * free, 2.2 * free);

        // Boards that watch are told of it, and those that come later find it.
        var told = await FeedAsync(house, before.Number);
        Assert.Equal((Roads(house).LearnedVersion, false), (Traffic(told).Version, told.IsSnapshot));
        Assert.Equal(Traffic(told).Version, Traffic(await FeedAsync(house)).Version);
        Assert.Equal(DayParts.Count, Traffic(told).Parts.Count);
    }

    [Theory]
    [InlineData("off duty")]
    [InlineData("streets slowed")]
    public async Task What_says_nothing_of_other_days_teaches_nothing(string why)
    {
        await using var house = await OpenAsync();
        await PlanAsync(house, isOnDuty: why != "off duty");
        if (why == "streets slowed")
        {
            Accept(await house.Grains.GetGrain<ITerritoryGrain>(Territory.Value).CloseStreetsAsync(
                new CloseStreets([.. MapCorners], true, 3, null, "snow"), house.Command("snow")));
        }

        await DriveAsync(house, slower: 2);
        Assert.Equal(0, Learning(house).Speeds.Count);
    }

    [Fact]
    public async Task A_coffee_on_the_way_and_jumps_of_the_receiver_are_no_traffic()
    {
        await using var house = await OpenAsync();
        await PlanAsync(house);
        await DriveAsync(house, slower: 1, rests: true, jumps: true);
        Assert.True(Learning(house).Speeds.Count > Drives, $"{Learning(house).Speeds.Count} samples");
        Roads(house).Learn(Learning(house).Speeds);
        var (from, to) = await LegAsync(house);
        var (free, now) = (new RoadsNow(Roads(house).Map).FindPath(from, to)!.Seconds, Roads(house).FindPath(from, to)!.Seconds);
        Assert.InRange(now, 0.9 * free, 1.15 * free);
    }

    private static async Task<BoardMessage> FeedAsync(House house, long after = -1) =>
        await house.Grains.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).WatchAsync(house.Grains.CreateObjectReference<IFeedObserver>(new Deaf()), after);

    private static TrafficLearned Traffic(BoardMessage message) => Assert.Single(message.Changes.OfType<TrafficLearned>());

    private sealed class Deaf : IFeedObserver
    {
        public Task ChangedAsync(BoardMessage message) => Task.CompletedTask;
    }

    private static DriveLearning Learning(House house) => house.Services.GetRequiredService<DriveLearning>();

    private static RoadsNow Roads(House house) => house.Services.GetRequiredService<RoadsNow>();

    // Two stops for t1, far apart; t2 is at work.
    private static async Task PlanAsync(House house, bool isOnDuty = true)
    {
        await house.FurnishAsync();
        await house.PromiseAsync("t1", "t1");
        await house.AdvanceAsync(8);
        if (isOnDuty)
            await house.ReportAsync("t2", new DutyStarted());
    }

    private static async Task<int> DriveSecondsAsync(House house) =>
        (await house.Plan.RoutesAsync()).Single(route => route.Technician.Value == "t1").Stops[1].DriveSeconds;

    private static async Task<(MapPoint From, MapPoint To)> LegAsync(House house)
    {
        var stops = (await house.Plan.TechnicianDayAsync(new("t1")))!.Stops;
        return (Point(stops[0].Place), Point(stops[1].Place));
    }

    /// <summary>t2 drives between the stops of t1, there each time, from ten o'clock on.</summary>
    private static async Task DriveAsync(House house, double slower, int drives = Drives, bool rests = false, bool jumps = false, Instant? from = null, (MapPoint, MapPoint)? on = null)
    {
        var random = new Random(4);
        var (start, end) = on ?? await LegAsync(house);
        var path = new RoadsNow(Roads(house).Map).FindPath(start, end)!;
        var at = from ?? Midnight + Duration.FromHours(10);
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t2");
        await house.AdvanceToAsync(at + Duration.FromHours(rests ? 5 : 3));
        for (var drive = 0; drive <= drives; drive++)
        {
            for (var second = 0; drive < drives && second <= path.Seconds * slower; second += 4)
            {
                var place = path.PositionAt(second / slower, out _);
                var jump = jumps && random.Next(12) == 0 ? 0.004 : 0;
                await FixAsync(place.Latitude + (random.NextDouble() - 0.5) * 6e-5 + jump, place.Longitude + (random.NextDouble() - 0.5) * 8e-5);
                at += Duration.FromSeconds(4);
                for (var pause = 0; rests && second == path.Seconds / 8 * 4 && pause < 600; pause += 20)
                {
                    await FixAsync(place.Latitude, place.Longitude);
                    at += Duration.FromSeconds(20);
                }
            }

            at += Duration.FromMinutes(5);
            if (drive == drives)
                await FixAsync(start.Latitude, start.Longitude);
        }

        await EventuallyAsync(() => Task.FromResult(Learning(house).IsIdle));

        async Task FixAsync(double latitude, double longitude) =>
            Accept(await technician.ReportPositionAsync(new PositionReport(new GeoPoint(latitude, longitude), null, null, 5, at)));
    }

    private static MapPoint Point(GeoPoint place) => new(place.Latitude, place.Longitude);
}
