namespace Dispatch.Planning.Search;

/// <summary>
/// Several annealings one after another, whose plans then give each other routes: what each found out about a part of the day comes
/// together. A memetic search, as Nagata, Bräysy and Dullaert, "A penalty-based edge assembly memetic algorithm for the vehicle routing
/// problem with time windows" (2010), with annealing of what an exchange touched in place of their local search.
/// </summary>
/// <remarks>Where there is little time for each visit one annealing takes all of it: three short ones give less than a long one.</remarks>
/// <param name="best">Keeps the best of all; its tours are searched.</param>
/// <param name="better">Told the routes now and then when they are better than ever.</param>
/// <param name="meet">Told the share of the whole that is spent; gives routes to go on from, or none. None: nobody else is there.</param>
internal sealed class Evolution(BestTours best, PlannerOptions options, ulong seed, Action<int[][]> better, Func<double, int[][]?>? meet = null)
{
    private const int Members = 3;

    // Of the whole goes to the annealings where there is little time, routes are long or technicians differ. One annealing gains nothing any more after so many iterations
    // for each visit where routes are short (r1_4_4: 1.8, 1.4, 1.5, 1.5 % above the best known after 350, 700, 1,400 and 2,800, five seeds), exchange does: after
    // 7,000 and 14,000 in all r1_4_4 has 0.73 and 0.67 % with three tenths annealed instead of 1.02 and 0.88 (six and four seeds), 1.00 with
    // less than that; with 4,500 r1_8_9 has 2.07 instead of 1.76 %, rc2_10_4, whose routes are long, 2.01 instead of 1.12 (two seeds each),
    // and site-dependent PR06 and PR10 after 20,000 0.9 and 1.3 instead of 0.6 and 1.5.
    private const double Annealed = 0.65;
    private const double LeastAnnealed = 0.3;
    private const double EachAnnealed = 1_000;

    // Iterations for each visit that an exchange touched: with half as many 0.87 instead of 0.64 %.
    private const int EachTouched = 100;
    private const double Hot = 0.15;
    private const double Cold = 0.02;

    // So many iterations for each visit are needed for more than one annealing: with 4,500 rc2_10_4 is 1.4 instead of 2.1 % above the best known
    // (four seeds), c2_10_4 0.5 instead of 0.8 %; ten seconds of 200 visits and more are fewer.
    private const double LeastEach = 3_000;

    // After so many looks in vain two plans have nothing left to exchange.
    private const int InVain = 100;

    private readonly Tours tours = best.Tours;
    private readonly Annealing annealing = new(best.Tours, seed);
    private readonly RouteExchange exchange = new(best.Tours);
    private readonly bool isLong = RouteLimit.Supports(best.Tours);
    private BestTours[] members = [];
    private Dice dice = new(~seed);
    private int[][]? arrived;

    /// <summary>Searches over all the iterations or the time.</summary>
    /// <param name="arc">What an arc costs on average: the unit of heat.</param>
    public void Run(double arc, CancellationToken cancellation)
    {
        var (spent, each) = (0.0, 0.0);
        if (Supports(tours))
            spent = Probe(arc, out each, cancellation);
        if (best.IsNew)
            better(best.Take());
        if (spent >= 1)
            return;
        if (each < LeastEach || (options.Spent is null && options.Iterations == long.MaxValue))
        {
            annealing.Run(best, options.Part(spent, 1), arc, better, meet is null ? null : share => meet(spent + share * (1 - spent)), cancellation);
            return;
        }

        var share = isLong || tours.Day.Kinds.Count > 1 ? Annealed : Math.Clamp(Members * EachAnnealed / each, LeastAnnealed, Annealed);
        var until = spent + (1 - spent) * share;
        members = Grown(spent, until, arc, cancellation);
        Exchange(until, cancellation);
    }

    /// <summary>
    /// Whether the search of a day gains from it: many technicians alike, so that one's route can be another's (site-dependent PR06, PR10 and PR14A,
    /// 20,000 and 6,000 iterations a visit: 0.9, 1.3 and 2.0 instead of 0.9, 1.7 and 2.7 % above the best known). Groups of visits would be torn apart.
    /// </summary>
    public static bool Supports(Tours tours) => tours.Groups is null && tours.Day.Kinds.AreMostAlike;

