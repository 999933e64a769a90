using Dispatch.Roads.Learning;

namespace Dispatch.Roads.Tests.Traffic;

public sealed class RoadsNowTests : IDisposable
{
    private static readonly MapPoint Here = new(43.7396, 7.4275);
    private static readonly MapPoint There = new(43.7302, 7.4171);

    private readonly TemporaryFolder folder = new();

    public RoadsNowTests() => Map = RoadMap.Open(RealMaps.File("monaco-2016"), folder.File("prepared"));

    private RoadMap Map { get; }

    [Fact]
    public void What_a_source_says_replaces_what_it_said_before_and_the_last_word_gone_the_map_is_as_it_was()
    {
        var roads = new RoadsNow(Map);
        var free = Seconds(roads);
        Assert.Equal(Map.Version, roads.Version);

        roads.Change("one", 1, [RoadChange.SlowArea(Around(Map.Bounds.Centre, 1), 3)]);
        var (slow, version) = (Seconds(roads), roads.Version);
        Assert.True(slow > 2 * free, $"{slow} s, free {free} s");
        roads.Change("other", 1, [RoadChange.SlowArea(Around(Map.Bounds.Centre, 1), 3)]);
        Assert.True(Seconds(roads) > 2 * slow);

        roads.Change("other", 2, []);
        Assert.Equal((slow, version), (Seconds(roads), roads.Version));
        roads.Change("one", 2, []);
        Assert.Equal((free, Map.Version), (Seconds(roads), roads.Version));
    }

    [Fact]
    public void What_comes_late_is_passed_over()
    {
        var roads = new RoadsNow(Map);
        roads.Change("one", 2, []);
        roads.Change("one", 1, [RoadChange.SlowArea(Around(Map.Bounds.Centre, 1), 3)]);
        Assert.Equal(Map.Version, roads.Version);
    }

    [Fact]
    public void A_place_on_a_closed_street_is_reached_from_the_nearest_open_one_unless_that_is_cut_off_too()
    {
        var (roads, random, reached) = (new RoadsNow(Map), new Random(7), 0);
        for (var number = 1; number <= 20; number++)
        {
            var place = new MapPoint(43.727 + 0.02 * random.NextDouble(), 7.41 + 0.025 * random.NextDouble());
            var before = Map.SnapToRoad(place)!.Value;
            roads.Change("one", number, [RoadChange.CloseArea(Around(before.Position, 0.0001))]);
            var after = roads.SnapToRoad(place)!.Value;
            Assert.True(after.DistanceMetres >= before.DistanceMetres && after != before, $"{after.DistanceMetres} m, before {before.DistanceMetres} m");
            Assert.NotNull(roads.FindPath(Here, place));
            reached += Seconds(roads, place) < RoadsNow.CutOffSeconds ? 1 : 0;
        }

        Assert.InRange(reached, 10, 20);
    }

    [Fact]
    public void A_place_that_closures_cut_off_is_still_reached_but_late()
    {
        var roads = new RoadsNow(Map);
        var free = Seconds(roads);
        roads.Change("one", 1, [RoadChange.CloseArea(Around(Map.Bounds.Centre, 1))]);
        Assert.Equal(free + RoadsNow.CutOffSeconds, Seconds(roads));
        Assert.Equal(new RoadsNow(Map).FindPath(Here, There)!.Metres, roads.FindPath(Here, There)!.Metres);
    }

    [Fact]
    public void A_place_far_from_any_road_is_reached_by_none_whatever_is_closed()
    {
        var roads = new RoadsNow(Map);
        roads.Change("one", 1, [RoadChange.CloseArea(Around(There, 0.0002))]);
        var seconds = new int[1];
        roads.Table([Here], [new MapPoint(45, 9)], 1000, seconds, new int[1], CancellationToken.None);
        Assert.Equal(RoadQuery.NoRoad, seconds[0]);
        Assert.Null(roads.FindPath(Here, new MapPoint(45, 9)));
    }

    [Fact]
    public void The_streets_that_are_meant_can_be_shown_the_longest_ones_first()
    {
        var all = Map.StreetsOf(RoadChange.CloseArea(Around(Here, 0.002)));
        Assert.True(all.Count > 5, $"{all.Count} streets");
        Assert.All(all, street => Assert.True(street.Count >= 2));
        Assert.Equal(all.Take(3), Map.StreetsOf(RoadChange.CloseArea(Around(Here, 0.002)), 3));
    }

