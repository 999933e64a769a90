using CsCheck;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests.Search;

/// <summary>What the search knows of its routes, against the plain definition of a route's times and price.</summary>
public sealed class ToursTests
{
    [Fact]
    public void The_cheapest_place_of_strict_days_is_what_timing_every_place_finds() =>
        StrictDays.Problems.Sample(problem =>
        {
            Assert.True(StrictTours.Covers(problem));
            Compare(problem, prices => new StrictTours(new FlatDay(problem), prices));
        }, iter: 3000);

    [Fact]
    public void The_cheapest_place_of_priced_days_is_what_timing_every_place_finds() =>
        SmallDays.Problems.Sample(problem =>
        {
            Assert.True(PricedTours.Covers(problem));
            Compare(problem, prices => new PricedTours(new FlatDay(problem), prices));
        }, iter: 3000);

    [Fact]
    public void The_cheapest_place_of_any_day_is_what_timing_every_place_finds() =>
        StrictDays.Problems.Sample(problem => Compare(problem, prices => new PlainTours(new FlatDay(problem), prices)), iter: 300);

    [Fact]
    public void Strict_days_whose_durations_differ_and_whose_driving_is_bounded_are_searched_by_what_timing_every_place_finds() =>
        Gen.Select(StrictDays.Problems, Gen.Int[0, 1_000_000]).Sample((day, seed) =>
        {
            var problem = MixedRules.Onto(day, seed);
            Compare(problem, prices => PricedTours.Covers(problem) ? new PricedTours(new FlatDay(problem), prices) : new PlainTours(new FlatDay(problem), prices));
        }, iter: 500);

    [Fact]
    public void Strict_rules_with_balanced_work_are_searched_by_what_timing_every_place_finds() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var problem = StrictDays.Make(1 + seed % 4, 1 + seed % 12, seed, balanceTenths: 1 + seed % 40);
            Assert.False(StrictTours.Covers(problem));
            Compare(problem, prices => PricedTours.Covers(problem) ? new PricedTours(new FlatDay(problem), prices) : new PlainTours(new FlatDay(problem), prices));
        }, iter: 500);

    [Fact]
    public void Strict_plans_keep_every_rule_and_cost_what_their_routes_do() =>
        StrictDays.Problems.Sample(problem =>
        {
            var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 150 });
            var times = new RouteTimes();
            for (var t = 0; t < plan.Routes.Length; t++)
            {
                times.Compute(problem, t, plan.Routes[t]);
                Assert.True(times.IsPossible);
                Assert.All(plan.Routes[t], visit => Assert.True(problem.CanDo(t, visit)));
            }
        }, iter: 500);

    private static void Compare(Problem problem, Func<UrgencyPrices, Tours> make)
    {
        if (problem.Visits.Length == 0)
            return;
        var prices = new UrgencyPrices(problem, 1000);
        var tours = make(prices);
        tours.Load(Plan.Empty(problem).Routes);
        var dice = new Dice((ulong)problem.Visits.Length);
        for (var round = 0; round < 12; round++)
        {
            tours.Begin();
            var before = tours.ToRoutes();
            var (cost, urgency) = (tours.Cost, new UrgencyLevels());
            urgency.CopyFrom(tours.Urgency);
            for (var change = 0; change < 3; change++)
                Change(problem, prices, tours, ref dice);
            Same(problem, prices, tours);
            if (dice.Below(3) > 0)
                continue;
            tours.Undo();
            Assert.Equal(before.Select(route => string.Join(' ', route)), tours.ToRoutes().Select(route => string.Join(' ', route)));
            Assert.Equal((cost, 0), (tours.Cost, urgency.CompareTo(tours.Urgency)));
            Same(problem, prices, tours);
            if (dice.Below(2) > 0)
                continue;
            tours.Load(before);
            Same(problem, prices, tours);
        }
    }

    private static void Change(Problem problem, UrgencyPrices prices, Tours tours, ref Dice dice)
    {
        var visit = dice.Below(problem.Visits.Length);
        if (tours.RouteOf(visit) >= 0)
        {
            var last = visit;
            while (dice.Below(2) == 0 && tours.Next(last) < problem.Visits.Length)
                last = tours.Next(last);
            tours.TakeOff(visit, last);
            return;
        }

        var (behind, change) = tours.Cheapest(visit, true, ref dice);
        // What a broken route costs means nothing.
        if (tours.Broken == 0)
            Assert.Equal(Least(problem, prices, tours.ToRoutes(), visit), behind < 0 ? null : change);
        if (behind >= 0 && tours.HasOnlyDetours)
            Bounded(tours, visit, (behind, change), ref dice);
        if (behind >= 0)
            tours.PutBehind(visit, behind);
    }

    // What costs less than a bound is found as without one, and nothing else.
    private static void Bounded(Tours tours, int visit, (int Behind, long Change) least, ref Dice dice)
    {
        tours.Bound = least.Change + 1;
        Assert.Equal(least, tours.Cheapest(visit, true, ref dice));
        tours.Bound = least.Change;
        Assert.Equal(-1, tours.Cheapest(visit, true, ref dice).Behind);
        tours.Bound = long.MaxValue;
    }

    private static long? Least(Problem problem, UrgencyPrices prices, int[][] routes, int visit)
    {
        var times = new RouteTimes();
        long? least = null;
        for (var t = 0; t < routes.Length; t++)
        {
            if (!problem.CanDo(t, visit) || Others(problem, routes, visit).Any(other => other != t && (problem.Technicians[t].Person < 0 || problem.Technicians[t].Person != problem.Technicians[other].Person)))
                continue;
            var before = Price(times.Compute(problem, t, routes[t]), prices);
            for (var at = 0; at <= routes[t].Length; at++)
            {
                var after = Price(times.Compute(problem, t, [.. routes[t][..at], visit, .. routes[t][at..]]), prices);
                if (times.IsPossible && (least is null || after - before < least))
                    least = after - before;
            }
        }

        return least;
    }

    // The routes that have visits of its group.
    private static IEnumerable<int> Others(Problem problem, int[][] routes, int visit) =>
        Enumerable.Range(0, routes.Length).Where(t => routes[t].Any(other => problem.Visits[other].Group >= 0 && problem.Visits[other].Group == problem.Visits[visit].Group));

    private static void Same(Problem problem, UrgencyPrices prices, Tours tours)
    {
        var plan = new Plan(problem, tours.ToRoutes());
        var times = new RouteTimes();
        var broken = 0;
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(problem, t, plan.Routes[t]);
            broken += plan.Routes[t].Length > 0 && !times.IsPossible ? 1 : 0;
        }

        Assert.Equal(broken, tours.Broken);
        if (broken > 0)
            return;
        Assert.Equal(plan.Score.Cost, tours.Cost);
        for (var u = 0; u < 5; u++)
            Assert.Equal((plan.Score.Unassigned(u), plan.Score.LateMinutes(u)), tours.Urgency.Of(u));
    }

    private static long Price(Score score, UrgencyPrices prices)
    {
        var price = score.Cost;
        for (var u = 0; u < 5; u++)
            price += prices.SoftLate(u) * score.LateMinutes(u);
        return price;
    }
}
