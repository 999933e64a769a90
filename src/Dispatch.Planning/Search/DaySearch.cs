namespace Dispatch.Planning.Search;

/// <summary>The search of a day: which tours fit its rules, how hot it begins, how it starts from nothing.</summary>
internal static class DaySearch
{
    // In average arcs: at first a detour of one is taken now and then, in the end hardly one of a hundredth.
    private const double Hot = 1;
    private const double Cold = 0.01;

    /// <summary>Puts what nobody has into a plan, most urgent first, each where it costs least.</summary>
    public static Plan Complete(Plan plan)
    {
        var (tours, dice) = (Make(plan), new Dice(1));
        foreach (var visit in plan.Unassigned
            .OrderBy(v => plan.Problem.Visits[v].Urgency)
            .ThenBy(v => plan.Problem.Visits[v].Deadline)
            .ThenBy(v => plan.Problem.Visits[v].Windows is { Count: > 0 } windows ? windows[^1].End : PlanVisit.None))
        {
            var (behind, _) = tours.Cheapest(visit, true, ref dice);
            if (behind >= 0)
                tours.PutBehind(visit, behind);
        }

        return new Plan(plan.Problem, tours.ToRoutes());
    }

    /// <summary>Improves a plan; never gives one that is worse than what it started from.</summary>
    public static Plan Improve(Plan start, PlannerOptions options, Action<Plan>? better, CancellationToken cancellation)
    {
        if (start.Problem.Visits.Length == 0)
            return start;
        var best = start;
        var tours = Make(start);
        var arc = Math.Max(1.0, (double)tours.Cost / (start.Problem.Visits.Length + tours.UsedRoutes));
        new Annealing(tours, options.Seed).Run(options, Hot * arc, Cold * arc, routes =>
        {
            var found = new Plan(start.Problem, routes);
            if (found.Score >= best.Score)
                return;
            best = found;
            better?.Invoke(found);
        }, cancellation);
        return best;
    }

    private static Tours Make(Plan plan)
    {
        var day = new FlatDay(plan.Problem);
        var prices = new UrgencyPrices(plan.Problem, RoundTrip(day));
        Tours tours = StrictTours.Covers(plan.Problem) ? new StrictTours(day, prices)
            : PricedTours.Covers(plan.Problem) ? new PricedTours(day, prices)
            : new PlainTours(day, prices);
        tours.Load(plan.Routes);
        return tours;
    }

    private static long RoundTrip(FlatDay day)
    {
        var (sum, count) = (0L, 0L);
        for (var v = 0; v < day.VisitCount; v++)
        {
            var r = v % day.RouteCount;
            var (start, end, place) = (day.Stops[day.Start(r)].Place, day.Stops[day.End(r)].Place, day.Stops[v].Place);
            var (there, back) = (day.Drive(start, place), day.Drive(place, end));
            if (there >= FlatDay.Far || back >= FlatDay.Far)
                continue;
            sum += day.ArcCost(start, place, there) + day.ArcCost(place, end, back);
            count++;
        }

        return count == 0 ? 1 : sum / count;
    }
}
