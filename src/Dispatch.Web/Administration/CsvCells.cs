using System.Globalization;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Vans;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Web.Administration;

/// <summary>Cells that hold several things: "oxygen 2; ventilator 1 2027-03-01", "Mon 08:00-16:30; Tue 08:00-16:30", "cylinder-e 12".</summary>
internal static class CsvCells
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static List<Skill> Skills(CsvRow row) => Several(
        row, "skills", "holds 'skill level' or 'skill level expiry', parted by semicolons: oxygen 2; ventilator 1 2027-03-01.", words =>
        {
            var date = words.Length == 3 ? LocalDatePattern.Iso.Parse(words[2]) : null;
            return words.Length is 2 or 3 && IdText.IsValid(words[0]) && Number(words[1]) is { } level && date?.Success != false ? new Skill(new(words[0]), level, date?.Value) : null;
        });

    public static List<Shift> Shifts(CsvRow row) => Several(
        row, "shifts", "holds days with times, parted by semicolons: Mon 08:00-16:30; Tue 08:00-16:30.",
        words => words.Length == 2 && Day(words[0]) is { } day && Span(words[1]) is { } span ? new Shift(day, span.From, span.To) : null);

    public static List<BreakRule> Breaks(CsvRow row) => Several(
        row, "break", "is the times between which it begins, and its minutes, several parted by semicolons: 09:30-10:00 15; 11:30-13:00 30.",
        words => words.Length == 2 && Span(words[0]) is { } span && Number(words[1]) is { } minutes ? new BreakRule(span.From, span.To, minutes) : null);

    public static List<PartCount> Stock(CsvRow row) => Several(
        row, "stock", "holds parts with counts, parted by semicolons: cylinder-e 12; filter-set 6.",
        words => words.Length == 2 && IdText.IsValid(words[0]) && Number(words[1]) is { } count ? new PartCount(new(words[0]), count) : null);

    public static List<Instrument> Instruments(CsvRow row) => Several(
        row, "instruments", "holds instruments with serial number and the last day of their calibration, parted by semicolons: oxygen-analyser OA-1101 2027-03-01.", words =>
        {
            // Serial number and date may each be left out.
            var until = words.Length > 1 && LocalDatePattern.Iso.Parse(words[^1]) is { Success: true } parsed ? parsed.Value : (LocalDate?)null;
            var left = words.Length - (until is null ? 1 : 2);
            return left is 0 or 1 && IdText.IsValid(words[0]) ? new Instrument(new(words[0]), left == 1 ? words[1] : "", until) : null;
        });

    public static List<SpaceCount> Room(CsvRow row) => Several(
        row, "room", "holds spaces of the van with how much goes in, parted by semicolons: full-cylinders 24; empty-cylinders 24.",
        words => words.Length == 2 && IdText.IsValid(words[0]) && Number(words[1]) is { } count ? new SpaceCount(new(words[0]), count) : null);

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

    public static string Write(IReadOnlyList<SpaceCount> room) => string.Join("; ", room.Select(space => $"{space.Space} {space.Count}"));

    public static string Write(IReadOnlyList<Instrument> instruments) => string.Join("; ", instruments.Select(instrument => string.Join(' ', new[]
    {
        instrument.Kind.Value, instrument.Serial, instrument.CalibratedUntil is { } until ? LocalDatePattern.Iso.Format(until) : "",
    }.Where(word => word.Length > 0))));

    // What stands between semicolons, each by its words; what cannot be read is a mistake of the row, said once for each.
    private static List<T> Several<T>(CsvRow row, string column, string mistake, Func<string[], T?> read)
        where T : class
    {
        var several = new List<T>();
        foreach (var part in row.Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (read(part.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } one)
                several.Add(one);
            else
                row.Mistake(column, mistake);
        }

        return several;
    }

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

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
