using Dispatch.Planning;
using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A VROOM input, solved as errands and answered as VROOM answers.</summary>
internal sealed class VroomInstance : Instance
{
    private VroomRoute[] routes = [];
    private int[] unassigned = [];
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

    /// <summary>The routes that are kept as they are, by vehicle; none where routes are searched.</summary>
    public required KeptStep[][]? Kept { get; init; }

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
        var kept = Kept ?? Search(run);
        routes = [.. Enumerable.Range(0, Vehicles.Length).Where(v => kept[v].Any(step => step.Item >= 0)).Select(v => VroomWalk.Route(this, v, kept[v]))];
        unassigned = [.. Enumerable.Range(0, Tasks.Length).Except(kept.SelectMany(steps => steps).Select(step => step.Item))];
        solvedAt = run.Clock.Elapsed;
        return new Solution(
            [.. routes.Select(_ => new SolutionRoute(0, []))], [.. unassigned.Select(task => new UnassignedTask(Tasks[task].Id, Tasks[task].Type))],
            routes.Sum(route => route.Sums.Cost) / (double)Unit);
    }

    /// <inheritdoc />
    public override string Write(Solution solution, bool isJson) => new VroomAnswer(this, routes, unassigned).Write((int)(1000 * readAt), (int)(1000 * (solvedAt - readAt)));

    private KeptStep[][] Search(SolveRun run)
    {
        run.Clock.Reserve(Day.Errands.Length * 2e-5);
        var options = new PlannerOptions { Iterations = long.MaxValue, Seed = run.Options.Seed, Threads = run.Options.Threads, Spent = () => run.Clock.Spent };
        var plan = ErrandSearch.Run(Day, Start, options, better => run.Trace.Better(better.TravelCost / (double)Unit, better.Unassigned.Count), run.Cancellation);
        return [.. plan.Routes.Select(items => items.Select(item => new KeptStep(item, null, null, null)).ToArray())];
    }
}
