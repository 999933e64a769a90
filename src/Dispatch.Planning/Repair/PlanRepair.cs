using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Repair;

/// <summary>What is left of a plan when the day has changed under it, and who finds another place.</summary>
/// <param name="Plan">The plan that follows.</param>
/// <param name="Taken">Visits that their technician can no longer have, in the order in which they were placed anew.</param>
/// <param name="Left">Of these, those that nobody can have.</param>
/// <param name="Waiting">Of these, those for which there was no time within the limits.</param>
public sealed record RepairOutcome(Plan Plan, IReadOnlyList<int> Taken, IReadOnlyList<int> Left, IReadOnlyList<int> Waiting);

/// <summary>
/// Brings routes onto a problem that has changed: a technician out, a visit longer, a street closed, a part missing. What still
/// holds stays where it is; what does not is taken off, the least urgent first where a choice is, and inserted anew, the most urgent first.
/// </summary>
public static class PlanRepair
{
    /// <summary>Repairs.</summary>
    /// <param name="problem">The day as it now is.</param>
    /// <param name="routes">The routes as they were, of the same technicians and visits.</param>
    /// <param name="limits">For each visit that is placed anew, and for all of them together.</param>
    public static RepairOutcome Run(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes, InsertionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(routes);
        var taken = new List<int>();
        var kept = new int[routes.Count][];
        for (var t = 0; t < routes.Count; t++)
            kept[t] = Kept(problem, t, routes[t], taken);

        Reunite(problem, kept, taken);
        var intake = VisitIntake.Run(new Plan(problem, kept), taken, limits);
        return new RepairOutcome(intake.Plan, intake.Order, intake.Left, intake.Waiting);
    }

    // Of a group that is with several, whoever has what is frozen keeps it, or else whoever has most of it.
    private static void Reunite(Problem problem, int[][] kept, List<int> taken)
    {
        for (var group = 0; group < (problem.Groups?.Count ?? 0); group++)
        {
            var members = problem.Groups!.Members(group).ToArray();
            var holder = Enumerable.Range(0, kept.Length)
                .OrderByDescending(t => problem.Technicians[t].Frozen.Count(members.Contains)).ThenByDescending(t => kept[t].Count(members.Contains)).First();
            for (var t = 0; t < kept.Length; t++)
            {
                if (problem.Groups.AreOne(t, holder) || !kept[t].Any(members.Contains))
                    continue;
                var stays = kept[t].Where((visit, i) => i < problem.Technicians[t].Frozen.Count || !members.Contains(visit)).ToArray();
                taken.AddRange(kept[t].Except(stays));
                kept[t] = stays;
            }
        }
    }

    private static int[] Kept(Problem problem, int technician, IReadOnlyList<int> route, List<int> taken)
    {
        var frozen = problem.Technicians[technician].Frozen;
        var left = new List<int>(frozen);
        foreach (var visit in route)
        {
            if (left.Contains(visit))
                continue;
            if (problem.CanDo(technician, visit))
                left.Add(visit);
            else
                taken.Add(visit);
        }

        // Times or stock no longer hold: one visit after another gives way until they do, the least urgent and latest first.
        var times = new RouteTimes();
        while (left.Count > frozen.Count)
        {
            times.Compute(problem, technician, [.. left]);
            if (times.IsPossible)
                break;
            var gone = left.Skip(frozen.Count).Select((visit, i) => (visit, i)).OrderByDescending(pair => problem.Visits[pair.visit].Urgency)
                .ThenByDescending(pair => Helps(problem, technician, left, pair.visit, times)).ThenByDescending(pair => pair.i).First().visit;
            left.Remove(gone);
            taken.Add(gone);
        }

        return [.. left];
    }

    private static bool Helps(Problem problem, int technician, List<int> route, int visit, RouteTimes times)
    {
        times.Compute(problem, technician, [.. route.Where(other => other != visit)]);
        return times.IsPossible;
    }
}
