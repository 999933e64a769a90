using System.Runtime.InteropServices;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tiles;

/// <summary>Gathers from a map what tiles show: relations first, then ways, then the nodes they lie on, and lays shapes out of them.</summary>
internal sealed class FeatureCollector
{
    private const double SmallestNamedPoints = 64; // of a screen: an area's name comes once the area is so wide

    private readonly List<long> nodeIds = [];
    private readonly List<int> firstNode = [0];
    private readonly Dictionary<long, int> memberWays = []; // ways that relations name: their nodes' place, or -1 as long as they are absent
    private readonly Dictionary<int, int> shownOfMember = [];
    private readonly List<ShownWay> shown = [];
    private readonly List<int> coasts = [];
    private readonly List<ShownRelation> relations = [];
    private readonly FeatureWriter features = new();
    private NodePlaces places = new([]);
    private (int West, int North, int East, int South) box = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    private FeatureCollector()
    {
    }

    /// <summary>Reads the map, three times over, and gives the features.</summary>
    public static FeatureWriter Collect(IOsmReader reader, CancellationToken ct)
    {
        var collector = new FeatureCollector();
        reader.Read(OsmKinds.Relations, new RelationVisitor(collector), ct);
        reader.Read(OsmKinds.Ways, new WayVisitor(collector), ct);
        collector.places = new NodePlaces([.. collector.nodeIds]);
        reader.Read(OsmKinds.Nodes, new NodeVisitor(collector), ct);
        collector.AddRelations();
        foreach (var way in CollectionsMarshal.AsSpan(collector.shown))
            collector.AddWay(way);
        collector.AddRoadNames();
        collector.AddSea();
        return collector.features;
    }

    private ReadOnlySpan<long> NodesOf(int way) => CollectionsMarshal.AsSpan(nodeIds)[firstNode[way]..firstNode[way + 1]];

    // A node that the extract does not hold is left out of the line.
    private (int X, int Y)[] Line(ReadOnlySpan<long> way)
    {
        var line = new List<(int X, int Y)>(way.Length);
        foreach (var node in way)
        {
            if (places.TryFind(node, out var latitudeE7, out var longitudeE7))
                line.Add((WebMercator.X(longitudeE7 / 1e7), WebMercator.Y(latitudeE7 / 1e7)));
        }

        return [.. line];
    }

    private void AddWay(in ShownWay way)
    {
        if (way.Style is null && !(way.IsArea && way.NameClass is not null) && way.HouseNumber.Length == 0)
            return;

        var line = Line(NodesOf(way.Nodes));
        if (line.Length < (way.IsArea ? 4 : 2))
            return;

        if (way.Style is { } style)
            features.Add(style, style.Layer is TileLayer.Roads or TileLayer.Waterways ? way.Name : "", "", way.IsArea ? TileGeometry.Polygon : TileGeometry.Line, line);
        if (way is { IsArea: true, NameClass: { } nameClass })
            AddAreaName(nameClass, way.Name, line);
        if (way.HouseNumber.Length > 0)
            features.Add(new FeatureStyle(TileLayer.HouseNumbers, "", 16), way.HouseNumber, "", TileGeometry.Point, [RingShape.Inside(line)]);
    }

    private void AddAreaName(string nameClass, string name, (int X, int Y)[] ring)
    {
        if (name.Length == 0)
            return;

        var width = Math.Sqrt(Math.Abs(RingShape.DoubleArea(ring)) / 2);
        var zoom = Math.Ceiling(WebMercator.Bits - 9 + Math.Log2(SmallestNamedPoints / Math.Max(1, width)));
        features.Add(
            new FeatureStyle(TileLayer.AreaNames, nameClass, (int)Math.Clamp(zoom, 8, VectorTiles.MaxZoom)), name, "", TileGeometry.Point, [RingShape.Inside(ring)]);
    }

    private void AddRelations()
    {
        foreach (var relation in relations)
        {
            var (style, nameClass, name) = (relation.Style, relation.NameClass, relation.Name);
            if (style?.Layer == TileLayer.Boundaries)
            {
                foreach (var (way, _) in relation.Members)
                {
                    if (memberWays.GetValueOrDefault(way, -1) is >= 0 and var border && Line(NodesOf(border)) is { Length: > 1 } line)
                        features.Add(style.Value, "", "", TileGeometry.Line, line);
                }

                continue;
            }

            if (style is null && nameClass is null)
                (style, nameClass, name) = TakeFromOuterWays(relation);
            if (style is null && nameClass is null)
                continue;

            var polygons = RingShape.Polygons(RingsOf(relation, isInner: false), RingsOf(relation, isInner: true));
            foreach (var polygon in polygons)
            {
                if (style is { } shownAs)
                    features.Add(shownAs, "", "", TileGeometry.Polygon, CollectionsMarshal.AsSpan(polygon));
            }

            if (nameClass is not null && polygons.Count > 0)
                AddAreaName(nameClass, name, polygons.MaxBy(polygon => Math.Abs(RingShape.DoubleArea(polygon[0])))![0]);
        }
    }

    /// <summary>In the older form the outer way carries the tags; it is then not shown once more without its holes.</summary>
    private (FeatureStyle? Style, string? NameClass, string Name) TakeFromOuterWays(ShownRelation relation)
    {
        foreach (var (way, isInner) in relation.Members)
        {
            if (isInner || memberWays.GetValueOrDefault(way, -1) is not (>= 0 and var nodes))
                continue;

            if (!shownOfMember.TryGetValue(nodes, out var found) || shown[found].AreaStyle is null)
                continue;

            var outer = shown[found];
            if (outer.IsArea)
                shown[found] = outer with { Style = null, NameClass = null };
            return (outer.AreaStyle, outer.NameClass, outer.Name);
        }

        return (null, null, "");
    }

