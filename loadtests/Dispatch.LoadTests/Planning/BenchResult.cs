using System.Globalization;

namespace Dispatch.LoadTests.Planning;

/// <summary>What one run gave: a line of the CSV.</summary>
internal sealed record BenchResult(
    string Row, string Name, double Seconds, int Seed, string Verdict, double? Cost, double? Gap, int Vehicles, int Unassigned, double? ReferenceGap, string Extra,
    double WallSeconds, double FirstPlanSeconds, long PeakMegabytes)
{
    /// <summary>The first line of the file.</summary>
    public const string Head = "row,instance,seconds,seed,verdict,cost,gap_percent,vehicles,unassigned,palns_gap_percent,extra,wall_seconds,first_plan_seconds,peak_mb";

    /// <summary>Whether it is the result of that run.</summary>
    public bool Is(BenchWork work, int seed) => (Row, Name, Seconds, Seed) == (work.Row, work.Name, work.Seconds, seed);

    /// <summary>The line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Row},{Name},{Seconds},{Seed},{Verdict},{Cost},{Gap},{Vehicles},{Unassigned},{ReferenceGap},{Extra},{WallSeconds:0.00},{FirstPlanSeconds:0.000},{PeakMegabytes}");

    /// <summary>A line read back; none for one that is no result.</summary>
    public static BenchResult? Parse(string line)
    {
        var cells = line.Split(',');
        return cells.Length == 14 && cells[0] != "row"
            ? new BenchResult(
                cells[0], cells[1], Number(cells[2]) ?? 0, (int)(Number(cells[3]) ?? 0), cells[4], Number(cells[5]), Number(cells[6]), (int)(Number(cells[7]) ?? 0),
                (int)(Number(cells[8]) ?? 0), Number(cells[9]), cells[10], Number(cells[11]) ?? 0, Number(cells[12]) ?? 0, (long)(Number(cells[13]) ?? 0))
            : null;
    }

    private static double? Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : null;
}
