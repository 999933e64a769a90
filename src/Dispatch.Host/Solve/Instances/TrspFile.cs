using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Technician routing and scheduling with skills, tools and spare parts: Pillac, Guéret and Medaglia (2013).</summary>
/// <remarks>
/// Crew size and numbers of skills, tools and kinds of part; then the depot (0), the technicians (1 to crew, x and y being home), then
/// the requests. Least total working time, leaving as late as possible; one optional stop at the depot a route.
/// </remarks>
internal sealed class TrspFile
{
    private static readonly string[] Headings = ["INFO", "CREW", "DEPOT", "ID"];
    private readonly InstanceText text;

    private TrspFile(string path) => text = InstanceText.Read(path);

    /// <summary>One row: where, when, how long, and what is held or asked for.</summary>
    internal readonly record struct Row(double X, double Y, double Start, double End, double Service, ulong Skills, ulong Tools, int[] Parts);

    /// <exception cref="RefusedException">The file is malformed; the sentence has the line.</exception>
    public static Instance Read(string path, string? releaseFile)
    {
        var file = new TrspFile(path);
        var (crew, rows) = file.Rows();
        var parts = Travelling.Parts(rows.Max(row => row.End) + 100);
        var instance = Make(crew, rows, parts);
        return releaseFile is null ? instance : ReleasedRequests.Read(instance, releaseFile, parts);
    }

    private (int Crew, List<Row> Rows) Rows()
    {
        var (crew, kinds) = (0, 0);
        var rows = new List<Row>();
        for (var line = 1; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (words.Length == 0 || (rows.Count == 0 && Headings.Contains(words[0])))
                continue;
            if (crew == 0)
            {
                var head = text.Row(line, 4, "The line of the crew");
                crew = text.Whole(line, head[0], "The crew", 1, 10_000);
                text.Whole(line, head[1], "The number of skills", 0, 64);
                text.Whole(line, head[2], "The number of tools", 0, 64);
                kinds = text.Whole(line, head[3], "The number of spare parts", 0, 1000);
                continue;
            }

            rows.Add(Person(line, rows.Count, kinds));
        }

        return rows.Count > crew + 1 && crew > 0 ? (crew, rows) : throw text.Wrong("there is no crew, or no request; or the file is cut short.");
    }

    private Row Person(int line, int number, int kinds)
    {
        var content = text.Lines[line];
        var first = content.IndexOf('[', StringComparison.Ordinal);
        if (first < 0)
            throw text.Wrong(line, "a row is: id, x, y, window start and end, service, [skills] [tools] [parts].");
        var head = text.Numbers(line, content[..first].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (head.Length != 6)
            throw text.Wrong(line, $"a row has 6 numbers before its lists, here there are {head.Length}.");
        text.Whole(line, head[0], "The id", number, number);
        text.Window(line, head[3], head[4], "The row");
        text.NotNegative(line, head[5], "The service");
        var (skills, at) = List(line, first);
        (var tools, at) = List(line, at);
        (var parts, at) = List(line, at);
        if (content[at..].Trim().Length > 0)
            throw text.Wrong(line, "something follows the three lists.");
        if (parts.Length != 0 && parts.Length != kinds)
            throw text.Wrong(line, $"the list of parts has {parts.Length} numbers, not {kinds}.");
        return new Row(head[1], head[2], head[3], head[4], head[5], Bits(skills), Bits(tools), parts);

        ulong Bits(int[] numbers) => numbers.Aggregate(0UL, (bits, bit) => bit < 64 ? bits | 1UL << bit : throw text.Wrong(line, $"there are 64 skills and tools at most, not {bit + 1}."));
    }

    private (int[] Numbers, int After) List(int line, int from)
    {
        var content = text.Lines[line];
        while (from < content.Length && char.IsWhiteSpace(content[from]))
            from++;
        var close = from < content.Length && content[from] == '[' ? content.IndexOf(']', from) : -1;
        if (close < 0)
            throw text.Wrong(line, "a list in brackets is missing, or not closed.");
        var words = content[(from + 1)..close].Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return ([.. words.Select(word => text.Whole(line, text.Number(line, word), "An entry"))], close + 1);
    }

    private static PlannedInstance Make(int crew, List<Row> rows, int parts)
    {
        var travel = Travelling.Between([.. rows.Select(row => (row.X, row.Y))], distance => Travelling.Up(parts * distance));
        int Time(double value) => (int)Math.Ceiling(value * parts - 1e-7);
        PlanWindow Window(Row row) => new(Time(row.Start), (int)Math.Floor(row.End * parts), true);
        var requests = rows.Skip(crew + 1).Select((row, i) => new PlanVisit
        {
            Place = crew + 1 + i,
            DurationSeconds = Time(row.Service),
            Windows = [Window(row)],
            IsWindowStrict = true,
            Skills = row.Skills,
            Tools = row.Tools,
            Parts = row.Parts,
        });
        var restocks = Enumerable.Range(0, crew).Select(t => new PlanVisit
        {
            Place = 0,
            DurationSeconds = Time(rows[0].Service),
            Windows = [Window(rows[0])],
            IsWindowStrict = true,
            IsRestock = true,
            PinnedTechnician = t,
            SkipCost = 0,
        });
        var technicians = rows.Skip(1).Take(crew).Select((row, i) => new PlanTechnician
        {
            StartPlace = i + 1,
            EndPlace = i + 1,
            AvailableFrom = Time(row.Start),
            ShiftEnd = (int)Math.Floor(row.End * parts),
            IsShiftStrict = true,
            Skills = row.Skills,
            Tools = row.Tools,
            Stock = row.Parts,
        });
        var problem = new Problem([.. technicians], [.. requests, .. restocks], travel, PlanWeights.DrivingAlone with { DriveSecond = 0, WorkSecond = 1 });
        return new PlannedInstance
        {
            Problem = problem,
            VisitNumbers = [.. Enumerable.Range(crew + 1, rows.Count - crew - 1), .. new int[crew]],
            TechnicianNumbers = [.. Enumerable.Range(1, crew)],
            Cost = plan => plan.Score.Cost / (double)parts,
        };
    }
}
