namespace Dispatch.Planning.Insertion;

/// <summary>A place for a visit that nobody has, and what it would change.</summary>
/// <param name="Technician">Who would have it.</param>
/// <param name="Position">Place in the route, 0 first.</param>
/// <param name="Start">When work would begin, seconds.</param>
/// <param name="Arrival">When the technician would arrive, seconds.</param>
/// <param name="ExtraDriveSeconds">More driving in the whole plan.</param>
/// <param name="ExtraOvertimeSeconds">More overtime on this route.</param>
/// <param name="Change">Change of the plan's score, the visit no longer being left out.</param>
/// <param name="Delays">Visits of the route that start later, with the seconds.</param>
/// <param name="Displaced">Visits of lower urgency that lose their place, with who takes them instead (-1: nobody).</param>
/// <param name="Plan">The plan that follows.</param>
public sealed record InsertionChoice(
    int Technician, int Position, int Start, int Arrival, int ExtraDriveSeconds, int ExtraOvertimeSeconds, Score Change,
    IReadOnlyList<(int Visit, int Seconds)> Delays, IReadOnlyList<(int Visit, int Technician)> Displaced, Plan Plan);

/// <summary>Finds the best places for one visit; by trying them all, each timed along its route.</summary>
public static class VisitInsertion
{
    /// <summary>Urgency up to which a visit may push out visits of lower urgency.</summary>
    private const int MayDisplace = 1;

    /// <summary>The best places, best first, one a technician, at most <paramref name="count"/>; none if a hard rule forbids all.</summary>
    /// <param name="plan">A plan in which nobody has the visit.</param>
    public static IReadOnlyList<InsertionChoice> Best(Plan plan, int visit, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.TechnicianOf[visit] >= 0)
            throw new ArgumentException($"Visit {visit} is on a route; take it off first.", nameof(visit));
        var problem = plan.Problem;
        var candidates = new List<(Score Change, int Technician, int Position, int Displaced)>();
        var work = new Search.WorkingPlan(plan);
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (!problem.CanDo(t, visit))
                continue;
            var best = BestPosition(work, visit, t);
            if (problem.Visits[visit].Urgency <= MayDisplace && (best is not { } found || found.Change.LateMinutes(problem.Visits[visit].Urgency) > 0))
                best = BestWithDisplacement(plan, work, visit, t, best);
            if (best is { } place)
                candidates.Add((place.Change, t, place.Position, place.Displaced));
        }

        return [.. candidates.OrderBy(c => c.Change).ThenBy(c => c.Technician).Take(count).Select(c => Describe(plan, visit, c.Technician, c.Position, c.Displaced))];
    }

    /// <summary>The place at a fixed position of a route; none if a hard rule forbids it.</summary>
    public static InsertionChoice? At(Plan plan, int visit, int technician, int position)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var work = new Search.WorkingPlan(plan);
        var frozen = plan.Problem.Technicians[technician].Frozen.Count;
        position = Math.Clamp(position, frozen, plan.Routes[technician].Length);
        return plan.Problem.CanDo(technician, visit) && work.Evaluate(visit, technician, position) is not null
            ? Describe(plan, visit, technician, position, -1)
            : null;
    }

    private static (Score Change, int Position, int Displaced)? BestPosition(Search.WorkingPlan work, int visit, int technician)
    {
        (Score Change, int Position, int Displaced)? best = null;
        for (var p = work.Problem.Technicians[technician].Frozen.Count; p <= work.Route(technician).Length; p++)
        {
            if (work.Evaluate(visit, technician, p) is { } change && (best is null || change < best.Value.Change))
                best = (change, p, -1);
        }

        return best;
    }

    // One visit of lower urgency gives way; where it goes then is decided when the choice is described.
    private static (Score Change, int Position, int Displaced)? BestWithDisplacement(
        Plan plan, Search.WorkingPlan work, int visit, int technician, (Score Change, int Position, int Displaced)? best)
    {
        var (problem, route) = (plan.Problem, plan.Routes[technician]);
        for (var at = problem.Technicians[technician].Frozen.Count; at < route.Length; at++)
        {
            var other = problem.Visits[route[at]];
            if (other.Urgency <= problem.Visits[visit].Urgency || other.PinnedTechnician >= 0 || other.PinnedStart != PlanVisit.None)
                continue;
            var before = work.RouteScore(technician);
            work.RemoveRange(technician, at, 1);
            if (BestPosition(work, visit, technician) is { } found)
            {
                var change = found.Change + work.RouteScore(technician) - before + Score.OfUnassigned(other);
                if (best is null || change < best.Value.Change)
                    best = (change, found.Position, route[at]);
            }

            work.SetRoute(technician, route);
        }

        return best;
    }

    private static InsertionChoice Describe(Plan plan, int visit, int technician, int position, int displaced)
    {
        var problem = plan.Problem;
        var routes = plan.Routes.Select(route => route.ToList()).ToArray();
        if (displaced >= 0)
            routes[technician].Remove(displaced);
        routes[technician].Insert(position, visit);
        var after = new Plan(problem, routes);
        if (displaced >= 0)
            after = PutBack(after, displaced);

        var (old, now) = (new RouteTimes(), new RouteTimes());
        old.Compute(problem, technician, plan.Routes[technician]);
        now.Compute(problem, technician, after.Routes[technician]);
        var delays = new List<(int, int)>();
        for (var i = 0; i < after.Routes[technician].Length; i++)
        {
            var was = Array.IndexOf(plan.Routes[technician], after.Routes[technician][i]);
            if (was >= 0 && now.Start[i] > old.Start[was])
                delays.Add((after.Routes[technician][i], now.Start[i] - old.Start[was]));
        }

        var at = Array.IndexOf(after.Routes[technician], visit);
        return new InsertionChoice(
            technician, at, now.Start[at], now.Arrive[at], Drive(after) - Drive(plan), now.OvertimeSeconds - old.OvertimeSeconds,
            after.Score - plan.Score, delays, displaced >= 0 ? [(displaced, after.TechnicianOf[displaced])] : [], after);
    }

    private static Plan PutBack(Plan plan, int displaced) => Best(plan, displaced, 1) is [var choice] ? choice.Plan : plan;

    private static int Drive(Plan plan)
    {
        var times = new RouteTimes();
        var sum = 0;
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t]);
            sum += times.DriveSeconds;
        }

        return sum;
    }
}
