using Dispatch.Domain.Ids;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// Brings a plan that was found for an earlier picture onto the present one: what people did meanwhile stays, and the rest is taken
/// only if it is worth its churn.
/// </summary>
internal static class PlanRebase
{
    /// <summary>Seconds of driving below which nothing is worth changing.</summary>
    private const int LeastGainSeconds = 120;

    /// <summary>The present plan bettered by what was found; none if nothing of it is worth taking.</summary>
    /// <param name="now">The day as it now is.</param>
    /// <param name="then">The day that the search started from.</param>
    /// <param name="found">A plan of <paramref name="then"/>'s problem.</param>
    public static Plan? Onto(DayPicture now, DayPicture then, Plan found)
    {
        // A visit follows the search only where it still is what it was: ahead, free, with the same technician, pinned as before.
        bool Follows(VisitId id) =>
            now.VisitIndex.TryGetValue(id, out var index) && then.VisitIndex.ContainsKey(id)
            && now.State.HolderOf(id) == then.State.HolderOf(id)
            && now.State.Visits[id].PinnedTechnician == then.State.Visits[id].PinnedTechnician
            && now.State.Visits[id].PinnedStart == then.State.Visits[id].PinnedStart
            && now.Problem.Technicians.All(technician => !technician.Frozen.Contains(index));

        var routes = now.TechnicianIds.Select(_ => new List<int>()).ToArray();
        for (var t = 0; t < routes.Length; t++)
        {
            routes[t].AddRange(now.Problem.Technicians[t].Frozen);
            if (!then.TechnicianIndex.TryGetValue(now.TechnicianIds[t], out var earlier))
                continue;
            foreach (var visit in found.Routes[earlier].Select(index => then.VisitIds[index]).Where(Follows))
            {
                if (now.Problem.CanDo(t, now.VisitIndex[visit]))
                    routes[t].Add(now.VisitIndex[visit]);
            }
        }

        // What does not follow stays with whom it is, in its old order, where it costs least.
        for (var t = 0; t < routes.Length; t++)
        {
            foreach (var visit in now.Plan.Routes[t].Where(visit => !routes.Any(route => route.Contains(visit))))
            {
                var candidate = new Plan(now.Problem, routes);
                var best = Enumerable.Range(0, routes[t].Count + 1)
                    .Select(position => Planning.Insertion.VisitInsertion.At(candidate, visit, t, position))
                    .OfType<Planning.Insertion.InsertionChoice>().MinBy(choice => choice.Change);
                routes[t].Insert(best?.Position ?? routes[t].Count, visit);
            }
        }

        var rebased = new Plan(now.Problem, routes);
        return IsPossible(rebased) && IsWorthIt(now, rebased) ? rebased : null;
    }

    private static bool IsPossible(Plan plan)
    {
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t]);
            if (!times.IsPossible)
                return false;
        }

        return true;
    }

    private static bool IsWorthIt(DayPicture now, Plan rebased)
    {
        if (rebased.Score >= now.Plan.Score)
            return false;
        if (!rebased.Score.SameUrgencyAs(now.Plan.Score))
            return true;
        var told = PlanDifference.Between(now.Plan, rebased)
            .Count(move => move.From != move.To && now.State.Visits[now.VisitIds[move.Visit]].Promise is not null);
        return now.Plan.Score.Cost - rebased.Score.Cost >= Math.Max(LeastGainSeconds, (long)told * now.Settings.LeastGainMinutes * 60);
    }
}