    private List<(int X, int Y)[]> RingsOf(ShownRelation relation, bool isInner)
    {
        var ways = relation.Members.Where(member => member.IsInner == isInner && memberWays.GetValueOrDefault(member.Way, -1) >= 0)
            .Select(member => NodesOf(memberWays[member.Way]).ToArray());
        var rings = new List<(int X, int Y)[]>();
        foreach (var ring in LineJoining.Rings(ways))
        {
            if (Line(ring) is { Length: > 3 } line)
                rings.Add(line);
        }

        return rings;
    }

    /// <summary>Names stand along whole streets: what shares name, number and class is joined, however it is cut into ways.</summary>
    private void AddRoadNames()
    {
        foreach (var street in shown.Where(way => way.NameStyle is not null).GroupBy(way => (way.NameStyle!.Value, way.Name, way.Ref)))
        {
            foreach (var line in LineJoining.Join(street.Select(way => NodesOf(way.Nodes).ToArray()), keepDirection: false))
            {
                if (Line(line) is { Length: > 1 } points)
                    features.Add(street.Key.Value, street.Key.Name, street.Key.Ref, TileGeometry.Line, points);
            }
        }
    }

    private void AddSea()
    {
        var lines = LineJoining.Join(coasts.Select(way => NodesOf(way).ToArray()), keepDirection: true).Select(line => Line(line));
        foreach (var polygon in Sea.Polygons([.. lines], box))
            features.Add(new FeatureStyle(TileLayer.Water, "sea", 0), "", "", TileGeometry.Polygon, CollectionsMarshal.AsSpan(polygon));
    }

    private sealed class RelationVisitor(FeatureCollector collector) : IOsmVisitor
    {
        public void Relation(in OsmRelation relation)
        {
            var tags = relation.Tags;
            var isBorder = tags["type"] == "boundary" && tags["boundary"] == "administrative";
            var style = isBorder ? LineRules.Boundary(tags["admin_level"]) : tags["type"] is "multipolygon" or "boundary" ? AreaRules.Area(tags) : null;
            if (style is null && tags["type"] != "multipolygon")
                return;

            var members = new List<(long, bool)>();
            for (var i = 0; i < relation.MemberCount; i++)
            {
                var member = relation.Member(i);
                if (member.Kind != OsmKind.Way)
                    continue;

                members.Add((member.Id, member.Role == "inner"));
                collector.memberWays[member.Id] = -1;
            }

            collector.relations.Add(new ShownRelation(style, isBorder ? null : AreaRules.NameClass(tags, style), tags["name"] ?? "", members));
        }
    }

    private sealed class WayVisitor(FeatureCollector collector) : IOsmVisitor
    {
        public void Way(in OsmWay way)
        {
            var isMember = collector.memberWays.ContainsKey(way.Id);
            var tags = way.Tags;
            if (way.Nodes.Length < 2 || tags.Count == 0 && !isMember)
                return;

            var isCoast = tags["natural"] == "coastline";
            var isClosed = way.Nodes.Length > 3 && way.Nodes[0] == way.Nodes[^1];
            var line = LineRules.Line(tags);
            var isArea = isClosed && (line is null || tags["area"] == "yes" || line.Value.Class == "pier");
            var area = isArea || isMember ? AreaRules.Area(tags) : null;
            var style = isArea ? area : line;
            var nameClass = isArea || isMember ? AreaRules.NameClass(tags, area) : null;
            var number = isClosed ? tags["addr:housenumber"] ?? "" : "";
            if (style is null && area is null && nameClass is null && number.Length == 0 && !isMember && !isCoast)
                return;

            var nodes = collector.Keep(way.Nodes);
            if (isMember)
                collector.memberWays[way.Id] = nodes;
            if (isCoast)
                collector.coasts.Add(nodes);
            if (style is not null || area is not null || nameClass is not null || number.Length > 0)
            {
                if (isMember)
                    collector.shownOfMember[nodes] = collector.shown.Count;
                var nameStyle = line is { } road && !isArea ? LineRules.Name(tags, road) : null;
                collector.shown.Add(new ShownWay(
                    nodes, isArea, style, area, nameStyle, nameClass, tags["name"] ?? "", nameStyle is null ? "" : tags["ref"] ?? "", number));
            }
        }
    }

    private int Keep(ReadOnlySpan<long> nodes)
    {
        nodeIds.AddRange(nodes);
        firstNode.Add(nodeIds.Count);
        return firstNode.Count - 2;
    }

    private sealed class NodeVisitor(FeatureCollector collector) : IOsmVisitor
    {
        public void Node(in OsmNode node)
        {
            collector.places.Locate(node);
            var (x, y) = (WebMercator.X(node.LongitudeE7 / 1e7), WebMercator.Y(node.LatitudeE7 / 1e7));
            var box = collector.box;
            collector.box = (Math.Min(box.West, x), Math.Min(box.North, y), Math.Max(box.East, x), Math.Max(box.South, y));
            if (node.Tags.Count == 0)
                return;

            if (PointRules.Point(node.Tags) is { } style)
                collector.features.Add(style, (style.Layer == TileLayer.HouseNumbers ? node.Tags["addr:housenumber"] : node.Tags["name"])!, "", TileGeometry.Point, [(x, y)]);
        }
    }

    /// <summary>A way that is shown, or whose tags a relation may take over.</summary>
    private readonly record struct ShownWay(
        int Nodes, bool IsArea, FeatureStyle? Style, FeatureStyle? AreaStyle, FeatureStyle? NameStyle, string? NameClass, string Name, string Ref, string HouseNumber);

    private sealed record ShownRelation(FeatureStyle? Style, string? NameClass, string Name, List<(long Way, bool IsInner)> Members);
}
