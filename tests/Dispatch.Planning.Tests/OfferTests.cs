using CsCheck;
using Dispatch.Planning.Offers;

namespace Dispatch.Planning.Tests;

public sealed class OfferTests
{
    private static readonly OfferRules Rules = new();

    [Fact]
    public void Each_offer_is_the_cheapest_place_of_its_interval() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var plan = WithoutVisit(seed, out var visit);
            var offers = IntervalOffers.OfDay(plan, visit, Rules);
            var plain = PlainOffers(plan, visit);
            Assert.Equal(plain.Keys.Order(), offers.Select(offer => (offer.Day, offer.IntervalStart)).Order());
            Assert.All(offers, offer => Assert.Equal(plain[(offer.Day, offer.IntervalStart)], offer.Change));
            Assert.Equal(offers.Select(offer => offer.Change).Order(), offers.Select(offer => offer.Change));
        }, iter: 300);

    [Fact]
    public void Offers_of_one_day_are_half_a_width_apart_and_a_day_that_has_one_must_be_the_better_for_a_second() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var days = Enumerable.Range(0, 3).Select(day => WithoutVisit(seed + day, out _)).ToList();
            var visits = Enumerable.Range(0, 3).Select(day => (seed + day) % 9).ToList();
            var offers = IntervalOffers.Best(days, visits, 5, Rules);
            for (var a = 0; a < offers.Count; a++)
            {
                for (var b = 0; b < a; b++)
                    Assert.True(offers[a].Day != offers[b].Day || Math.Abs(offers[a].IntervalStart - offers[b].IntervalStart) * 2 >= Rules.WidthSeconds);
            }

            // The first is the cheapest of all days.
            var all = days.SelectMany((plan, day) => IntervalOffers.OfDay(plan, visits[day], Rules, day)).ToList();
            if (all.Count > 0)
                Assert.Equal(all.Min(offer => offer.Change), offers[0].Change);
        }, iter: 200);

    [Fact]
    public void Five_equal_days_are_each_offered_once()
    {
        var plan = WithoutVisit(3, out var visit);
        var offers = IntervalOffers.Best([plan, plan, plan, plan, plan], [visit, visit, visit, visit, visit], 5, Rules with { SpreadCost = 1_000_000 });
        Assert.Equal([0, 1, 2, 3, 4], offers.Select(offer => offer.Day).Order());
    }

    private static Dictionary<(int Day, int Start), Score> PlainOffers(Plan plan, int visit)
    {
        var best = new Dictionary<(int Day, int Start), Score>();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            for (var p = 0; p <= plan.Routes[t].Length && plan.MayHave(t, visit); p++)
            {
                int[] route = [.. plan.Routes[t][..p], visit, .. plan.Routes[t][p..]];
                var times = new RouteTimes();
                times.Compute(plan.Problem, t, route);
                if (!times.IsPossible)
                    continue;
                var change = new Plan(plan.Problem, [.. plan.Routes.Select((old, u) => u == t ? route : old)]).Score - plan.Score;
                var start = (plan.Problem.Technicians[t].Day, Math.Max(0, times.Arrive[p] - 1200) / 300 * 300);
                if (!best.TryGetValue(start, out var known) || change < known)
                    best[start] = change;
            }
        }

        return best;
    }

    private static Plan WithoutVisit(int seed, out int visit)
    {
        var problem = LiveDays.Make(3, 9, seed);
        var left = visit = seed % 9;
        var others = new Problem(problem.Technicians, [.. problem.Visits.Select((v, i) => i == left ? v with { Excluded = [0, 1, 2] } : v)], problem.Travel);
        return new Plan(problem, Planner.FirstPlan(others).Routes);
    }
}
