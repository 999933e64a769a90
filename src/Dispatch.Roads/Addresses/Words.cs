using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dispatch.Roads.Addresses;

/// <summary>Takes texts apart into words that can be compared: without case and accents, abbreviations and full words alike.</summary>
internal static class Words
{
    private const string Separators = " ,.;-/'’`()\"&:";

    /// <summary>Full words and other abbreviations by the abbreviation that stands for them; usual ones of Europe and North America.</summary>
    private static readonly FrozenDictionary<string, string> Short = Pairs(
        "st: street saint sankt", "str: strasse straat strada", "av: avenue ave avenida avda", "rd: road", "blvd: boulevard bd boul bulevar", "dr: drive",
        "ln: lane", "ct: court", "pl: place platz plaza piazza", "sq: square", "hwy: highway", "pkwy: parkway", "ter: terrace terr", "cir: circle",
        "rte: route", "ch: chemin", "r: rua rue", "pca: praca", "tv: travessa", "lg: largo", "vl: viale", "cso: corso", "mt: mount", "ft: fort", "br: bridge",
        "n: north", "s: south", "e: east", "w: west", "ne: northeast", "nw: northwest", "se: southeast", "sw: southwest",
        "1st: first", "2nd: second", "3rd: third", "4th: fourth", "5th: fifth", "6th: sixth", "7th: seventh", "8th: eighth", "9th: ninth", "10th: tenth");

    private static readonly string[] StreetEndings = ["strasse", "straat"];

    /// <summary>The words of a text, in order.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (Separators.Contains(letter, StringComparison.Ordinal) || char.IsWhiteSpace(letter))
            {
                End();
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            word.Append(letter switch
            {
                'ß' or 'ẞ' => "ss",
                'ø' or 'Ø' => "o",
                'æ' or 'Æ' => "ae",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' => "d",
                'ı' => "i",
                _ => char.ToLowerInvariant(letter).ToString(),
            });
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The form under which a word and its abbreviations meet: "street" and "st" are "st", "landstrasse" and "landstr" are "landstr".</summary>
    public static string Canonical(string word)
    {
        if (Short.TryGetValue(word, out var abbreviation))
            return abbreviation;

        foreach (var ending in StreetEndings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length] + "str";
        }

        return word;
    }

    /// <summary>"mueller" as "muller", for who types umlauts out; the word itself when there are none.</summary>
    public static string WithoutUmlauts(string word) => word
        .Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    /// <summary>Whether a word may be a house number: it begins with a digit and is no ordinal.</summary>
    public static bool MayBeNumber(string word) =>
        word.Length <= 8 && char.IsAsciiDigit(word[0]) && !(word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th");

    /// <summary>Number at the beginning of a house number, or 0.</summary>
    public static int LeadingNumber(string number)
    {
        var digits = 0;
        while (digits < number.Length && digits < 6 && char.IsAsciiDigit(number[digits]))
            digits++;
        return digits == 0 ? 0 : int.Parse(number.AsSpan(0, digits), CultureInfo.InvariantCulture);
    }

    private static FrozenDictionary<string, string> Pairs(params ReadOnlySpan<string> lines)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var (abbreviation, full) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var word in full.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                pairs[word] = abbreviation;
        }

        return pairs.ToFrozenDictionary();
    }
}
