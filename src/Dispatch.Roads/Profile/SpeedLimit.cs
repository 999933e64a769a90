using System.Globalization;

namespace Dispatch.Roads.Profile;

/// <summary>Reads the values of <c>maxspeed</c> and of tags that stand for it.</summary>
/// <remarks>Source: OSM wiki, "Key:maxspeed" (units, none, walk) and "Key:maxspeed:type" (country codes with a kind of road).</remarks>
internal sealed class SpeedLimit(VehicleProfile profile, CountryData country)
{
    private const double KmhPerMph = 1.609344;
    private const double KmhPerKnot = 1.852;
    private const double LeastKmh = 3;
    private const double MostKmh = 200;

    /// <summary>The limit in km/h, 3 to 200; null when the value says nothing definite.</summary>
    public double? ReadKmh(string? value)
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
            "none" or "unlimited" => country.UnlimitedKmh,
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

    /// <summary>Values such as <c>DE:rural</c>, <c>FR:zone30</c> or <c>urban</c>.</summary>
    private double? ReadZone(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        var there = colon == 2 && profile.Data.Countries.TryGetValue(value[..2].ToString(), out var named) ? named : country;
        var zone = value[(colon + 1)..];
        if (there.Limits.TryGetValue(zone.ToString(), out var kmh) || profile.Data.Elsewhere.Limits.TryGetValue(zone.ToString(), out kmh))
            return kmh;
        if (zone.StartsWith("zone"))
            return ReadNumber(zone[4..].TrimStart(':'));
        return colon >= 0 ? ReadNumber(zone) : null;
    }
}
