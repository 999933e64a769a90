using System.Globalization;
using System.Text.RegularExpressions;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>Reads values that hold under a condition, such as <c>no @ (Mo-Fr 07:00-09:00 AND weight&gt;3.5)</c>.</summary>
/// <remarks>
/// Source: OSM wiki, "Conditional restrictions". A condition on weight, length, width or height is weighed for the vehicle; one on times
/// becomes times of the week. A value whose condition is of any other kind (weather, occupants, months) is passed over.
/// </remarks>
internal static partial class Conditionals
{
    /// <summary>The values with the times at which they hold for the vehicle, as they stand.</summary>
    public static List<(string Value, WeekTimes When)> Read(string? text, VehicleData vehicle)
    {
        var found = new List<(string, WeekTimes)>();
        if (text is null)
            return found;

        foreach (var clause in Clauses(text))
        {
            var at = clause.IndexOf('@', StringComparison.Ordinal);
            if (at <= 0)
                continue;

            var condition = clause[(at + 1)..].Trim();
            if (condition.StartsWith('(') && condition.EndsWith(')'))
                condition = condition[1..^1];
            if (ReadCondition(condition, vehicle) is { } when && !when.Equals(WeekTimes.Never))
                found.Add((clause[..at].Trim(), when));
        }

        return found;
    }

    /// <summary>When the condition holds; null when it is of a kind that is not read.</summary>
    public static WeekTimes? ReadCondition(string condition, VehicleData vehicle)
    {
        var when = WeekTimes.Always;
        foreach (var part in Conjunction().Split(condition))
        {
            if (ReadMeasure(part.Trim(), vehicle) is { } holds)
                when = holds ? when : WeekTimes.Never;
            else if (OpeningTimes.Read(part) is { } times)
                when = when.And(times);
            else
                return null;
        }

        return when;
    }

    /// <summary>Cuts at semicolons outside of brackets.</summary>
    private static IEnumerable<string> Clauses(string text)
    {
        var (begin, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] != ';' || depth > 0)
                continue;

            yield return text[begin..i];
            begin = i + 1;
        }

        yield return text[begin..];
    }

    private static bool? ReadMeasure(string part, VehicleData vehicle)
    {
        var match = Measure().Match(part);
        if (!match.Success || !double.TryParse(match.Groups[3].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bound))
            return null;

        var value = match.Groups[1].Value switch
        {
            "weight" or "maxweight" => vehicle.WeightTonnes,
            "length" => vehicle.LengthMetres,
            "width" => vehicle.WidthMetres,
            _ => vehicle.HeightMetres,
        };
        return match.Groups[2].Value switch
        {
            ">" => value > bound,
            ">=" => value >= bound,
            "<" => value < bound,
            "<=" => value <= bound,
            _ => value == bound,
        };
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"^(weight|maxweight|length|width|height)\s*(<=|>=|<|>|=)\s*([0-9]+(?:\.[0-9]+)?)\s*(?:t|m)?$")]
    private static partial Regex Measure();
}
