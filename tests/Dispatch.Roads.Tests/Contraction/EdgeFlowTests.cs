using CsCheck;
using Dispatch.Roads.Contraction;

namespace Dispatch.Roads.Tests.Contraction;

public sealed class EdgeFlowTests
{
    private static readonly Gen<JunctionGraph> Graphs =
        Gen.Int[2, 9].SelectMany(junctions => Gen.Select(Gen.Int[0, junctions - 1], Gen.Int[0, junctions - 1]).Array[1, 20].Select(roads =>
            new JunctionGraph(
                [.. Enumerable.Range(0, junctions).Select(one => one * 7 % 5)], [.. Enumerable.Range(0, junctions)],
                [.. roads.Select(road => road.Item1)], [.. roads.Select(road => road.Item2)], [.. Enumerable.Range(0, roads.Length)])));

    [Fact]
    public void The_cut_is_the_smallest_of_all_that_part_sources_from_sinks() => Graphs.Sample(graph =>
    {
        var order = Enumerable.Range(0, graph.JunctionCount).ToArray();
        var terminals = Math.Max(1, graph.JunctionCount / 3);
        var flow = new EdgeFlow(graph);
        var cut = flow.Cut(order, terminals, int.MaxValue);
        Assert.Equal(SmallestCut(graph, terminals), cut);

        var side = new bool[graph.JunctionCount];
        foreach (var ofSinks in new[] { false, true })
        {
            var size = flow.Side(ofSinks ? order.AsSpan(order.Length - terminals) : order.AsSpan(0, terminals), ofSinks, side);
            Assert.Equal(side.Count(inside => inside), size);
            Assert.Equal(cut, Enumerable.Range(0, graph.RoadCount).Count(road => side[graph.Tails[road]] != side[graph.Heads[road]]));
        }

        if (cut > 0)
            Assert.Equal(-1, flow.Cut(order, terminals, cut - 1));
    });

    [Fact]
    public void Every_segment_has_one_place_in_the_order() => Graphs.Sample(graph =>
        Assert.Equal(graph.Segments, NestedDissection.Order(graph, CancellationToken.None).Order()));

    private static int SmallestCut(JunctionGraph graph, int terminals)
    {
        var smallest = int.MaxValue;
        for (var side = 0; side < 1 << graph.JunctionCount; side++)
        {
            bool In(int junction) => (side >> junction & 1) != 0;
            var parts = Enumerable.Range(0, terminals).All(In)
                && !Enumerable.Range(graph.JunctionCount - terminals, terminals).Any(In);
            if (parts)
                smallest = Math.Min(smallest, Enumerable.Range(0, graph.RoadCount).Count(road => In(graph.Tails[road]) != In(graph.Heads[road])));
        }

        return smallest;
    }
}
