namespace Dispatch.Planning.Search;

/// <summary>Tours of days that no faster kind covers: every trial is timed along the whole route by <see cref="RouteTimes"/>.</summary>
internal class PlainTours(FlatDay day, UrgencyPrices prices) : Tours(day, prices)
{
    private readonly int[] trial = new int[day.VisitCount + 1];
    private readonly RouteTimes times = new();
    private readonly int[] minutes = new int[UrgencyLevels.Classes];

    public override (int Behind, long Change) Cheapest(int visit, bool isWide, ref Dice dice)
    {
        var (best, least) = (-1, long.MaxValue);
        for (var route = 0; route < day.RouteCount; route++)
        {
            if (Length(route) > 0)
                Try(route, visit, ref best, ref least, ref dice);
        }

        for (var i = 0; i < OpenKinds; i++)
            Try(Empties.Of(i), visit, ref best, ref least, ref dice);
        return (best, least);
    }

    public override (int Behind, long Change) CheapestAmongChanged(int visit, ref Dice dice)
    {
        var (best, least) = (-1, long.MaxValue);
        foreach (var route in Changed)
            Try(route, visit, ref best, ref least, ref dice);
        return (best, least);
    }

    protected override void Loaded(int route)
    {
        var count = 0;
        for (var node = nodes[day.Start(route)].Next; node < day.VisitCount; node = nodes[node].Next)
            trial[count++] = node;
        var score = times.Compute(day.Problem, route, trial.AsSpan(0, count));
        Book(route, score.Cost, !times.IsPossible);
        for (var u = 0; u < minutes.Length; u++)
            minutes[u] = score.LateMinutes(u);
        BookLate(route, minutes);
    }

    protected override void Inserted(int route, int visit) => Loaded(route);

    protected override void Removed(int route, int first, int last) => Loaded(route);

    protected override void Restored(int route) => Loaded(route);

    private void Try(int route, int visit, ref int best, ref long least, ref Dice dice)
    {
        if (!MayJoin(route, visit))
            return;
        var (count, open) = (0, 0);
        for (var node = nodes[day.Start(route)].Next; node < day.VisitCount; node = nodes[node].Next)
        {
            trial[count++] = node;
            open += IsFree(node) ? 0 : 1;
        }

        var before = routeCost[route] + softLate[route];
        // From the end to the front, so that the visit moves forward by one place each time.
        trial[count] = visit;
        for (var at = count; at >= open; at--)
        {
            var behind = at == 0 ? day.Start(route) : trial[at - 1];
            if (!Blinks(ref dice))
            {
                var score = times.Compute(day.Problem, route, trial.AsSpan(0, count + 1));
                var change = score.Cost - before;
                for (var u = 0; u < 5; u++)
                    change += Prices.SoftLate(u) * score.LateMinutes(u);
                if (times.IsPossible && change < least)
                    (best, least) = (behind, change);
            }

            if (at > 0)
                (trial[at - 1], trial[at]) = (visit, trial[at - 1]);
        }
    }
}
