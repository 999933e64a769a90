using System.Text.RegularExpressions;

namespace Dispatch.Roads.Addresses;

/// <summary>One search: takes the typed text apart into names, a house number, or two streets that cross, and ranks what is found.</summary>
internal sealed partial class AddressSearch(AddressIndex index, MapPoint? near)
{
    private const int NamesLookedAt = 60;
    private const int StreetsThatCross = 30;
    private const int MostWords = 8;
    private const double ApproximateCost = 0.4;
    private const double NoNumberCost = 1.5;
    private const double OtherTownCost = 0.3; // a typed word that is not of this house, so perhaps its town

    private readonly List<(double Cost, AddressMatch Match)> found = [];

    /// <summary>The best matches, best first; each label once.</summary>
    public IReadOnlyList<AddressMatch> Run(string text, int limit)
    {
        foreach (var forgiving in (ReadOnlySpan<bool>)[false, true])
        {
            if (Crossing().Split(text, 2) is [{ Length: > 0 } one, { Length: > 0 } other])
                AddCrossings(Words.Split(one), Words.Split(other), forgiving);
            if (found.Count == 0)
                AddAddresses(Words.Split(text), forgiving);
            if (found.Count > 0)
                break;
        }

        return
        [
            .. found.OrderBy(one => one.Cost).ThenBy(one => one.Match.Label, StringComparer.Ordinal).Select(one => one.Match).DistinctBy(match => match.Label).Take(limit),
        ];
    }

    private void AddAddresses(List<string> words, bool forgiving)
    {
        if (words.Count > MostWords)
            words.RemoveRange(MostWords, words.Count - MostWords);
        if (words.Count == 0)
            return;

        foreach (var (name, cost) in Best(words, forgiving, NamesLookedAt, streetsOnly: false))
            found.Add((cost, index.MatchOf(name)));
        for (var i = 0; words.Count > 1 && i < words.Count; i++)
        {
            if (!Words.MayBeNumber(words[i]))
                continue;

            // "20-24" and "7 b" are several words.
            for (var end = i + 1; end <= words.Count && end <= i + 3 && words.Count > end - i; end++)
            {
                if (end > i + 1 && words[end - 1].Length > 1 && !char.IsAsciiDigit(words[end - 1][0]))
                    break;

                List<string> others = [.. words[..i], .. words[end..]];
                foreach (var (name, cost) in Best(others, forgiving, NamesLookedAt, streetsOnly: true))
                    AddHouse(name, string.Concat(words[i..end]), others, cost);
            }
        }
    }

    private void AddHouse(int street, string number, List<string> others, double cost)
    {
        var houses = index.Houses.Find(street, number);
        foreach (var house in houses)
        {
            var match = index.MatchOfHouse(house);
            var own = Words.Split(match.Label);
            found.Add((cost + OtherTownCost * others.Count(word => !own.Exists(one => one.StartsWith(word, StringComparison.Ordinal))), match));
        }

        if (houses.Count > 0)
            return;
        if (index.Houses.Between(street, number) is { } place)
            found.Add((cost + ApproximateCost, index.MatchOfNumber(street, number, place)));
        else
            found.Add((cost + NoNumberCost, index.MatchOf(street)));
    }

    private void AddCrossings(List<string> one, List<string> other, bool forgiving)
    {
        if (one.Count is 0 or > MostWords || other.Count is 0 or > MostWords)
            return;

        var others = Best(other, forgiving, StreetsThatCross, streetsOnly: true);
        foreach (var (street, cost) in Best(one, forgiving, StreetsThatCross, streetsOnly: true))
        {
            foreach (var (cross, otherCost) in others)
            {
                if (street != cross && index.Streets.Crossing(street, cross) is { } place)
                    found.Add((cost + otherCost, index.MatchOfCrossing(street, cross, place)));
            }
        }
    }

    private List<(int Name, double Cost)> Best(List<string> words, bool forgiving, int count, bool streetsOnly)
    {
        var ranked = new List<(int Name, double Cost)>();
        foreach (var (name, cost) in index.Words.Find(words, forgiving))
        {
            ref readonly var entry = ref index[name];
            var isPlace = entry.Kind == (byte)AddressKind.Place;
            if (streetsOnly && isPlace)
                continue;

            var distance = near is { } here ? 0.12 * Math.Log2(1 + here.DistanceMetres(MapPoint.FromE7(entry.LatitudeE7, entry.LongitudeE7)) / 1000) : 0;
            ranked.Add((name, cost + 0.04 * entry.Rank - (isPlace ? 0.15 : 0) + distance));
        }

        ranked.Sort((one, other) => one.Cost.CompareTo(other.Cost) is not 0 and var order ? order : one.Name.CompareTo(other.Name));
        if (ranked.Count > count)
            ranked.RemoveRange(count, ranked.Count - count);
        return ranked;
    }

    [GeneratedRegex(@"\s*[&@/]\s*|\s+(?:and|at|und|ecke|corner|et|e|y|con)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Crossing();
}
