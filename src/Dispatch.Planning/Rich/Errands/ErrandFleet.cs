using Dispatch.Planning.Rich.Strings;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Errands;

/// <summary>
/// Does without as many vehicles as it can, where all are alike and one costs more than driving does: a route is given up, and what was on
/// it finds places while others lose theirs, until everybody has one or the time is over. Fleet minimization by absence counters,
/// Christiaens and Vanden Berghe (Transportation Science 2020).
/// </summary>
internal sealed class ErrandFleet
{
    /// <summary>The share of all time that this has.</summary>
    public const double Share = 0.3;

    private readonly ErrandDay day;
    private readonly ErrandRoutes routes;
    private readonly StringRuin ruin;

    // How often each errand had no place: what is hard to place counts for more when it is placed.
    private readonly long[] absences;
    private Dice dice;

    public ErrandFleet(ErrandDay day, ErrandRoutes routes, ulong seed)
    {
        (this.day, this.routes, dice) = (day, routes, new Dice(seed));
        (ruin, absences) = (new StringRuin(routes.VisitCount, routes.RouteCount), new long[day.Errands.Length]);
        Array.Fill(absences, 1);
    }

    /// <summary>Whether there is anything to gain.</summary>
    public static bool Supports(ErrandDay day)
    {
        // An arc's price is taken as it is; with more than all of them a vehicle comes before driving.
        var driving = day.Errands.Length == 0 ? 0 : (long)day.Tables[0].Costs.Max() * (day.Errands.Length + 1L);
        return day.Vehicles.Length > 1 && day.Kind.All(kind => kind == 0) && day.Vehicles[0].FixedCost > driving / 4;
    }

    /// <summary>Gives up routes until the options say that it is enough; no errand that had a place loses it.</summary>
    /// <param name="better">Called when the routes do with fewer vehicles.</param>
    public void Run(PlannerOptions options, Action better, CancellationToken cancellation)
    {
        var (kept, i) = (Snapshot(), 0L);
        while (!IsOver(options, i, cancellation) && (routes.Missing > 0 || Close()))
        {
            while (routes.Missing > 0 && !IsOver(options, i, cancellation))
            {
                Change();
                i++;
            }

            if (routes.Missing > 0)
                break;
            kept = Snapshot();
            better();
        }

        routes.Reopen();
        routes.Replace(kept);
    }

    private static bool IsOver(PlannerOptions options, long iteration, CancellationToken cancellation) =>
        iteration >= options.Iterations || cancellation.IsCancellationRequested || ((iteration & 31) == 0 && options.Spent?.Invoke() >= 1);

    private int[][] Snapshot() => [.. Enumerable.Range(0, routes.RouteCount).Select(route => routes.Route(route).Items.ToArray())];

    // The route whose errands were easiest to place so far.
    private bool Close()
    {
        var (route, least) = (-1, long.MaxValue);
        for (var r = 0; r < routes.RouteCount; r++)
        {
            var sum = 0L;
            foreach (var errand in routes.Stops(r))
                sum += absences[errand];
            if (sum > 0 && sum < least)
                (route, least) = (r, sum);
        }

        if (route < 0)
            return false;
        routes.Begin();
        while (routes.Stops(route) is [var first, ..])
            routes.TakeOff(first);
        routes.Settle();
        routes.Shut(route);
        return true;
    }

    private void Change()
    {
        var (before, cost) = (Absence(), routes.Cost);
        routes.Begin();
        var absent = ruin.Take(routes, ref dice);
        StringSearch.Sort(routes, absent, ref dice);
        foreach (var visit in absent)
            routes.PutBack(visit, ref dice);
        routes.Settle();
        var now = Absence();
        foreach (var visit in absent)
        {
            if (routes.RouteOf(visit) < 0)
                absences[visit]++;
        }

        // With the same errands out, a longer way is taken now and then.
        if (!routes.IsPossible || now > before || (now == before && routes.Cost > cost && dice.Below(20) != 0))
            routes.Undo();
    }

    private long Absence()
    {
        var sum = 0L;
        for (var errand = 0; errand < absences.Length; errand++)
        {
            if (routes.RouteOf(errand) < 0 && routes.IsLeading(errand))
                sum += absences[errand];
        }

        return sum;
    }
}
