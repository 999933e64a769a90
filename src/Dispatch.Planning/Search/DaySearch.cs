namespace Dispatch.Planning.Search;

/// <summary>The search of a day: which tours fit its rules, how hot it begins, how it starts from nothing.</summary>
internal static class DaySearch
{
    // Beyond so many visits one order has to do: what the others take is better spent on the search (live-1000x100-s11 in 1 s).
    private const int ManyVisits = 500;

    /// <summary>Puts what nobody has into a plan, most urgent first, each where it costs least; of several orders within a class the one that serves best.</summary>
    public static Plan Complete(Plan plan, CancellationToken cancellation = default)
    {
        if (plan.Unassigned.Length == 0)
            return plan;
        var (tours, dice) = (Make(plan), new Dice(1));
        Plan? best = null;
        foreach (var key in Orders(tours.Day))
        {
            tours.Load(plan.Routes);
            var left = plan.Unassigned.OrderBy(v => plan.Problem.Visits[v].Urgency).ThenBy(v => plan.Problem.Visits[v].Deadline).ThenBy(key).ToList();
            // What comes in may make room: it spares the set-up of whom it stands beside, or moves a break. So what was left is asked again.
            while (left.RemoveAll(visit => PutIn(tours, visit, ref dice, cancellation)) > 0 && left.Count > 0)
            {
            }

            var found = new Plan(plan.Problem, tours.ToRoutes());
            if (best is null || found.Score < best.Score)
                best = found;
            if (cancellation.IsCancellationRequested || plan.Unassigned.Length == 1 || tours is PlainTours || plan.Problem.Visits.Length > ManyVisits)
                break;
        }

        return best!;
    }

    private static bool PutIn(Tours tours, int visit, ref Dice dice, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || tours.Cheapest(visit, true, ref dice) is not ( >= 0 and var behind, _))
            return false;
        tours.PutBehind(visit, behind);
        return true;
    }

    // What is due first; what few may do; what has the least choice of times; what lies far out, and what lies near.
    private static Func<int, long>[] Orders(FlatDay day)
    {
        var able = new int[day.VisitCount];
        for (var v = 0; v < able.Length; v++)
        {
            for (var r = 0; r < day.RouteCount; r++)
                able[v] += day.MayDo(r, v) ? 1 : 0;
        }

        long Far(int visit) => day.Drive(day.Stops[day.Start(0)].Place, day.Stops[visit].Place);
        return
        [
            visit => day.DueBy[visit],
            visit => able[visit],
            visit => day.Stops[visit].Close - day.Stops[visit].Open,
            visit => -Far(visit),
            Far,
        ];
    }

    /// <summary>Improves a plan; never gives one that is worse than what it started from.</summary>
    public static Plan Improve(Plan start, PlannerOptions options, Action<Plan>? better, CancellationToken cancellation)
    {
        if (start.Problem.Visits.Length == 0)
            return start;
        var best = start;
        var begin = Begin(start, cancellation);
        Take(begin);
        var tours = Make(begin);
        var arc = Math.Max(1.0, (double)tours.Cost / (start.Problem.Visits.Length + tours.UsedRoutes));
        if (options.Threads <= 1)
            new Evolution(new BestTours(tours), options, options.Seed, Told).Run(arc, cancellation);
        else
            Chains.Run(options, () => Make(begin), arc, Told, cancellation);
        return best;

        void Told(int[][] routes) => Take(new Plan(start.Problem, routes));

        void Take(Plan found)
        {
            if (found.Score >= best.Score)
                return;
            best = found;
            better?.Invoke(found);
        }
    }

    // The search puts what is out only where it has taken something off: what can simply be put in is put in before. Where that is
    // worse (somebody more urgent would be late, or it does not pay) the search begins from the plan as it is, unless it has nothing to take off.
    private static Plan Begin(Plan start, CancellationToken cancellation)
    {
        if (start.Unassigned.Length == 0)
            return start;
        var completed = Complete(start, cancellation);
        var isEmpty = start.Unassigned.Length == start.Problem.Visits.Length - start.Problem.Technicians.Sum(technician => technician.Frozen.Count);
        return isEmpty || completed.Score <= start.Score ? completed : start;
    }

    private static Tours Make(Plan plan)
    {
        var day = plan.Problem.Flat;
        var prices = new UrgencyPrices(plan.Problem, RoundTrip(day));
        Tours tours = day.Timed is null && StrictTours.Covers(plan.Problem) ? new StrictTours(day, prices)
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
