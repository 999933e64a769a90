using Dispatch.Roads.Import;
using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Addresses;

/// <summary>A house, street or place as it lies in the prepared file; texts are indices.</summary>
internal struct AddressEntry
{
    public int Street, Number, City, Postcode, LatitudeE7, LongitudeE7;
    public byte Kind, Rank, Spare1, Spare2;
}

/// <summary>The addresses' part of a prepared map: houses with numbers, named streets with their lines, named places.</summary>
internal sealed class AddressPart : IMapPart
{
    private static readonly HashSet<string> Driven =
    [
        "primary", "secondary", "tertiary", "unclassified", "residential", "living_street", "trunk", "motorway", "service",
    ];

    /// <inheritdoc />
    public string Name => "addresses";

    /// <inheritdoc />
    public int FormatVersion => 1;

    /// <inheritdoc />
    public void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct)
    {
        source.Report("Gathering streets and addresses.");
        var collected = new Collected();
        source.Reader.Read(OsmKinds.Ways, new WayVisitor(collected), ct);
        source.Reader.Read(OsmKinds.Nodes, new NodeVisitor(collected), ct);
        collected.Write(writer);
    }

    private sealed class Collected
    {
        private readonly Dictionary<string, int> textIndex = [];
        private readonly List<string> texts = [];
        private readonly List<AddressEntry> entries = [];
        public readonly List<(string Name, byte Class, long[] Nodes)> Streets = [];
        public readonly List<(string Street, string Number, string City, string Postcode, long[] Nodes)> Houses = [];
        public readonly HashSet<long> Wanted = [];
        public readonly Dictionary<long, (int Latitude, int Longitude)> Positions = [];

        public void Add(AddressKind kind, byte rank, string street, string number, string city, string postcode, int latitude, int longitude) =>
            entries.Add(new AddressEntry
            {
                Kind = (byte)kind,
                Rank = rank,
                Street = Text(street),
                Number = Text(number),
                City = Text(city),
                Postcode = Text(postcode),
                LatitudeE7 = latitude,
                LongitudeE7 = longitude,
            });

        public void Write(PreparedFileWriter writer)
        {
            foreach (var (street, number, city, postcode, nodes) in Houses)
            {
                var corners = nodes.Where(Positions.ContainsKey).Select(node => Positions[node]).ToList();
                if (corners.Count > 0)
                    Add(AddressKind.House, 0, street, number, city, postcode, (int)corners.Average(c => c.Latitude), (int)corners.Average(c => c.Longitude));
            }

            var (lines, starts, names, classes) = (new List<int>(), new List<int>(), new List<int>(), new List<byte>());
            foreach (var (name, kind, nodes) in Streets)
            {
                starts.Add(lines.Count);
                names.Add(Text(name));
                classes.Add(kind);
                foreach (var node in nodes)
                {
                    if (!Positions.TryGetValue(node, out var at))
                        continue;
                    lines.Add(at.Latitude);
                    lines.Add(at.Longitude);
                }
            }

            starts.Add(lines.Count);
            writer.Add("addresses.entries", entries.ToArray());
            writer.Add("addresses.streets.names", names.ToArray());
            writer.Add("addresses.streets.classes", classes.ToArray());
            writer.Add("addresses.streets.starts", starts.ToArray());
            writer.Add("addresses.streets.lines", lines.ToArray());
            writer.AddText("addresses.texts", texts);
        }

        private int Text(string text)
        {
            if (!textIndex.TryGetValue(text, out var index))
            {
                textIndex[text] = index = texts.Count;
                texts.Add(text);
            }

            return index;
        }
    }

    private sealed class WayVisitor(Collected collected) : IOsmVisitor
    {
        public void Way(in OsmWay way)
        {
            var tags = way.Tags;
            if (tags.Count == 0)
                return;
            if (tags["highway"] is { } highway && Driven.Contains(highway) && tags["name"] is { Length: > 0 } name)
            {
                // 1: people live along it.
                var isHome = highway is "residential" or "living_street" or "unclassified" or "tertiary";
                collected.Streets.Add((name, (byte)(isHome ? 1 : 0), way.Nodes.ToArray()));
                Want(way.Nodes);
            }

            if (tags["addr:housenumber"] is { Length: > 0 } number && tags["addr:street"] is { Length: > 0 } street)
            {
                collected.Houses.Add((street, number, tags["addr:city"] ?? "", tags["addr:postcode"] ?? "", way.Nodes.ToArray()));
                Want(way.Nodes);
            }
        }

        private void Want(ReadOnlySpan<long> nodes)
        {
            foreach (var node in nodes)
                collected.Wanted.Add(node);
        }
    }

    private sealed class NodeVisitor(Collected collected) : IOsmVisitor
    {
        public void Node(in OsmNode node)
        {
            if (collected.Wanted.Contains(node.Id))
                collected.Positions[node.Id] = (node.LatitudeE7, node.LongitudeE7);
            if (node.Tags.Count == 0)
                return;
            if (node.Tags["addr:housenumber"] is { Length: > 0 } number && node.Tags["addr:street"] is { Length: > 0 } street)
                collected.Add(AddressKind.House, 0, street, number, node.Tags["addr:city"] ?? "", node.Tags["addr:postcode"] ?? "", node.LatitudeE7, node.LongitudeE7);
            if (node.Tags["place"] is { } place && node.Tags["name"] is { Length: > 0 } name)
                collected.Add(AddressKind.Place, place is "city" or "town" ? (byte)2 : (byte)1, name, "", "", "", node.LatitudeE7, node.LongitudeE7);
        }
    }
}
