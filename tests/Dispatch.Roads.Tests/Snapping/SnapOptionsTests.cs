using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Snapping;

public sealed class SnapOptionsTests
{
    // East along the top, one-way west along the bottom, north and south at the sides.
    private static readonly DrawnTown Town = DrawnTown.Draw("""
        A-----B
        |     |
        |     |
        |     |
        C--<--D
        """);

    [Fact]
    public void Candidates_come_nearest_first_and_each_street_once()
    {
        var found = Find(Beside("AB", 0.3, -20), new SnapOptions(), 4);
        Assert.Equal(4, found.Count);
        Assert.Equal(found.OrderBy(snap => snap.DistanceMetres), found);
        Assert.Equal(4, found.Select(snap => snap.Segment).Distinct().Count());
        Assert.Equal(20, found[0].DistanceMetres, 0.5);
        Assert.All(found, snap => Assert.Equal(SnapDirections.Both, snap.Directions));
    }

    [Fact]
    public void No_road_beyond_the_radius_is_found()
    {
        var place = Beside("AB", 0.3, -20);
        Assert.Empty(Find(place, new SnapOptions { MaxMetres = 19 }, 3));
        Assert.Single(Find(place, new SnapOptions { MaxMetres = 21 }, 3));
        Assert.Equal(4, Find(place, new SnapOptions { MaxMetres = double.PositiveInfinity }, 9).Count);
    }

    [Theory]
    [InlineData(90, SnapDirections.Forward)]
    [InlineData(80, SnapDirections.Forward)]
    [InlineData(270, SnapDirections.Backward)]
    public void A_heading_leaves_the_direction_that_agrees_with_it(double bearing, SnapDirections expected)
    {
        var snap = Assert.Single(Find(Beside("AB", 0.3, -20), new SnapOptions { BearingDegrees = bearing, BearingRangeDegrees = 20 }, 1));
        Assert.Equal(expected, snap.Directions);
        Assert.Equal(Town.On("AB").Segment, snap.Segment);
    }

    [Fact]
    public void A_heading_passes_over_a_street_that_runs_across()
    {
        var snap = Assert.Single(Find(Beside("AB", 0.3, -20), new SnapOptions { BearingDegrees = 359, BearingRangeDegrees = 10 }, 1));
        Assert.Equal(Town.On("AC").Segment, snap.Segment);
        Assert.Equal(SnapDirections.Backward, snap.Directions);
    }

    [Fact]
    public void A_heading_against_a_one_way_street_does_not_find_it()
    {
        var found = Find(Beside("CD", 0.5, -10), new SnapOptions { BearingDegrees = 90, BearingRangeDegrees = 30 }, 5);
        Assert.Equal([Town.On("AB").Segment], found.Select(snap => snap.Segment));
    }

    [Theory]
    [InlineData(SnapApproach.Curb, -10, SnapDirections.Forward)]
    [InlineData(SnapApproach.Curb, 10, SnapDirections.Backward)]
    [InlineData(SnapApproach.Opposite, -10, SnapDirections.Backward)]
    [InlineData(SnapApproach.Opposite, 10, SnapDirections.Forward)]
    [InlineData(SnapApproach.Curb, -0.2, SnapDirections.Both)]
    public void The_kerb_is_on_the_right_of_who_drives(SnapApproach approach, double metresNorth, SnapDirections expected) =>
        Assert.Equal(expected, Assert.Single(Find(Beside("AB", 0.5, metresNorth), new SnapOptions { Approach = approach }, 1)).Directions);

    [Theory]
    [InlineData(SnapApproach.Curb)]
    [InlineData(SnapApproach.Opposite)]
    public void A_one_way_street_has_one_side_only(SnapApproach approach)
    {
        var snap = Assert.Single(Find(Beside("CD", 0.5, -10), new SnapOptions { Approach = approach }, 1));
        Assert.Equal(Town.On("CD").Segment, snap.Segment);
    }

    [Theory]
    [InlineData(-10, "AB BC")]
    [InlineData(10, "AB BE EF CF BC")]
    public void A_drive_to_the_kerb_goes_round_the_block_when_the_place_lies_across_the_street(double metresNorth, string expected)
    {
        var blocks = DrawnTown.Draw("""
            A---B---C
            |   |   |
            |   |   |
            D---E---F
            """);
        var on = blocks.On("BC").Position;
        var place = new MapPoint(on.Latitude + metresNorth / 111_195.08, on.Longitude);
        var from = blocks.On("AB", 0.2).Only(SnapDirections.Forward);
        Snap To(SnapApproach approach) => Assert.Single(blocks.Roads.Grid.Find(place, new SnapOptions { Approach = approach }, 1));
        Assert.Equal(expected, blocks.Drive(from, To(SnapApproach.Curb)));
        Assert.Equal("AB BC", blocks.Drive(from, To(SnapApproach.Unrestricted)));
    }

    [Fact]
    public void Options_out_of_their_range_are_told_by_name()
    {
        Assert.StartsWith("MaxMetres", Refused(new SnapOptions { MaxMetres = double.NaN }), StringComparison.Ordinal);
        Assert.StartsWith("MaxMetres", Refused(new SnapOptions { MaxMetres = -1 }), StringComparison.Ordinal);
        Assert.StartsWith("BearingDegrees", Refused(new SnapOptions { BearingDegrees = 361 }), StringComparison.Ordinal);
        Assert.StartsWith("BearingRangeDegrees", Refused(new SnapOptions { BearingRangeDegrees = 181 }), StringComparison.Ordinal);
        Assert.StartsWith("Approach", Refused(new SnapOptions { Approach = (SnapApproach)9 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monaco-2016", 1)]
    [InlineData("portland-2014", 2)]
    public void Candidates_are_those_that_a_look_at_all_roads_finds(string map, int seed)
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File(map)));
        var random = new Random(seed);
        var bounds = roads.Grid.Bounds;
        for (var i = 0; i < 40; i++)
        {
            var place = new MapPoint(
                bounds.South + random.NextDouble() * (bounds.North - bounds.South), bounds.West + random.NextDouble() * (bounds.East - bounds.West));
            var options = new SnapOptions { MaxMetres = 400, BearingDegrees = random.Next(360), BearingRangeDegrees = 40 };
            var found = roads.Grid.Find(place, options, 5);
            // What a far larger number of candidates holds, cut off, is what a small number finds.
            var all = roads.Grid.Find(place, options, 10_000);
            Assert.True(found.SequenceEqual(all.Take(5)), $"seed {seed}, place {i}");
        }
    }

    private static string Refused(SnapOptions options) => Assert.Throws<ArgumentException>(options.Check).Message;

    private static IReadOnlyList<Snap> Find(MapPoint place, SnapOptions options, int count) => Town.Roads.Grid.Find(place, options, count);

    private static MapPoint Beside(string street, double share, double metresNorth)
    {
        var on = Town.On(street, share).Position;
        return new MapPoint(on.Latitude + metresNorth / 111_195.08, on.Longitude);
    }
}
