using Dispatch.Planning;
using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A VROOM input, solved as errands and answered as VROOM answers.</summary>
internal sealed class VroomInstance : Instance
{
    private ErrandPlan? plan;
    private double solvedAt;
    private double readAt;

    /// <summary>What is planned.</summary>
    public required ErrandDay Day { get; init; }

    /// <summary>By errand.</summary>
    public required VroomTask[] Tasks { get; init; }

    /// <summary>By vehicle.</summary>
    public required VroomVehicle[] Vehicles { get; init; }

    /// <summary>What was taken from all times.</summary>
    public required long From { get; init; }

    /// <summary>How many parts a unit of cost has.</summary>
    public required int Unit { get; init; }

    /// <summary>The warm start, by vehicle; none without.</summary>
    public required int[][]? Start { get; init; }

    /// <summary>Whether distances are told.</summary>
    public required bool HasDistances { get; init; }

    /// <summary>Whether places are told as rows of the matrices.</summary>
    public required bool HasIndices { get; init; }

    /// <inheritdoc />
    public override bool NeedsJson => true;

    /// <inheritdoc />
    public override Solution Solve(SolveRun run)
    {
        readAt = run.Clock.Elapsed;
        run.Clock.Reserve(Day.Errands.Length * 2e-5);
        var options = new PlannerOptions { Iterations = long.MaxValue, Seed = run.Options.Seed, Threads = run.Options.Threads, Spent = () => run.Clock.Spent };
        plan = ErrandSearch.Run(Day, Start, options, better => run.Trace.Better(better.TravelCost / (double)Unit, better.Unassigned.Count), run.Cancellation);
        solvedAt = run.Clock.Elapsed;
        var routes = plan.Routes.Where(items => items.Any(item => item >= 0)).Select(_ => new SolutionRoute(0, []));
        return new Solution([.. routes], [.. plan.Unassigned.Select(task => new UnassignedTask(Tasks[task].Id, Tasks[task].Type))], plan.TravelCost / (double)Unit);
    }

    /// <inheritdoc />
    public override string Write(Solution solution, bool isJson) => new VroomAnswer(this, plan!).Write((int)(1000 * readAt), (int)(1000 * (solvedAt - readAt)));
}
