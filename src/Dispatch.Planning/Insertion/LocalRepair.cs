namespace Dispatch.Planning.Insertion;

/// <summary>A short search from the routes that a change has touched: visits of these change their place in the route, or go to where the detour is least.</summary>
internal sealed class LocalRepair
{
    private const int PlacesTried = 6;

    private readonly Problem problem;
    private readonly Disturbance disturbance;
    private readonly Plan before;
    private readonly int untilTimed;
    private readonly NearPlaces places;

    private LocalRepair(Plan before, Disturbance disturbance, int untilTimed) =>
        (problem, this.before, this.disturbance, this.untilTimed, places) = (before.Problem, before, disturbance, untilTimed, new NearPlaces(before.Problem, PlacesTried));

    /// <summary>The better plan, or the same; within the limits.</summary>
    /// <param name="untilTimed">It ends when the routes have been timed so often.</param>
    public static LiveRoutes Run(Plan before, LiveRoutes start, Disturbance disturbance, int untilTimed)
    {
        var repair = new LocalRepair(before, disturbance, untilTimed);
        while (repair.Step(start) is { } better)
            start = better;
        return start;
    }

    // The first improvement that is found; none ends it.
    private LiveRoutes? Step(LiveRoutes routes)
    {
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (ReferenceEquals(before.Routes[t], routes.Route(t)))
                continue;
            var route = routes.Route(t);
            for (var at = problem.Technicians[t].Frozen.Count; at < route.Length && routes.Timed < untilTimed; at++)
            {
                if (problem.OtherOfTie(route[at]) >= 0)
                    continue;
                if (Within(routes, t, at) is { } reordered)
                    return reordered;
                if (Elsewhere(routes, t, at) is { } given)
                    return given;
            }
        }

        return null;
    }

    private LiveRoutes? Within(LiveRoutes routes, int technician, int at)
    {
        var visit = routes.Route(technician)[at];
        var without = LiveRoutes.Without(routes.Route(technician), at);
        if (routes.Best(technician, visit, without) is not { } place || place.Route >= routes.RouteScore(technician))
            return null;
        var copy = routes.Copy();
        copy.Set(technician, LiveRoutes.Put(without, visit, place.Position), place.Route);
        return disturbance.Keeps(copy) ? copy : null;
    }

    private LiveRoutes? Elsewhere(LiveRoutes routes, int technician, int at)
    {
        var visit = routes.Route(technician)[at];
        var without = LiveRoutes.Without(routes.Route(technician), at);
        if (routes.Time(technician, without) is not { } left)
            return null;
        foreach (var (_, other, position) in places.Of(routes, visit, technician))
        {
            if (routes.With(other, visit, position) is not { } taken
                || left + taken >= routes.RouteScore(technician) + routes.RouteScore(other))
                continue;
            var copy = routes.Copy();
            copy.Set(technician, without, left);
            copy.Set(other, LiveRoutes.Put(routes.Route(other), visit, position), taken);
            if (disturbance.Keeps(copy))
                return copy;
        }

        return null;
    }
}
