namespace Dispatch.Roads.Addresses;

/// <summary>Counts slips of the finger between what was typed and a word.</summary>
internal static class Slips
{
    private const int Longest = 40;

    /// <summary>Letters left out, added, mistaken, or swapped with their neighbour, between the typed and the nearest beginning of the word.</summary>
    /// <remarks>Damerau (1964), optimal string alignment, in a band of <paramref name="most"/> around the diagonal.</remarks>
    /// <returns>One more than <paramref name="most"/> when there are more than that.</returns>
    public static int Count(string typed, string word, int most)
    {
        if (word.Length < typed.Length - most || typed.Length >= Longest)
            return most + 1;
        // The first letter is hardly ever wrong; when it is, the second one is right.
        if (typed[0] != word[0] && (word.Length < 2 || (typed[1] != word[1] && typed[0] != word[1] && typed[1] != word[0])))
            return most + 1;

        var width = Math.Min(word.Length, typed.Length + most) + 1;
        Span<int> before = stackalloc int[Longest + 4], last = stackalloc int[Longest + 4], row = stackalloc int[Longest + 4];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[..width].Fill(most + 1);
            row[0] = i;
            var least = i;
            for (var j = Math.Max(1, i - most); j < width && j <= i + most; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
                return most + 1;

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        var best = most + 1;
        for (var j = Math.Max(0, typed.Length - most); j < width; j++)
            best = Math.Min(best, last[j]);
        return best;
    }
}
