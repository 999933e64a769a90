using Dispatch.Roads.Addresses;
using Dispatch.Roads.Prepared;

namespace Dispatch.Roads;

/// <summary>Addresses, streets and places of a map, found as one types. Thread-safe.</summary>
public sealed class AddressIndex
{
    private readonly AddressMatch[] all;
    private readonly WordIndex words;
    private readonly StreetLines streets;
    private readonly Func<MapPoint, Snap?> snap;

    private AddressIndex(AddressMatch[] all, StreetLines streets, Func<MapPoint, Snap?> snap)
    {
        (this.all, this.streets, this.snap) = (all, streets, snap);
        words = new WordIndex([.. all.Select(match => match.Label)]);
    }

    /// <summary>What a text may mean, best first: every word must be the beginning of one of the address's, or one slip away from it.</summary>
    /// <param name="text">As typed so far; case, accents and common abbreviations do not matter.</param>
    /// <param name="near">Among equals the nearer comes first; none where nothing is near.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<AddressMatch> Search(string text, MapPoint? near, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. words.Find(text)
                .Select(found => (found.Slips, Match: all[found.Item]))
                .OrderBy(pair => pair.Slips)
                .ThenBy(pair => HasNumber(text) ? pair.Match.Kind : 2 - pair.Match.Kind)
                .ThenBy(pair => pair.Match.Label.Length / 8)
                .ThenBy(pair => near is { } place ? pair.Match.Position.DistanceMetres(place) : 0)
                .ThenBy(pair => pair.Match.Label, StringComparer.Ordinal)
                .Select(pair => pair.Match).DistinctBy(match => match.Label).Take(Math.Max(0, limit)),
        ];
    }

    /// <summary>The house or street nearest to a place; none beyond 500 m.</summary>
    public AddressMatch? Nearest(MapPoint place) =>
        all.Where(match => match.Kind != AddressKind.Place)
            .Select(match => (match, Metres: match.Position.DistanceMetres(place)))
            .Where(pair => pair.Metres < 500)
            .OrderBy(pair => pair.Metres).Select(pair => pair.match).FirstOrDefault();

    /// <summary>Homes on named streets, spread over the map: the same for a seed. Real house numbers where the map has them, else invented ones along the streets.</summary>
    /// <returns>As many as were asked for, or fewer where the map has not so many.</returns>
    public IReadOnlyList<StreetHome> HomesOnStreets(int count, int seed)
    {
        var random = new Random(seed);
        var real = all.Where(match => match is { Kind: AddressKind.House, Street: not null })
            .Select(match => new StreetHome(match.Street!, match.HouseNumber!, match.City, match.Postcode, match.Position, false));
        StreetHome[] candidates = [.. real, .. streets.InventHomes(seed)];
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

    internal static AddressIndex Load(PreparedFile prepared, Func<MapPoint, Snap?> snap)
    {
        var texts = prepared.ReadText("addresses.texts");
        var streets = StreetLines.Load(prepared, texts);
        var matches = new List<AddressMatch>();
        foreach (var entry in prepared.Read<AddressEntry>("addresses.entries"))
        {
            var at = new MapPoint(entry.LatitudeE7 / 1e7, entry.LongitudeE7 / 1e7);
            var (street, number, city, postcode) = (texts[entry.Street], texts[entry.Number], Known(texts[entry.City]), Known(texts[entry.Postcode]));
            matches.Add((AddressKind)entry.Kind == AddressKind.House
                ? new AddressMatch(Label($"{street} {number}", postcode, city), street, number, city, postcode, at, AddressKind.House)
                : new AddressMatch(street, null, null, street, null, at, AddressKind.Place));
        }

        matches.AddRange(streets.Middles().Select(street => new AddressMatch(street.Name, street.Name, null, null, null, street.Middle, AddressKind.Street)));
        return new AddressIndex([.. matches], streets, snap);
    }

    private static bool HasNumber(string text) => text.Any(char.IsAsciiDigit);

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private static string Label(string house, string? postcode, string? city) =>
        $"{postcode} {city}".Trim() is { Length: > 0 } town ? $"{house}, {town}" : house;
}
