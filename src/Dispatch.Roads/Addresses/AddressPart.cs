using Dispatch.Roads.Prepared;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads.Addresses;

/// <summary>The addresses' part of a prepared map: houses, streets with their lines, places, and the words by which they are found.</summary>
internal sealed class AddressPart : IMapPart
{
    /// <inheritdoc />
    public string Name => "addresses";

    /// <inheritdoc />
    public int FormatVersion => 2;

    /// <inheritdoc />
    public void Prepare(MapSource source, PreparedFileWriter writer, CancellationToken ct)
    {
        source.Report("Gathering streets and addresses.");
        new Making(AddressCollector.Collect(source.Reader, ct)).Write(writer);
    }

    private sealed class Making
    {
        private readonly AddressCollector map;
        private readonly Dictionary<string, int> textIndex = [];
        private readonly List<string> texts = [];
        private readonly List<NamedEntry> named = [];
        private readonly List<HouseEntry> houses = [];
        private readonly List<WayEntry> ways = [];
        private readonly List<int> points = [];

        public Making(AddressCollector map)
        {
            this.map = map;
            var clusters = new StreetClusters();
            int[] pieceOfWay = [.. map.Ways.Select(way => clusters.Add(way.Name, way.Line))];
            int[] pieceOfHouse = [.. map.Houses.Select(house => clusters.Add(house.Street, [(house.LatitudeE7, house.LongitudeE7)]))];
            clusters.UniteNeighbours();

            var settlements = new Settlements(map.Places);
            foreach (var (name, rank, latitude, longitude) in map.Places)
                named.Add(new NamedEntry { Name = Text(name), City = Text(""), Postcode = Text(""), LatitudeE7 = latitude, LongitudeE7 = longitude, Rank = rank, Kind = (byte)AddressKind.Place });

            var streets = new Dictionary<int, int>();
            for (var i = 0; i < map.Ways.Count; i++)
                AddWay(map.Ways[i], StreetOf(streets, clusters.Of(pieceOfWay[i]), map.Ways[i].Name, map.Ways[i].Rank));
            for (var i = 0; i < map.Houses.Count; i++)
                AddHouse(map.Houses[i], StreetOf(streets, clusters.Of(pieceOfHouse[i]), map.Houses[i].Street, 4));
            LocateStreets(settlements);
        }

        public void Write(PreparedFileWriter writer)
        {
            writer.Add("addresses.named", named.ToArray());
            writer.Add("addresses.houses", houses.ToArray());
            writer.Add("addresses.ways", ways.ToArray());
            writer.Add("addresses.points", points.ToArray());
            var towns = houses.ToLookup(house => house.Named, house => (house.City, house.Postcode));
            WordIndex.Write(writer, [.. named.Select((entry, i) => (texts[entry.Name], string.Join(
                ' ', towns[i].Distinct().Select(town => $"{texts[town.City]} {texts[town.Postcode]}").Prepend(texts[entry.City]))))]);
            writer.AddText("addresses.texts", texts);
            BoxTree.Build("addresses.tree", [.. Enumerable.Range(0, houses.Count + ways.Count)], BoxOf).Save(writer);
        }

        private int StreetOf(Dictionary<int, int> streets, int cluster, string name, byte rank)
        {
            if (!streets.TryGetValue(cluster, out var street))
            {
                streets[cluster] = street = named.Count;
                named.Add(new NamedEntry { Name = Text(name), Rank = rank, Kind = (byte)AddressKind.Street });
            }

            if (rank < named[street].Rank)
                named[street] = named[street] with { Rank = rank };
            return street;
        }

        private void AddWay((string Name, bool IsHome, byte Rank, (int LatitudeE7, int LongitudeE7)[] Line) way, int street)
        {
            ways.Add(new WayEntry { Name = Text(way.Name), FirstPoint = points.Count / 2, PointCount = way.Line.Length, Named = street, IsHome = way.IsHome ? (byte)1 : (byte)0, Rank = way.Rank });
            foreach (var (latitude, longitude) in way.Line)
            {
                points.Add(latitude);
                points.Add(longitude);
            }
        }

