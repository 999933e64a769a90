using Dispatch.Planning.Rich.Strings;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Errands;

/// <summary>All routes of an <see cref="ErrandDay"/> under work.</summary>
internal sealed partial class ErrandRoutes : IStringRoutes
{
    private const int MostNear = 100;
    private const int NearFirst = 8;

    // Of a hundred changes, how many try to do without one vehicle where vehicles have a price.
    private const int Closing = 5;
    private const long Impossible = 1L << 60;

    private readonly ErrandDay day;
    private readonly ErrandRoute[] routes;
    private readonly ErrandRoute[] spare;
    private readonly int[] routeOf;
    private readonly int[] wider;
    private readonly int[][] near;
    private readonly int[] stops;
    private readonly bool[] isChanged;
    private readonly int[] changed;
    private readonly int[] seenKind;
    private readonly bool[] isShut;
    private readonly int[] triedAt;
    private readonly bool hasFixedCosts;
    private int changedCount;
    private int round;
    private long costBefore;
    private bool isClosing;
    private Dice lots = new(1);

    public ErrandRoutes(ErrandDay day)
    {
        this.day = day;
        routes = [.. Enumerable.Range(0, day.Vehicles.Length).Select(v => new ErrandRoute(day, v))];
        spare = [.. Enumerable.Range(0, day.Vehicles.Length).Select(v => new ErrandRoute(day, v))];
        (routeOf, wider, stops) = (new int[day.Errands.Length], new int[day.Errands.Length], new int[day.Errands.Length]);
        (isChanged, changed, seenKind) = (new bool[routes.Length], new int[routes.Length], new int[routes.Length]);
        (isShut, triedAt) = (new bool[routes.Length], new int[routes.Length]);
        Array.Fill(routeOf, -1);
        for (var e = 0; e < wider.Length; e++)
            wider[e] = Enumerable.Range(0, routes.Length).Count(v => day.May(e, v));
        near = NearLists();
        hasFixedCosts = day.Vehicles.Any(vehicle => vehicle.FixedCost > 0);
        Cost = Enumerable.Range(0, day.Errands.Length).Sum(Skip);
    }

    public int VisitCount => day.Errands.Length;

    public int RouteCount => routes.Length;

    public long Cost { get; private set; }

    /// <summary>How many errands are on no route.</summary>
    public int Missing => routeOf.Count(route => route < 0);

    /// <summary>Whether all routes keep all rules, after <see cref="Settle"/>.</summary>
    public bool IsPossible => Cost < Impossible;

    public ErrandRoute Route(int route) => routes[route];

    /// <summary>No errand goes onto a route any more.</summary>
    public void Shut(int route) => isShut[route] = true;

    /// <summary>All routes may be used again.</summary>
    public void Reopen() => Array.Clear(isShut);

    public int RouteOf(int visit) => routeOf[visit];

    public ReadOnlySpan<int> Near(int visit) => near[visit];

    /// <summary>A delivery comes along with its pickup.</summary>
    public bool IsLeading(int visit) => day.Errands[visit].PickedUpAt < 0;

    public ReadOnlySpan<int> Stops(int route)
    {
        var count = 0;
        foreach (var item in routes[route].Items)
        {
            if (item >= 0)
                stops[count++] = item;
        }

        return stops.AsSpan(0, count);
    }

    public long SortKey(int kind, int visit)
    {
        var windows = day.Errands[visit].Windows;
        return kind switch
        {
            0 => wider[visit],
            1 => -day.Errands[visit].SkipCost,
            2 => windows.Count == 0 ? long.MaxValue : windows[^1].End - windows[0].Start,
            3 => windows.Count == 0 ? long.MaxValue : windows[^1].End,
            4 => windows.Count == 0 ? long.MinValue : windows[0].Start,
            _ => -Weight(visit),
        };
    }

    public void Begin()
    {
        costBefore = Cost;
        changedCount = 0;
        Array.Clear(isChanged);
        isClosing = lots.Below(100) < Closing && hasFixedCosts;
        if (isClosing)
            Close();
    }

    public void TakeOff(int visit)
    {
        Off(visit);
        var mate = day.Errands[visit].PickedUpAt >= 0 ? day.Errands[visit].PickedUpAt : day.DeliveredAt[visit];
        if (mate >= 0)
            Off(mate);
    }

    public void Prepare(ReadOnlySpan<int> absent, ref Dice dice)
    {
    }

