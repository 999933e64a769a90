using System.Globalization;
using System.Text;

namespace Dispatch.Roads.Addresses;

/// <summary>Finds texts by the beginnings of their words, one slip of the finger forgiven in a longer word.</summary>
internal sealed class WordIndex
{
    private const int ForgivenFrom = 4;

    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["st"] = "street",
        ["str"] = "strasse",
        ["ave"] = "avenue",
        ["av"] = "avenue",
        ["rd"] = "road",
        ["blvd"] = "boulevard",
        ["dr"] = "drive",
        ["ln"] = "lane",
        ["pl"] = "place",
        ["sq"] = "square",
        ["hwy"] = "highway",
    };

    private readonly string[] words;
    private readonly int[][] itemsOf;

    public WordIndex(IReadOnlyList<string> texts)
    {
        var byWord = new SortedDictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var word in Split(texts[i]))
            {
                if (!byWord.TryGetValue(word, out var items))
                    byWord[word] = items = [];
                items.Add(i);
            }
        }

        words = [.. byWord.Keys];
        itemsOf = [.. byWord.Values.Select(items => items.ToArray())];
    }

    /// <summary>Items in which every typed word is found, with how many slips it took.</summary>
    public IReadOnlyList<(int Item, int Slips)> Find(string text)
    {
        Dictionary<int, int>? found = null;
        foreach (var typed in Split(text).Take(8))
        {
            var these = Match(typed);
            found = found is null
                ? these
                : found.Where(pair => these.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value + these[pair.Key]);
        }

        return found is null ? [] : [.. found.Select(pair => (pair.Key, pair.Value))];
    }

    private Dictionary<int, int> Match(string typed)
    {
        var found = new Dictionary<int, int>();
        foreach (var meant in Abbreviations.TryGetValue(typed, out var full) ? (string[])[typed, full] : [typed])
        {
            var first = Array.BinarySearch(words, meant, StringComparer.Ordinal);
            for (var w = first < 0 ? ~first : first; w < words.Length && words[w].StartsWith(meant, StringComparison.Ordinal); w++)
                Add(found, w, 0);
        }

        if (found.Count > 0 || typed.Length < ForgivenFrom || typed.Any(char.IsAsciiDigit))
            return found;
        for (var w = 0; w < words.Length; w++)
        {
            if (IsOneSlipFromBeginning(typed, words[w]))
                Add(found, w, 1);
        }

        return found;
    }

    private void Add(Dictionary<int, int> found, int word, int slips)
    {
        foreach (var item in itemsOf[word])
            found.TryAdd(item, slips);
    }

    // One letter left out, added, mistaken, or two swapped, against some beginning of the word; Damerau (1964).
    private static bool IsOneSlipFromBeginning(string typed, string word)
    {
        var same = 0;
        while (same < typed.Length && same < word.Length && typed[same] == word[same])
            same++;
        if (same == typed.Length)
            return true;
        var rest = typed.AsSpan(same);
        bool Begins(int skipped, ReadOnlySpan<char> left) => word.Length >= same + skipped && word.AsSpan(same + skipped).StartsWith(left);
        return Begins(1, rest[1..]) || Begins(0, rest[1..]) || Begins(1, rest)
            || rest.Length > 1 && word.Length > same + 1 && rest[0] == word[same + 1] && rest[1] == word[same] && Begins(2, rest[2..]);
    }

    private static string[] Split(string text) =>
        Fold(text).Split((char[])[' ', ',', '.', '-', '/', '\'', '’', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    // Case and accents do not matter; ß is ss, and ä may be typed as a.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(letter switch { 'ß' => "ss", 'ø' or 'Ø' => "o", 'æ' or 'Æ' => "ae", 'ł' or 'Ł' => "l", _ => char.ToLowerInvariant(letter).ToString() });
        }

        return folded.ToString();
    }
}
