namespace Dispatch.Planning.Together;

/// <summary>Plans days in which some visits are tied to each other.</summary>
/// <remarks>
/// In turns: the ties stand as they are and the rest is improved around them by the search that knows no ties; then each tie is taken
/// out and put back where both together cost least. Days have a handful of such visits among hundreds.
/// </remarks>
internal static class TiedSearch
{
    private const int Turns = 8;

    /// <summary>Puts in what nobody has: the ties first, for what fits one technician fits two less often, then the rest, then ties again.</summary>
    public static Plan Complete(Plan plan)
    {
        var tied = PutBack(plan);
        var rest = new Plan(plan.Problem, Planner.Complete(new Plan(FixedTies.Of(tied), tied.Routes)).Routes);
        return PutBack(rest.Score <= tied.Score && Keeps(rest, tied) ? rest : tied);
    }

    /// <summary>Improves a plan; never gives one that is worse, nor one that breaks a tie that was kept.</summary>
    public static Plan Improve(Plan start, PlannerOptions options, Action<Plan>? better, CancellationToken cancellation)
    {
        var best = start;
        for (var turn = 0; turn < Turns && !cancellation.IsCancellationRequested; turn++)
        {
            var part = options.Part((double)turn / Turns, (turn + 1.0) / Turns) with { Seed = options.Seed + (ulong)turn };
            Take(PutBack(best));
            var around = new Plan(FixedTies.Of(best), best.Routes);
            Take(new Plan(start.Problem, Planner.Improve(around, part, null, cancellation).Routes));
            Take(Renewed(best));
        }

        return best;

        void Take(Plan plan)
        {
            if (plan.Score >= best.Score || !Keeps(plan, best))
                return;
            best = plan;
            better?.Invoke(plan);
        }
    }

    // What was found around ties that stood still may move them: then others wait for them in turn.
    private static bool Keeps(Plan plan, Plan known) => (plan.KeepsTies || !known.KeepsTies) && PairTimer.IsPossible(plan, known);

    // Each tie that may be moved is taken out and put back at its best.
    private static Plan Renewed(Plan plan)
    {
        foreach (var second in plan.Problem.Ties)
        {
            var first = plan.Problem.Visits[second].TiedTo;
            if (plan.TechnicianOf[first] < 0 || plan.TechnicianOf[second] < 0)
                continue;
            var isFrozen = (First: IsFrozen(plan, first), Second: IsFrozen(plan, second));
            if (isFrozen.First && isFrozen.Second)
                continue;
            var without = new Plan(plan.Problem, [.. plan.Routes.Select(route => route.Where(visit => (visit != first || isFrozen.First) && (visit != second || isFrozen.Second)).ToArray())]);
            if (TiedInsertion.Best(without, second, 1) is [var choice] && choice.Plan.Score < plan.Score && (choice.Plan.KeepsTies || !plan.KeepsTies))
                plan = choice.Plan;
        }

        return plan;
    }

    private static Plan PutBack(Plan plan)
    {
        var problem = plan.Problem;
        foreach (var second in problem.Ties.OrderBy(v => problem.Visits[v].Urgency).ThenBy(v => problem.Visits[v].Deadline))
        {
            if ((plan.TechnicianOf[second] < 0 || plan.TechnicianOf[problem.Visits[second].TiedTo] < 0)
                && TiedInsertion.Best(plan, second, 1) is [var choice] && choice.Plan.Score < plan.Score)
                plan = choice.Plan;
        }

        return plan;
    }

    private static bool IsFrozen(Plan plan, int visit) => plan.Problem.Technicians[plan.TechnicianOf[visit]].Frozen.Contains(visit);
}
