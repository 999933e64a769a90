using Dispatch.Roads.Addresses;
using Dispatch.Roads.Prepared;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads;

/// <summary>Addresses, streets and places of a map, found as one types. Thread-safe.</summary>
public sealed class AddressIndex
{
    private const double FarthestMetres = 500;
    private const double AtTheDoorMetres = 30; // a house so near is meant, even where a street is nearer

    private readonly string[] texts;
    private readonly NamedEntry[] named;
    private readonly BoxTree tree;
    private readonly Func<MapPoint, Snap?> snap;

    private AddressIndex(PreparedFile prepared, Func<MapPoint, Snap?> snap)
    {
        this.snap = snap;
        texts = prepared.ReadText("addresses.texts");
        named = prepared.Read<NamedEntry>("addresses.named");
        tree = BoxTree.Load(prepared, "addresses.tree");
        Words = WordIndex.Load(prepared);
        Houses = new HouseNumbers(texts, prepared.Read<HouseEntry>("addresses.houses"));
        Streets = new StreetLines(texts, prepared.Read<WayEntry>("addresses.ways"), prepared.Read<int>("addresses.points"));
    }

    internal WordIndex Words { get; }

    internal HouseNumbers Houses { get; }

    internal StreetLines Streets { get; }

    internal ref readonly NamedEntry this[int name] => ref named[name];

    /// <summary>What a text may mean, best first.</summary>
    /// <remarks>
    /// Every typed word must be the beginning of a word of the street, place or its town, or an abbreviation of one; a number is a house's,
    /// and one that the map has not is placed between its neighbours and told as approximate. Two streets with "&amp;", "/", "and" or "at"
    /// between them are their crossing. Only when nothing is found so are slips of the finger forgiven.
    /// </remarks>
    /// <param name="text">As typed so far; case, accents and common abbreviations do not matter.</param>
    /// <param name="near">What is nearer comes sooner, among what fits about as well.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<AddressMatch> Search(string text, MapPoint? near, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return limit <= 0 ? [] : new AddressSearch(this, near).Run(text.Length > 200 ? text[..200] : text, limit);
    }

    /// <summary>The house or street nearest to a place; none beyond 500 m.</summary>
    public AddressMatch? Nearest(MapPoint place)
    {
        if (!(Math.Abs(place.Latitude) <= 90 && Math.Abs(place.Longitude) <= 180))
            return null;

        foreach (var reach in (ReadOnlySpan<double>)[80, FarthestMetres])
        {
            if (NearestWithin(place, reach) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Homes on named streets, spread over the map: the same for a seed. Real house numbers where the map has them, else invented ones along the streets.</summary>
    /// <returns>As many as were asked for, or fewer where the map has not so many.</returns>
    public IReadOnlyList<StreetHome> HomesOnStreets(int count, int seed)
    {
        var random = new Random(seed);
        var real = Houses.All.Select(house => new StreetHome(
            texts[Houses[house].Street], texts[Houses[house].Number], Known(Houses[house].City), Known(Houses[house].Postcode), Houses.PlaceOf(house), false));
        StreetHome[] candidates = [.. real, .. Streets.InventHomes(seed)];
        random.Shuffle(candidates);
        // Real ones first, but never more than half, so that a town whose numbers lie in one corner is not lived in there alone.
        var reals = candidates.Where(home => !home.IsInvented).Take(Math.Max(count / 2, count - candidates.Count(home => home.IsInvented)));
        var homes = new List<StreetHome>(count);
        foreach (var home in reals.Concat(candidates.Where(home => home.IsInvented)))
        {
            if (homes.Count == count)
                break;
            if (snap(home.Position) is not null)
                homes.Add(home);
        }

        StreetHome[] mixed = [.. homes];
        random.Shuffle(mixed);
        return mixed;
    }

    internal static AddressIndex Load(PreparedFile prepared, Func<MapPoint, Snap?> snap) => new(prepared, snap);

    internal AddressMatch MatchOf(int name)
    {
        ref readonly var entry = ref named[name];
        var (own, city, postcode) = (texts[entry.Name], Known(entry.City), Known(entry.Postcode));
        var place = MapPoint.FromE7(entry.LatitudeE7, entry.LongitudeE7);
        return entry.Kind == (byte)AddressKind.Place
            ? new AddressMatch(own, null, null, own, null, place, AddressKind.Place, IsApproximate: false)
            : new AddressMatch(Label(own, postcode, city), own, null, city, postcode, place, AddressKind.Street, IsApproximate: false);
    }

    internal AddressMatch MatchOfHouse(int house)
    {
        ref readonly var entry = ref Houses[house];
        var (street, number) = (texts[entry.Street], texts[entry.Number]);
        var (city, postcode) = (Known(entry.City) ?? Known(named[entry.Named].City), Known(entry.Postcode));
        return new AddressMatch(Label($"{street} {number}", postcode, city), street, number, city, postcode, Houses.PlaceOf(house), AddressKind.House, IsApproximate: false);
    }

    internal AddressMatch MatchOfNumber(int street, string number, MapPoint place)
    {
        var (name, city, postcode) = (texts[named[street].Name], Known(named[street].City), Known(named[street].Postcode));
        return new AddressMatch(Label($"{name} {number}", postcode, city), name, number, city, postcode, place, AddressKind.House, IsApproximate: true);
    }

    internal AddressMatch MatchOfCrossing(int street, int other, MapPoint place)
    {
        var (name, city) = ($"{texts[named[street].Name]} & {texts[named[other].Name]}", Known(named[street].City));
        return new AddressMatch(Label(name, null, city), texts[named[street].Name], null, city, null, place, AddressKind.Crossing, IsApproximate: false);
    }

    private AddressMatch? NearestWithin(MapPoint place, double reachMetres)
    {
        var stretch = Math.Max(0.01, Math.Cos(double.DegreesToRadians(place.Latitude)));
        var (north, east) = (reachMetres / 111_195, reachMetres / 111_195 / stretch);
        var items = new List<int>();
        tree.Find(
            WebMercator.X(place.Longitude - east), WebMercator.Y(place.Latitude + north), WebMercator.X(place.Longitude + east),
            WebMercator.Y(place.Latitude - north), items);
        var (house, houseMetres) = (-1, reachMetres);
        var (way, wayMetres, wayPoint) = (-1, reachMetres, place);
        foreach (var item in items)
        {
            if (item < Houses.Count)
            {
                var metres = Houses.PlaceOf(item).DistanceMetres(place);
                if (metres < houseMetres || (metres == houseMetres && item < house))
                    (house, houseMetres) = (item, metres);
                continue;
            }

            var (point, distance) = Streets.Nearest(item - Houses.Count, place);
            if (distance < wayMetres || (distance == wayMetres && item - Houses.Count < way))
                (way, wayMetres, wayPoint) = (item - Houses.Count, distance, point);
        }

        if (house >= 0 && (houseMetres <= AtTheDoorMetres || houseMetres <= wayMetres))
            return MatchOfHouse(house);
        return way < 0 ? null : MatchOf(Streets.StreetOf(way)) with { Position = wayPoint };
    }

    private string? Known(int text) => texts[text].Length == 0 ? null : texts[text];

    private static string Label(string house, string? postcode, string? city) =>
        $"{postcode} {city}".Trim() is { Length: > 0 } town ? $"{house}, {town}" : house;
}
