using Dispatch.Planning.Reasons;

namespace Dispatch.Planning.Comparison;

/// <summary>What a plan comes to, in the figures by which two plans are laid side by side.</summary>
/// <param name="PromisesBroken">Promised visits that start after the end of what was told, or that nobody has.</param>
/// <param name="Costs">By <see cref="PricedRule"/>; they sum up to the score's cost, but for the price of what is left out.</param>
public sealed record PlanFigures(
    int DriveSeconds, int OvertimeSeconds, int Promises, int PromisesBroken, Score Score, IReadOnlyList<long> Costs)
{
    /// <summary>The figures of a plan.</summary>
    public static PlanFigures Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (drive, overtime, promises, broken) = (0, 0, 0, 0);
        var costs = new long[RuleCosts.RuleCount];
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t], plan.Holds);
            (drive, overtime) = (drive + times.DriveSeconds, overtime + times.OvertimeSeconds);
            for (var i = 0; i < times.Count; i++)
            {
                if (plan.Problem.Visits[plan.Routes[t][i]] is { PromiseEnd: not PlanVisit.None } told)
                    (promises, broken) = (promises + 1, broken + (times.Start[i] > told.PromiseEnd ? 1 : 0));
            }

            var priced = new RuleCosts(plan.Problem, t, plan.Routes[t], plan.Holds);
            for (var rule = 0; rule < costs.Length; rule++)
                costs[rule] += priced[(PricedRule)rule];
        }

        foreach (var visit in plan.Unassigned)
        {
            if (plan.Problem.Visits[visit].PromiseEnd != PlanVisit.None)
                (promises, broken) = (promises + 1, broken + 1);
        }

        return new PlanFigures(drive, overtime, promises, broken, plan.Score, costs);
    }
}