    [Fact]
    public void A_street_that_is_closed_in_the_rush_is_driven_round_then_and_whoever_lives_there_is_reached_all_the_same()
    {
        var file = folder.File("school.osm");
        File.WriteAllText(file, """
            <osm version="0.6">
              <node id="1" lat="43.7000" lon="7.4000"/><node id="2" lat="43.7000" lon="7.4020"/><node id="3" lat="43.7000" lon="7.4060"/>
              <node id="4" lat="43.7000" lon="7.4080"/><node id="5" lat="43.7040" lon="7.4040"/>
              <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
              <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="motor_vehicle:conditional" v="no @ (Mo-Fr 07:00-09:00)"/></way>
              <way id="3"><nd ref="3"/><nd ref="4"/><tag k="highway" v="residential"/></way>
              <way id="4"><nd ref="2"/><nd ref="5"/><nd ref="3"/><tag k="highway" v="residential"/></way>
            </osm>
            """);
        using var map = RoadMap.Open(file, folder.File("school"));
        var roads = new RoadsNow(map);
        var (west, east, school) = (new MapPoint(43.7, 7.4005), new MapPoint(43.7, 7.4075), new MapPoint(43.6999, 7.4040));
        var (rushPart, midday, saturday) = (1, 2, 5);
        Assert.False(roads.AreAlike(rushPart, midday));
        Assert.True(roads.AreAlike(saturday, midday));
        var (usual, rush) = (roads.FindPath(west, east, part: midday)!, roads.FindPath(west, east, part: rushPart)!);
        Assert.Equal(map.PreparedMetric, roads.Metric);
        Assert.Equal(usual.Metres, roads.FindPath(west, east, part: saturday)!.Metres);
        Assert.True(rush.Metres > usual.Metres + 200, $"{rush.Metres} m, otherwise {usual.Metres} m");

        var (seconds, metres) = (new int[2], new int[2]);
        roads.Table([west], [east, school], 1000, seconds, metres, CancellationToken.None, rushPart);
        Assert.Equal([(rush.Seconds, rush.Metres)], [(seconds[0], metres[0])]);
        Assert.True(seconds[1] < RoadsNow.CutOffSeconds, $"{seconds[1]} s");
    }

    [Fact]
    public void What_was_learned_slows_its_part_of_the_day_and_leaves_the_others_and_a_drive_can_be_told_without_it()
    {
        var (roads, speeds) = (new RoadsNow(Map), new LearnedSpeeds(Map));
        roads.Learn(speeds);
        Assert.Equal(Map.Version, roads.Version);
        var free = roads.FindPath(Here, There)!;
        const int Morning = 1;
        for (var directed = 0; directed < 2 * Map.Network.SegmentCount; directed++)
        {
            for (var day = 0; day < 20; day++)
                speeds.Add(new SpeedSample(directed, 7 + day % 2, 2));
        }

        Assert.Equal(free.Seconds, roads.FindPath(Here, There, part: Morning)!.Seconds);
        roads.Learn(speeds);
        Assert.NotEqual(Map.Version, roads.Version);
        var slow = roads.FindPath(Here, There, part: Morning)!;
        Assert.InRange(slow.Seconds, 1.7 * free.Seconds, 2 * free.Seconds);
        Assert.Equal(free.Seconds, roads.FindPath(Here, There)!.Seconds);
        Assert.Equal(free.Seconds, roads.FindPath(Here, There, part: Morning + DayParts.Count / 2)!.Seconds);
        Assert.True(roads.AreAlike(0, 2) && !roads.AreAlike(1, 2));
        var told = roads.Unlearned(slow);
        Assert.Equal(slow.Points, told.Points);
        Assert.InRange(told.Seconds, free.Seconds, slow.Seconds / 1.5);

        roads.Change("one", 1, [RoadChange.SlowArea(Around(Map.Bounds.Centre, 1), 3)]);
        Assert.InRange(roads.FindPath(Here, There, part: Morning)!.Seconds, 4 * free.Seconds, 6 * free.Seconds);
        Assert.Equal(Map.Network.SegmentCount, roads.ChangedSegments.Count);
    }

