using System.Diagnostics;
using System.Globalization;
using Dispatch.Planning;
using Dispatch.Planning.Insertion;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>"planning insert": generated urgent visits, each alone into the kept plan of a day; and some of them beside a plan solved anew.</summary>
internal static class InsertBench
{
    private const double AnewSeconds = 60;

    public static int Run(string[] arguments)
    {
        if (LiveOptions.Parse("insert", arguments) is not { } options)
            return 2;
        var day = LiveDay.Read(options.Day);
        var plan = KeptPlan.Of(day, options.PlanFile, AnewSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day.Name}: {KeptPlan.DriveHours(plan):0.00} h of driving, {plan.Unassigned.Length} out"));
        var visits = UrgentVisits.Make(day, options.Count, 1);
        if (options.Anew is var (from, to))
            return Anew(day, plan, visits, from, to, options.Out);

        var rows = new List<(double Milliseconds, InsertionOutcome Outcome)>();
        foreach (var warm in visits.Take(Math.Min(20, visits.Count)))
            One(day, plan, warm);
        foreach (var visit in visits)
            rows.Add(One(day, plan, visit));
        // Each answer in full: two programs that give the same file give the same plans.
        if (options.Out is { } answers)
            File.WriteAllLines(answers, rows.Select(row => string.Join('|', row.Outcome.Plan.Routes.Select(route => string.Join(' ', route)))));
        var times = rows.Select(row => row.Milliseconds).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows.Count} inserted: p50 {times[times.Length / 2]:0.0} ms, p99 {times[(int)(times.Length * 0.99)]:0.0} ms, most {times[^1]:0.0} ms; not placed {rows.Count(row => !row.Outcome.IsPlaced)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"moved to another technician: mean {rows.Average(row => row.Outcome.Moved.Count):0.00}, most {rows.Max(row => row.Outcome.Moved.Count)}; shifted more than 15 min: mean {rows.Average(row => row.Outcome.Shifted.Count):0.00}, most {rows.Max(row => row.Outcome.Shifted.Count)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"left out for it: {rows.Sum(row => Math.Max(0, row.Outcome.Plan.Unassigned.Length - plan.Unassigned.Length - (row.Outcome.IsPlaced ? 0 : 1)))}; more driving: mean {rows.Average(row => KeptPlan.DriveHours(row.Outcome.Plan) - KeptPlan.DriveHours(plan)) * 60:0.0} min"));
        return 0;
    }

    private static (double, InsertionOutcome) One(LiveDay day, Plan plan, UrgentVisit visit)
    {
        var start = new Plan(day.With([visit]), plan.Routes);
        var since = Stopwatch.GetTimestamp();
        var outcome = UrgentInsertion.Insert(start, day.Problem.Visits.Length);
        return (Stopwatch.GetElapsedTime(since).TotalMilliseconds, outcome);
    }

    // Each solved from nothing for as long as the plan had: what the insertion costs beyond that.
    private static int Anew(LiveDay day, Plan plan, IReadOnlyList<UrgentVisit> visits, int from, int to, string? file)
    {
        for (var i = from; i < to; i++)
        {
            var inserted = One(day, plan, visits[i]).Item2.Plan;
            var anew = KeptPlan.Solve(inserted.Problem, null, AnewSeconds, 1);
            var moved = Enumerable.Range(0, plan.TechnicianOf.Count).Count(v => plan.TechnicianOf[v] != anew.TechnicianOf[v]);
            var (a, b) = (KeptPlan.DriveHours(inserted), KeptPlan.DriveHours(anew));
            var line = string.Create(CultureInfo.InvariantCulture, $"{i},{a:0.000},{inserted.Unassigned.Length},{b:0.000},{anew.Unassigned.Length},{100 * (a / b - 1):0.00},{moved}");
            Console.WriteLine(line);
            if (file is not null)
                File.AppendAllText(file, line + "\n");
        }

        return 0;
    }
}
