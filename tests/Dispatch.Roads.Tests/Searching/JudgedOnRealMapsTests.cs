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
}
