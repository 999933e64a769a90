namespace Dispatch.Planning.Together;

/// <summary>A problem in which tied visits are as a plan has them: with their technicians, beginning when they begin there. What is around them is free.</summary>
internal static class FixedTies
{
    /// <summary>The problem; routes of the plan are routes of it, and what a search that knows no ties finds in it keeps them.</summary>
    public static Problem Of(Plan plan)
    {
        var problem = plan.Problem;
        var visits = problem.Visits.ToArray();
        var times = new RouteTimes();
        // A group that is apart already cannot be pinned to two technicians.
        var keepsGroups = plan.KeepsGroups;
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            if (!plan.Routes[t].Any(visit => problem.OtherOfTie(visit) >= 0))
                continue;
            times.Compute(problem, t, plan.Routes[t], plan.Holds);
            for (var i = 0; i < times.Count; i++)
            {
                if (problem.OtherOfTie(plan.Routes[t][i]) >= 0)
                    visits[plan.Routes[t][i]] = At(problem.VisitOn(t, plan.Routes[t][i]), t, times.Start[i]) with { Group = keepsGroups ? problem.Visits[plan.Routes[t][i]].Group : -1 };
            }
        }

        foreach (var visit in plan.Unassigned)
        {
            // Nobody is to have one of two.
            if (problem.OtherOfTie(visit) >= 0)
                visits[visit] = visits[visit] with { TiedTo = -1, Excluded = [.. Enumerable.Range(0, problem.Technicians.Length)] };
        }

        return new Problem(problem.Technicians, visits, problem.Travel, problem.Weights);
    }

    private static PlanVisit At(PlanVisit visit, int technician, int start) => visit with
    {
        TiedTo = -1,
        Days = [],
        PinnedTechnician = technician,
        Windows = [new PlanWindow(start, start, true)],
        IsWindowStrict = true,
    };
}
