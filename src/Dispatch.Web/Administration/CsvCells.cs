using System.Globalization;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Web.Administration;

/// <summary>Cells that hold several things: "oxygen 2; ventilator 1 2027-03-01", "Mon 08:00-16:30; Tue 08:00-16:30", "cylinder-e 12".</summary>
internal static class CsvCells
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static List<Skill> Skills(CsvRow row)
    {
        var skills = new List<Skill>();
        foreach (var words in Parts(row, "skills"))
        {
            var date = words.Length == 3 ? LocalDatePattern.Iso.Parse(words[2]) : null;
            if (words.Length is 2 or 3 && IdText.IsValid(words[0]) && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && date?.Success != false)
                skills.Add(new Skill(new(words[0]), level, date?.Value));
            else
                row.Mistake("skills", "holds 'skill level' or 'skill level expiry', parted by semicolons: oxygen 2; ventilator 1 2027-03-01.");
        }

        return skills;
    }

    public static List<Shift> Shifts(CsvRow row)
    {
        var shifts = new List<Shift>();
        foreach (var words in Parts(row, "shifts"))
        {
            if (words.Length == 2 && Day(words[0]) is { } day && Span(words[1]) is { } span)
                shifts.Add(new Shift(day, span.From, span.To));
            else
                row.Mistake("shifts", "holds days with times, parted by semicolons: Mon 08:00-16:30; Tue 08:00-16:30.");
        }

        return shifts;
    }

    public static List<BreakRule> Breaks(CsvRow row)
    {
        var breaks = new List<BreakRule>();
        foreach (var words in Parts(row, "break"))
        {
            if (words.Length == 2 && Span(words[0]) is { } span && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
                breaks.Add(new BreakRule(span.From, span.To, minutes));
            else
                row.Mistake("break", "is the times between which it begins, and its minutes, several parted by semicolons: 09:30-10:00 15; 11:30-13:00 30.");
        }

        return breaks;
    }

    public static List<PartCount> Stock(CsvRow row)
    {
        var stock = new List<PartCount>();
        foreach (var words in Parts(row, "stock"))
        {
            if (words.Length == 2 && IdText.IsValid(words[0]) && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                stock.Add(new PartCount(new(words[0]), count));
            else
                row.Mistake("stock", "holds parts with counts, parted by semicolons: cylinder-e 12; filter-set 6.");
        }

        return stock;
    }

    public static LocalDate? Date(CsvRow row, string column)
    {
        if (row.Text(column).Length == 0)
            return null;
        if (LocalDatePattern.Iso.Parse(row.Text(column)) is { Success: true } parsed)
            return parsed.Value;
        row.Mistake(column, "is a date such as 2027-03-01.");
        return null;
    }

    public static string Write(IReadOnlyList<Skill> skills) => string.Join("; ", skills.Select(skill =>
        skill.Expires is { } expires ? $"{skill.Id} {skill.Level} {LocalDatePattern.Iso.Format(expires)}" : $"{skill.Id} {skill.Level}"));

    public static string Write(IReadOnlyList<Shift> shifts) => string.Join("; ", shifts.Select(shift =>
        $"{shift.Day.ToString()[..3]} {Clock.Format(shift.Start)}-{Clock.Format(shift.End)}"));

    public static string Write(IReadOnlyList<BreakRule> breaks) => string.Join("; ", breaks.Select(pause => $"{Clock.Format(pause.Earliest)}-{Clock.Format(pause.Latest)} {pause.Minutes}"));

    public static string Write(IReadOnlyList<PartCount> stock) => string.Join("; ", stock.Select(part => $"{part.Part} {part.Count}"));

    private static IEnumerable<string[]> Parts(CsvRow row, string column) =>
        row.Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IsoDayOfWeek? Day(string text)
    {
        foreach (var day in Enum.GetValues<IsoDayOfWeek>())
        {
            if (day != IsoDayOfWeek.None && text.Length >= 3 && day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }

    private static (LocalTime From, LocalTime To)? Span(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2 && Clock.Parse(ends[0]) is { Success: true } from && Clock.Parse(ends[1]) is { Success: true } to ? (from.Value, to.Value) : null;
    }
}
