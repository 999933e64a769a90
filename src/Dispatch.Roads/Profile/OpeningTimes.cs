using System.Globalization;
using System.Text.RegularExpressions;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>Reads when something holds, as far as a week can say it: days and times of the day.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:opening_hours/specification". Read are weekdays, ranges and lists of them, times of the day (also past
/// midnight), several rules of which a later one replaces its days, <c>24/7</c> and <c>off</c>; holidays (PH, SH) are no weekday and are
/// passed over. What speaks of months, weeks, sunrise or open ends is not read at all.
/// </remarks>
internal static partial class OpeningTimes
{
    private const int MinutesOfDay = 24 * 60;
    private const int MostRules = 50;

    private static readonly string[] DayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    /// <summary>The times; null when the text says something else or something more.</summary>
    public static WeekTimes? Read(string text)
    {
        if (text.Trim() is "24/7")
            return WeekTimes.Always;

        var rules = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (rules.Length is 0 or > MostRules)
            return null;

        var times = WeekTimes.Never;
        foreach (var rule in rules)
        {
            if (!AddRule(rule.ToLowerInvariant(), ref times))
                return null;
        }

        return times;
    }

    /// <summary>Adds one rule; it may hold several pairs of days and times, as in "Mo-Fr 07:00-09:00, Sa 09:00-12:00".</summary>
    private static bool AddRule(string rule, ref WeekTimes times)
    {
        var (days, hours, any, isOff) = (new bool[7], new List<(int From, int To)>(), false, false);
        var saysDays = false;
        foreach (var token in rule.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "ph" or "sh")
            {
                saysDays = true;
            }
            else if (TryDays(token, out var first, out var last))
            {
                if (hours.Count > 0)
                {
                    Flush(ref times);
                    (days, hours, saysDays) = (new bool[7], [], false);
                }

                saysDays = true;
                for (var day = first; ; day = (day + 1) % 7)
                {
                    days[day] = true;
                    if (day == last)
                        break;
                }
            }
            else if (Hours().Match(token) is { Success: true } match)
            {
                hours.Add((Minute(match, 1), Minute(match, 3)));
            }
            else if (token is "off" or "closed")
            {
                isOff = true;
            }
            else
            {
                return false;
            }

            any = true;
        }

        Flush(ref times);
        return any;

        void Flush(ref WeekTimes into)
        {
            var (named, open) = (WeekTimes.Never, WeekTimes.Never);
            for (var day = 0; day < 7; day++)
            {
                if (saysDays && !days[day])
                    continue;

                var begin = day * MinutesOfDay;
                named = named.Or(WeekTimes.Between(begin, begin + MinutesOfDay));
                if (hours.Count == 0)
                    open = open.Or(WeekTimes.Between(begin, begin + MinutesOfDay));
                foreach (var (from, to) in hours)
                    open = open.Or(OnDay(begin, from, to));
            }

            into = into.And(named.Not()).Or(isOff ? WeekTimes.Never : open);
        }
    }

    private static WeekTimes OnDay(int begin, int from, int to)
    {
        var end = to > from ? to : to + MinutesOfDay;
        if (end - from >= MinutesOfDay)
            end = from + MinutesOfDay;
        return WeekTimes.Between((begin + from) % WeekTimes.MinutesOfWeek, (begin + end - 1) % WeekTimes.MinutesOfWeek + 1);
    }

    private static bool TryDays(string token, out int first, out int last)
    {
        var parts = token.Split('-');
        first = Array.IndexOf(DayNames, Short(parts[0]));
        last = parts.Length == 1 ? first : Array.IndexOf(DayNames, Short(parts[1]));
        return parts.Length <= 2 && first >= 0 && last >= 0;
    }

    // Older restrictions say "Monday" in day_on.
    private static string Short(string day) => day.Length > 2 && day.EndsWith("day", StringComparison.Ordinal) ? day[..2] : day;

    private static int Minute(Match match, int group) =>
        Math.Min(2 * MinutesOfDay, int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) * 60
            + int.Parse(match.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^([0-9]{1,2})[:.]([0-5][0-9])-([0-9]{1,2})[:.]([0-5][0-9])$")]
    private static partial Regex Hours();
}
