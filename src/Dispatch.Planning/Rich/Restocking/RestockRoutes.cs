using Dispatch.Planning.Rich.Strings;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Restocking;

/// <summary>All routes of a <see cref="RestockDay"/> under work.</summary>
internal sealed class RestockRoutes : IStringRoutes
{
    /// <summary>What leaving a visit out costs: more than all working time there is.</summary>
    public const long Unassigned = 1L << 36;

    // Of a hundred changes, how many send a van to the depot beforehand, and how many leave a technician out.
    private const int Restocked = 30;
    private const int Shunned = 10;

    private readonly RestockDay day;
    private readonly RestockRoute[] routes;
    private readonly RestockRoute[] spare;
    private readonly int[] routeOf;
    private readonly bool[] isKnown;
    private readonly long[] outPrice;
    private readonly bool[] isChanged;
    private readonly int[] changed;
    private readonly int[] wider;
    private int changedCount;
    private long costBefore;
    private int shunned = -1;

    public RestockRoutes(RestockDay day)
    {
        this.day = day;
        var technicians = day.Problem.Technicians.Length;
        routes = [.. Enumerable.Range(0, technicians).Select(t => new RestockRoute(day, t))];
        spare = [.. Enumerable.Range(0, technicians).Select(t => new RestockRoute(day, t))];
        (routeOf, isKnown, outPrice) = (new int[day.VisitCount], new bool[day.VisitCount], new long[day.VisitCount]);
        Array.Fill(outPrice, Unassigned);
        (isChanged, changed, wider) = (new bool[technicians], new int[technicians], new int[day.VisitCount]);
        Array.Fill(routeOf, -1);
        Array.Fill(isKnown, true);
        for (var v = 0; v < day.VisitCount; v++)
            wider[v] = Enumerable.Range(0, technicians).Count(t => day.May[v * technicians + t]);
        foreach (var route in routes)
            route.Set([], -1, 0, false, 0);
        Recount();
    }

    public int VisitCount => day.VisitCount;

    public int RouteCount => routes.Length;

    public long Cost { get; private set; }

    public RestockRoute Route(int route) => routes[route];

    public int RouteOf(int visit) => routeOf[visit];

    public ReadOnlySpan<int> Stops(int route) => routes[route].Stops[routes[route].Begun..];

    public ReadOnlySpan<int> Near(int visit) => day.Near[visit];

    public bool IsLeading(int visit) => isKnown[visit];

    /// <summary>Says whether a visit is known yet; one that is not is left out and costs nothing.</summary>
    public void Know(int visit, bool isKnownNow)
    {
        isKnown[visit] = isKnownNow;
        Recount();
    }

    /// <summary>A visit was taken: it may not be left out for one that was not.</summary>
    public void Take(int visit)
    {
        outPrice[visit] = 256 * Unassigned;
        Recount();
    }

    /// <summary>Sets a route; visits on it must be on no other.</summary>
    public void Set(int route, ReadOnlySpan<int> stops, int restock, int begun, bool isRestockBegun, int notBefore)
    {
        foreach (var stop in routes[route].Stops)
            routeOf[stop] = -1;
        routes[route].Set(stops, restock, begun, isRestockBegun, notBefore);
        foreach (var stop in stops)
            routeOf[stop] = route;
        Recount();
    }

    public long SortKey(int kind, int visit)
    {
        var at = day.At[visit];
        return kind switch
        {
            0 or 1 => wider[visit],
            2 => at.Late - at.Early,
            3 => at.Late,
            4 => at.Early,
            _ => -day.Travel[day.Place[visit]],
        };
    }

    public void Begin()
    {
        costBefore = Cost;
        changedCount = 0;
        Array.Clear(isChanged);
    }

    public void TakeOff(int visit)
    {
        var route = routeOf[visit];
        Change(route);
        Cost += outPrice[visit] - routes[route].Takes;
        routes[route].Remove(visit);
        Cost += routes[route].Takes;
        routeOf[visit] = -1;
    }

    /// <summary>
    /// Now and then a van goes to the depot for nothing, so that the first visit that needs it does not bear the whole detour alone
    /// (what is not needed in the end is left out again); or a technician gets nothing.
    /// </summary>
    public void Prepare(ReadOnlySpan<int> absent, ref Dice dice)
    {
        shunned = -1;
        if (absent.IsEmpty)
            return;
        var lot = dice.Below(100);
        if (lot < Restocked)
        {
            var visit = absent[dice.Below(absent.Length)];
            var first = dice.Below(routes.Length);
            for (var i = 0; i < routes.Length; i++)
            {
                var route = (first + i) % routes.Length;
                if (!day.May[visit * routes.Length + route] || !routes[route].MayRestock)
                    continue;
                Change(route);
                Cost -= routes[route].Takes;
                routes[route].GoToDepot();
                Cost += routes[route].Takes;
                break;
            }
        }
        else if (lot < Restocked + Shunned && changedCount > 0)
        {
            shunned = changed[dice.Below(changedCount)];
        }
    }

    public bool PutBack(int visit, ref Dice dice)
    {
        var (best, route) = ((Price: int.MaxValue, At: -1, Restock: -1), -1);
        for (var t = 0; t < routes.Length; t++)
        {
            if (!day.May[visit * routes.Length + t] || t == shunned)
                continue;
            var found = routes[t].Cheapest(visit, best.Price, ref dice);
            if (found.At >= 0)
                (best, route) = (found, t);
        }

        if (route < 0)
            return false;
        Change(route);
        Cost -= outPrice[visit] + routes[route].Takes;
        routes[route].Insert(visit, best.At, best.Restock);
        Cost += routes[route].Takes;
        routeOf[visit] = route;
        return true;
    }

    public void Settle()
    {
        for (var i = 0; i < changedCount; i++)
        {
            var route = routes[changed[i]];
            Cost -= route.Takes;
            route.Settle();
            Cost += route.Takes;
        }
    }

    public void Undo()
    {
        for (var i = 0; i < changedCount; i++)
        {
            foreach (var stop in routes[changed[i]].Stops)
                routeOf[stop] = -1;
        }

        for (var i = 0; i < changedCount; i++)
        {
            var route = changed[i];
            (routes[route], spare[route]) = (spare[route], routes[route]);
            foreach (var stop in routes[route].Stops)
                routeOf[stop] = route;
        }

        Cost = costBefore;
        changedCount = 0;
        Array.Clear(isChanged);
    }

    /// <summary>The plan in the problem's numbers.</summary>
    public Plan ToPlan()
    {
        var plan = new List<int>[routes.Length];
        for (var t = 0; t < routes.Length; t++)
        {
            plan[t] = [.. routes[t].Stops.ToArray().Select(stop => day.Visits[stop])];
            if (routes[t].Restock >= 0)
                plan[t].Insert(routes[t].Restock, day.RestockOf[t]);
        }

        return new Plan(day.Problem, plan);
    }

    private void Change(int route)
    {
        if (isChanged[route])
            return;
        isChanged[route] = true;
        changed[changedCount++] = route;
        spare[route].CopyFrom(routes[route]);
    }

    private void Recount() =>
        Cost = routes.Sum(route => (long)route.Takes) + Enumerable.Range(0, day.VisitCount).Sum(v => isKnown[v] && routeOf[v] < 0 ? outPrice[v] : 0);
}
