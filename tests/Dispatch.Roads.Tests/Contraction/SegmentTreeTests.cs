using CsCheck;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Contraction;

public sealed class SegmentTreeTests
{
    [Fact]
    public void All_that_a_node_leads_to_lies_on_its_way_up_at_the_position_that_is_told() => RandomTown.Gen.Sample(town =>
    {
        if (town.Open() is not { } roads)
            return;

        var (topology, tree) = (roads.Topology, roads.Topology.Tree);
        Assert.Equal(Enumerable.Range(0, tree.NodeCount), tree.StateOf.Order());
        for (var node = 0; node < tree.NodeCount; node++)
        {
            var way = new List<int>();
            for (var group = tree.GroupOfNode[node]; group >= 0; group = tree.Parents[group])
                way.InsertRange(0, Enumerable.Range(tree.FirstNode[group], tree.FirstNode[group + 1] - tree.FirstNode[group]));
            Assert.Equal(node, way[tree.PositionOf(node)]);
            foreach (var arcs in new[] { topology.Out, topology.In })
            {
                for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
                {
                    Assert.True(arcs.Above[arc] < node);
                    Assert.Equal(arcs.Above[arc], way[arcs.Positions[arc]]);
                }
            }
        }
    }, iter: 100);
}