    public bool PutBack(int visit, ref Dice dice)
    {
        var (best, route) = ((Price: Skip(visit) + (day.DeliveredAt[visit] is >= 0 and var end ? Skip(end) : 0), At: -1, Then: -1), -1);
        round++;
        // Near ones first: what they cost keeps most of the others from being tried in earnest.
        var first = near[visit];
        for (var i = 0; i < Math.Min(NearFirst, first.Length); i++)
        {
            if (routeOf[first[i]] is >= 0 and var close)
                Try(visit, close, ref best, ref route, ref dice);
        }

        for (var v = 0; v < routes.Length; v++)
            Try(visit, v, ref best, ref route, ref dice);
        if (route < 0)
            return false;
        Change(route);
        Cost -= routes[route].Cost;
        On(visit, route, best.At);
        if (day.DeliveredAt[visit] is >= 0 and var delivery)
            On(delivery, route, best.Then);
        Cost += routes[route].Cost;
        return true;
    }

    private void Try(int visit, int v, ref (long Price, int At, int Then) best, ref int route, ref Dice dice)
    {
        if (triedAt[v] == round)
            return;
        triedAt[v] = round;
        if (isShut[v] || !day.May(visit, v) || (day.DeliveredAt[visit] >= 0 && !day.May(day.DeliveredAt[visit], v)))
            return;
        // Of empty vehicles of one kind the first stands for all.
        if (routes[v].Errands == 0)
        {
            if (isClosing || seenKind[day.Kind[v]] == round)
                return;
            seenKind[day.Kind[v]] = round;
        }

        var found = ErrandInsertion.Cheapest(day, routes[v], visit, best.Price, ref dice);
        if (found.At >= 0)
            (best, route) = (found, v);
    }

    public void Settle()
    {
        for (var i = 0; i < changedCount; i++)
        {
            if (routes[changed[i]].Errands == 0)
                routes[changed[i]].Clear();
            else
                routes[changed[i]].Settle();
            // Where a way round is shorter than the way, a removal may make a route late.
            if (!routes[changed[i]].IsPossible)
                Cost += Impossible;
        }
    }

    public void Undo()
    {
        for (var i = 0; i < changedCount; i++)
            Mark(changed[i], -1);
        for (var i = 0; i < changedCount; i++)
        {
            var route = changed[i];
            (routes[route], spare[route]) = (spare[route], routes[route]);
            Mark(route, route);
        }

        Cost = costBefore;
        changedCount = 0;
        Array.Clear(isChanged);
    }

    // A short route is emptied; no vehicle that stays may take what was on it.
    private void Close()
    {
        var (route, fewest) = (-1, int.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            var v = lots.Below(routes.Length);
            for (var n = 0; n < routes.Length && routes[v].Errands == 0; n++)
                v = (v + 1) % routes.Length;
            if (routes[v].Errands > 0 && routes[v].Errands < fewest)
                (route, fewest) = (v, routes[v].Errands);
        }

        while (route >= 0 && Stops(route) is [var first, ..])
            TakeOff(first);
    }

    private long Skip(int errand) => day.DeliveredAt[errand] >= 0 ? 0 : day.Errands[errand].SkipCost;

    private long Weight(int errand)
    {
        var with = day.DeliveredAt[errand] is >= 0 and var delivery ? day.Errands[delivery] : day.Errands[errand];
        var sum = 0L;
        for (var d = 0; d < with.Brings.Count; d++)
            sum += with.Brings[d];
        for (var d = 0; d < with.Takes.Count; d++)
            sum += with.Takes[d];
        return sum;
    }

    private void Off(int errand)
    {
        var route = routeOf[errand];
        Change(route);
        Cost -= routes[route].Cost;
        routes[route].Remove(errand);
        Cost += routes[route].Cost + Skip(errand);
        routeOf[errand] = -1;
    }

    private void On(int errand, int route, int at)
    {
        routes[route].Insert(errand, at);
        routeOf[errand] = route;
        Cost -= Skip(errand);
    }

    private void Mark(int route, int number)
    {
        foreach (var item in routes[route].Items)
        {
            if (item >= 0)
                routeOf[item] = number;
        }
    }

    private void Change(int route)
    {
        if (isChanged[route])
            return;
        isChanged[route] = true;
        changed[changedCount++] = route;
        spare[route].CopyFrom(routes[route]);
    }
}
