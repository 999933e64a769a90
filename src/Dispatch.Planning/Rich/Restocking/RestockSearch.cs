using Dispatch.Planning.Rich.Strings;

namespace Dispatch.Planning.Rich.Restocking;

/// <summary>Plans days in which working time counts and vans may fetch at the depot what they lack.</summary>
internal static class RestockSearch
{
    /// <summary>Where annealing begins and ends, in drives to a near visit. Measured on twelve instances of 100 requests: cooler sticks, hotter wanders.</summary>
    public const double Hot = 10;

    /// <inheritdoc cref="Hot" />
    public const double Cold = 0.05;

    /// <summary>Improves a plan; never gives one that is worse. Several threads search apart, and the best is taken.</summary>
    public static Plan Improve(Plan start, PlannerOptions options, Action<Plan>? better, CancellationToken cancellation)
    {
        var day = new RestockDay(start.Problem);
        var gate = new Lock();
        var best = start;
        void Tell(Plan plan)
        {
            lock (gate)
            {
                if (plan.Score >= best.Score)
                    return;
                best = plan;
                better?.Invoke(plan);
            }
        }

        void Search(int number)
        {
            var routes = Load(day, start);
            var near = Near(day);
            StringSearch.Run(routes, options, options.Seed + 1_000_003UL * (ulong)number, near * Hot, near * Cold, () => Tell(routes.ToPlan()), cancellation);
        }

        var threads = Enumerable.Range(1, Math.Max(0, options.Threads - 1)).Select(number => new Thread(() => Search(number))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        Search(0);
        foreach (var thread in threads)
            thread.Join();
        return best;
    }

    /// <summary>How long a drive to a near visit is: what annealing is measured by.</summary>
    public static double Near(RestockDay day)
    {
        var (sum, count) = (1.0, 1);
        for (var v = 0; v < day.VisitCount; v++)
        {
            foreach (var other in day.Near[v].AsSpan(0, Math.Min(10, day.Near[v].Length)))
            {
                sum += day.Travel[day.Place[v] * day.PlaceCount + day.Place[other]];
                count++;
            }
        }

        return sum / count;
    }

    // A start whose van runs out, or that is late, gives its visits back: they are put in anew.
    private static RestockRoutes Load(RestockDay day, Plan start)
    {
        var routes = new RestockRoutes(day);
        var numberOf = new Dictionary<int, int>();
        for (var i = 0; i < day.VisitCount; i++)
            numberOf[day.Visits[i]] = i;
        for (var t = 0; t < start.Routes.Length; t++)
        {
            var restock = Array.IndexOf(start.Routes[t], day.RestockOf[t]);
            var stops = start.Routes[t].Where(numberOf.ContainsKey).Select(visit => numberOf[visit]).ToArray();
            routes.Set(t, stops, restock, 0, false, 0);
            if (!routes.Route(t).IsPossible || !routes.Route(t).IsStocked)
                routes.Set(t, [], -1, 0, false, 0);
        }

        return routes;
    }
}
