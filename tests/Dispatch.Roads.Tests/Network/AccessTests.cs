using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Network;

public sealed class AccessTests
{
    // The street BE is a short cut between north and south.
    private const string ShortCut = """
        A---B---C
        |   |   |
        |   |   |
        D---E---F
        |   |   |
        G---H---I
        """;

    [Theory]
    [InlineData("access", "private")]
    [InlineData("motor_vehicle", "destination")]
    [InlineData("vehicle", "delivery")]
    [InlineData("motorcar", "customers")]
    public void An_ends_only_street_is_driven_to_and_from_but_never_through(string key, string value)
    {
        var town = DrawnTown.Draw(ShortCut).Street("BE", key, value);
        Assert.Equal("AB AD DE EH", town.Drive(town.On("AB", 0.9), town.On("EH")));
        Assert.Equal("AB BE", town.Drive("AB", "BE"));
        Assert.Equal("BE EH", town.Drive("BE", "EH"));
        Assert.Equal("BE AB", town.Drive("BE", "AB"));
    }

    [Theory]
    [InlineData("access", "no", "motor_vehicle", "yes", "AB BE EH")]
    [InlineData("access", "yes", "motorcar", "no", "AB AD DE EH")]
    [InlineData("vehicle", "no", "motor_vehicle", "permissive", "AB BE EH")]
    [InlineData("motor_vehicle", "agricultural;forestry", "access", "yes", "AB AD DE EH")]
    public void The_most_special_access_key_decides(string key, string value, string otherKey, string otherValue, string drive)
    {
        var town = DrawnTown.Draw(ShortCut).Street("BE", key, value).Street("BE", otherKey, otherValue);
        Assert.Equal(drive, town.Drive(town.On("AB", 0.9), town.On("EH")));
    }

    [Theory]
    [InlineData("footway")]
    [InlineData("pedestrian")]
    [InlineData("construction")]
    [InlineData("steps")]
    public void A_way_that_is_not_for_cars_is_no_road(string highway)
    {
        var town = DrawnTown.Draw(ShortCut).Street("BE", "highway", highway);
        Assert.Equal("AB AD DE EH", town.Drive(town.On("AB", 0.9), town.On("EH")));
    }

    [Theory]
    [InlineData("bollard", "", "", "AB AD DE EH")]
    [InlineData("block", "", "", "AB AD DE EH")]
    [InlineData("gate", "", "", "AB BX EX EH")]
    [InlineData("lift_gate", "", "", "AB BX EX EH")]
    [InlineData("gate", "access", "no", "AB AD DE EH")]
    [InlineData("gate", "access", "private", "AB AD DE EH")]
    [InlineData("bollard", "motor_vehicle", "yes", "AB BX EX EH")]
    public void A_barrier_lets_pass_what_its_kind_and_its_tags_say(string barrier, string key, string value, string drive)
    {
        var town = DrawnTown.Draw("""
            A---B---C
            |   |   |
            |   X   |
            |   |   |
            D---E---F
            |   |   |
            G---H---I
            """).Crossing('X', "barrier", barrier);
        if (key.Length > 0)
            town.Crossing('X', key, value);
        Assert.Equal(drive, town.Drive(town.On("AB", 0.9), town.On("EH")).Replace("XE", "EX", StringComparison.Ordinal));
    }

    [Fact]
    public void Streets_on_either_side_of_a_bollard_are_reached_from_their_own_side()
    {
        var town = DrawnTown.Draw("""
            A---B---C
            |   |   |
            |   X   |
            |   |   |
            D---E---F
            """).Crossing('X', "barrier", "bollard");
        Assert.Equal("BX AB AD DE XE", town.Drive("BX", "XE"));
    }

    [Fact]
    public void A_street_behind_a_private_gate_is_driven_to_but_not_through()
    {
        var town = DrawnTown.Draw("""
            A---B---C
            |   |   |
            |   X   |
            |   |   |
            |   Y   |
            |   |   |
            D---E---F
            """).Crossing('X', "barrier", "gate").Crossing('X', "access", "private").Crossing('E', "barrier", "gate")
            .Crossing('E', "access", "private");
        Assert.Equal("AB BX XY", town.Drive("AB", "XY"));
        Assert.Equal("XY BX AB", town.Drive("XY", "AB"));
    }

    [Fact]
    public void A_place_by_a_road_that_leads_nowhere_is_snapped_to_one_that_can_be_left_again()
    {
        var town = DrawnTown.Draw("""
            A---B->-X->-Y
            |   |
            |   |
            D---E
            """);
        var snap = town.Roads.SnapTo(town.PlaceOf('X'));
        Assert.Equal(200, snap.DistanceMetres, 0.5);
        Assert.Equal(town.PlaceOf('B').Longitude, snap.Position.Longitude, 1e-6);
    }

    [Fact]
    public void A_driveway_is_where_a_drive_ends_and_no_short_cut()
    {
        var town = DrawnTown.Draw(ShortCut).Street("BE", "highway", "service").Street("BE", "service", "driveway");
        Assert.Equal("AB AD DE EH", town.Drive(town.On("AB", 0.9), town.On("EH")));
        Assert.Equal("AB BE", town.Drive("AB", "BE"));
    }
}
