using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Service technician routing and scheduling without teams: Kovacs, Parragh, Doerner and Hartl (2012).</summary>
/// <remarks>
/// A row of Solomon's numbers, a price that is not used, then how many technicians of each domain and level a task needs, domain by
/// domain; task 1 is the depot. Another file has the level of each technician in each domain. What nobody does is outsourced for
/// 200 + (the sum of what it needs)^1.5, and that and the distance together count, in double precision.
/// </remarks>
internal static class KovacsFile
{
    private const int Fixed = 8;

    /// <exception cref="RefusedException">A file is malformed; the sentence has the line.</exception>
    public static Instance Read(string path, string? techniciansPath)
    {
        var (levels, crew) = Crew(techniciansPath ?? Default(path));
        var domains = crew[0].Levels.Length;
        var text = InstanceText.Read(path);
        var tasks = new List<double[]>();
        for (var line = 0; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (words.Length == 0 || (tasks.Count == 0 && char.IsLetter(words[0][0])))
                continue;
            var row = text.Row(line, Fixed + domains * levels, $"A task ({domains} domains of {levels} levels)");
            text.Whole(line, row[0], "The task's number", tasks.Count + 1, tasks.Count + 1);
            text.Window(line, row[4], row[5], "The task");
            text.NotNegative(line, row[6], "The service");
            foreach (var needed in row[Fixed..])
                text.Whole(line, needed, "The number of technicians that are needed", 0, 1000);
            tasks.Add(row);
        }

        return tasks.Count > 1 ? Make(tasks, crew, levels) : throw text.Wrong("there is no depot, or no task; or the file is cut short.");
    }

    private static string Default(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";
        var file = Path.Combine(folder, "technicians_noTeam", $"technicians_{Path.GetFileName(path)}");
        return File.Exists(file) ? file : throw new RefusedException($"There is no {file} for {Path.GetFileName(path)}; say --technicians FILE.");
    }

    private static (int Levels, List<(int Number, int[] Levels)> Crew) Crew(string path)
    {
        var text = InstanceText.Read(path);
        var (domains, levels) = (0, 0);
        var crew = new List<(int Number, int[] Levels)>();
        for (var line = 0; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (words.Length == 0)
                continue;
            if (char.IsLetter(words[0][0]))
            {
                domains = Said(text, line, "domains", domains);
                levels = Said(text, line, "proficiency level", levels);
                continue;
            }

            if (domains == 0 || levels == 0)
                throw text.Wrong(line, "before the technicians there must be 'domains: N' and 'proficiency level: N'.");
            var row = text.Row(line, 1 + domains, "A technician");
            var number = text.Whole(line, row[0], "The technician's number");
            if (crew.Any(one => one.Number == number))
                throw text.Wrong(line, $"technician {number} stands twice.");
            crew.Add((number, [.. row[1..].Select(level => text.Whole(line, level, "A level", 0, levels))]));
        }

        return crew.Count > 0 ? (levels, crew) : throw text.Wrong("there is no technician, or the file is cut short.");
    }

    private static int Said(InstanceText text, int line, string what, int before)
    {
        var content = text.Lines[line].Trim();
        if (!content.StartsWith(what, StringComparison.OrdinalIgnoreCase))
            return before;
        return text.Whole(line, text.Number(line, content[what.Length..].Trim(' ', '\t', ':')), $"The number after '{what}'", 1, 1000);
    }

    private static ErrandInstance Make(List<double[]> tasks, List<(int Number, int[] Levels)> crew, int levels)
    {
        var parts = Math.Min(10_000, Travelling.Parts(tasks.Max(task => task[5]) + 100));
        var travel = Travelling.Between([.. tasks.Select(task => (task[1], task[2]))], distance => Travelling.Up(parts * distance));
        var seconds = Enumerable.Range(0, tasks.Count * tasks.Count).Select(i => travel[i / tasks.Count, i % tasks.Count]).ToArray();
        int Time(double value) => (int)Math.Min(ErrandVehicle.Never - 1, Math.Ceiling(value * parts));
        int End(double value) => (int)Math.Min(ErrandVehicle.Never - 1, Math.Floor(value * parts));
        var errands = tasks.Skip(1).Select((task, i) => new Errand
        {
            Place = i + 1,
            Service = Time(task[6]),
            Windows = [(Time(task[4]), End(task[5]))],
            SkipCost = (long)Math.Round(parts * (200 + Math.Pow(task[Fixed..].Sum(), 1.5))),
        }).ToArray();
        var vehicles = crew.Select(_ => new ErrandVehicle { Start = 0, End = 0, Earliest = Time(tasks[0][4]), Latest = End(tasks[0][5]) });
        bool May(int errand, int technician)
        {
            var needs = tasks[errand + 1].AsSpan(Fixed);
            for (var i = 0; i < needs.Length; i++)
            {
                if (needs[i] > 1 || (needs[i] == 1 && crew[technician].Levels[i / levels] < i % levels + 1))
                    return false;
            }

            return true;
        }

        return new ErrandInstance
        {
            Day = new ErrandDay(errands, [.. vehicles], [new ErrandTable(seconds, seconds)], tasks.Count, May),
            Cost = plan => plan.Cost / (double)parts,
            ErrandNumbers = [.. Enumerable.Range(2, tasks.Count - 1)],
            VehicleNumbers = [.. crew.Select(technician => technician.Number)],
        };
    }
}
