using System.Text;

namespace Dispatch.Web.Osrm;

/// <summary>The address of a request: /{service}/v{version}/{profile}/{query}.</summary>
/// <param name="PrefixLength">Characters before the query, so that an error can tell its place.</param>
internal readonly record struct OsrmUrl(string Service, int Version, string Profile, string Query, int PrefixLength)
{
    /// <summary>Reads a request's target as it came over the wire.</summary>
    /// <exception cref="OsrmError">It has not that form.</exception>
    public static OsrmUrl Read(string target)
    {
        var decoded = Decode(target);
        var at = 0;
        Expect(decoded, ref at, "/");
        var service = Identifier(decoded, ref at);
        Expect(decoded, ref at, "/");
        Expect(decoded, ref at, "v");
        var begin = at;
        while (at < decoded.Length && char.IsAsciiDigit(decoded[at]))
            at++;
        if (!int.TryParse(decoded.AsSpan(begin, at - begin), System.Globalization.CultureInfo.InvariantCulture, out var version))
            throw Malformed(decoded, begin);
        Expect(decoded, ref at, "/");
        var profile = Identifier(decoded, ref at);
        Expect(decoded, ref at, "/");
        return at < decoded.Length ? new OsrmUrl(service, version, profile, decoded[at..], at) : throw Malformed(decoded, at);
    }

    private static string Decode(string target)
    {
        if (!target.Contains('%', StringComparison.Ordinal))
            return target;

        var decoded = new StringBuilder(target.Length);
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] != '%')
            {
                decoded.Append(target[i]);
                continue;
            }

            if (i + 2 >= target.Length || !char.IsAsciiHexDigit(target[i + 1]) || !char.IsAsciiHexDigit(target[i + 2]))
                throw Malformed(target, i);
            decoded.Append((char)Convert.ToByte(target.Substring(i + 1, 2), 16));
            i += 2;
        }

        return decoded.ToString();
    }

    private static string Identifier(string text, ref int at)
    {
        var begin = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || "_.~:-".Contains(text[at], StringComparison.Ordinal)))
            at++;
        return at > begin ? text[begin..at] : throw Malformed(text, at);
    }

    private static void Expect(string text, ref int at, string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            throw Malformed(text, at);
        at += word.Length;
    }

    private static OsrmError Malformed(string text, int at)
    {
        var near = text[Math.Max(0, at - 3)..Math.Min(text.Length, at + 3)];
        return new OsrmError("InvalidUrl", $"URL string malformed close to position {at}: \"{near}\"");
    }
}
