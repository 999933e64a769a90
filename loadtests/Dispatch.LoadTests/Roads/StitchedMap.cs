using Dispatch.Roads.Import;

namespace Dispatch.LoadTests.Roads;

/// <summary>Lays copies of a map's roads side by side, ids renumbered, and joins neighbours by a few roads.</summary>
internal sealed class StitchedMap : IOsmVisitor
{
    private const long IdsPerTile = 100_000_000_000;
    private const int Joints = 3;

    private readonly Dictionary<long, (int Latitude, int Longitude, (string, string)[] Tags)> nodes = [];
    private readonly List<(long Id, long[] Nodes, (string Key, string Value)[] Tags)> ways = [];
    private readonly List<(long Id, OsmMember[] Members, (string, string)[] Tags)> relations = [];
    private readonly HashSet<long> onRoads = [];

    public static void Write(string file, string stitched, int tiles)
    {
        var map = new StitchedMap();
        var reader = new OsmPbfReader(file);
        reader.Read(OsmKinds.Ways | OsmKinds.Relations, map, CancellationToken.None);
        reader.Read(OsmKinds.Nodes, map, CancellationToken.None);
        using var stream = File.Create(stitched);
        using var writer = new OsmPbfWriter(stream);
        map.WriteTiles(writer, tiles, (int)Math.Ceiling(Math.Sqrt(tiles)));
    }

    public void Node(in OsmNode node)
    {
        if (onRoads.Contains(node.Id))
            nodes[node.Id] = (node.LatitudeE7, node.LongitudeE7, TagsOf(node.Tags));
    }

    public void Way(in OsmWay way)
    {
        if (way.Tags["highway"] is null)
            return;

        ways.Add((way.Id, way.Nodes.ToArray(), TagsOf(way.Tags)));
        onRoads.UnionWith(way.Nodes.ToArray());
    }

    public void Relation(in OsmRelation relation)
    {
        if (relation.Tags["type"] != "restriction")
            return;

        var members = new OsmMember[relation.MemberCount];
        for (var i = 0; i < members.Length; i++)
            members[i] = relation.Member(i);
        relations.Add((relation.Id, members, TagsOf(relation.Tags)));
    }

    private static (string, string)[] TagsOf(OsmTags tags)
    {
        var copy = new (string, string)[tags.Count];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = (tags.Key(i), tags.Value(i));
        return copy;
    }

    private void WriteTiles(OsmPbfWriter writer, int tiles, int columns)
    {
        var (south, north) = (nodes.Values.Min(node => node.Latitude), nodes.Values.Max(node => node.Latitude));
        var (west, east) = (nodes.Values.Min(node => node.Longitude), nodes.Values.Max(node => node.Longitude));
        var (height, width) = ((north - south) / 1e7 + 0.002, (east - west) / 1e7 + 0.002);
        for (var tile = 0; tile < tiles; tile++)
        {
            foreach (var (id, node) in nodes)
            {
                writer.Node(
                    tile * IdsPerTile + id, node.Latitude / 1e7 - tile / columns * height, node.Longitude / 1e7 + tile % columns * width, node.Tags);
            }
        }

        var (eastward, southward) = (Borders(node => node.Longitude, node => node.Latitude), Borders(node => -node.Latitude, node => node.Longitude));
        for (var tile = 0; tile < tiles; tile++)
        {
            foreach (var (id, along, tags) in ways)
                writer.Way(tile * IdsPerTile + id, along.Where(nodes.ContainsKey).Select(node => tile * IdsPerTile + node), tags);
            if (tile % columns + 1 < columns && tile + 1 < tiles)
                Join(writer, tile, tile + 1, 0, eastward);
            if (tile + columns < tiles)
                Join(writer, tile, tile + columns, Joints, southward);
        }

        for (var tile = 0; tile < tiles; tile++)
        {
            foreach (var (id, members, tags) in relations)
                writer.Relation(tile * IdsPerTile + id, [.. members.Select(one => one with { Id = tile * IdsPerTile + one.Id })], tags);
        }
    }

    /// <summary>Nodes of larger two-way roads near two opposite borders, some on each: the furthest out of each part of the border.</summary>
    private List<(long Far, long Near)> Borders(
        Func<(int Latitude, int Longitude, (string, string)[]), int> outward, Func<(int Latitude, int Longitude, (string, string)[]), int> along)
    {
        var candidates = ways.Where(way => way.Tags.Any(tag => tag is ("highway", "primary" or "secondary" or "tertiary"))
                && !way.Tags.Any(tag => tag.Key is "oneway" or "junction"))
            .SelectMany(way => new[] { way.Nodes[0], way.Nodes[^1] }).Where(nodes.ContainsKey).Distinct()
            .OrderBy(node => along(nodes[node])).ToArray();
        return
        [
            .. candidates.Chunk(candidates.Length / Joints + 1).Select(part =>
                (part.MaxBy(node => outward(nodes[node])), part.MinBy(node => outward(nodes[node])))),
        ];
    }

    private static void Join(OsmPbfWriter writer, int tile, int other, int first, List<(long Far, long Near)> borders)
    {
        for (var i = 0; i < borders.Count; i++)
        {
            writer.Way(
                tile * IdsPerTile + IdsPerTile / 2 + first + i, [tile * IdsPerTile + borders[i].Far, other * IdsPerTile + borders[i].Near],
                [("highway", "primary")]);
        }
    }
}
