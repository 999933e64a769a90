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
