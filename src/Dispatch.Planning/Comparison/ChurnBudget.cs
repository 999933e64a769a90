namespace Dispatch.Planning.Comparison;

/// <summary>How far a change may disturb what people were told.</summary>
/// <param name="MostMoved">Promised visits that may go to another technician, or to nobody.</param>
/// <param name="MostPromises">Promises that may be broken that are kept now.</param>
/// <param name="LeastGain">What a part of a change must better the cost by at the least; seconds of driving.</param>
/// <param name="LeastGainEach">… and for each promised visit that it gives to another technician.</param>
public sealed record ChurnBudget(int MostMoved, int MostPromises, int LeastGain = 120, int LeastGainEach = 600);

/// <summary>What was taken of a change, and what it spent.</summary>
/// <param name="Plan">The plan that follows; the one before where nothing was worth taking.</param>
/// <param name="Moved">Promised visits that go to another technician.</param>
/// <param name="Promises">Promises newly broken.</param>
/// <param name="Gains">For each visit that changes technician or start with a part that was taken: what that part gains in cost, shared among its visits.</param>
public sealed record ChurnTaken(Plan Plan, int Moved, int Promises, IReadOnlyList<(int Visit, long Gain)> Gains);

/// <summary>Takes of a found plan what is worth its churn, and never more than the budget.</summary>
/// <remarks>
/// A change falls into parts: groups of routes that exchange visits with each other and with no others. Each part is valid alone, so
/// the best are taken until the budget is spent. Promises come first: parts that
/// break none are taken before those that do.
/// </remarks>
public static class ChurnAccounting
{
    /// <summary>Takes what fits.</summary>
    /// <param name="before">The plan as people know it.</param>
    /// <param name="found">A better one of the same problem.</param>
    public static ChurnTaken Take(Plan before, Plan found, ChurnBudget budget)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(budget);
        var start = StartsOf(before);
        var parts = PartsOf(before, found).Select(part => Price(before, found, part, start)).Where(part => part.IsPossible).ToList();
        var routes = before.Routes.ToArray();
        var (moved, promises) = (0, 0);
        var gains = new List<(int, long)>();
        foreach (var part in parts.OrderBy(part => part.Promises).ThenBy(part => part.Change).ThenBy(part => part.Technicians[0]))
        {
            var isBetter = part.Change < default(Score);
            var isWorthIt = !part.Change.SameUrgencyAs(default) || -part.Change.Cost >= Math.Max(budget.LeastGain, (long)part.Moved * budget.LeastGainEach);
            if (!isBetter || !isWorthIt || moved + part.Moved > budget.MostMoved || promises + part.Promises > budget.MostPromises)
                continue;
            foreach (var technician in part.Technicians)
                routes[technician] = found.Routes[technician];
            (moved, promises) = (moved + part.Moved, promises + part.Promises);
            gains.AddRange(part.Visits.Select(visit => (visit, -part.Change.Cost / Math.Max(1, part.Visits.Count))));
        }

        return new ChurnTaken(new Plan(before.Problem, routes), moved, promises, gains);
    }

    // Routes that differ, joined where a visit went from one to another.
    private static List<List<int>> PartsOf(Plan before, Plan found)
    {
        var group = Enumerable.Range(0, before.Routes.Length).ToArray();
        int Root(int t)
        {
            while (group[t] != t)
                t = group[t];
            return t;
        }

        for (var visit = 0; visit < before.TechnicianOf.Count; visit++)
        {
            var (from, to) = (before.TechnicianOf[visit], found.TechnicianOf[visit]);
            if (from >= 0 && to >= 0 && from != to)
                group[Root(from)] = Root(to);
            // Who has one of a group has all of it.
            foreach (var member in before.Problem.Groups is { } groups ? groups.With(visit) : [])
            {
                foreach (var plan in (ReadOnlySpan<Plan>)[before, found])
                {
                    if (plan.TechnicianOf[visit] >= 0 && before.TechnicianOf[member] >= 0)
                        group[Root(plan.TechnicianOf[visit])] = Root(before.TechnicianOf[member]);
                }
            }

            // Who waits for another's visit changes with it.
            if (before.Problem.OtherOfTie(visit) is >= 0 and var other)
            {
                foreach (var plan in (ReadOnlySpan<Plan>)[before, found])
                {
                    if (plan.TechnicianOf[visit] >= 0 && plan.TechnicianOf[other] >= 0)
                        group[Root(plan.TechnicianOf[visit])] = Root(plan.TechnicianOf[other]);
                }
            }
        }

        return [.. Enumerable.Range(0, before.Routes.Length)
            .Where(t => !before.Routes[t].AsSpan().SequenceEqual(found.Routes[t]))
            .GroupBy(Root).Select(part => part.ToList())];
    }

    private static Part Price(Plan before, Plan found, List<int> technicians, int[] start)
    {
        var (times, change, isPossible) = (new RouteTimes(), default(Score), true);
        var (moved, promises, visits) = (0, 0, new List<int>());
        foreach (var t in technicians)
        {
            change -= times.Compute(before.Problem, t, before.Routes[t], before.Holds);
            foreach (var visit in before.Routes[t].Where(visit => found.TechnicianOf[visit] < 0))
            {
                var what = before.Problem.Visits[visit];
                change += Score.OfUnassigned(what);
                visits.Add(visit);
                moved += IsPromised(before.Problem, visit) ? 1 : 0;
                promises += IsPromised(before.Problem, visit) && start[visit] <= what.PromiseEnd ? 1 : 0;
            }

            change += times.Compute(before.Problem, t, found.Routes[t], found.Holds);
            isPossible &= times.IsPossible;
            for (var i = 0; i < times.Count; i++)
            {
                var visit = found.Routes[t][i];
                var (from, what) = (before.TechnicianOf[visit], before.Problem.Visits[visit]);
                if (from < 0)
                    change -= Score.OfUnassigned(what);
                if (from != t || times.Start[i] != start[visit])
                    visits.Add(visit);
                moved += from != t && from >= 0 && IsPromised(before.Problem, visit) ? 1 : 0;
                promises += IsPromised(before.Problem, visit) && times.Start[i] > what.PromiseEnd && from >= 0 && start[visit] <= what.PromiseEnd ? 1 : 0;
            }
        }

        return new Part(technicians, change, moved, promises, visits, isPossible);
    }

    private static bool IsPromised(Problem problem, int visit) => problem.Visits[visit].PromiseEnd != PlanVisit.None;

    private static int[] StartsOf(Plan plan)
    {
        var (starts, times) = (new int[plan.Problem.Visits.Length], new RouteTimes());
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t], plan.Holds);
            for (var i = 0; i < times.Count; i++)
                starts[plan.Routes[t][i]] = times.Start[i];
        }

        return starts;
    }

    private sealed record Part(List<int> Technicians, Score Change, int Moved, int Promises, List<int> Visits, bool IsPossible);
}
