using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Network;

public sealed class SpeedAndDirectionTests
{
    [Theory]
    [InlineData("oneway", "yes", false)]
    [InlineData("oneway", "1", false)]
    [InlineData("oneway", "true", false)]
    [InlineData("oneway", "-1", true)]
    [InlineData("oneway", "reverse", true)]
    [InlineData("junction", "roundabout", false)]
    [InlineData("junction", "circular", false)]
    [InlineData("highway", "motorway", false)]
    [InlineData("motor_vehicle:backward", "no", false)]
    [InlineData("vehicle:forward", "no", true)]
    public void One_way_streets_are_told_in_many_ways(string key, string value, bool leftwards)
    {
        var town = DrawnTown.Draw(Ring).Street("AB", key, value);
        var (west, east) = (town.On("AB", 0.4), town.On("AB", 0.6));
        Assert.Equal(leftwards ? "AB AD DE BE AB" : "AB", town.Drive(west, east));
        Assert.Equal(leftwards ? "AB" : "AB BE DE AD AB", town.Drive(east, west));
    }

    [Theory]
    [InlineData("oneway", "no", "junction", "roundabout")]
    [InlineData("oneway", "no", "highway", "motorway")]
    [InlineData("oneway", "alternating", "name", "AB")]
    [InlineData("oneway", "yes", "oneway:motor_vehicle", "no")]
    public void A_tag_opens_both_directions(string key, string value, string otherKey, string otherValue)
    {
        var town = DrawnTown.Draw(Ring).Street("AB", otherKey, otherValue).Street("AB", key, value);
        Assert.Equal("AB", town.Drive(town.On("AB", 0.4), town.On("AB", 0.6)));
        Assert.Equal("AB", town.Drive(town.On("AB", 0.6), town.On("AB", 0.4)));
    }

    [Theory]
    [InlineData("tertiary", "45", 20)] // four fifths of 45 km/h: 10 m/s
    [InlineData("tertiary", "30 mph", 19)] // 38.6 km/h
    [InlineData("tertiary", "45 km/h", 20)]
    [InlineData("tertiary", "", 21)] // 34 km/h
    [InlineData("tertiary", "nonsense", 21)]
    [InlineData("tertiary", "DE:zone30", 30)]
    [InlineData("living_street", "walk", 129)] // 5.6 km/h
    [InlineData("motorway", "none", 7)] // 117 km/h
    [InlineData("motorway", "", 8)]
    [InlineData("residential", "50", 21)] // no more than 35 km/h in a residential street
    public void Speed_follows_from_class_and_limit(string highway, string limit, int seconds)
    {
        var town = DrawnTown.Draw("A---B").Street("AB", "oneway", "no").Street("AB", "highway", highway).Street("AB", "maxspeed", limit);
        Assert.Equal(seconds, town.Roads.Query.FindPath(town.On("AB", 0), town.On("AB", 1))!.Seconds, 1.0);
    }

    [Fact]
    public void The_limit_of_one_direction_holds_in_that_direction()
    {
        var town = DrawnTown.Draw(Ring).Street("AB", "maxspeed:backward", "22.5");
        var (west, east) = (town.On("AB", 0.25), town.On("AB", 0.75));
        Assert.Equal(10, town.Roads.Query.FindPath(west, east)!.Seconds, 1.0);
        Assert.Equal(20, town.Roads.Query.FindPath(east, west)!.Seconds, 1.0);
    }

    [Fact]
    public void Traffic_lights_cost_five_seconds()
    {
        var (plain, lights) = (DrawnTown.Draw(Ring), DrawnTown.Draw(Ring).Crossing('B', "highway", "traffic_signals"));
        Assert.Equal(
            plain.Roads.Query.FindPath(plain.On("AD", 0.3), plain.On("BE", 0.3))!.Seconds + 5,
            lights.Roads.Query.FindPath(lights.On("AD", 0.3), lights.On("BE", 0.3))!.Seconds);
    }

    [Theory]
    [InlineData("00:10", 610)]
    [InlineData("10", 610)]
    [InlineData("00:10:30", 640)]
    [InlineData("PT10M", 610)]
    public void A_ferry_takes_its_time(string duration, int seconds)
    {
        var town = Island().Street("BE", "duration", duration);
        Assert.Equal("AB BE DE", town.Drive("AB", "DE"));
        Assert.Equal(seconds + 10, town.Seconds("AB", "DE"), 1.0);
    }

    [Fact]
    public void A_ferry_without_a_time_sails_slowly() => Assert.Equal(80, River().Seconds("AB", "DE"), 1.0);

    [Theory]
    [InlineData("foot", "yes")]
    [InlineData("motor_vehicle", "no")]
    public void A_ferry_that_takes_no_cars_is_no_road(string key, string value) =>
        Assert.Equal("AB BC CF EF DE", River().Street("BE", key, value).Drive("AB", "DE"));

    [Fact]
    public void A_foot_ferry_that_takes_cars_as_well_is_a_road() =>
        Assert.Equal("AB BE DE", River().Street("BE", "foot", "yes").Street("BE", "motor_vehicle", "yes").Drive("AB", "DE"));

    [Fact]
    public void Nobody_is_snapped_to_a_ferry()
    {
        var town = River();
        var middle = new MapPoint((town.PlaceOf('B').Latitude + town.PlaceOf('E').Latitude) / 2, town.PlaceOf('B').Longitude);
        Assert.Equal(100, town.Roads.SnapTo(middle).DistanceMetres, 1.0);
    }

    private const string Ring = """
        A---B
        |   |
        |   |
        D---E
        """;

    private static DrawnTown Island() => DrawnTown.Draw("""
        A---B
            |
            |
        D---E
        """).Street("BE", "highway", "").Street("BE", "route", "ferry");

    private static DrawnTown River() => DrawnTown.Draw("""
        A---B---------------------C
            |                     |
            |                     |
            |                     |
        D---E---------------------F
        """).Street("BE", "highway", "").Street("BE", "route", "ferry");
}
