using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Network;

public sealed class TurnTests
{
    private const string Block = """
        A---B---C
        |   |   |
        |   |   |
        D---E---F
        """;

    [Fact]
    public void The_shorter_way_is_taken() => Assert.Equal("AB BE", DrawnTown.Draw(Block).Drive("AB", "BE"));

    [Fact]
    public void A_one_way_street_is_not_driven_against_its_direction()
    {
        var town = DrawnTown.Draw("""
            A---B
            |   ^
            |   |
            D---E
            """);
        Assert.Equal("AB AD DE BE", town.Drive(town.On("AB", 0.9), town.On("BE", 0.1)));
        Assert.Equal("BE AB", town.Drive("BE", "AB"));
    }

    [Theory]
    [InlineData("no_left_turn")]
    [InlineData("no_entry")]
    public void A_forbidden_turn_is_driven_round(string kind)
    {
        var town = DrawnTown.Draw(Block).Restrict(kind, "AB", "B", "BE");
        Assert.Equal("AB AD DE BE", town.Drive("AB", "BE"));
        Assert.Equal("BE AB", town.Drive("BE", "AB"));
        Assert.Equal("BC BE", town.Drive("BC", "BE"));
    }

    [Theory]
    [InlineData("restriction:conditional")]
    [InlineData("restriction:motorcar:conditional")]
    public void A_turn_that_is_forbidden_at_times_is_driven_round_at_those_times_and_taken_at_others(string key)
    {
        var town = DrawnTown.Draw(Block).Restrict("", "AB", "B", "BE", (key, "no_right_turn @ (Mo-Fr 07:00-09:00)"));
        Assert.Equal("AB AD DE BE", DriveAt(town, day: 0, hour: 8));
        Assert.Equal("AB BE", DriveAt(town, day: 0, hour: 9));
        Assert.Equal("AB BE", DriveAt(town, day: 4, hour: 6));
        Assert.Equal("AB AD DE BE", DriveAt(town, day: 4, hour: 7));
        Assert.Equal("AB BE", DriveAt(town, day: 5, hour: 8));
    }

    [Fact]
    public void An_only_turn_that_holds_at_times_leaves_the_others_open_otherwise()
    {
        var town = DrawnTown.Draw(Block).Restrict("", "AB", "B", "BC", ("restriction:conditional", "only_straight_on @ (22:00-06:00)"));
        Assert.Equal("AB AD DE BE", DriveAt(town, day: 2, hour: 23));
        Assert.Equal("AB AD DE BE", DriveAt(town, day: 3, hour: 5));
        Assert.Equal("AB BE", DriveAt(town, day: 3, hour: 12));
    }

    private static string DriveAt(DrawnTown town, int day, int hour)
    {
        var metric = RoadMap.Customize(town.Roads.Topology, town.Roads.Metric, [], day * 1440 + hour * 60, [], threads: 1);
        return string.Join(' ', new RoadQuery(metric).FindPath(town.On("AB"), town.On("BE"))!.Streets.Select(street => street.Name));
    }

    [Fact]
    public void After_an_only_turn_nothing_else_follows()
    {
        var town = DrawnTown.Draw(Block).Restrict("only_straight_on", "AB", "B", "BC");
        Assert.Equal("AB BC", town.Drive("AB", "BC"));
        Assert.Equal("AB AD DE BE", town.Drive("AB", "BE"));
    }

    [Theory]
    [InlineData("motorcar")]
    [InlineData("psv;motor_vehicle")]
    public void A_restriction_that_excepts_cars_binds_no_car(string except)
    {
        var town = DrawnTown.Draw(Block).Restrict("no_left_turn", "AB", "B", "BE", ("except", except));
        Assert.Equal("AB BE", town.Drive("AB", "BE"));
    }

    [Fact]
    public void A_restriction_that_excepts_buses_binds_cars()
    {
        var town = DrawnTown.Draw(Block).Restrict("no_left_turn", "AB", "B", "BE", ("except", "psv"));
        Assert.Equal("AB AD DE BE", town.Drive("AB", "BE"));
    }

