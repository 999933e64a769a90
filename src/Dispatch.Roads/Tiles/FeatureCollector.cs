using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tiles;

/// <summary>Gathers from a map what tiles show: first which relations and ways, then the nodes they lie on.</summary>
internal sealed class FeatureCollector
{
    private readonly Dictionary<long, long[]> ways = [];
    private readonly Dictionary<long, (int X, int Y)> nodes = [];
    private readonly HashSet<long> wanted = [];
    private readonly List<(FeatureStyle Style, string Name, string Extra, long Way, bool IsArea)> shownWays = [];
    private readonly List<(FeatureStyle Style, string Name, List<(long Way, bool IsInner)> Members)> shownRelations = [];
    private readonly FeatureWriter features = new();

    /// <summary>Reads the map, three times over, and gives the features.</summary>
    public FeatureWriter Collect(OsmPbfReader reader, CancellationToken ct)
    {
        var members = new HashSet<long>();
        reader.Read(OsmKinds.Relations, new RelationVisitor(this, members), ct);
        reader.Read(OsmKinds.Ways, new WayVisitor(this, members), ct);
        foreach (var node in ways.Values.SelectMany(way => way))
            wanted.Add(node);
        reader.Read(OsmKinds.Nodes, new NodeVisitor(this), ct);
        foreach (var (style, name, extra, way, isArea) in shownWays)
        {
            if (Line(ways[way]) is { Length: > 1 } line)
                features.Add(style, name, extra, isArea ? TileGeometry.Polygon : TileGeometry.Line, [line], isArea ? [false] : []);
        }

        foreach (var (style, name, wayMembers) in shownRelations)
            AddRelation(style, name, wayMembers);
        return features;
    }

    private void AddRelation(FeatureStyle style, string name, List<(long Way, bool IsInner)> members)
    {
        var (rings, inner) = (new List<(int, int)[]>(), new List<bool>());
        foreach (var isInner in (bool[])[false, true])
        {
            var lines = members.Where(member => member.IsInner == isInner && ways.ContainsKey(member.Way)).Select(member => ways[member.Way]);
            foreach (var ring in Rings.Join(lines))
            {
                if (Line(ring) is not { Length: > 3 } line)
                    continue;
                rings.Add(line);
                inner.Add(isInner);
            }
        }

        if (rings.Count > 0)
            features.Add(style, name, "", TileGeometry.Polygon, rings, inner);
    }

    // A node that the extract does not hold is left out of the line.
    private (int X, int Y)[] Line(long[] way) => [.. way.Where(nodes.ContainsKey).Select(node => nodes[node])];

    private sealed class RelationVisitor(FeatureCollector collector, HashSet<long> members) : IOsmVisitor
    {
        public void Relation(in OsmRelation relation)
        {
            var tags = relation.Tags;
            if (tags["type"] != "multipolygon")
                return;
            var found = Tags.Of(tags);
            if (FeatureRules.Area(found) is not { } style)
                return;
            var list = new List<(long, bool)>();
            for (var i = 0; i < relation.MemberCount; i++)
            {
                var member = relation.Member(i);
                if (member.Kind != OsmKind.Way)
                    continue;
                list.Add((member.Id, member.Role == "inner"));
                members.Add(member.Id);
            }

            collector.shownRelations.Add((style, found("name") ?? "", list));
        }
    }

    private sealed class WayVisitor(FeatureCollector collector, HashSet<long> members) : IOsmVisitor
    {
        public void Way(in OsmWay way)
        {
            if (members.Contains(way.Id))
                collector.ways[way.Id] = way.Nodes.ToArray();
            if (way.Tags.Count == 0)
                return;
            var tag = Tags.Of(way.Tags);
            var isClosed = way.Nodes.Length > 3 && way.Nodes[0] == way.Nodes[^1];
            var line = FeatureRules.Line(tag);
            var isArea = isClosed && (line is null || tag("area") == "yes");
            var style = isArea ? FeatureRules.Area(tag) : line;
            if (style is not { } shown)
                return;
            collector.ways[way.Id] = way.Nodes.ToArray();
            var extra = shown.Layer == TileLayer.Roads
                ? (tag("bridge") is not (null or "no") ? "b" : "") + (tag("tunnel") is not (null or "no") ? "t" : "") + (tag("oneway") is "yes" or "1" ? "o" : "")
                : "";
            collector.shownWays.Add((shown, tag("name") ?? tag("ref") ?? "", extra, way.Id, isArea));
            if (shown.Layer == TileLayer.Buildings && tag("addr:housenumber") is { } number)
                collector.shownWays.Add((new FeatureStyle(TileLayer.Housenumbers, "", 16), number, "", way.Id, true));
        }
    }

    private sealed class NodeVisitor(FeatureCollector collector) : IOsmVisitor
    {
        public void Node(in OsmNode node)
        {
            var (latitude, longitude) = (node.LatitudeE7 / 1e7, node.LongitudeE7 / 1e7);
            if (collector.wanted.Contains(node.Id))
                collector.nodes[node.Id] = (WebMercator.X(longitude), WebMercator.Y(latitude));
            if (node.Tags.Count == 0)
                return;
            var tag = Tags.Of(node.Tags);
            if (FeatureRules.Point(tag) is { } style)
            {
                collector.features.Add(
                    style, style.Layer == TileLayer.Places ? tag("name")! : tag("addr:housenumber")!, "", TileGeometry.Point,
                    [[(WebMercator.X(longitude), WebMercator.Y(latitude))]], []);
            }
        }
    }

    /// <summary>Tags in a form that outlives the reader's buffers.</summary>
    private static class Tags
    {
        public static Func<string, string?> Of(OsmTags tags)
        {
            var found = new Dictionary<string, string>(tags.Count);
            for (var i = 0; i < tags.Count; i++)
                found.TryAdd(tags.Key(i), tags.Value(i));
            return key => found.GetValueOrDefault(key);
        }
    }
}
