using Dispatch.Roads.Guidance;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Guidance;

public sealed class RouteGuidanceTests
{
    private static DrawnTown Cross => DrawnTown.Draw("""
            G
            |
        A---B---C
            |
        D---E---F
        """);

    private static DrawnTown Ring(string nodes) => DrawnTown.Draw("""
        G--A---B--H
           |   |
        I--C---D--J
        """).Way(nodes, ("junction", "roundabout"));

    [Fact]
    public void A_turn_into_another_street_is_told_and_straight_on_only_where_the_name_changes()
    {
        Assert.Equal(
            ["Head east on AB", "Turn right onto BE", "At the end of the road turn left onto EF", "You have arrived"],
            Words(Cross, "AB", "EF"));
        Assert.Equal(["Head east on AB", "Continue on BC", "You have arrived"], Words(Cross, "AB", "BC"));
        Assert.Equal(["Head east on AB", "You have arrived"], Words(Cross.Street("BC", "name", "AB"), "AB", "BC"));
    }

    [Fact]
    public void A_bend_where_there_is_no_choice_goes_without_saying()
    {
        var town = DrawnTown.Draw("""
            A---B
                |
                C
            """).Way("ABC");
        Assert.Equal(["Head east on ABC", "You have arrived"], Words(town, "AB", "BC"));
    }

    [Fact]
    public void To_stay_on_a_street_that_turns_is_told_as_that() =>
        Assert.Equal(
            ["Head east on Main", "Turn right to stay on Main", "You have arrived"],
            Words(Cross.Street("AB", "name", "Main").Street("BE", "name", "Main"), "AB", "BE"));

    [Fact]
    public void A_driveway_beside_the_street_is_no_choice() =>
        Assert.Equal(
            ["Head east on AB", "You have arrived"],
            Words(Cross.Street("GB", "highway", "service").Street("BE", "highway", "service").Street("BC", "name", "AB"), "AB", "BC"));

