using System.Runtime.InteropServices;
using Dispatch.Roads.Import;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>First pass over a map: the ways that cars may use, with their nodes' ids, and the turn restrictions.</summary>
internal sealed class RoadCollector(RoadTagging tagging) : IOsmVisitor
{
    private readonly List<long> nodeIds = [];
    private readonly Dictionary<string, string> names = [];

    /// <summary>The drivable ways.</summary>
    public List<CarWay> Ways { get; } = [];

    /// <summary>Their ids.</summary>
    public List<long> WayIds { get; } = [];

    /// <summary>Where each way's nodes begin among all; one more at the end.</summary>
    public List<int> FirstNode { get; } = [0];

    /// <summary>The turn restrictions that concern cars.</summary>
    public List<Restriction> Restrictions { get; } = [];

    /// <summary>Ids of the nodes of the way at <paramref name="index"/>, in order.</summary>
    public ReadOnlySpan<long> NodesOf(int index) =>
        CollectionsMarshal.AsSpan(nodeIds)[FirstNode[index]..FirstNode[index + 1]];

    /// <summary>Ids of all nodes of drivable ways, sorted, each once.</summary>
    public long[] DistinctNodeIds()
    {
        var sorted = nodeIds.ToArray();
        Array.Sort(sorted);
        var kept = 0;
        foreach (var id in sorted)
        {
            if (kept == 0 || sorted[kept - 1] != id)
                sorted[kept++] = id;
        }

        return sorted[..kept];
    }

    public void Node(in OsmNode node) => tagging.Locate(node);

    public void Way(in OsmWay way)
    {
        if (way.Nodes.Length < 2 || way.Tags.Count == 0 || tagging.Way(way.Tags) is not { } carWay)
            return;

        if (!names.TryGetValue(carWay.Name, out var name))
            names.Add(name = carWay.Name, name);
        Ways.Add(carWay with { Name = name, Sign = RoadSign.Read(way.Tags) });
        WayIds.Add(way.Id);
        nodeIds.AddRange(way.Nodes);
        FirstNode.Add(nodeIds.Count);
    }

    public void Relation(in OsmRelation relation)
    {
        if (tagging.Restriction(relation) is { } restriction)
            Restrictions.Add(restriction);
    }
}