    // How many iterations there will be for each visit; by the quickest of a few, since the machine may do something else meanwhile.
    private double Probe(double arc, out double each, CancellationToken cancellation)
    {
        const int Looks = 4;
        const int Iterations = 64;
        var visits = tours.Day.VisitCount;
        each = options.Iterations / (double)visits;
        if (options.Spent is null || each < LeastEach)
            return 0;
        var quickest = 1.0;
        var before = options.Spent();
        for (var look = 0; look < Looks && before < 1; look++)
        {
            annealing.Refine(best, [], Iterations, arc * Cold, arc * Cold, null, cancellation);
            var now = options.Spent();
            (quickest, before) = (Math.Min(quickest, now - before), now);
        }

        each = Math.Min(each, quickest <= 0 ? 0 : (1 - before) / quickest * Iterations / visits);
        return before;
    }

    // Plans of as many annealings. Where routes are long the second may use one fewer than the first did, and the better of these two says how
    // many the others may: plans of 18 and 19 routes have hardly any to exchange.
    private BestTours[] Grown(double from, double until, double arc, CancellationToken cancellation)
    {
        var start = tours.ToRoutes();
        var length = (until - from) / (Members + (isLong ? 1 : 0));
        var grown = new BestTours[Members];
        grown[0] = Grow(RouteLimit.None);
        if (isLong)
        {
            var fewer = Grow(Math.Max(1, grown[0].UsedRoutes - 1));
            grown[0] = fewer.IsBetterThan(grown[0]) ? fewer : grown[0];
        }

        for (var m = 1; m < Members; m++)
            grown[m] = Grow(isLong ? grown[0].UsedRoutes : RouteLimit.None);
        return grown;

        BestTours Grow(int most)
        {
            tours.MostRoutes = most;
            tours.Load(RouteLimit.Within(start, most));
            var member = new BestTours(tours);
            Anneal(member, from, from + length, arc, cancellation);
            from += length;
            return member;
        }
    }

    private void Anneal(BestTours member, double from, double to, double arc, CancellationToken cancellation)
    {
        member.Restart();
        annealing.Run(member, options.Part(from, to), arc, _ => Told(member), share => Met(from + share * (to - from)), cancellation);
    }

    // One plan gets routes of another, what that touched is annealed, and the better of the two stays.
    private void Exchange(double from, CancellationToken cancellation)
    {
        var trial = new BestTours(tours);
        var heat = (double)tours.Cost / (tours.Day.VisitCount + tours.UsedRoutes);
        var (done, inVain) = (from * options.Iterations, 0);
        while (!cancellation.IsCancellationRequested && Spent() is < 1 and var spent)
        {
            Met(spent);
            Welcome();
            var mine = dice.Below(members.Length);
            var theirs = (mine + 1 + dice.Below(members.Length - 1)) % members.Length;
            tours.MostRoutes = isLong ? Math.Max(members[mine].UsedRoutes, members[theirs].UsedRoutes) : RouteLimit.None;
            var area = exchange.Load(members[mine].Routes()!, members[theirs].Routes()!, ref dice);
            if (area.Length > 0)
            {
                inVain = 0;
                trial.Restart();
                annealing.Refine(trial, area, (long)EachTouched * area.Length, heat * Hot, heat * Cold, options.Spent, cancellation);
                done += (double)EachTouched * area.Length;
                if (trial.IsBetterThan(members[mine]))
                    members[mine].CopyFrom(trial);
                Told(trial);
            }
            else if (++inVain == InVain)
            {
                inVain = 0;
                Renew(trial, mine == Leading() ? theirs : mine, spent, heat);
            }
        }

        double Spent() => Math.Max(options.Spent?.Invoke() ?? 0, options.Iterations == long.MaxValue ? 0 : done / options.Iterations);

        // They are all the same by now: one begins anew.
        void Renew(BestTours anew, int member, double spent, double arc)
        {
            tours.Load(members[member].Routes()!);
            var to = Math.Min(1, spent + Annealed / members.Length / 2);
            Anneal(anew, spent, to, arc, cancellation);
            done += Math.Max(1, (to - spent) * options.Iterations);
            members[member].CopyFrom(anew);
        }
    }

    // What another thread found takes the place of the worst.
    private void Welcome()
    {
        if (arrived is null)
            return;
        var worst = 0;
        for (var m = 1; m < members.Length; m++)
        {
            if (members[worst].IsBetterThan(members[m]))
                worst = m;
        }

        tours.Load(arrived);
        members[worst].Restart();
        arrived = null;
    }

    private int Leading()
    {
        var leading = 0;
        for (var m = 1; m < members.Length; m++)
        {
            if (members[m].IsBetterThan(members[leading]))
                leading = m;
        }

        return leading;
    }

    private int[][]? Met(double spent)
    {
        arrived = meet?.Invoke(spent) ?? arrived;
        return null;
    }

    private void Told(BestTours found)
    {
        if (!found.IsBetterThan(best))
            return;
        best.CopyFrom(found);
        better(best.Take());
    }
}
