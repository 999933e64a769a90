using System.Diagnostics;
using System.Text.Json;
using Dispatch.Planning;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>A plan of so many seconds' search, kept as a file so that every measurement starts from the same one.</summary>
internal static class KeptPlan
{
    /// <summary>Reads it, or makes and keeps it.</summary>
    public static Plan Of(LiveDay day, string file, double seconds)
    {
        if (File.Exists(file))
            return new Plan(day.Problem, JsonSerializer.Deserialize<int[][]>(File.ReadAllText(file))!);
        var plan = Solve(day.Problem, null, seconds, 1);
        File.WriteAllText(file, JsonSerializer.Serialize(plan.Routes));
        return plan;
    }

    /// <summary>A plan after so many seconds on one thread, from nothing or from a start.</summary>
    public static Plan Solve(Problem problem, Plan? start, double seconds, ulong seed)
    {
        var since = Stopwatch.GetTimestamp();
        start ??= Planner.FirstPlan(problem);
        return Planner.Improve(start, new PlannerOptions
        {
            Iterations = long.MaxValue,
            Seed = seed,
            Spent = () => Stopwatch.GetElapsedTime(since).TotalSeconds / seconds,
        }, null, new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(0.1, seconds - Stopwatch.GetElapsedTime(since).TotalSeconds))).Token);
    }

    /// <summary>Driving of a whole plan, hours.</summary>
    public static double DriveHours(Plan plan) => Dispatch.Planning.Comparison.PlanFigures.Of(plan).DriveSeconds / 3600.0;
}
