using System.Globalization;
using System.Text;

namespace Dispatch.LoadTests.Days;

/// <summary>The figures of many days, mean ± standard deviation over the seeds, as the table of the planning document has them.</summary>
internal static class DayTable
{
    private static readonly (string Name, Func<DayFigures, double> Of, string Format)[] Rows =
    [
        ("driving, hours", day => day.DriveHours, "0.0"),
        ("promises kept as told the evening before, %", day => day.KeptFirstPercent, "0.0"),
        ("their width, min", day => day.WidthMinutes, "0"),
        ("promises kept as told last, %", day => day.KeptLastPercent, "0.0"),
        ("late P0, min", day => day.LateMinutes[0], "0.0"),
        ("late P1, min", day => day.LateMinutes[1], "0.0"),
        ("late P2, min", day => day.LateMinutes[2], "0.0"),
        ("promised visits that the planner moved", day => day.MovedByPlanner, "0.0"),
        ("done by another than the evening before", day => day.OtherTechnician, "0.0"),
        ("unassigned at the end", day => day.Unassigned, "0.0"),
        ("visits done", day => day.Done, "0.0"),
    ];

    /// <summary>The table in Markdown.</summary>
    public static string Of(IReadOnlyList<DayFigures> days)
    {
        var seeds = days.Select(day => day.Seed).Distinct().Count();
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"| over {seeds} seeds | published day left alone | improved all day |").AppendLine("| --- | --- | --- |");
        foreach (var (name, of, format) in Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {Cell(days.Where(day => !day.Improves), of, format)} | {Cell(days.Where(day => day.Improves), of, format)} |");
        return text.ToString();
    }

    private static string Cell(IEnumerable<DayFigures> days, Func<DayFigures, double> of, string format)
    {
        double[] values = [.. days.Select(of)];
        if (values.Length == 0)
            return "";
        var mean = values.Average();
        var deviation = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return $"{mean.ToString(format, CultureInfo.InvariantCulture)} ± {deviation.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
