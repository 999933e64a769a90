namespace Dispatch.Planning.Insertion;

/// <summary>A short search from the routes that a change has touched: visits of these change their place in the route, or go to where the detour is least.</summary>
internal sealed class LocalRepair
{
    private const int PlacesTried = 6;

    private readonly Problem problem;
    private readonly Disturbance disturbance;
    private readonly Plan before;
    private readonly int untilTimed;
    private readonly (int Detour, int Technician, int Position)[] places = new (int, int, int)[PlacesTried];

    private LocalRepair(Plan before, Disturbance disturbance, int untilTimed) =>
        (problem, this.before, this.disturbance, this.untilTimed) = (before.Problem, before, disturbance, untilTimed);

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
        var found = Nearest(routes, technician, visit);
        for (var i = 0; i < found; i++)
        {
            var (_, other, position) = places[i];
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

    // The places with the least detour among all other technicians, by driving alone.
    private int Nearest(LiveRoutes routes, int technician, int visit)
    {
        var count = 0;
        var place = problem.Visits[visit].Place;
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (t == technician || !problem.CanDo(t, visit))
                continue;
            var (who, route) = (problem.Technicians[t], routes.Route(t));
            for (var position = who.Frozen.Count; position <= route.Length; position++)
            {
                var from = position == 0 ? who.StartPlace : problem.Visits[route[position - 1]].Place;
                var to = position == route.Length ? who.EndPlace : problem.Visits[route[position]].Place;
                // The drive there stands in another row of the table for each place: it is read only where the rest does not decide.
                var (onward, past) = (problem.Travel[place, to], problem.Travel[from, to]);
                var more = onward - (past == TravelMatrix.NoRoad ? 0 : past);
                if (onward == TravelMatrix.NoRoad || (count == PlacesTried && more >= places[count - 1].Detour))
                    continue;
                var there = problem.Travel[from, place];
                if (there != TravelMatrix.NoRoad)
                    count = Keep(count, (there + more, t, position));
            }
        }

        return count;
    }

    private int Keep(int count, (int Detour, int Technician, int Position) place)
    {
        if (count == PlacesTried && place.Detour >= places[count - 1].Detour)
            return count;
        var at = count < PlacesTried ? count++ : count - 1;
        while (at > 0 && places[at - 1].Detour > place.Detour)
        {
            places[at] = places[at - 1];
            at--;
        }

        places[at] = place;
        return count;
    }
}