    [Theory]
    [InlineData("XX", "B", "BE")]
    [InlineData("AB", "Z", "BE")]
    [InlineData("AB", "B", "XX")]
    [InlineData("AB", "E", "BE")]
    public void A_restriction_whose_members_are_absent_or_do_not_meet_forbids_nothing(string from, string via, string to)
    {
        Assert.Equal("AB BE", DrawnTown.Draw(Block).Restrict("no_left_turn", from, via, to).Drive("AB", "BE"));
        Assert.Equal("AB BE", DrawnTown.Draw(Block).Restrict("only_left_turn", from, via, to).Drive("AB", "BE"));
    }

    [Fact]
    public void A_restriction_along_a_way_forbids_the_whole_sequence_and_no_part_of_it()
    {
        const string ladder = """
            A---B---C
                |
            D---E---F
            |   |   |
            |   |   |
            |   |   |
            G---H---I
            """;
        Assert.Equal("AB BE DE", DrawnTown.Draw(ladder).Drive("AB", "DE"));

        var town = DrawnTown.Draw(ladder).Restrict("no_u_turn", "AB", "BE", "DE");
        Assert.Equal("AB BE EF", town.Drive("AB", "EF"));
        Assert.Equal("BC BE DE", town.Drive("BC", "DE"));
        Assert.Equal("BE DE", town.Drive("BE", "DE"));
        Assert.Equal("AB BC BE DE", town.Drive("AB", "DE"));
    }

    [Fact]
    public void An_only_restriction_along_a_way_leaves_one_exit_at_its_end()
    {
        var town = DrawnTown.Draw("""
            A---B---C
                |
            D---E---F
            |       |
            G-------I
            """).Restrict("only_right_turn", "AB", "BE", "DE");
        Assert.Equal("AB BE DE", town.Drive("AB", "DE"));
        Assert.Equal("AB BC BE EF", town.Drive("AB", "EF"));
        Assert.Equal("BC BE EF", town.Drive("BC", "EF"));
    }

    [Fact]
    public void Restrictions_that_overlap_along_ways_hold_all_at_once()
    {
        var town = DrawnTown.Draw("""
            A---B---C---D
            |   |   |   |
            |   |   |   |
            E---F---G---H
            """)
            .Restrict("no_straight_on", "AB", "BC", "CD")
            .Restrict("no_right_turn", "AB", "BC", "CG")
            .Restrict("no_straight_on", "BC", "CD", "DH");
        Assert.Equal("AB BF FG CG CD", town.Drive("AB", "CD"));
        Assert.Equal("AB BC", town.Drive("AB", "BC"));
        Assert.Equal("BC CG GH DH", town.Drive(town.On("BC"), town.On("DH", 0.1)));
    }

    [Fact]
    public void A_restriction_by_several_nodes_forbids_the_way_past_them_all_and_no_part_of_it()
    {
        var town = DrawnTown.Draw("""
            A---B---C---D
                |   |
                |   |
                E---F
            """).Restrict("no_right_turn", "AB", "B,C", "CF");
        Assert.Equal("AB BE EF CF", town.Drive("AB", "CF"));
        Assert.Equal("BC CF", town.Drive("BC", "CF"));
        Assert.Equal("AB BC CD", town.Drive("AB", "CD"));
    }

    [Fact]
    public void Nobody_turns_back_at_a_crossing_but_where_the_road_ends() =>
        Assert.Equal("SA AB BC AB AE", NoTurnIntoAE().Drive(StartOf(NoTurnIntoAE()), NoTurnIntoAE().On("AE", 0.1)));

    [Fact]
    public void On_a_turning_circle_one_may_turn_back()
    {
        var town = NoTurnIntoAE().Crossing('B', "highway", "turning_circle");
        Assert.Equal("SA AB AE", town.Drive(StartOf(town), town.On("AE", 0.1)));
    }

    [Fact]
    public void A_road_ends_where_only_a_driveway_goes_on()
    {
        var town = NoTurnIntoAE().Street("BC", "service", "driveway").Street("BC", "highway", "service").Street("BC", "maxspeed", "");
        Assert.Equal("SA AB AE", town.Drive(StartOf(town), town.On("AE", 0.1)));
    }

    private static Snap StartOf(DrawnTown town) => town.On("SA");

    private static DrawnTown NoTurnIntoAE() => DrawnTown.Draw("""
        S->-A---B---C
        |   |
        D---E
        """).Restrict("no_right_turn", "SA", "A", "AE");
}
