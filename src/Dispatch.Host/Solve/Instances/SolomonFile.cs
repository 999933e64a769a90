using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Vehicle routing with time windows as Solomon (1987) and Gehring and Homberger (1999) wrote it.</summary>
/// <remarks>
/// "NUMBER CAPACITY" of the fleet, then a line each customer: number, x, y, demand, ready, due, service; customer 0 is the depot.
/// dist1: arcs are truncated to a tenth, and total distance counts. hier: fewest vehicles, then distance in double precision.
/// </remarks>
internal static class SolomonFile
{
    private static readonly string[] Headings = ["VEHICLE", "NUMBER", "CUSTOMER", "CUST"];

    /// <exception cref="RefusedException">The file is malformed; the sentence has the line.</exception>
    public static Instance Read(string path, bool isHierarchical)
    {
        var text = InstanceText.Read(path);
        double[]? fleet = null;
        var rows = new List<double[]>();
        for (var line = 1; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (words.Length == 0)
                continue;
            if (rows.Count == 0 && Headings.Contains(words[0], StringComparer.OrdinalIgnoreCase))
                continue;
            if (fleet is null)
            {
                fleet = text.Row(line, 2, "The fleet");
                text.Whole(line, fleet[0], "The number of vehicles", 1, 100_000);
                text.Whole(line, fleet[1], "The capacity");
                continue;
            }

            rows.Add(Customer(text, line, rows.Count));
        }

        if (fleet is null || rows.Count < 2)
            throw text.Wrong("there is no fleet, or no customer; a Solomon file has NUMBER and CAPACITY, then the depot and the customers.");
        return Make(fleet, rows, isHierarchical);
    }

    private static double[] Customer(InstanceText text, int line, int number)
    {
        var row = text.Row(line, 7, "A customer");
        text.Whole(line, row[0], "The customer's number", number, number);
        text.Whole(line, row[3], "The demand");
        text.Window(line, row[4], row[5], "The customer");
        text.NotNegative(line, row[6], "The service");
        return row;
    }

    private static PlannedInstance Make(double[] fleet, List<double[]> rows, bool isHierarchical)
    {
        // Vehicles before distance: one costs more than any tour, as far as whole numbers go.
        var parts = isHierarchical ? Math.Min(1000, Travelling.Parts(rows[0][5])) : 10;
        var travel = Travelling.Between([.. rows.Select(row => (row[1], row[2]))], isHierarchical ? d => Travelling.Up(parts * d) : d => Math.Floor(10 * d));
        int Time(double value) => (int)Math.Min(1 << 28, Math.Ceiling(value * parts));
        var visits = rows.Skip(1).Select((row, i) => new PlanVisit
        {
            Place = i + 1,
            DurationSeconds = Time(row[6]),
            Windows = [new PlanWindow(Time(row[4]), (int)Math.Min(1 << 28, Math.Floor(row[5] * parts)), true)],
            IsWindowStrict = true,
            Brings = [(int)row[3]],
        });
        var technician = new PlanTechnician
        {
            StartPlace = 0,
            EndPlace = 0,
            AvailableFrom = Time(rows[0][4]),
            ShiftEnd = Time(rows[0][5]),
            IsShiftStrict = true,
            Capacity = [(int)fleet[1]],
        };
        var weights = PlanWeights.DrivingAlone with { Technician = isHierarchical ? 1_000_000_000 : 0 };
        var problem = new Problem([.. Enumerable.Repeat(technician, (int)Math.Min(fleet[0], rows.Count - 1))], [.. visits], travel, weights);
        return new PlannedInstance
        {
            Problem = problem,
            VisitNumbers = [.. Enumerable.Range(1, rows.Count - 1)],
            Cost = plan => PlannedInstance.Travel(plan) / (double)parts,
        };
    }
}
