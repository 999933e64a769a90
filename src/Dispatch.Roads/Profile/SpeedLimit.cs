using System.Globalization;

namespace Dispatch.Roads.Profile;

/// <summary>Reads the values of <c>maxspeed</c>.</summary>
/// <remarks>Source: OSM wiki, "Key:maxspeed" (units, none, walk) and "Key:maxspeed:type" (country codes with a kind of road).</remarks>
internal static class SpeedLimit
{
    private const double KmhPerMph = 1.609344;
    private const double KmhPerKnot = 1.852;
    private const double LeastKmh = 3;
    private const double MostKmh = 200;

    /// <summary>The limit in km/h, 3 to 200; null when the value says nothing definite.</summary>
    public static double? ReadKmh(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;

        var first = value.AsSpan();
        var end = first.IndexOfAny(';', ',', '|');
        if (end >= 0)
            first = first[..end];
        first = first.Trim();

        return first switch
        {
            "none" or "unlimited" => 130,
            "walk" or "living_street" => 7,
            _ => ReadNumber(first) ?? ReadZone(first),
        };
    }

    private static double? ReadNumber(ReadOnlySpan<char> value)
    {
        var digits = 0;
        while (digits < value.Length && (char.IsAsciiDigit(value[digits]) || value[digits] == '.'))
            digits++;

        if (!double.TryParse(value[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;

        var kmh = value[digits..].Trim() switch
        {
            "" or "km/h" or "kmh" or "kph" => number,
            "mph" => number * KmhPerMph,
            "knots" => number * KmhPerKnot,
            _ => 0,
        };
        return kmh is >= LeastKmh and <= MostKmh ? kmh : null;
    }

    /// <summary>Values such as <c>DE:rural</c> or <c>FR:zone30</c>: what most countries mean by them.</summary>
    private static double? ReadZone(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        if (colon < 0)
            return null;

        var zone = value[(colon + 1)..];
        return zone switch
        {
            "urban" => 50,
            "rural" => 90,
            "trunk" => 100,
            "motorway" => 130,
            "living_street" or "walk" => 7,
            _ when zone.StartsWith("zone") => ReadNumber(zone[4..].TrimStart(':')),
            _ => ReadNumber(zone),
        };
    }
}
