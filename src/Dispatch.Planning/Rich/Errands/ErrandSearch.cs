using Dispatch.Planning.Rich.Strings;

namespace Dispatch.Planning.Rich.Errands;

/// <summary>Plans errands by string removals.</summary>
public static class ErrandSearch
{
    // Of a day that the search of days can plan, its share; the rest is for what was left out.
    private const double DaysShare = 0.9;

    /// <summary>The best plan found; never worse than the start, as far as that can be kept.</summary>
    /// <param name="day">What to plan.</param>
    /// <param name="start">Routes to begin with, by vehicle; none for none. What is not possible in them is planned anew.</param>
    /// <param name="options">Iterations, seed, threads, and the share of the time that is spent.</param>
    /// <param name="better">Told each better plan; on the searching threads, one at a time.</param>
    /// <param name="cancellation">Ends the search at once; the best so far is given.</param>
    public static ErrandPlan Run(ErrandDay day, IReadOnlyList<int[]>? start, PlannerOptions options, Action<ErrandPlan>? better = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(options);
        var gate = new Lock();
        ErrandPlan? best = null;
        void Tell(ErrandPlan plan)
        {
            lock (gate)
            {
                if (best is not null && plan.Cost >= best.Cost)
                    return;
                best = plan;
                better?.Invoke(plan);
            }
        }

        var problem = ErrandProblem.Of(day);

        void Search(int number)
        {
            var routes = new ErrandRoutes(day);
            if (start is not null)
                routes.Load(start);
            Fill(day, routes, options.Seed);
            Tell(ToPlan(day, routes));
            if (day.Errands.Length == 0 || day.Vehicles.Length == 0)
                return;
            var (near, seed, rest) = (Near(day, routes), options.Seed + 1_000_003UL * (ulong)number, options);
            if (problem is not null)
            {
                SearchOfDays(problem, routes, options with { Seed = seed, Threads = 1 }, () => Tell(ToPlan(day, routes)), cancellation);
                if (routes.Missing == 0)
                    return;
                rest = options.Part(DaysShare, 1);
                near /= 10;
            }

            if (ErrandFleet.Supports(day))
            {
                new ErrandFleet(day, routes, seed).Run(options.Part(0, ErrandFleet.Share), () => Tell(ToPlan(day, routes)), cancellation);
                rest = options.Part(ErrandFleet.Share, 1);
            }

            StringSearch.Run(routes, rest, seed, near, near / 100, () => Tell(ToPlan(day, routes)), cancellation);
        }

        var threads = Enumerable.Range(1, Math.Max(0, options.Threads - 1)).Select(number => new Thread(() => Search(number))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        Search(0);
        foreach (var thread in threads)
            thread.Join();
        return best!;
    }

    /// <summary>The times of one route of a plan, driven as early as possible.</summary>
    public static ErrandTimes Times(ErrandDay day, int vehicle, ReadOnlySpan<int> items)
    {
        ArgumentNullException.ThrowIfNull(day);
        var route = new ErrandRoute(day, vehicle);
        route.Set(items);
        var (arrive, begin) = (new int[items.Length], new int[items.Length]);
        return new ErrandTimes(arrive, begin, route.Times(arrive, begin));
    }

    // Where none is left out there is nothing that prices of leaving out could better.
    private static void SearchOfDays(Problem problem, ErrandRoutes routes, PlannerOptions options, Action better, CancellationToken cancellation)
    {
        var plan = new Plan(problem, [.. Enumerable.Range(0, routes.RouteCount).Select(route => routes.Stops(route).ToArray())]);
        plan = Planner.Improve(plan, options.Part(0, DaysShare), Take, cancellation);
        if (plan.Unassigned.Length == 0)
            Planner.Improve(plan, options.Part(DaysShare, 1), Take, cancellation);

        void Take(Plan found)
        {
            var before = (routes.Cost, Kept: Enumerable.Range(0, routes.RouteCount).Select(route => routes.Route(route).Items.ToArray()).ToArray());
            routes.Replace(Enumerable.Repeat(Array.Empty<int>(), routes.RouteCount).ToArray());
            routes.Load(found.Routes);
            if (routes.Cost < before.Cost)
                better();
            else
                routes.Replace(before.Kept);
        }
    }

    private static void Fill(ErrandDay day, ErrandRoutes routes, ulong seed)
    {
        var dice = new Search.Dice(seed);
        routes.Begin();
        foreach (var errand in Enumerable.Range(0, day.Errands.Length)
            .Where(e => routes.RouteOf(e) < 0 && routes.IsLeading(e))
            .OrderByDescending(e => day.Errands[e].SkipCost).ThenBy(e => routes.SortKey(3, e)))
            routes.PutBack(errand, ref dice);
        routes.Settle();
    }

    private static double Near(ErrandDay day, ErrandRoutes routes)
    {
        var (sum, count) = (1.0, 1);
        for (var e = 0; e < day.Errands.Length; e++)
        {
            var close = routes.Near(e);
            foreach (var other in close[..Math.Min(10, close.Length)])
            {
                sum += day.Tables[0].Costs[day.Errands[e].Place * day.PlaceCount + day.Errands[other].Place];
                count++;
            }
        }

        return sum / count;
    }

    private static ErrandPlan ToPlan(ErrandDay day, ErrandRoutes routes)
    {
        var all = Enumerable.Range(0, day.Vehicles.Length).Select(v => routes.Route(v).Items.ToArray()).ToArray();
        var travel = Enumerable.Range(0, day.Vehicles.Length).Sum(v => routes.Route(v).Cost);
        return new ErrandPlan(all, [.. Enumerable.Range(0, day.Errands.Length).Where(e => routes.RouteOf(e) < 0)], travel, routes.Cost);
    }
}
