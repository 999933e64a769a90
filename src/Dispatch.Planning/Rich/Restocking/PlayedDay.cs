using Dispatch.Planning.Rich.Strings;

namespace Dispatch.Planning.Rich.Restocking;

/// <summary>A day played through in order: visits become known, drives begin and are then frozen, and the rest is planned anew.</summary>
/// <remarks>
/// Whoever has nothing to do yet waits where he is, and sets out as late as the end of his route allows: what is not begun can still
/// be changed. From home he sets out later, by half of what windows and shift allow, for his working time has not begun. Whoever has
/// done all he has is paid until he is back, and for waiting only if he gets something more. A visit that was once taken is never given up for another. Times are the problem's.
/// </remarks>
public sealed class PlayedDay
{
    private readonly RestockDay day;
    private readonly RestockRoutes routes;
    private readonly int[] numberOf;
    private readonly int[] freeAt;
    private readonly List<PlayedStop>[] played;
    private readonly double near;

    /// <param name="problem">Working time alone counts, windows and shifts are strict; vans may restock. Frozen stops there are none.</param>
    /// <exception cref="ArgumentException">The problem has other rules.</exception>
    public PlayedDay(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        day = new RestockDay(problem);
        routes = new RestockRoutes(day);
        near = RestockSearch.Near(day);
        numberOf = new int[problem.Visits.Length];
        Array.Fill(numberOf, -1);
        for (var i = 0; i < day.VisitCount; i++)
        {
            numberOf[day.Visits[i]] = i;
            routes.Know(i, false);
        }

        freeAt = [.. problem.Technicians.Select(technician => technician.AvailableFrom)];
        played = [.. problem.Technicians.Select(_ => new List<PlayedStop>())];
    }

    /// <summary>When it is: no drive begins before.</summary>
    public int Now { get; private set; }

    /// <summary>What each technician did, in order; all of it once the day is over.</summary>
    public IReadOnlyList<IReadOnlyList<PlayedStop>> Played => played;

    /// <summary>A visit becomes known.</summary>
    public void Know(int visit) => routes.Know(numberOf[visit], true);

    /// <summary>Plans what is not begun yet, until the options say that it is enough; never worse than it was.</summary>
    public void Improve(PlannerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var best = Snapshot();
        // From a plan that stands, gently: what is new finds its place, and little else moves without need.
        var hot = Now == 0 ? RestockSearch.Hot : RestockSearch.Hot / 3;
        StringSearch.Run(routes, options, options.Seed, near * hot, near * RestockSearch.Cold, () => best = Snapshot(), cancellation);
        for (var t = 0; t < best.Length; t++)
            routes.Set(t, [], -1, 0, false, 0);
        for (var t = 0; t < best.Length; t++)
            routes.Set(t, best[t].Stops, best[t].Restock, best[t].Begun, best[t].IsRestockBegun, best[t].NotBefore);
        for (var v = 0; v < day.VisitCount; v++)
        {
            if (routes.RouteOf(v) >= 0)
                routes.Take(v);
        }
    }

    /// <summary>Time goes on: each drive that begins before then has begun.</summary>
    public void Advance(int until)
    {
        Now = until;
        for (var t = 0; t < played.Length; t++)
        {
            while (Next(t) is { } stop && stop.Leave < until)
                Begin(t, stop);
            var route = routes.Route(t);
            routes.Set(t, route.Stops.ToArray(), route.Restock, route.Begun, route.IsRestockBegun, Math.Max(until, played[t].Count == 0 ? 0 : freeAt[t]));
        }
    }

    private (int[] Stops, int Restock, int Begun, bool IsRestockBegun, int NotBefore)[] Snapshot() =>
        [.. Enumerable.Range(0, played.Length).Select(routes.Route).Select(route => (route.Stops.ToArray(), route.Restock, route.Begun, route.IsRestockBegun, route.NotBefore))];

    // The next stop that is not begun, and when to leave for it; none if there is none.
    private PlayedStop? Next(int technician)
    {
        var route = routes.Route(technician);
        var who = day.Problem.Technicians[technician];
        var stops = Ahead(route).ToArray();
        if (stops.Length == 0)
            return null;
        var place = played[technician].Count == 0 ? who.StartPlace : day.Problem.Visits[played[technician][^1].Visit].Place;
        var from = Math.Max(freeAt[technician], route.NotBefore);
        var (time, at) = (from, place);
        foreach (var stop in stops)
        {
            var visit = day.Problem.Visits[stop];
            time = Math.Max(time + day.Problem.Travel[at, visit.Place], visit.Windows[0].Start) + visit.DurationSeconds;
            at = visit.Place;
        }

        // As late as the end allows; and from home, where waiting is no working time, halfway to as late as windows and shift allow.
        var leave = LatestLeaving(place, stops, time);
        if (played[technician].Count == 0)
            leave += (LatestLeaving(place, stops, who.ShiftEnd - day.Problem.Travel[at, who.EndPlace]) - leave) / 2;
        leave = Math.Max(from, leave);
        var first = day.Problem.Visits[stops[0]];
        var arrive = leave + day.Problem.Travel[place, first.Place];
        return new PlayedStop(stops[0], leave, arrive, Math.Max(arrive, first.Windows[0].Start));
    }

    // When to leave for the first stop at the latest so that all begin in time and the last is done by then.
    private int LatestLeaving(int place, int[] stops, int doneBy)
    {
        for (var i = stops.Length - 1; i >= 0; i--)
        {
            var visit = day.Problem.Visits[stops[i]];
            doneBy = Math.Min(doneBy - visit.DurationSeconds, visit.Windows[0].End);
            doneBy -= day.Problem.Travel[i == 0 ? place : day.Problem.Visits[stops[i - 1]].Place, visit.Place];
        }

        return doneBy;
    }

    private IEnumerable<int> Ahead(RestockRoute route)
    {
        for (var i = route.Begun; i <= route.Count; i++)
        {
            if (i == route.Restock && !route.IsRestockBegun)
                yield return day.RestockOf[route.Technician];
            if (i < route.Count)
                yield return day.Visits[route.Stops[i]];
        }
    }

    private void Begin(int technician, PlayedStop stop)
    {
        var route = routes.Route(technician);
        var isRestock = day.Problem.Visits[stop.Visit].IsRestock;
        played[technician].Add(stop);
        freeAt[technician] = stop.Start + day.Problem.Visits[stop.Visit].DurationSeconds;
        routes.Set(technician, route.Stops.ToArray(), route.Restock, route.Begun + (isRestock ? 0 : 1), route.IsRestockBegun || isRestock, freeAt[technician]);
    }
}

/// <summary>One stop as it was done.</summary>
/// <param name="Visit">The problem's number.</param>
/// <param name="Leave">When the drive to it began.</param>
/// <param name="Arrive">When it ended.</param>
/// <param name="Start">When work began.</param>
public readonly record struct PlayedStop(int Visit, int Leave, int Arrive, int Start);
