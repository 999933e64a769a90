using CsCheck;
using Dispatch.Roads.Network;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Traffic;

public sealed class CustomizingTests
{
    private const string Block = """
        A---B---C
        |   |   |
        |   |   |
        D---E---F
        """;

    [Fact]
    public void A_street_that_a_line_runs_along_is_closed_and_driven_round()
    {
        var town = DrawnTown.Draw(Block);
        Assert.Equal("AB BE", Drive(town, "AB", "BE"));
        Assert.Equal("AB BC CF EF", Drive(town, "AB", "EF", RoadChange.CloseLine([town.PlaceOf('B'), town.PlaceOf('E')])));
    }

    [Fact]
    public void A_line_across_a_street_closes_that_street_alone()
    {
        var town = DrawnTown.Draw(Block);
        var (middle, here) = (town.On("BE").Position, 0.0004);
        var across = RoadChange.CloseLine([middle with { Longitude = middle.Longitude - here }, middle with { Longitude = middle.Longitude + here }]);
        Assert.Equal("AB BC CF EF", Drive(town, "AB", "EF", across));
        Assert.Equal("AB AD DE", Drive(town, "AB", "DE", across));
    }

    [Fact]
    public void Nobody_drives_to_or_from_a_place_on_a_closed_street()
    {
        var town = DrawnTown.Draw(Block);
        var close = RoadChange.CloseLine([town.PlaceOf('B'), town.PlaceOf('E')]);
        Assert.Equal("no road", Drive(town, "AB", "BE", close));
        Assert.Equal("no road", Drive(town, "BE", "AB", close));
    }

    [Fact]
    public void A_closed_area_closes_all_that_it_touches()
    {
        var town = DrawnTown.Draw(Block);
        var place = town.On("BE").Position;
        var area = new[] { (-1, -1), (1, -1), (1, 1), (-1, 1) }
            .Select(corner => new MapPoint(place.Latitude + corner.Item1 * 0.0003, place.Longitude + corner.Item2 * 0.0003)).ToArray();
        Assert.Equal("AB BC CF EF", Drive(town, "AB", "EF", RoadChange.CloseArea(area)));
    }

    [Fact]
    public void A_slower_street_takes_so_many_times_as_long_and_is_left_when_another_way_is_quicker()
    {
        var town = DrawnTown.Draw(Block);
        MapPoint[] line = [town.PlaceOf('B'), town.PlaceOf('E')];
        var (free, slower) = (Path(town, "AB", "EF"), Path(town, "AB", "EF", RoadChange.SlowLine(line, 1.5)));
        Assert.InRange(slower.Seconds - free.Seconds, 6, 9);
        Assert.Equal(free.Metres, slower.Metres);
        Assert.Equal("AB BC CF EF", Drive(town, "AB", "EF", RoadChange.SlowLine(line, 20)));
        Assert.InRange(Path(town, "BE", "BE", RoadChange.SlowLine(line, 10)).Seconds, 36, 39);
    }

    [Fact]
    public void What_is_open_for_some_hours_is_closed_for_the_others()
    {
        var network = DrawnTown.Draw(Block).Roads.Network;
        Assert.Equal(WeekTimes.Always, Assert.Single(network.Conditions));
        var bans = new TurnBans();
        bans.Forbid([1, 2], WeekTimes.Between(60, 120));
        bans.Forbid([1, 2], WeekTimes.Between(110, 180));
        Assert.Equal(WeekTimes.Between(60, 180).Not(), bans.OpenWhen(1, -1, 2));
        Assert.Equal(WeekTimes.Always, bans.OpenWhen(2, -1, 1));
    }

    [Fact]
    public void Drives_under_any_traffic_are_those_of_Dijkstra()
    {
        var compared = 0;
        RandomTown.Gen.Sample(town =>
        {
            if (town.Open() is not { } roads)
                return;

            var random = new Random(town.Seed);
            var factors = new float[2 * roads.Network.SegmentCount];
            for (var directed = 0; directed < factors.Length; directed++)
                factors[directed] = random.Next(2) == 0 ? 1 : 0.5f + 4 * random.NextSingle();
            var places = roads.Places(10, town.Seed);
            var change = RoadChange.CloseLine([places[0].Position, places[1].Position == places[0].Position ? places[2].Position : places[1].Position]);
            var metric = RoadMap.Customize(roads.Topology, roads.Metric, [change], random.Next(WeekTimes.MinutesOfWeek), factors, threads: 1);
            var (query, judge) = (new RoadQuery(metric), new RoadJudge(metric));
            var grown = new RoadPlaces(metric);
            foreach (var place in places)
                grown.Add(place);
            var (row, metresRow, to, metresTo) = (new int[10], new int[10], new int[10], new int[10]);
            var (from, metresFrom) = (new int[10], new int[10]);
            var (seconds, metres) = (new int[100], new int[100]);
            query.Table(places, places, seconds, metres);
            for (var source = 0; source < 10; source++)
            {
                judge.Row(places[source], places, row, metresRow);
                Assert.Equal(row, seconds[(10 * source)..(10 * source + 10)]);
                Assert.Equal(metresRow, metres[(10 * source)..(10 * source + 10)]);
                grown.Table(places[source], from, to, metresFrom, metresTo);
                Assert.Equal(row, from);
                Assert.Equal(metresRow, metresFrom);
                Assert.Equal(Enumerable.Range(0, 10).Select(other => seconds[10 * other + source]), to);
                for (var target = 0; target < 10; target++)
                    Assert.Equal(row[target], query.FindPath(places[source], places[target])?.Seconds ?? RoadQuery.NoRoad);
                compared += 10;
            }
        }, iter: 200, threads: 1);
        Assert.True(compared > 5000, $"only {compared} pairs");
    }

    [Fact]
    public void A_metric_is_named_by_its_times()
    {
        var town = DrawnTown.Draw(Block);
        var slow = RoadChange.SlowLine([town.PlaceOf('B'), town.PlaceOf('E')], 2);
        Assert.Equal(Metric(town).Version, Metric(town).Version);
        Assert.Equal(Metric(town, slow).Version, Metric(town, slow).Version);
        Assert.NotEqual(Metric(town).Version, Metric(town, slow).Version);
    }

    [Fact]
    public void A_drawing_that_says_nothing_is_refused()
    {
        var place = new MapPoint(47, 9);
        Assert.Throws<ArgumentException>(() => RoadChange.CloseLine([place]));
        Assert.Throws<ArgumentException>(() => RoadChange.CloseArea([place, place]));
        Assert.Throws<ArgumentException>(() => RoadChange.CloseLine([place, new MapPoint(double.NaN, 9)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoadChange.SlowLine([place, place], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoadChange.SlowArea([place, place, place], double.NaN));
    }

    private static RoadMetric Metric(DrawnTown town, params RoadChange[] changes) =>
        RoadMap.Customize(town.Roads.Topology, town.Roads.Metric, changes, null, [], threads: 1);

    private static RoadPath Path(DrawnTown town, string from, string to, params RoadChange[] changes) =>
        new RoadQuery(Metric(town, changes)).FindPath(town.On(from, 0.75), town.On(to))!;

    private static string Drive(DrawnTown town, string from, string to, params RoadChange[] changes) =>
        new RoadQuery(Metric(town, changes)).FindPath(town.On(from, 0.75), town.On(to)) is { } path
            ? string.Join(' ', path.Streets.Select(street => street.Name))
            : "no road";
}
