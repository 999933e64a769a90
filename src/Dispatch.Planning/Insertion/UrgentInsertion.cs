using Dispatch.Planning.Together;

namespace Dispatch.Planning.Insertion;

/// <summary>
/// Takes one visit into a plan at once: the best place there is; where that is late or there is none, others give way by
/// ejection chains of up to three visits; then a short local repair of the routes that were touched.
/// </summary>
/// <remarks>
/// Pure and bounded: it stops when so many routes have been timed, and disturbs no more people than the limits say, unless a visit would have no place at all. What is
/// placed worse than it might be is bettered later, in the background.
/// </remarks>
public static class UrgentInsertion
{
    private const int MostRepaired = 6;

    /// <summary>Inserts the visit.</summary>
    /// <param name="plan">A plan in which nobody has the visit.</param>
    /// <exception cref="ArgumentException">Somebody has it.</exception>
    public static InsertionOutcome Insert(Plan plan, int visit, InsertionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.TechnicianOf[visit] >= 0)
            throw new ArgumentException($"Visit {visit} is on a route; take it off first.", nameof(visit));
        limits ??= InsertionLimits.Default;
        if (plan.Problem.OtherOfTie(visit) >= 0)
            return Together(plan, visit, limits);
        var routes = new LiveRoutes(plan);
        var disturbance = new Disturbance(plan, visit, limits);
        var found = Direct(routes, visit, disturbance);
        // Urgency that would be late, or that would make others late, asks for more than a free place.
        if (found.Count == 0 || !found[0].Score.IsNoLaterThan(plan.Score))
            found.AddRange(new EjectionChains(plan, visit, limits, disturbance).Find(routes));
        // Nobody is left out for the sake of a limit: then the best place stands, and what it disturbs is said.
        if (found.Count == 0)
            found = Direct(routes, visit, null);
        found.Sort((a, b) => a.Score.CompareTo(b.Score));
        if (found.Count == 0)
            return new InsertionOutcome(plan, false, [], [], routes.Timed);

        var best = found[0];
        var repaired = Math.Min(MostRepaired, found.Count);
        for (var i = 0; i < repaired; i++)
        {
            var share = routes.Timed + Math.Max(0, limits.MostTimed - routes.Timed) / (repaired - i);
            if (LocalRepair.Run(plan, found[i], disturbance, share) is var better && better.Score < best.Score)
                best = better;
        }

        var (moved, shifted) = disturbance.Of(best);
        var after = best.ToPlan();
        // Where others are held until somebody comes, the cheapest of the free places is judged by the whole plan beside it.
        if (plan.Problem.HasTies && found.Select(routes => routes.ToPlan()).Where(other => other.KeepsTies || !plan.KeepsTies).MinBy(other => other.Score) is { } whole && (whole.Score < after.Score || !after.KeepsTies && plan.KeepsTies))
            (after, moved, shifted) = (whole, PlanMoved(plan, whole, visit), PlanShifted(plan, whole, visit, limits));
        return new InsertionOutcome(after, true, moved, shifted, routes.Timed);
    }

    // A visit for two: both find a place together.
    private static InsertionOutcome Together(Plan plan, int visit, InsertionLimits limits)
    {
        if (TiedInsertion.Best(plan, visit, 1) is not [var choice])
            return new InsertionOutcome(plan, false, [], [], 0);
        return new InsertionOutcome(choice.Plan, true, PlanMoved(plan, choice.Plan, visit), PlanShifted(plan, choice.Plan, visit, limits), 0);
    }

    private static List<int> PlanMoved(Plan before, Plan after, int newcomer) =>
        [.. PlanDifference.Between(before, after).Where(move => move.Visit != newcomer && move.From >= 0 && move.From != move.To).Select(move => move.Visit)];

    private static List<int> PlanShifted(Plan before, Plan after, int newcomer, InsertionLimits limits) =>
        [.. PlanDifference.Between(before, after).Where(move => move.Visit != newcomer && Math.Abs(move.ShiftSeconds) > limits.ShiftSeconds).Select(move => move.Visit)];

    private static List<LiveRoutes> Direct(LiveRoutes routes, int visit, Disturbance? disturbance)
    {
        var places = new List<(Score Change, int Technician, Score Route, int Position)>();
        for (var t = 0; t < routes.Problem.Technicians.Length; t++)
        {
            if (routes.Best(t, visit) is { } best)
                places.Add((best.Route - routes.RouteScore(t), t, best.Route, best.Position));
        }

        places.Sort((a, b) => a.Change.CompareTo(b.Change) is var order && order != 0 ? order : a.Technician.CompareTo(b.Technician));
        var found = new List<LiveRoutes>();
        foreach (var place in places)
        {
            if (found.Count == MostRepaired)
                break;
            var copy = routes.Copy();
            copy.Set(place.Technician, LiveRoutes.Put(routes.Route(place.Technician), visit, place.Position), place.Route);
            if (disturbance?.Keeps(copy) ?? true)
                found.Add(copy);
        }

        return found;
    }
}
