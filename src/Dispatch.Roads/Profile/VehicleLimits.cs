using System.Globalization;
using System.Text.RegularExpressions;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>Limits of width, height, length and weight.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:maxwidth", "Key:maxheight", "Key:maxlength", "Key:maxweight", "Map features/Units": metres and tonnes without a
/// unit; feet and inches, centimetres, kilogrammes, pounds and short tons with one.
/// </remarks>
internal static partial class VehicleLimits
{
    private const double MetresPerFoot = 0.3048;
    private const double MetresPerInch = 0.0254;

    /// <summary>Whether a limit keeps the vehicle out. A value that is not a number ("default", "none") keeps nobody out.</summary>
    public static bool KeepOut(in OsmTags tags, VehicleData vehicle) =>
        ReadMetres(tags["maxwidth:physical"] ?? tags["maxwidth"]) < vehicle.WidthMetres
        || ReadMetres(tags["maxheight:physical"] ?? tags["maxheight"]) < vehicle.HeightMetres
        || ReadMetres(tags["maxlength"]) < vehicle.LengthMetres
        || ReadTonnes(tags["maxweight"]) < vehicle.WeightTonnes;

    /// <summary>Metres; null when there is no number.</summary>
    public static double? ReadMetres(string? value)
    {
        if (value is null)
            return null;
        if (FeetAndInches().Match(value) is { Success: true } match)
            return Number(match.Groups[1].ValueSpan) * MetresPerFoot + (match.Groups[2].Success ? Number(match.Groups[2].ValueSpan) * MetresPerInch : 0);

        return Split(value, out var unit) is { } number
            ? unit switch { "" or "m" => number, "cm" => number / 100, "ft" => number * MetresPerFoot, _ => null }
            : null;
    }

    /// <summary>Tonnes; null when there is no number.</summary>
    public static double? ReadTonnes(string? value) => value is not null && Split(value, out var unit) is { } number
        ? unit switch { "" or "t" => number, "kg" => number / 1000, "st" => number * 0.90718474, "lbs" => number * 0.00045359237, _ => null }
        : null;

    private static double? Split(string value, out string unit)
    {
        unit = "";
        if (NumberAndUnit().Match(value) is not { Success: true } match)
            return null;

        unit = match.Groups[2].Value;
        return Number(match.Groups[1].ValueSpan);
    }

    private static double Number(ReadOnlySpan<char> digits) =>
        double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\s*([0-9]{1,3})'\s*(?:([0-9]{1,2}(?:\.[0-9]+)?)(?:""|''))?\s*$")]
    private static partial Regex FeetAndInches();

    [GeneratedRegex(@"^\s*([0-9]{1,7}(?:\.[0-9]{1,5})?)\s*([a-z]*)\s*$")]
    private static partial Regex NumberAndUnit();
}
