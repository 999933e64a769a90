using Dispatch.Planning;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Together;

namespace Dispatch.Grains.DayPlans;

/// <summary>What each technician would change who had one half of a visit for two, both halves waiting for each other.</summary>
internal static class PairVerdicts
{
    private const int Looked = 16;

    /// <summary>By technician the change of the plan's score, and when both would be there, in seconds of the day; none where the two cannot be together.</summary>
    /// <param name="free">A plan in which nobody has the half; the other half stays with whoever has it.</param>
    /// <remarks>
    /// Where nobody has the other half either, only technicians of the best pairs have a figure. Where somebody has it, those that are
    /// in none of the best pairs are judged at the place that would suit them best alone.
    /// </remarks>
    public static (Score Change, int Arrival)?[] Of(Plan free, int visit)
    {
        var problem = free.Problem;
        var other = problem.OtherOfTie(visit);
        var found = new (Score Change, int Arrival)?[problem.Technicians.Length];
        foreach (var choice in TiedInsertion.Best(free, visit, Looked).Where(choice => choice.Plan.KeepsTies || !free.KeepsTies))
        {
            var t = choice.Plan.TechnicianOf[visit];
            if (found[t] is not { } known || choice.Change < known.Change)
                found[t] = (choice.Change, BothThere(choice.Plan, visit, other));
        }

        if (free.TechnicianOf[other] < 0)
            return found;
        for (var t = 0; t < found.Length; t++)
        {
            if (found[t] is null && t != free.TechnicianOf[other] && VisitInsertion.On(free, visit, t) is { } choice)
                found[t] = (choice.Change, BothThere(choice.Plan, visit, other));
        }

        return found;
    }

    private static int BothThere(Plan plan, int visit, int other) => Math.Max(Arrival(plan, visit), Arrival(plan, other));

    private static int Arrival(Plan plan, int visit)
    {
        var technician = plan.TechnicianOf[visit];
        var times = new RouteTimes();
        times.Compute(plan.Problem, technician, plan.Routes[technician], plan.Holds);
        return times.Arrive[Array.IndexOf(plan.Routes[technician], visit)];
    }
}