    [Fact]
    public void Slower_streets_are_told_where_enough_drives_taught_them_and_nowhere_else()
    {
        var (roads, speeds) = (new RoadsNow(Map), new LearnedSpeeds(Map));
        const int Morning = 1;
        Assert.Equal(("", 0), (roads.LearnedVersion, roads.Traffic(Morning, 1.15, 3).Known));
        int[] driven = [.. Enumerable.Range(0, 2 * Map.Network.SegmentCount).Where(Map.Network.MayDrive).Take(60)];
        foreach (var (directed, index) in driven.Select((directed, index) => (directed, index)))
        {
            // The first third twice as slow, the second as on the map, of the third too few drives.
            for (var day = 0; day < (index < 40 ? 9 : 2); day++)
                speeds.Add(new SpeedSample(directed, 7, index < 20 ? 2.5f : 1));
        }

        roads.Learn(speeds);
        var traffic = roads.Traffic(Morning, 1.15, 3);
        Assert.Equal((roads.LearnedVersion, 40, 20), (traffic.Version, traffic.Known, traffic.Slower.Count));
        Assert.All(traffic.Slower, street => Assert.True(street.Drives == 9 && street.Factor is > 1.8 and <= 2.5 && street.Line.Count >= 2, $"{street}"));
        Assert.Equal(traffic.Slower.Select(street => street.Factor).OrderDescending(), traffic.Slower.Select(street => street.Factor));
        var ways = driven.Take(20).Select(directed => (One: Map.Network.MayDrive(directed ^ 1), Name: Map.Network.Names[Map.Network.SegmentNames[directed >> 1]]));
        Assert.Equal(ways.OrderBy(way => way.Name).ThenBy(way => way.One), traffic.Slower.Select(street => (One: street.Side != StreetSide.Middle, street.Name)).OrderBy(way => way.Name).ThenBy(way => way.One));
        Assert.Equal(0, roads.Traffic(DayParts.Usual, 1.15, 3).Known);

        var before = roads.LearnedVersion;
        speeds.Add(new SpeedSample(driven[0], 7, 2.5f));
        roads.Learn(speeds);
        Assert.NotEqual(before, roads.LearnedVersion);
    }

    [Fact]
    public void The_parts_of_the_day_hold_each_hour_once()
    {
        for (var at = new DateTime(2026, 3, 2, 0, 30, 0, DateTimeKind.Unspecified); at.Day < 9; at = at.AddHours(1))
        {
            var isWeekend = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var holding = DayParts.All.Where(part => part.IsWeekend == isWeekend
                && (part.FromHour < part.ToHour ? at.Hour >= part.FromHour && at.Hour < part.ToHour : at.Hour >= part.FromHour || at.Hour < part.ToHour));
            Assert.Equal(DayParts.At(at), Assert.Single(holding).Part);
        }
    }

    [Fact]
    public void Every_hour_lies_in_the_part_that_its_day_has_at_that_time()
    {
        for (var at = new DateTime(2026, 3, 2, 0, 30, 0, DateTimeKind.Unspecified); at.Day < 9; at = at.AddHours(1))
        {
            var parts = DayParts.Of(at.DayOfWeek);
            var second = at.Hour * 3600;
            Assert.Equal(DayParts.At(at), parts[DayParts.Begins.Count(begin => begin <= second) - 1]);
        }

        Assert.Equal(TimeSlot.Count, Enumerable.Range(0, DayParts.Count).SelectMany(DayParts.SlotsOf).Distinct().Count());
    }

    public void Dispose()
    {
        Map.Dispose();
        folder.Dispose();
    }

    private static int Seconds(RoadsNow roads) => Seconds(roads, There);

    private static int Seconds(RoadsNow roads, MapPoint to)
    {
        var seconds = new int[1];
        roads.Table([Here], [to], 1000, seconds, new int[1], CancellationToken.None);
        return seconds[0];
    }

    private static MapPoint[] Around(MapPoint place, double degrees) =>
    [
        new(place.Latitude - degrees, place.Longitude - degrees), new(place.Latitude - degrees, place.Longitude + degrees),
        new(place.Latitude + degrees, place.Longitude + degrees), new(place.Latitude + degrees, place.Longitude - degrees),
    ];
}
