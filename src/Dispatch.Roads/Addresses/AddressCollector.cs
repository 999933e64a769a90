using System.Runtime.InteropServices;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Addresses;

/// <summary>Gathers houses, named ways and named places from a map: ways first, then the nodes they lie on.</summary>
/// <remarks>Source: OSM wiki, "Key:addr:*", "Addresses", "Key:place", "Key:name", "Key:alt_name".</remarks>
internal sealed class AddressCollector
{
    private readonly List<long> nodeIds = [];
    private readonly List<RawWay> rawWays = [];
    private readonly List<RawHouse> rawHouses = [];
    private NodePlaces places = new([]);

    private AddressCollector()
    {
    }

    public List<(string Street, string Number, string City, string Postcode, int LatitudeE7, int LongitudeE7)> Houses { get; } = [];

    public List<(string Name, byte Rank, int LatitudeE7, int LongitudeE7)> Places { get; } = [];

    public List<(string Name, bool IsHome, byte Rank, (int LatitudeE7, int LongitudeE7)[] Line)> Ways { get; } = [];

    public static AddressCollector Collect(IOsmReader reader, CancellationToken ct)
    {
        var collector = new AddressCollector();
        reader.Read(OsmKinds.Ways, new WayVisitor(collector), ct);
        collector.places = new NodePlaces([.. collector.nodeIds]);
        reader.Read(OsmKinds.Nodes, new NodeVisitor(collector), ct);
        foreach (var way in collector.rawWays)
        {
            if (collector.Line(way.First, way.Count) is { Length: > 1 } line)
                collector.Ways.Add((way.Name, way.IsHome, way.Rank, line));
        }

        foreach (var house in collector.rawHouses)
        {
            if (collector.Line(house.First, house.Count) is { Length: > 0 } corners)
                collector.Houses.Add((house.Street, house.Number, house.City, house.Postcode, (int)corners.Average(c => c.LatitudeE7), (int)corners.Average(c => c.LongitudeE7)));
        }

        return collector;
    }

    private (int LatitudeE7, int LongitudeE7)[] Line(int first, int count)
    {
        var line = new List<(int, int)>(count);
        foreach (var node in CollectionsMarshal.AsSpan(nodeIds).Slice(first, count))
        {
            if (places.TryFind(node, out var latitudeE7, out var longitudeE7))
                line.Add((latitudeE7, longitudeE7));
        }

        return [.. line];
    }

    private static byte RankOf(string highway) => highway switch
    {
        "motorway" or "trunk" or "primary" => 1,
        "secondary" => 2,
        "tertiary" => 3,
        "unclassified" or "residential" or "living_street" or "pedestrian" => 4,
        "service" => 5,
        _ => 0,
    };

    private static byte PlaceRank(string place) => place switch
    {
        "city" => 1,
        "town" => 2,
        "village" or "suburb" or "borough" => 3,
        "hamlet" or "quarter" or "neighbourhood" => 4,
        "island" or "islet" or "locality" or "isolated_dwelling" or "square" => 5,
        _ => 0,
    };

    private static (string Street, string Number)? Address(in OsmTags tags) =>
        tags["addr:housenumber"] is { Length: > 0 and < 20 } number && (tags["addr:street"] ?? tags["addr:place"]) is { Length: > 0 } street ? (street, number) : null;

    private sealed class WayVisitor(AddressCollector collector) : IOsmVisitor
    {
        public void Way(in OsmWay way)
        {
            var tags = way.Tags;
            if (tags.Count == 0 || way.Nodes.Length < 2)
                return;

            if (tags["highway"] is { } highway && RankOf(highway) is > 0 and var rank && tags["name"] is { Length: > 0 } name)
            {
                // Where people live.
                var isHome = highway is "residential" or "living_street" or "unclassified" or "tertiary";
                collector.rawWays.Add(new RawWay(name, isHome, rank, Keep(way.Nodes), way.Nodes.Length));
            }

            if (Address(tags) is var (street, number))
                collector.rawHouses.Add(new RawHouse(street, number, tags["addr:city"] ?? "", tags["addr:postcode"] ?? "", Keep(way.Nodes), way.Nodes.Length));
        }

        private int Keep(ReadOnlySpan<long> nodes)
        {
            collector.nodeIds.AddRange(nodes);
            return collector.nodeIds.Count - nodes.Length;
        }
    }

    private sealed class NodeVisitor(AddressCollector collector) : IOsmVisitor
    {
        public void Node(in OsmNode node)
        {
            collector.places.Locate(node);
            if (node.Tags.Count == 0)
                return;

            var tags = node.Tags;
            if (Address(tags) is var (street, number))
                collector.Houses.Add((street, number, tags["addr:city"] ?? "", tags["addr:postcode"] ?? "", node.LatitudeE7, node.LongitudeE7));
            if (tags["place"] is { } place && PlaceRank(place) is > 0 and var rank && tags["name"] is { Length: > 0 } name)
                collector.Places.Add((name, rank, node.LatitudeE7, node.LongitudeE7));
        }
    }

    private readonly record struct RawWay(string Name, bool IsHome, byte Rank, int First, int Count);

    private readonly record struct RawHouse(string Street, string Number, string City, string Postcode, int First, int Count);
}
