using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>An instance that is a <see cref="Planning.Problem"/>, solved by the planner.</summary>
internal sealed class PlannedInstance : Instance
{
    /// <summary>What is planned.</summary>
    public required Problem Problem { get; init; }

    /// <summary>The number of each visit in the file; a restock's is 0.</summary>
    public required int[] VisitNumbers { get; init; }

    /// <summary>The number of each technician in the file; none where all are alike and routes are counted.</summary>
    public int[]? TechnicianNumbers { get; init; }

    /// <summary>What a plan costs, as the family counts.</summary>
    public required Func<Plan, double> Cost { get; init; }

    /// <summary>Whether solutions name breaks and what is unassigned.</summary>
    public bool IsLiveDay { get; init; }

    /// <inheritdoc />
    public override bool NeedsJson => IsLiveDay;

    /// <inheritdoc />
    public override Solution Solve(SolveRun run)
    {
        run.Clock.Reserve(Problem.Visits.Length * 2e-5);
        var first = Planner.FirstPlan(Problem);
        run.Trace.Better(Cost(first), Missing(first));
        var options = new PlannerOptions
        {
            Iterations = long.MaxValue,
            Seed = run.Options.Seed,
            Threads = run.Options.Threads,
            Spent = () => run.Clock.Spent,
        };
        var best = Planner.Improve(first, options, plan => run.Trace.Better(Cost(plan), Missing(plan)), run.Cancellation);
        return ToSolution(best);
    }

    private int Missing(Plan plan) => plan.Unassigned.Count(visit => !Problem.Visits[visit].IsRestock);

    /// <summary>The plan in the file's numbers.</summary>
    public Solution ToSolution(Plan plan)
    {
        var routes = new List<SolutionRoute>();
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            if (plan.Routes[t].Length == 0)
                continue;
            times.Compute(Problem, t, plan.Routes[t]);
            var steps = new List<SolutionStep> { new("start") };
            for (var i = 0; i < plan.Routes[t].Length; i++)
            {
                if (IsLiveDay && times.BreakBefore == i)
                    steps.Add(new SolutionStep("break", 1, times.BreakStart));
                var visit = plan.Routes[t][i];
                steps.Add(Problem.Visits[visit].IsRestock
                    ? new SolutionStep("depot", 0)
                    : new SolutionStep("job", VisitNumbers[visit], IsLiveDay ? times.Arrive[i] : null));
            }

            if (IsLiveDay && times.BreakBefore == plan.Routes[t].Length)
                steps.Add(new SolutionStep("break", 1, times.BreakStart));
            steps.Add(new SolutionStep("end"));
            routes.Add(new SolutionRoute(TechnicianNumbers is null ? routes.Count + 1 : TechnicianNumbers[t], steps));
        }

        var unassigned = plan.Unassigned.Where(visit => !Problem.Visits[visit].IsRestock).Select(visit => new UnassignedTask(VisitNumbers[visit], "job"));
        return new Solution(routes, [.. unassigned], Cost(plan));
    }

    /// <summary>The travel of all routes, in the table's unit.</summary>
    public static long Travel(Plan plan)
    {
        var sum = 0L;
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var (technician, travel) = (plan.Problem.Technicians[t], plan.Problem.TravelOf(t));
            var place = technician.StartPlace;
            foreach (var visit in plan.Routes[t])
            {
                sum += travel.Distance(place, plan.Problem.Visits[visit].Place);
                place = plan.Problem.Visits[visit].Place;
            }

            sum += plan.Routes[t].Length == 0 ? 0 : travel.Distance(place, technician.EndPlace);
        }

        return sum;
    }
}
