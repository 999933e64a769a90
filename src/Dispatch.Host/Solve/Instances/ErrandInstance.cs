using Dispatch.Planning;
using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>An instance with shipments, all vehicles alike, solved as errands.</summary>
internal sealed class ErrandInstance : Instance
{
    /// <summary>What is planned.</summary>
    public required ErrandDay Day { get; init; }

    /// <summary>The number of each errand in the file.</summary>
    public required int[] ErrandNumbers { get; init; }

    /// <summary>What a plan costs, as the family counts.</summary>
    public required Func<ErrandPlan, double> Cost { get; init; }

    /// <inheritdoc />
    public override Solution Solve(SolveRun run)
    {
        run.Clock.Reserve(Day.Errands.Length * 2e-5);
        var options = new PlannerOptions { Iterations = long.MaxValue, Seed = run.Options.Seed, Threads = run.Options.Threads, Spent = () => run.Clock.Spent };
        return ToSolution(ErrandSearch.Run(Day, null, options, plan => run.Trace.Better(Cost(plan), plan.Unassigned.Count), run.Cancellation));
    }

    /// <summary>The plan in the file's numbers.</summary>
    public Solution ToSolution(ErrandPlan plan)
    {
        var routes = new List<SolutionRoute>();
        foreach (var items in plan.Routes.Where(items => items.Length > 0))
        {
            var steps = items.Select(item => new SolutionStep(
                Day.Errands[item].PickedUpAt >= 0 ? "delivery" : Day.Errands.Any(errand => errand.PickedUpAt == item) ? "pickup" : "job", ErrandNumbers[item]));
            routes.Add(new SolutionRoute(routes.Count + 1, [new SolutionStep("start"), .. steps, new SolutionStep("end")]));
        }

        return new Solution(routes, [.. plan.Unassigned.Select(errand => new UnassignedTask(ErrandNumbers[errand], "job"))], Cost(plan));
    }
}
