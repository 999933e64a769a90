using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Pickup and delivery with time windows as Li and Lim (2001) wrote it.</summary>
/// <remarks>
/// Vehicles, capacity, speed; then number, x, y, demand, earliest, latest, service, pickup sibling, delivery sibling. Fewest vehicles
/// first, then distance in double precision. Speed is 1 whatever the file says: some say 0.
/// </remarks>
internal static class LiLimFile
{
    private const long Vehicle = 10_000_000_000;

    /// <exception cref="RefusedException">The file is malformed; the sentence has the line.</exception>
    public static Instance Read(string path)
    {
        var text = InstanceText.Read(path);
        double[]? fleet = null;
        var rows = new List<double[]>();
        var lines = new List<int>();
        for (var line = 0; line < text.Lines.Length; line++)
        {
            if (text.Words(line).Length == 0)
                continue;
            if (fleet is null)
            {
                fleet = text.Row(line, 3, "The first line");
                text.Whole(line, fleet[0], "The number of vehicles", 1, 100_000);
                text.Whole(line, fleet[1], "The capacity");
                continue;
            }

            var row = text.Row(line, 9, "A customer");
            text.Whole(line, row[0], "The customer's number", rows.Count, rows.Count);
            text.Whole(line, row[3], "The demand", -(int)InstanceText.Largest);
            text.Window(line, row[4], row[5], "The customer");
            text.NotNegative(line, row[6], "The service");
            rows.Add(row);
            lines.Add(line);
        }

        if (fleet is null || rows.Count < 3)
            throw text.Wrong("there is no fleet, or no pickup and delivery.");
        for (var i = 1; i < rows.Count; i++)
            Sibling(text, lines[i], rows, i);
        return Make(fleet, rows);
    }

    private static void Sibling(InstanceText text, int line, List<double[]> rows, int number)
    {
        var row = rows[number];
        var column = row[3] < 0 ? 7 : 8;
        if (row[15 - column] != 0)
            throw text.Wrong(line, $"customer {number} has a pickup and a delivery sibling; what is delivered here is picked up elsewhere, or the other way round.");
        var other = text.Whole(line, row[column], row[3] < 0 ? "The pickup sibling" : "The delivery sibling", 1, rows.Count - 1);
        if (rows[other][row[3] < 0 ? 8 : 7] != number || rows[other][3] != -row[3] || row[3] == 0)
            throw text.Wrong(line, $"customers {number} and {other} are not each other's pickup and delivery of the same load.");
    }

    private static ErrandInstance Make(double[] fleet, List<double[]> rows)
    {
        var parts = Math.Min(10_000, Travelling.Parts(rows[0][5]));
        var travel = Travelling.Between([.. rows.Select(row => (row[1], row[2]))], distance => Travelling.Up(parts * distance));
        var seconds = Enumerable.Range(0, rows.Count * rows.Count).Select(i => travel[i / rows.Count, i % rows.Count]).ToArray();
        int Time(double value) => (int)Math.Ceiling(value * parts);
        var errands = rows.Skip(1).Select(row => new Errand
        {
            Place = (int)row[0],
            Service = Time(row[6]),
            Windows = [(Time(row[4]), (int)Math.Floor(row[5] * parts))],
            Brings = row[3] < 0 ? [(int)-row[3]] : [],
            PickedUpAt = row[3] < 0 ? (int)row[7] - 1 : -1,
            SkipCost = 1L << 45,
        });
        // Vehicles before distance: one costs more than all driving.
        var vehicle = new ErrandVehicle
        {
            Start = 0,
            End = 0,
            Earliest = Time(rows[0][4]),
            Latest = Time(rows[0][5]),
            Capacity = [(int)fleet[1]],
            FixedCost = Vehicle,
        };
        var day = new ErrandDay(
            [.. errands], [.. Enumerable.Repeat(vehicle, (int)Math.Min(fleet[0], rows.Count / 2))], [new ErrandTable(seconds, seconds)], rows.Count, (_, _) => true);
        return new ErrandInstance
        {
            Day = day,
            Cost = plan => plan.TravelCost % Vehicle / (double)parts,
            ErrandNumbers = [.. Enumerable.Range(1, rows.Count - 1)],
        };
    }
}
