using System.Globalization;

namespace Dispatch.Web.Osrm;

/// <summary>Reads a request from left to right; where it cannot go on stands in the error.</summary>
internal sealed class OsrmText(string text, int offset)
{
    private int at;

    /// <summary>Whether all is read.</summary>
    public bool IsAtEnd => at == text.Length;

    /// <summary>What comes next; 0 at the end.</summary>
    public char Next => at < text.Length ? text[at] : '\0';

    public OsrmError Malformed() => OsrmError.Malformed(offset + at);

    /// <summary>Takes exactly this, if it comes next.</summary>
    public bool Take(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            return false;
        at += word.Length;
        return true;
    }

    /// <summary>Takes exactly this.</summary>
    /// <exception cref="OsrmError">Something else comes.</exception>
    public void Expect(string word)
    {
        if (!Take(word))
            throw Malformed();
    }

    /// <summary>Takes characters as long as they fit; one at least.</summary>
    public string Run(Func<char, bool> fits)
    {
        var begin = at;
        while (at < text.Length && fits(text[at]))
            at++;
        return at > begin ? text[begin..at] : throw Malformed();
    }

    /// <summary>Takes a number: a dot only before a digit, so that an ending .json stays.</summary>
    public double Number()
    {
        var (begin, end) = (at, at);
        if (end < text.Length && text[end] is '-' or '+')
            end++;
        var digits = Digits(ref end);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            digits += Digits(ref end);
        }

        if (digits > 0 && end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '-' or '+')
                exponent++;
            if (Digits(ref exponent) > 0)
                end = exponent;
        }

        if (digits == 0 || !double.TryParse(text.AsSpan(begin, end - begin), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Malformed();
        at = end;
        return value;
    }

    /// <summary>Takes a whole number that an int holds.</summary>
    public int Whole(bool mayBeNegative = false) => (int)WholeIn(mayBeNegative ? int.MinValue : 0, int.MaxValue);

    /// <summary>Takes a whole number within bounds.</summary>
    public long WholeIn(long least, long most)
    {
        var (begin, end) = (at, at);
        if (end < text.Length && text[end] == '-')
            end++;
        if (Digits(ref end) == 0 || !long.TryParse(text.AsSpan(begin, end - begin), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
            throw Malformed();
        at = end;
        return value;
    }

    public bool Flag() => Take("true") || (Take("false") ? false : throw Malformed());

    /// <summary>Takes one of several words, the longest that comes.</summary>
    public T Choice<T>(params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var best = -1;
        for (var i = 0; i < choices.Length; i++)
        {
            if (string.CompareOrdinal(text, at, choices[i].Word, 0, choices[i].Word.Length) == 0 && (best < 0 || choices[i].Word.Length > choices[best].Word.Length))
                best = i;
        }

        if (best < 0)
            throw Malformed();
        at += choices[best].Word.Length;
        return choices[best].Value;
    }

    /// <summary>Takes elements with separators between.</summary>
    public List<T> List<T>(string separator, Func<T> element)
    {
        var list = new List<T> { element() };
        while (Take(separator))
            list.Add(element());
        return list;
    }

    private int Digits(ref int end)
    {
        var begin = end;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - begin;
    }
}
