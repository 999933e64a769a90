using System.Globalization;

namespace Dispatch.LoadTests.Planning;

/// <summary>"planning bench": solves the table's instances one after another, each in a process of its own, and prints the table; goes on where its CSV ends.</summary>
internal static class PlanningBench
{
    private static readonly Dictionary<string, string> Wanted = new()
    {
        ["vrptw10"] = "0.8 %",
        ["vrptw60"] = "0.25 %",
        ["vrptw24"] = "0.5 %",
        ["sd"] = "0.4 / 1.2 / 2.5 %",
        ["hhcrsp"] = "2 %",
        ["trsp"] = "1 %, none infeasible",
        ["dynamic"] = "against the published search below 0, no more rejected",
        ["pdptw"] = "the best known vehicles",
        ["kovacs"] = "",
        ["vroom"] = "as live",
        ["live"] = "all in 1 s; 101.6 h in 20 s; 98.5 h in 60 s",
        ["growth"] = "",
    };

    /// <summary>Runs what is not in the CSV yet.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options(arguments);
        if (options is null)
            return 2;
        var (rows, seeds, file, program, isFull) = options.Value;
        var instances = Path.Combine(Environment.GetEnvironmentVariable("DISPATCH_SHARED") ?? Path.Combine(Repository.Root(), "..", "shared"), "benchmarks");
        if (!File.Exists(program) || !Directory.Exists(instances))
        {
            await Console.Error.WriteLineAsync(File.Exists(program) ? $"There are no instances in {instances}." : $"There is no program {program}; publish it (see loadtests/README.md), or say --program FILE.");
            return 2;
        }

        var results = File.Exists(file) ? File.ReadLines(file).Select(BenchResult.Parse).OfType<BenchResult>().ToList() : [];
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, BenchResult.Head + "\n");
        var scratch = Directory.CreateTempSubdirectory("dispatch-bench-").FullName;
        var runner = new SolveRunner(program, instances, scratch);
        foreach (var (work, seed) in rows.SelectMany(row => BenchRows.Of(row, isFull)).SelectMany(work => Enumerable.Range(1, seeds).Select(seed => (work, seed))))
        {
            if (results.Any(result => result.Is(work, seed)))
                continue;
            var result = await runner.RunAsync(work, seed);
            results.Add(result);
            await File.AppendAllTextAsync(file, result + "\n");
            Console.WriteLine(result);
        }

        Directory.Delete(scratch, recursive: true);
        Print(results.Where(result => rows.Contains(result.Row)).ToList());
        return 0;
    }

    private static void Print(List<BenchResult> results)
    {
        Console.WriteLine("\n| row | runs | infeasible | mean gap | mean against published | unassigned | worst wall over given | wanted |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in results.GroupBy(result => result.Row == "dynamic" ? $"dynamic {result.Name.Split('_')[^1]} %" : result.Row))
        {
            var first = row.First();
            var late = first.Row == "dynamic" ? "" : string.Create(CultureInfo.InvariantCulture, $"{row.Max(result => result.WallSeconds - result.Seconds):0.00} s");
            Console.WriteLine($"| {row.Key} | {row.Count()} | {row.Count(result => result.Verdict != "ok")} | {Mean(row.Select(r => r.Gap))} | {Mean(row.Select(r => r.ReferenceGap))} | {row.Sum(r => r.Unassigned)} | {late} | {Wanted[first.Row]} |");
        }

        foreach (var result in results.Where(result => result.Row is "live" or "vroom" or "growth" or "pdptw" or "kovacs"))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Row} {result.Name}, {result.Seconds} s, seed {result.Seed}: {result.Verdict}, cost {result.Cost:0}, {result.Unassigned} out, first plan after {result.FirstPlanSeconds:0.00} s, {result.PeakMegabytes} MB {result.Extra}"));
    }

    private static string Mean(IEnumerable<double?> values) =>
        values.Any(value => value is not null) ? string.Create(CultureInfo.InvariantCulture, $"{values.Average():0.000} %") : "";

    private static (string[] Rows, int Seeds, string File, string Program, bool IsFull)? Options(string[] arguments)
    {
        var rows = BenchRows.All.Where(row => row != "vrptw24").ToArray();
        var (seeds, file, isFull) = (1, "planning.csv", false);
        var program = Path.Combine(Repository.Root(), "src", "Dispatch.Host", "bin", "Release", "net10.0", "dispatch");
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--full":
                    isFull = true;
                    continue;
                case "--rows" when value is not null && value.Split(',').All(BenchRows.All.Contains):
                    rows = value.Split(',');
                    break;
                case "--seeds" when int.TryParse(value, CultureInfo.InvariantCulture, out seeds) && seeds is > 0 and < 1000:
                    break;
                case "--out" when value is not null:
                    file = value;
                    break;
                case "--program" when value is not null:
                    program = value;
                    break;
                default:
                    Console.Error.WriteLine($"planning bench [--rows {string.Join(",", BenchRows.All)}] [--seeds 1] [--out planning.csv] [--program FILE] [--full]; '{arguments[i]}' is none of these, or its value is wrong.");
                    return null;
            }

            i++;
        }

        return (rows, seeds, file, program, isFull);
    }
}