        private void AddHouse((string Street, string Number, string City, string Postcode, int LatitudeE7, int LongitudeE7) house, int street) => houses.Add(new HouseEntry
        {
            Street = Text(house.Street),
            Number = Text(house.Number),
            City = Text(house.City),
            Postcode = Text(house.Postcode),
            LatitudeE7 = house.LatitudeE7,
            LongitudeE7 = house.LongitudeE7,
            Named = street,
        });

        /// <summary>A street lies at the middle of its longest way, or of its houses; its town is what its houses say, or the settlement around it.</summary>
        private void LocateStreets(Settlements settlements)
        {
            var longest = new Dictionary<int, WayEntry>();
            foreach (var way in ways)
            {
                if (!longest.TryGetValue(way.Named, out var other) || way.PointCount > other.PointCount)
                    longest[way.Named] = way;
            }

            var first = new Dictionary<int, HouseEntry>();
            var said = new Dictionary<int, Dictionary<(int City, int Postcode), int>>();
            foreach (var house in houses)
            {
                first.TryAdd(house.Named, house);
                if (texts[house.City].Length + texts[house.Postcode].Length == 0)
                    continue;
                if (!said.TryGetValue(house.Named, out var counts))
                    said[house.Named] = counts = [];
                counts[(house.City, house.Postcode)] = counts.GetValueOrDefault((house.City, house.Postcode)) + 1;
            }

            for (var i = 0; i < named.Count; i++)
            {
                var entry = named[i];
                if (entry.Kind != (byte)AddressKind.Street)
                    continue;

                if (longest.TryGetValue(i, out var way))
                    (entry.LatitudeE7, entry.LongitudeE7) = (points[2 * (way.FirstPoint + way.PointCount / 2)], points[2 * (way.FirstPoint + way.PointCount / 2) + 1]);
                else
                    (entry.LatitudeE7, entry.LongitudeE7) = (first[i].LatitudeE7, first[i].LongitudeE7);
                (entry.City, entry.Postcode) = said.TryGetValue(i, out var counts)
                    ? counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key
                    : (Text(""), Text(""));
                if (texts[entry.City].Length == 0)
                    entry.City = Text(settlements.Around(entry.LatitudeE7, entry.LongitudeE7));
                named[i] = entry;
            }
        }

        private (int West, int North, int East, int South) BoxOf(int item)
        {
            if (item < houses.Count)
            {
                var (x, y) = (WebMercator.X(houses[item].LongitudeE7 / 1e7), WebMercator.Y(houses[item].LatitudeE7 / 1e7));
                return (x, y, x, y);
            }

            var (box, way) = ((West: int.MaxValue, North: int.MaxValue, East: int.MinValue, South: int.MinValue), ways[item - houses.Count]);
            for (var i = way.FirstPoint; i < way.FirstPoint + way.PointCount; i++)
            {
                var (x, y) = (WebMercator.X(points[2 * i + 1] / 1e7), WebMercator.Y(points[2 * i] / 1e7));
                box = (Math.Min(box.West, x), Math.Min(box.North, y), Math.Max(box.East, x), Math.Max(box.South, y));
            }

            return box;
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
}

/// <summary>The towns and villages of a map, each with a reach of its own.</summary>
internal sealed class Settlements(List<(string Name, byte Rank, int LatitudeE7, int LongitudeE7)> places)
{
    private readonly (string Name, double ReachMetres, MapPoint Place)[] all =
    [
        .. places.Where(place => place.Rank <= 4).Select(place => (place.Name, place.Rank switch { 1 => 9000.0, 2 => 4500, 3 => 2000, _ => 900 }, MapPoint.FromE7(place.LatitudeE7, place.LongitudeE7))),
    ];

    /// <summary>The settlement that a place most likely belongs to; empty when it lies beyond twice the reach of all.</summary>
    public string Around(int latitudeE7, int longitudeE7)
    {
        var (name, least, here) = ("", 2.0, MapPoint.FromE7(latitudeE7, longitudeE7));
        foreach (var settlement in all)
        {
            // A cheap look at the latitude spares most of the measuring.
            if (Math.Abs(settlement.Place.Latitude - here.Latitude) * 111_000 > 2 * settlement.ReachMetres)
                continue;

            var share = settlement.Place.DistanceMetres(here) / settlement.ReachMetres;
            if (share < least)
                (name, least) = (settlement.Name, share);
        }

        return name;
    }
}
