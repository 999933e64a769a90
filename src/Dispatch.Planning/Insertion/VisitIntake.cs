namespace Dispatch.Planning.Insertion;

/// <summary>What became of visits that were taken in at one event.</summary>
/// <param name="Plan">The plan that follows.</param>
/// <param name="Order">The visits in the order in which they were tried, the most urgent first.</param>
/// <param name="Left">Of these, those that nobody can have.</param>
/// <param name="Waiting">Of these, those for which there was no time; the next event or the search in the background tries them.</param>
/// <param name="Timed">How many routes were timed; a route looked over for a place near by counts as one.</param>
public sealed record IntakeOutcome(Plan Plan, IReadOnlyList<int> Order, IReadOnlyList<int> Left, IReadOnlyList<int> Waiting, int Timed);

/// <summary>
/// Takes many visits into a plan at one event, within one bound on the work: the most urgent as if each came alone, others giving
/// way; then each of the rest at the best of a few places near by; what even that has no time for waits.
/// </summary>
/// <remarks>
/// An overloaded day has a hundred visits that nobody has, and looking for room for each at every event would keep the one that has
/// just come in waiting for seconds. The bound is in routes timed, so the answer is the same on every machine.
/// </remarks>
public static class VisitIntake
{
    private const int PlacesTried = 12;

    /// <summary>Takes them in.</summary>
    /// <param name="plan">Any plan; visits that somebody has are passed over.</param>
    /// <param name="visits">The visits, in any order.</param>
    /// <param name="waited">Who had to wait at the event before, as it said: first among those of their urgency and in that order, so that all have their turn.</param>
    public static IntakeOutcome Run(Plan plan, IEnumerable<int> visits, InsertionLimits? limits = null, IReadOnlyList<int>? waited = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(visits);
        limits ??= InsertionLimits.Default;
        var turns = (waited ?? []).Select((visit, turn) => (visit, turn)).ToDictionary(pair => pair.visit, pair => pair.turn);
        int[] order = [.. visits.Distinct().Where(visit => plan.TechnicianOf[visit] < 0)
            .OrderBy(v => plan.Problem.Visits[v].Urgency).ThenBy(v => turns.GetValueOrDefault(v, int.MaxValue)).ThenBy(v => plan.Problem.Visits[v].Deadline).ThenBy(v => v)];
        var (tried, timed) = (0, 0);
        while (tried < order.Length && (tried == 0 || timed < limits.MostTimedInAll / 2))
        {
            if (order[tried++] is var visit && plan.TechnicianOf[visit] >= 0)
                continue;
            var inserted = UrgentInsertion.Insert(plan, visit, limits with { MostTimed = tried == 1 ? limits.MostTimed : Math.Min(limits.MostTimed, limits.MostTimedInAll / 2 - timed) });
            // Two at once are placed by another way, which looks at as many routes as one insertion may.
            timed += plan.Problem.OtherOfTie(visit) < 0 ? inserted.Timed : limits.MostTimed;
            plan = inserted.Plan;
        }

        if (tried < order.Length)
            (plan, timed) = NearBy(plan, order.AsSpan(tried), limits, timed);
        var after = plan;
        return new IntakeOutcome(
            plan, order, [.. order.Take(tried).Where(visit => after.TechnicianOf[visit] < 0)], [.. order.Skip(tried).Where(visit => after.TechnicianOf[visit] < 0)], timed);
    }

    // Whoever is near has the visit, if nobody gets later by it.
    private static (Plan Plan, int Timed) NearBy(Plan plan, ReadOnlySpan<int> visits, InsertionLimits limits, int timed)
    {
        var problem = plan.Problem;
        var (routes, near) = (new LiveRoutes(plan), new NearPlaces(problem, PlacesTried));
        foreach (var visit in visits)
        {
            if (timed + routes.Timed >= limits.MostTimedInAll)
                break;
            if (problem.OtherOfTie(visit) >= 0 || routes.TechnicianOf(visit) >= 0)
                continue;
            timed += problem.Technicians.Length;
            (Score Change, int Technician, int Position, Score Route)? best = null;
            foreach (var (_, technician, position) in near.Of(routes, visit))
            {
                if (routes.With(technician, visit, position) is { } route && route - routes.RouteScore(technician) is var change && (best is not { } least || change < least.Change))
                    best = (change, technician, position, route);
            }

            // A place that makes anybody late is no quick one: to look farther may find a better.
            if (best is { } place && place.Change.IsNoLaterThan(default))
                routes.Set(place.Technician, LiveRoutes.Put(routes.Route(place.Technician), visit, place.Position), place.Route);
        }

        return (routes.ToPlan(), timed + routes.Timed);
    }
}
