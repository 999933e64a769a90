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

/// <summary>Finds the best places for one visit; by trying all that strict times allow, each timed along its route.</summary>
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
        var routes = new LiveRoutes(plan);
        var places = new List<Place>();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            if (BestPlace(routes, visit, t) is { } place)
                places.Add(place);
        }

        return [.. places.OrderBy(place => place.Change).ThenBy(place => place.Technician).Take(count).Select(place => Describe(plan, visit, place))];
    }

    /// <summary>What the best place of each technician would change; none where a hard rule forbids all. Cheaper than describing them.</summary>
    public static Score?[] Changes(Plan plan, int visit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var routes = new LiveRoutes(plan);
        return [.. Enumerable.Range(0, plan.Routes.Length).Select(t => BestPlace(routes, visit, t)?.Change)];
    }

    /// <summary>The best place on one technician's route; none if a hard rule forbids all.</summary>
    public static InsertionChoice? On(Plan plan, int visit, int technician)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return BestPlace(new LiveRoutes(plan), visit, technician) is { } place ? Describe(plan, visit, place) : null;
    }

    /// <summary>The place at a fixed position of a route; none if a hard rule forbids it.</summary>
    public static InsertionChoice? At(Plan plan, int visit, int technician, int position)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var frozen = plan.Problem.Technicians[technician].Frozen.Count;
        position = Math.Clamp(position, frozen, plan.Routes[technician].Length);
        return plan.Problem.CanDo(technician, visit) && new LiveRoutes(plan).With(technician, visit, position) is not null
            ? Describe(plan, visit, new Place(default, technician, position, -1))
            : null;
    }

    private static Place? BestPlace(LiveRoutes routes, int visit, int technician)
    {
        var (problem, what) = (routes.Problem, routes.Problem.Visits[visit]);
        if (!problem.CanDo(technician, visit))
            return null;
        var before = routes.RouteScore(technician) + Score.OfUnassigned(what);
        Place? best = routes.Best(technician, visit) is { } free ? new Place(free.Route - before, technician, free.Position, -1) : null;
        if (what.Urgency > MayDisplace || best is { } known && known.Change.LateMinutes(what.Urgency) <= 0)
            return best;
        // One visit of lower urgency gives way; where it goes then is decided when the choice is described.
        var route = routes.Route(technician);
        for (var at = problem.Technicians[technician].Frozen.Count; at < route.Length; at++)
        {
            var other = problem.Visits[route[at]];
            if (other.Urgency <= what.Urgency || other.PinnedTechnician >= 0 || other.PinnedStart != PlanVisit.None)
                continue;
            if (routes.Best(technician, visit, LiveRoutes.Without(route, at)) is { } found
                && found.Route - before + Score.OfUnassigned(other) is var change && (best is not { } least || change < least.Change))
                best = new Place(change, technician, found.Position, route[at]);
        }

        return best;
    }

    private static InsertionChoice Describe(Plan plan, int visit, Place place)
    {
        var problem = plan.Problem;
        var (_, technician, position, displaced) = place;
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
            technician, at, now.Start[at], now.Arrive[at], ExtraDrive(plan, after), now.OvertimeSeconds - old.OvertimeSeconds,
            after.Score - plan.Score, delays, displaced >= 0 ? [(displaced, after.TechnicianOf[displaced])] : [], after);
    }

    private static Plan PutBack(Plan plan, int displaced) => Best(plan, displaced, 1) is [var choice] ? choice.Plan : plan;

    private static int ExtraDrive(Plan before, Plan after)
    {
        var times = new RouteTimes();
        var sum = 0;
        for (var t = 0; t < before.Routes.Length; t++)
        {
            if (before.Routes[t].AsSpan().SequenceEqual(after.Routes[t]))
                continue;
            times.Compute(before.Problem, t, after.Routes[t]);
            sum += times.DriveSeconds;
            times.Compute(before.Problem, t, before.Routes[t]);
            sum -= times.DriveSeconds;
        }

        return sum;
    }

    private readonly record struct Place(Score Change, int Technician, int Position, int Displaced);
}
