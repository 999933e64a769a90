using Dispatch.Roads;
using Dispatch.Roads.Import;

namespace Dispatch.Maps.TownGenerator;

/// <summary>The map that is being drawn: nodes, ways and relations, written in the order of their kinds and ids.</summary>
internal sealed class Sheet
{
    private readonly List<(MapPoint Place, List<(string, string)> Tags)> nodes = [];
    private readonly List<(long[] Nodes, (string, string)[] Tags)> ways = [];
    private readonly List<(OsmMember[] Members, (string, string)[] Tags)> relations = [];

    /// <summary>Adds a node.</summary>
    public long Node(double east, double north, params (string, string)[] tags)
    {
        nodes.Add((Ground.Place(east, north), [.. tags]));
        return nodes.Count;
    }

    /// <summary>Tags a node that is there.</summary>
    public void Tag(long node, string key, string value) => nodes[(int)node - 1].Tags.Add((key, value));

    /// <summary>Adds a way.</summary>
    public long Way(IEnumerable<long> along, params (string, string)[] tags)
    {
        ways.Add(([.. along], tags));
        return ways.Count;
    }

    /// <summary>Adds a closed way round points.</summary>
    public void Area(IEnumerable<(double East, double North)> corners, params (string, string)[] tags)
    {
        long[] round = [.. corners.Select(corner => Node(corner.East, corner.North))];
        Way([.. round, round[0]], tags);
    }

    /// <summary>Adds a turn restriction.</summary>
    public void Restriction(string kind, long from, long via, long to) => relations.Add((
        [new OsmMember(OsmKind.Way, from, "from"), new OsmMember(OsmKind.Node, via, "via"), new OsmMember(OsmKind.Way, to, "to")],
        [("type", "restriction"), ("restriction", kind)]));

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new OsmPbfWriter(stream, "Dispatch TownGenerator", "Alderhaven, an invented town (CC0)"))
        {
            for (var i = 0; i < nodes.Count; i++)
                writer.Node(i + 1, nodes[i].Place.Latitude, nodes[i].Place.Longitude, nodes[i].Tags.Count > 0 ? nodes[i].Tags : null);
            for (var i = 0; i < ways.Count; i++)
                writer.Way(i + 1, ways[i].Nodes, ways[i].Tags);
            for (var i = 0; i < relations.Count; i++)
                writer.Relation(i + 1, relations[i].Members, relations[i].Tags);
        }

        return stream.ToArray();
    }
}
