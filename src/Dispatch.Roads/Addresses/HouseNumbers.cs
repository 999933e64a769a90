namespace Dispatch.Roads.Addresses;

/// <summary>Houses by street, found by their number or placed between their neighbours.</summary>
internal sealed class HouseNumbers
{
    private const double FarthestNeighbourMetres = 600;

    private readonly string[] texts;
    private readonly HouseEntry[] houses;
    private readonly ILookup<int, int> housesOf;

    public HouseNumbers(string[] texts, HouseEntry[] houses)
    {
        (this.texts, this.houses) = (texts, houses);
        housesOf = Enumerable.Range(0, houses.Length).ToLookup(house => houses[house].Named);
    }

    public int Count => houses.Length;

    public IEnumerable<int> All => Enumerable.Range(0, houses.Length);

    public ref readonly HouseEntry this[int house] => ref houses[house];

    public MapPoint PlaceOf(int house) => MapPoint.FromE7(houses[house].LatitudeE7, houses[house].LongitudeE7);

    /// <summary>The houses of exactly this number (a long street may have one in every town), or else those whose number holds it ("12-14").</summary>
    /// <param name="street">The street.</param>
    /// <param name="number">The number as it is compared: its words without anything between them.</param>
    public List<int> Find(int street, string number)
    {
        var (exact, holding) = (new List<int>(), new List<int>());
        foreach (var house in housesOf[street])
        {
            var own = texts[houses[house].Number];
            if (string.Equals(own, number, StringComparison.OrdinalIgnoreCase) || (own[0] == number[0] && string.Concat(Words.Split(own)) == number))
                exact.Add(house);
            else if (Holds(own, number))
                holding.Add(house);
        }

        return exact.Count > 0 ? exact : holding;
    }

    /// <summary>Where a number that the map has not would stand: between the next lower and the next higher one of its side of the street.</summary>
    /// <returns>Null when there is no house on either side of it, or they are far apart.</returns>
    public MapPoint? Between(int street, string number)
    {
        var wanted = Words.LeadingNumber(number);
        if (wanted == 0)
            return null;

        var (lower, higher) = ((Number: 0, House: -1), (Number: int.MaxValue, House: -1));
        foreach (var house in housesOf[street])
        {
            var own = Words.LeadingNumber(texts[houses[house].Number]);
            if (own == 0 || (own - wanted) % 2 != 0)
                continue;
            if (own <= wanted && own > lower.Number)
                lower = (own, house);
            if (own >= wanted && own < higher.Number)
                higher = (own, house);
        }

        if (lower.House < 0 || higher.House < 0)
            return null;

        var (from, to) = (PlaceOf(lower.House), PlaceOf(higher.House));
        if (from.DistanceMetres(to) > FarthestNeighbourMetres)
            return null;

        var share = higher.Number == lower.Number ? 0 : (double)(wanted - lower.Number) / (higher.Number - lower.Number);
        return new MapPoint(from.Latitude + share * (to.Latitude - from.Latitude), from.Longitude + share * (to.Longitude - from.Longitude));
    }

    private static bool Holds(string own, string number)
    {
        if (own.Length <= number.Length || !own.AsSpan().ContainsAny('-', ';', ','))
            return false;
        if (own.Split([';', ',', '-'], StringSplitOptions.TrimEntries).Contains(number, StringComparer.OrdinalIgnoreCase))
            return true;

        var range = own.Split('-', StringSplitOptions.TrimEntries);
        var (first, last, wanted) = (Words.LeadingNumber(range[0]), Words.LeadingNumber(range[^1]), Words.LeadingNumber(number));
        return range.Length == 2 && first > 0 && wanted > first && wanted < last && (wanted - first) % 2 == 0;
    }
}
