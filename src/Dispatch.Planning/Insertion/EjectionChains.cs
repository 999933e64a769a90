namespace Dispatch.Planning.Insertion;

/// <summary>
/// Makes room for a visit: another gives way to it and is placed elsewhere, which may take a third. Who gives way is of the
/// newcomer's urgency or lower, and only lower urgency is ever left without a place.
/// </summary>
/// <remarks>
/// Ejection chains, Glover (1996), as a beam: all chains of one before any of two, since each link looks at every visit of the day; it
/// ends with the first length at which somebody has the visit in time, or when so many routes have been timed.
/// </remarks>
internal sealed class EjectionChains(Plan plan, int newcomer, InsertionLimits limits, Disturbance disturbance)
{
    private const int Depth = 3;

    // How many ways to make room are followed from the plan as it is, and from each chain that has no end yet; how many chains are.
    private const int MostFirst = 32;
    private const int MostNext = 6;
    private const int MostChains = 10;

    private readonly Problem problem = plan.Problem;
    private readonly int urgency = plan.Problem.Visits[newcomer].Urgency;

    /// <summary>Ways to place the visit, each within the limits, in no order.</summary>
    public List<LiveRoutes> Find(LiveRoutes routes)
    {
        var (found, without) = (new List<LiveRoutes>(), new List<LiveRoutes>());
        List<(LiveRoutes Routes, int Visit)> open = [(routes, newcomer)];
        for (var depth = 1; depth <= Depth && open.Count > 0 && !found.Exists(way => way.Score.IsNoLaterThan(plan.Score)); depth++)
        {
            var next = new List<(LiveRoutes Routes, int Visit)>();
            foreach (var (chain, visit) in open)
                Follow(chain, visit, depth == 1 ? MostFirst : MostNext, next, found, without);
            open = [.. next.OrderBy(chain => chain.Routes.Score).Take(MostChains)];
        }

        return [.. found, .. without];
    }

    // Whoever gives way is placed, or left out where that may be, and stands open for the next link otherwise.
    private void Follow(LiveRoutes routes, int visit, int most, List<(LiveRoutes Routes, int Visit)> open, List<LiveRoutes> found, List<LiveRoutes> without)
    {
        foreach (var (_, technician, route, score, gone) in Ejections(routes, visit).OrderBy(e => e.Change).Take(most))
        {
            if (routes.Timed >= limits.MostTimed)
                return;
            var copy = routes.Copy();
            copy.Set(technician, route, score);
            var before = found.Count;
            Place(copy, gone, found);
            if (found.Count > before)
                continue;
            open.Add((copy, gone));
            if (problem.Visits[gone].Urgency > urgency && disturbance.Keeps(copy))
                without.Add(copy);
        }
    }

    private void Place(LiveRoutes routes, int visit, List<LiveRoutes> found)
    {
        (Score Change, int Technician, Score Route, int Position)? best = null;
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (routes.Best(t, visit) is { } place && place.Route - routes.RouteScore(t) is var change && (best is not { } known || change < known.Change))
                best = (change, t, place.Route, place.Position);
        }

        if (best is not { } chosen)
            return;
        var copy = routes.Copy();
        copy.Set(chosen.Technician, LiveRoutes.Put(routes.Route(chosen.Technician), visit, chosen.Position), chosen.Route);
        if (disturbance.Keeps(copy))
            found.Add(copy);
    }

    private IEnumerable<(Score Change, int Technician, int[] Route, Score Score, int Gone)> Ejections(LiveRoutes routes, int visit)
    {
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (!problem.CanDo(t, visit))
                continue;
            var route = routes.Route(t);
            for (var at = problem.Technicians[t].Frozen.Count; at < route.Length && routes.Timed < limits.MostTimed; at++)
            {
                if (!MayGiveWay(route[at]))
                    continue;
                var without = LiveRoutes.Without(route, at);
                if (routes.Best(t, visit, without) is { } place)
                    yield return (place.Route - routes.RouteScore(t), t, LiveRoutes.Put(without, visit, place.Position), place.Route, route[at]);
            }
        }
    }

    private bool MayGiveWay(int visit)
    {
        var what = problem.Visits[visit];
        return visit != newcomer && what.Urgency >= urgency && what.PinnedTechnician < 0 && what.PinnedStart == PlanVisit.None
            && problem.OtherOfTie(visit) < 0 && what.PickedUpAt < 0 && problem.DeliveredAt(visit) < 0 && !what.IsRestock && what.Group < 0;
    }
}
