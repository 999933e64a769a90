namespace Dispatch.Planning.Search;

/// <summary>
/// Takes strings of neighbouring visits off their routes, puts them back greedily with an occasional blink, and accepts by simulated
/// annealing: slack induction by string removals, Christiaens and Vanden Berghe (Transportation Science 2020). Where technicians are
/// alike the ends of their routes are swapped besides.
/// </summary>
internal sealed class Annealing(Tours tours, ulong seed)
{
    // In average arcs: in the end hardly a detour of a fiftieth is taken; how dear a one is at first grows with the root of the
    // iterations that each visit gets, for a short search has no time to cool down from far, and with the length of very long routes: of
    // one a string is a small part, and what it takes to reorder it is dearer on the way (rc2_10_4 in 10 s, fifty visits a route: 11.4 %
    // above the best known from 0.3 arcs, 4.6 % from 3; c2_2_6, 28 a route, gains nothing from more than 1).
    private const double Cold = 0.02;
    private const double HotByRoot = 0.015;
    private const double LeastHot = 0.03;
    private const double MostHot = 1.5;
    private const double LongRoute = 28;
    private const double MostByLength = 2.5;

    // Where technicians differ a visit is dear with most others, and what leads on takes a warmer start: from 0.2, 0.5, 1, 1.7 and 3.2 arcs
    // 104, 100, 96.5, 94.4 and 95.4 h of driving on live-1000x100-s11 after 200 iterations a visit, 102 and 97 out on
    // live-1300x100-s11 from 0.2 and 1.5; but after eight a visit some are still out unless it begins as cold as this.
    private const double HotByIteration = 0.0075;
    private const double MostHotApart = 3;

    private readonly StringRemoval removal = new(tours);
    private readonly Reinsertion reinsertion = new(tours);
    private readonly TailSwap? tails = TailSwap.Supports(tours) ? new TailSwap((StrictTours)tours) : null;
    private readonly bool isApart = tours is { HasOnlyDetours: true, Day.Kinds.Count: > 1 };
    private Dice dice = new(seed);

    /// <summary>Anneals once over all the iterations or the time.</summary>
    /// <param name="best">Offered what is found.</param>
    /// <param name="arc">What an arc costs on average: the unit of heat.</param>
    /// <param name="better">Told the routes now and then when they are better than ever.</param>
    /// <param name="meet">Told the share of the whole that is spent; gives routes to go on from, or none. None: nobody else is there.</param>
    public void Run(BestTours best, PlannerOptions options, double arc, Action<int[][]> better, Func<double, int[][]?>? meet, CancellationToken cancellation)
    {
        tours.BeginBlinking();
        var (temperature, spent, spentBefore) = (arc, 0.0, options.Spent?.Invoke() ?? 0);
        for (var i = 0L; i < options.Iterations; i++)
        {
            if ((i & 63) == 0)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                if ((i & 255) == 0 && best.IsNew)
                    better(best.Take());
                spent = Math.Max(options.Spent?.Invoke() ?? 0, options.Iterations == long.MaxValue ? 0 : (double)i / options.Iterations);
                if (spent >= 1)
                    break;
                if (meet?.Invoke(spent) is { } routes)
                {
                    tours.Load(routes);
                    best.Offer();
                }

                var hot = Hot(options, i, spent - spentBefore);
                temperature = arc * hot * Math.Pow(Cold / hot, spent);
            }

            Step(best, temperature);
        }

        if (best.IsNew)
            better(best.Take());
    }

    /// <summary>Anneals a part of the day for so many iterations, or until the time is spent.</summary>
    /// <param name="best">Offered what is found.</param>
    /// <param name="area">The visits round which strings are taken off; empty: any.</param>
    /// <param name="hot">What may be lost at first, in the unit of cost.</param>
    /// <param name="cold">What may be lost in the end.</param>
    public void Refine(BestTours best, ReadOnlySpan<int> area, long iterations, double hot, double cold, Func<double>? spent, CancellationToken cancellation)
    {
        removal.Within(area);
        var temperature = hot;
        for (var i = 0L; i < iterations; i++)
        {
            if ((i & 63) == 0)
            {
                if (cancellation.IsCancellationRequested || spent?.Invoke() >= 1)
                    break;
                temperature = hot * Math.Pow(cold / hot, (double)i / iterations);
            }

            Step(best, temperature);
        }

        removal.Within([]);
    }

    private void Step(BestTours best, double temperature)
    {
        var (limit, broken) = (tours.Weighed - temperature * Math.Log(1 - dice.Unit()), tours.Broken);
        tours.Begin();
        if (!reinsertion.PutBack(removal.Take(ref dice), removal.Seed, limit, ref dice) || tours.Broken > broken || tours.Weighed >= limit)
            tours.Undo();
        else
            best.Offer();
        if (tails is not null && SwapTails(tails, temperature))
            best.Offer();
    }

    // A look at one visit is cheap beside a removal, so each iteration has one.
    private bool SwapTails(TailSwap tails, double temperature)
    {
        var limit = (long)(-temperature * Math.Log(1 - dice.Unit()));
        if (tails.Evaluate(dice.Below(tours.Day.VisitCount), limit) >= limit)
            return false;
        tours.Begin();
        tails.Apply();
        return true;
    }

    private double Hot(PlannerOptions options, long iterations, double spent)
    {
        var each = (options.Iterations != long.MaxValue ? options.Iterations : iterations / Math.Max(spent, 1e-6)) / tours.Day.VisitCount;
        if (isApart)
            return Math.Clamp(HotByIteration * each, LeastHot, MostHotApart);
        var length = (tours.Day.VisitCount - tours.AbsentCount) / Math.Max(1.0, tours.UsedRoutes) / LongRoute;
        var byLength = Math.Pow(Math.Max(1, length), 4);
        return Math.Clamp(HotByRoot * Math.Sqrt(each) * byLength, LeastHot, MostHot * Math.Min(byLength, MostByLength));
    }
}
