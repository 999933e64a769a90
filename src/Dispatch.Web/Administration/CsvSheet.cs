using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dispatch.Web.Administration;

/// <summary>One thing that is wrong in a sheet.</summary>
/// <param name="Line">Line of the file, the heading being 1.</param>
/// <param name="Column">Heading of the column; empty where the whole line is wrong.</param>
public sealed record CsvMistake(int Line, string Column, string Text);

/// <summary>What became of a sheet: all of it was taken, or nothing.</summary>
public sealed record CsvOutcome(int Imported, IReadOnlyList<CsvMistake> Mistakes);

/// <summary>A sheet as it was read: a row is its cells by heading.</summary>
internal sealed class CsvSheet
{
    private const int MostRows = 20_000;

    private CsvSheet(List<CsvRow> rows, List<CsvMistake> mistakes) => (Rows, Mistakes) = (rows, mistakes);

    public IReadOnlyList<CsvRow> Rows { get; }

    public List<CsvMistake> Mistakes { get; }

    /// <summary>Reads a sheet; a heading that is missing or unknown is a mistake, and so is a line with too few or too many cells.</summary>
    /// <param name="mayLack">Headings that may be missing; their cells are empty then.</param>
    public static CsvSheet Read(string text, IReadOnlyList<string> headings, IReadOnlyList<string> mayLack)
    {
        var (rows, mistakes) = (new List<CsvRow>(), new List<CsvMistake>());
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            DetectColumnCountChanges = false,
        });
        if (!parser.Read() || parser.Record is not { } first)
            return new CsvSheet(rows, [new CsvMistake(1, "", "The sheet is empty; its first line names the columns.")]);
        string[] heading = [.. first.Select(cell => cell.Trim('\uFEFF', ' '))];
        foreach (var missing in headings.Except(heading).Except(mayLack))
            mistakes.Add(new CsvMistake(1, missing, $"The column '{missing}' is missing."));
        foreach (var unknown in heading.Except(headings))
            mistakes.Add(new CsvMistake(1, unknown, $"There is no column '{unknown}'; use {string.Join(", ", headings)}."));
        if (mistakes.Count > 0)
            return new CsvSheet(rows, mistakes);
        while (parser.Read() && parser.Record is { } record)
        {
            if (rows.Count == MostRows)
            {
                mistakes.Add(new CsvMistake(parser.RawRow, "", $"A sheet has at most {MostRows} lines; split it."));
                break;
            }

            if (record.Length != heading.Length)
                mistakes.Add(new CsvMistake(parser.RawRow, "", $"The line has {record.Length} cells, and the heading {heading.Length}."));
            else
                rows.Add(new CsvRow(parser.RawRow, heading.Zip(record).ToDictionary(pair => pair.First, pair => pair.Second), mistakes));
        }

        return new CsvSheet(rows, mistakes);
    }

    /// <summary>Writes a sheet; a cell that a spreadsheet would take for a formula is led by an apostrophe.</summary>
    public static string Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using (var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in headings)
                writer.WriteField(heading);
            writer.NextRecord();
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    writer.WriteField(cell);
                writer.NextRecord();
            }
        }

        return text.ToString();
    }
}

/// <summary>One line of a sheet; what cannot be read is noted as a mistake and gives a default.</summary>
internal sealed class CsvRow(int line, Dictionary<string, string> cells, List<CsvMistake> mistakes)
{
    public int Line => line;

    public string Text(string column) => cells.GetValueOrDefault(column, "").TrimStart('\'');

    public string Needed(string column)
    {
        if (Text(column).Length == 0)
            Mistake(column, "must not be empty.");
        return Text(column);
    }

    public double Number(string column, double least, double most)
    {
        if (double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Mistake(column, $"is a number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}, with a point.");
        return least;
    }

    public double? OptionalNumber(string column, double least, double most) => Text(column).Length == 0 ? null : Number(column, least, most);

    public bool Flag(string column)
    {
        if (Text(column).ToLowerInvariant() is var text && text is "yes" or "no")
            return text == "yes";
        Mistake(column, "is yes or no.");
        return false;
    }

    public T Choice<T>(string column) where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(column), ignoreCase: true, out var choice) && Enum.IsDefined(choice))
            return choice;
        Mistake(column, $"is one of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    public string Id(string column)
    {
        if (!Domain.Ids.IdText.IsValid(Text(column)))
            Mistake(column, "has 1 to 64 letters, digits, dots, hyphens or underscores.");
        return Text(column);
    }

    public void Mistake(string column, string text) => mistakes.Add(new CsvMistake(line, column, $"{column} {text}"));
}
