using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Searching;

public sealed class AlternativeSearchTests
{
    [Fact]
    public void The_other_side_of_the_block_is_another_way_and_a_detour_is_none()
    {
        var town = DrawnTown.Draw("""
            A---B-------C---D
                |       |
                |       |
                |       |
                E-------F
            """).Street("BC", "maxspeed", "25");
        var paths = town.Roads.Query.FindPaths(town.On("AB"), town.On("CD"), 2);
        Assert.Equal("AB BC CD", string.Join(' ', paths[0].Streets.Select(street => street.Name)));
        Assert.InRange(paths.Count, 1, 2);
    }

    [Fact]
    public void Other_ways_take_a_quarter_more_at_most_share_four_fifths_at_most_and_never_turn_in_circles()
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File("monaco-2016")));
        var places = roads.Places(61, seed: 9);
        var found = 0;
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var paths = roads.Query.FindPaths(places[i], places[i + 1], 2);
            Assert.Equal(roads.Query.FindPath(places[i], places[i + 1])!.Cost, paths[0].Cost);
            for (var other = 1; other < paths.Count; other++)
            {
                found++;
                Assert.True(paths[other].Seconds <= paths[0].Seconds * 1.25 + 1);
                Assert.True(paths[other].Cost >= paths[other - 1].Cost);
                var segments = paths[other].Segments.Select(segment => segment.Directed).ToList();
                Assert.Equal(segments.Count, segments.Select(directed => directed >> 1).Distinct().Count());
                var fastest = paths[0].Segments.Select(segment => segment.Directed).ToHashSet();
                Assert.Contains(segments, directed => !fastest.Contains(directed));
            }
        }

        Assert.InRange(found, 10, 120);
    }

    [Fact]
    public void Where_no_road_leads_there_is_no_other_either()
    {
        var town = DrawnTown.Draw("A---B---C");
        Assert.Empty(town.Roads.Query.FindPaths(default, town.On("AB"), 2));
        Assert.Single(town.Roads.Query.FindPaths(town.On("AB"), town.On("AB", 0.9), 2));
    }
}
