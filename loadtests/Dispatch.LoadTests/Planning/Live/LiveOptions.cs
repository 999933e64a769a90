using System.Globalization;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>What the planner's live measurements take.</summary>
internal sealed record LiveOptions(string Day, string PlanFile, int Count, (int From, int To)? Anew, string? Out)
{
    /// <summary>Reads them; none after a sentence on what is wrong.</summary>
    public static LiveOptions? Parse(string what, string[] arguments)
    {
        var (day, plan, count, output) = ("live-1000x100-s11", (string?)null, 1000, (string?)null);
        (int, int)? anew = null;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--day" when value is not null:
                    day = value;
                    break;
                case "--plan" when value is not null:
                    plan = value;
                    break;
                case "--out" when value is not null:
                    output = value;
                    break;
                case "--count" when int.TryParse(value, CultureInfo.InvariantCulture, out count) && count is > 0 and <= 100_000:
                    break;
                case "--anew" when value?.Split('-') is [var from, var to] && int.TryParse(from, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, CultureInfo.InvariantCulture, out var last):
                    anew = (first, last);
                    break;
                default:
                    Console.Error.WriteLine($"planning {what} [--day live-1000x100-s11] [--plan FILE] [--count 1000] [--anew FROM-TO] [--out FILE]; '{arguments[i]}' is none of these, or its value is wrong.");
                    return null;
            }
        }

        return new LiveOptions(day, plan ?? day + ".plan.json", count, anew, output);
    }
}