    [Theory]
    [InlineData("GA", "IC", 1)]
    [InlineData("GA", "DJ", 2)]
    [InlineData("GA", "BH", 3)]
    public void The_exits_of_a_roundabout_are_counted(string from, string to, int exit)
    {
        var steps = Steps(Ring("ACDBA"), from, to);
        var ring = Assert.Single(steps, step => step.Kind == StepKind.Roundabout);
        Assert.Equal((exit, to, false), (ring.Exit, ring.Name, ring.DrivesLeft));
        Assert.Equal(StepKind.ExitRoundabout, steps[steps.ToList().IndexOf(ring) + 1].Kind);
        Assert.Contains($"take the {exit}{(exit == 1 ? "st" : exit == 2 ? "nd" : "rd")} exit onto {to}", string.Join(';', Words(Ring("ACDBA"), from, to)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_roundabouts_go_clockwise_one_drives_on_the_left()
    {
        var ring = Assert.Single(Steps(Ring("ABDCA"), "GA", "DJ"), step => step.Kind == StepKind.Roundabout);
        Assert.Equal((2, true), (ring.Exit, ring.DrivesLeft));
    }

    [Fact]
    public void Lanes_that_lead_there_are_told()
    {
        var town = Cross.Street("AB", "turn:lanes:forward", "left|through|right");
        var right = Steps(town, "AB", "BE")[1];
        Assert.Equal([false, false, true], right.Lanes.Select(lane => lane.IsValid));
        Assert.Equal(["left", "straight", "right"], right.Lanes.SelectMany(lane => lane.Indications));
        Assert.Equal("Turn right onto BE, from the right lane", Words(town, "AB", "BE")[1]);
        Assert.Equal("Rechts abbiegen: BE, auf der rechten Spur", Words(town, "AB", "BE", "de")[1]);
        Assert.Equal("Turn left onto GB, from the left lane", Words(town, "AB", "GB")[1]);
    }

    [Fact]
    public void Lanes_against_the_order_of_the_nodes_are_those_of_the_way_back()
    {
        var town = Cross.Street("BC", "turn:lanes:backward", "left|through;right");
        Assert.Equal([false, true], Steps(town, "BC", "AB")[1].Crossings[0].Lanes.Select(lane => lane.IsValid));
        Assert.Empty(Steps(town, "AB", "BC")[1].Lanes);
    }

    [Fact]
    public void The_side_of_the_street_is_that_on_which_the_house_is()
    {
        var town = Cross;
        var end = town.On("BC").Position;
        var path = town.Roads.Query.FindPath(town.On("AB"), town.On("BC"))!;
        var guidance = new RouteGuidance(town.Roads.Network);
        var north = new MapPoint(end.Latitude + 0.0002, end.Longitude);
        var south = new MapPoint(end.Latitude - 0.0002, end.Longitude);
        Assert.Equal(TurnDirection.Left, guidance.Steps(path, null, north)[^1].Direction);
        Assert.Equal("You have arrived, on the right", DirectionWords.For("en")!.Tell(guidance.Steps(path, null, south)[^1]));
        Assert.Null(guidance.Steps(path, null, end)[^1].Direction);
    }

    [Fact]
    public void At_a_crossing_all_roads_stand_with_their_bearings_and_whether_one_may_enter()
    {
        var crossing = Steps(Cross.Restrict("no_left_turn", "AB", "B", "GB"), "AB", "BE")[1].Crossings[0];
        Assert.Equal([0, 90, 180, 270], crossing.Bearings);
        Assert.Equal([false, true, true, false], crossing.Entries);
        Assert.Equal((3, 2), (crossing.In, crossing.Out));
    }

    [Fact]
    public void Ramps_are_told_as_such()
    {
        var loop = DrawnTown.Draw("""
            A>>>B>>>C
            ^   v   v
            D<<<E<<<F
            """);
        loop.Street("AB", "highway", "motorway").Street("BC", "highway", "motorway").Street("BE", "highway", "motorway_link")
            .Street("BE", "name", "").Street("BE", "destination", "Altstadt;Hafen");
        Assert.Contains("Take the exit on the right towards Altstadt, Hafen", Words(loop, "AB", "DE"));
        Assert.Contains("Die Ausfahrt rechts nehmen, Richtung Altstadt, Hafen", Words(loop, "AB", "DE", "de"));
    }

    [Fact]
    public void Steps_of_real_drives_add_up_and_every_crossing_holds_where_one_comes_from_and_goes()
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File("monaco-2016")));
        var guidance = new RouteGuidance(roads.Network);
        var places = roads.Places(60, seed: 11);
        for (var i = 0; i + 1 < places.Length; i++)
        {
            if (roads.Query.FindPath(places[i], places[i + 1]) is not { } path)
                continue;
            var steps = guidance.Steps(path);
            Assert.Equal((StepKind.Depart, StepKind.Arrive), (steps[0].Kind, steps[^1].Kind));
            Assert.Equal(path.Milliseconds, steps.Sum(step => step.Milliseconds));
            Assert.Equal(path.Centimetres / 100.0, steps.Sum(step => step.Metres), 0.01);
            Assert.Equal((0, path.Points.Count - 1), (steps[0].FirstPoint, steps[^1].LastPoint));
            Assert.All(steps.Skip(1).SkipLast(1).SelectMany(step => step.Crossings), crossing =>
            {
                Assert.Equal(crossing.Bearings.Order(), crossing.Bearings);
                Assert.InRange(crossing.In, 0, crossing.Bearings.Count - 1);
                Assert.True(crossing.Entries[crossing.Out]);
            });
            Assert.All(steps, step => Assert.All((string[])["en", "de"], language => Assert.NotEmpty(DirectionWords.For(language)!.Tell(step))));
        }
    }

    [Theory]
    [InlineData(4, false, "10 m", "10 m")]
    [InlineData(130, false, "150 m", "150 m")]
    [InlineData(1234, false, "1.2 km", "1,2 km")]
    [InlineData(23_400, false, "23 km", "23 km")]
    [InlineData(100, true, "350 ft", "350 ft")]
    [InlineData(1234, true, "0.8 mi", "0,8 mi")]
    public void Lengths_are_told_in_the_units_of_the_place(double metres, bool hasMiles, string english, string german)
    {
        Assert.Equal(english, DirectionWords.For("en")!.Distance(metres, hasMiles));
        Assert.Equal(german, DirectionWords.For("de-CH")!.Distance(metres, hasMiles));
        Assert.Null(DirectionWords.For("xx"));
    }

    private static IReadOnlyList<RouteStep> Steps(DrawnTown town, string from, string to) =>
        new RouteGuidance(town.Roads.Network).Steps(town.Roads.Query.FindPath(town.On(from), town.On(to))!);

    private static string[] Words(DrawnTown town, string from, string to, string language = "en") =>
        [.. DirectionWords.Told(Steps(town, from, to)).Select(DirectionWords.For(language)!.Tell)];
}
