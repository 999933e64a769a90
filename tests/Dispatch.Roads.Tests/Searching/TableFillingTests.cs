using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Searching;

public sealed class TableFillingTests
{
    [Fact]
    public void Seconds_alone_are_the_seconds_that_come_with_metres_on_any_number_of_threads()
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File("monaco-2016")));
        var (sources, targets) = (roads.Places(150, seed: 7), roads.Places(90, seed: 8));
        targets[5] = default;
        sources[40] = default;
        var (expected, _) = roads.Table(sources, targets);
        foreach (var threads in new[] { 1, 2, 5 })
        {
            var seconds = new int[expected.Length];
            roads.Query.Table(sources, targets, seconds, [], threads, CancellationToken.None);
            Assert.Equal(expected, seconds);
        }

        Assert.All(Enumerable.Range(0, 150), source => Assert.Equal(RoadQuery.NoRoad, expected[source * 90 + 5]));
        Assert.All(expected[(40 * 90)..(41 * 90)], seconds => Assert.Equal(RoadQuery.NoRoad, seconds));
    }

    [Fact]
    public void A_table_without_sources_or_targets_is_filled_with_nothing()
    {
        var roads = DrawnTown.Draw("A---B---C").Roads;
        var place = roads.Places(1, seed: 1);
        roads.Query.Table([], place, [], []);
        roads.Query.Table(place, [], [], []);
    }

    [Fact]
    public void Back_to_where_one_has_just_driven_past_one_goes_round_the_block()
    {
        var town = DrawnTown.Draw("""
            A->-B
            ^   v
            |   |
            D-<-E
            """);
        var (ahead, behind) = (town.On("AB", 0.8), town.On("AB", 0.2));
        Assert.Equal("AB", town.Drive(behind, ahead));
        Assert.Equal("AB BE DE AD AB", town.Drive(ahead, behind));
        var (seconds, _) = town.Roads.Table([ahead, behind], [ahead, behind]);
        Assert.Equal([0, town.Roads.Query.FindPath(ahead, behind)!.Seconds, town.Roads.Query.FindPath(behind, ahead)!.Seconds, 0], seconds);
    }
}
