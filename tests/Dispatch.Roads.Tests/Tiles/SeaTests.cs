using Dispatch.Roads.Tiles;

namespace Dispatch.Roads.Tests.Tiles;

public sealed class SeaTests
{
    private static readonly (int West, int North, int East, int South) Map = (1000, 1000, 2000, 2000);

    [Fact]
    public void Water_is_on_the_right_of_a_coastline()
    {
        // Southward through the middle: the sea is in the west. Northward: in the east.
        (int X, int Y)[] southward = [(1500, 1010), (1480, 1500), (1500, 1990)];
        AssertSea([southward], wet: [(1100, 1500), (600, 1500), (1100, 300)], dry: [(1900, 1500), (2500, 1500)]);
        AssertSea([[.. southward.Reverse()]], wet: [(1900, 1500), (2500, 1500)], dry: [(1100, 1500), (600, 1500)]);
    }

    [Fact]
    public void Two_coasts_make_a_strait_or_a_neck_of_land()
    {
        (int X, int Y)[] southward = [(1300, 1000), (1300, 2000)];
        (int X, int Y)[] northward = [(1700, 2000), (1700, 1000)];
        AssertSea([southward, northward], wet: [(1100, 1500), (1900, 1500)], dry: [(1500, 1500)]);
        AssertSea([[.. southward.Reverse()], [.. northward.Reverse()]], wet: [(1500, 1500)], dry: [(1100, 1500), (1900, 1500)]);
    }

    [Fact]
    public void An_island_is_dry_and_a_ring_the_other_way_round_is_a_lagoon()
    {
        (int X, int Y)[] island = [(1400, 1400), (1400, 1600), (1600, 1600), (1600, 1400), (1400, 1400)]; // down first: land on its left
        AssertSea([island], wet: [(1100, 1100), (1900, 1900), (500, 500)], dry: [(1500, 1500)]);
        AssertSea([[.. island.Reverse()]], wet: [(1500, 1500)], dry: [(1100, 1100)]);
    }

    [Fact]
    public void An_island_off_a_coast_is_dry()
    {
        (int X, int Y)[] island = [(1100, 1400), (1100, 1500), (1200, 1500), (1200, 1400), (1100, 1400)];
        AssertSea([[(1500, 1000), (1500, 2000)], island], wet: [(1050, 1450), (1300, 1450)], dry: [(1150, 1450), (1900, 1500)]);
    }

    [Fact]
    public void A_coast_that_is_broken_in_the_middle_of_the_map_makes_no_sea() =>
        Assert.Empty(Sea.Polygons([[(1500, 1000), (1500, 1500)]], Map));

    [Fact]
    public void Without_a_coast_there_is_no_sea() => Assert.Empty(Sea.Polygons([], Map));

    private static void AssertSea((int X, int Y)[][] coasts, (int, int)[] wet, (int, int)[] dry)
    {
        var sea = Sea.Polygons(coasts, Map);
        Assert.All(wet, place => Assert.True(IsWet(sea, place), $"{place} is wet"));
        Assert.All(dry, place => Assert.False(IsWet(sea, place), $"{place} is dry"));
    }

    private static bool IsWet(List<List<(int X, int Y)[]>> sea, (int, int) place) =>
        sea.Exists(polygon => RingShape.Contains(polygon[0], place) && !polygon.Skip(1).Any(hole => RingShape.Contains(hole, place)));
}
