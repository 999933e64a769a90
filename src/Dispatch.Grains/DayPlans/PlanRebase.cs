using Dispatch.Domain.Ids;
using Dispatch.Planning;
using Dispatch.Planning.Comparison;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// Brings a plan that was found for an earlier picture onto the present one: what people did meanwhile stays, and the rest is taken
/// only if it is worth its churn.
/// </summary>
internal static class PlanRebase
{
    /// <summary>The present plan bettered by what was found, within the churn that is left of the day's; none if nothing of it is worth taking.</summary>
    /// <param name="now">The day as it now is.</param>
    /// <param name="then">The day that the search started from.</param>
    /// <param name="found">A plan of <paramref name="then"/>'s problem.</param>
    public static ChurnTaken? Onto(DayPicture now, DayPicture then, Plan found)
    {
        // A visit follows the search only where it still is what it was: ahead, free, with the same technician, pinned as before.
        bool Follows(VisitId id) =>
            now.VisitIndex.TryGetValue(id, out var index) && then.VisitIndex.ContainsKey(id)
            && now.State.HolderOf(id) == then.State.HolderOf(id)
            && now.State.Visits[id].PinnedTechnician == then.State.Visits[id].PinnedTechnician
            && now.State.Visits[id].PinnedStart == then.State.Visits[id].PinnedStart
            && now.State.Visits[id].KeepsOrder == then.State.Visits[id].KeepsOrder
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
                var best = Planning.Insertion.VisitInsertion.On(new Plan(now.Problem, routes), visit, t);
                routes[t].Insert(best?.Position ?? routes[t].Count, visit);
            }
        }

        var (planning, state) = (now.Settings.Planning, now.State);
        var budget = new ChurnBudget(
            Math.Max(0, planning.MostVisitsMoved - state.PlannerMoved), Math.Max(0, planning.MostPromisesMoved - state.PlannerBroke),
            LeastGainEach: now.Settings.LeastGainMinutes * 60);
        var taken = ChurnAccounting.Take(now.Plan, new Plan(now.Problem, routes), budget);
        return taken.Plan.Score < now.Plan.Score && (taken.Plan.KeepsTies || !now.Plan.KeepsTies) && (taken.Plan.KeepsGroups || !now.Plan.KeepsGroups) ? taken : null;
    }
}
