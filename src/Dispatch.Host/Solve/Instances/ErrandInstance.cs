using Dispatch.Planning;
using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>An instance solved as errands.</summary>
internal sealed class ErrandInstance : Instance
{
    /// <summary>What is planned.</summary>
    public required ErrandDay Day { get; init; }

    /// <summary>The number of each errand in the file.</summary>
    public required int[] ErrandNumbers { get; init; }

    /// <summary>The number of each vehicle in the file; none where all are alike and routes are counted.</summary>
    public int[]? VehicleNumbers { get; init; }

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
        for (var v = 0; v < plan.Routes.Count; v++)
        {
            var items = plan.Routes[v];
            if (items.Length == 0)
                continue;
            var steps = items.Select(item => new SolutionStep(
                Day.Errands[item].PickedUpAt >= 0 ? "delivery" : Day.Errands.Any(errand => errand.PickedUpAt == item) ? "pickup" : "job", ErrandNumbers[item]));
            routes.Add(new SolutionRoute(VehicleNumbers is null ? routes.Count + 1 : VehicleNumbers[v], [new SolutionStep("start"), .. steps, new SolutionStep("end")]));
        }

        return new Solution(routes, [.. plan.Unassigned.Select(errand => new UnassignedTask(ErrandNumbers[errand], "job"))], Cost(plan));
    }
}
