using Dispatch.Roads.Network;
using Dispatch.Roads.Tests.Drawn;
using Dispatch.Roads.Tests.Plain;

namespace Dispatch.Roads.Tests.Searching;

public sealed class JudgedOnRealMapsTests
{
    [Theory]
    [InlineData("monaco-2016")]
    [InlineData("liechtenstein-2021")]
    [InlineData("portland-2014")]
    public void Tables_and_paths_are_those_of_the_plain_judge(string map)
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File(map)));
        var found = Judgement.Compare(roads, roads.Places(15, seed: 1), roads.Places(25, seed: 2), paths: true);
        Assert.InRange(found, 300, 375);
    }

    [Theory]
    [InlineData("monaco-2016")]
    [InlineData("liechtenstein-2021")]
    [InlineData("portland-2014")]
    [InlineData("columbus-2015")]
    [InlineData("milano-2014")]
    [InlineData("rhein-neckar-2016")]
    [InlineData("porto-2015")]
    public void Tables_are_those_of_Dijkstra_to_the_unit_and_paths_add_up(string map)
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File(map)));
        var (sources, targets) = (roads.Places(6, seed: 3), roads.Places(400, seed: 4));
        var (seconds, metres) = roads.Table(sources, targets);
        var judge = new RoadJudge(roads.Metric);
        var reached = 0;
        for (var source = 0; source < sources.Length; source++)
        {
            var costs = judge.Costs(sources[source], targets);
            for (var target = 0; target < targets.Length; target++)
            {
                var at = source * targets.Length + target;
                var expected = costs[target] == DriveCost.Unreachable
                    ? (RoadQuery.NoRoad, RoadQuery.NoRoad)
                    : (DriveCost.Seconds(costs[target]), DriveCost.Metres(costs[target]));
                Assert.Equal(expected, (seconds[at], metres[at]));
                if (target % 8 != 0 || costs[target] == DriveCost.Unreachable)
                    continue;

                Assert.Equal(costs[target], roads.Query.FindPath(sources[source], targets[target])!.Cost);
                reached++;
            }
        }

        Assert.InRange(reached, 250, 300);
    }
}
