using CsCheck;
using Dispatch.Planning.Intervals;

namespace Dispatch.Planning.Tests;

public sealed class IntervalTests
{
    private static readonly FactorHistogram Exact = FactorHistogram.LogNormal(1, 0.001, 1);

    [Fact]
    public void Quantiles_of_a_log_normal_are_where_they_should_be()
    {
        var histogram = FactorHistogram.LogNormal(1.1, 0.25, 50);
        foreach (var (share, z) in new[] { (0.05, -1.645), (0.25, -0.674), (0.5, 0), (0.75, 0.674), (0.95, 1.645) })
            Assert.Equal(1.1 * Math.Exp(0.25 * z), histogram.Quantile(share), 0.02);
    }

    [Fact]
    public void What_is_drawn_lies_where_the_quantiles_are() =>
        Gen.Select(Gen.Double[0.5, 2], Gen.Double[0.05, 0.6], Gen.Double[0.01, 0.99]).Sample((median, spread, share) =>
        {
            var histogram = FactorHistogram.LogNormal(median, spread, 100);
            Assert.InRange(histogram.Draw(share), histogram.Quantile(share) * 0.97, histogram.Quantile(share) * 1.03);
        }, iter: 2_000);

    [Fact]
    public void One_observation_hardly_moves_the_prior_and_hundreds_do()
    {
        var observed = new ObservedTimes();
        observed.Add(ObservedTimes.WorkGroups("refill", "t1"), 2);
        Assert.InRange(observed.Work("refill", "t1").Quantile(0.5), 0.95, 1.15);
        for (var i = 0; i < 300; i++)
            observed.Add(ObservedTimes.WorkGroups("refill", "t1"), 2);
        Assert.InRange(observed.Work("refill", "t1").Quantile(0.5), 1.9, 2.1);
        // Another technician's refills are drawn towards what was seen of refills.
        Assert.InRange(observed.Work("refill", "t2").Quantile(0.5), 1.9, 2.1);
        Assert.Equal(1, new ObservedTimes().Work("refill", "t2").Quantile(0.5), 0.02);
    }

    [Fact]
    public void What_was_told_is_learned_by_how_long_ahead_it_was_told()
    {
        var observed = new ObservedTimes();
        // Without anything learned a little later than estimated is likeliest, and what is far ahead is less certain.
        Assert.InRange(observed.Told(true, 4 * 3600, 0.5), 4 * 3600, 4 * 3600 + 1_200);
        Assert.True(observed.Told(true, 4 * 3600, 0.9) - 4 * 3600 > observed.Told(true, 1800, 0.9) - 1800);
        // Told the evening before, people come half an hour later than that; told during the day, they come as told.
        var dice = new Random(4);
        for (var i = 0; i < 400; i++)
        {
            observed.Add(ObservedTimes.ToldGroups(true, 4 * 3600), ObservedTimes.ToldFactor(4 * 3600, 4 * 3600 + 1_800 + dice.Next(-600, 600)));
            observed.Add(ObservedTimes.ToldGroups(false, 4 * 3600), ObservedTimes.ToldFactor(4 * 3600, 4 * 3600 + dice.Next(-600, 600)));
        }

        Assert.InRange(observed.Told(true, 4 * 3600, 0.9) - 4 * 3600, 1_800 + 200, 1_800 + 1_000);
        Assert.InRange(observed.Told(false, 4 * 3600, 0.9) - 4 * 3600, 200, 1_300);
        // What was told for another hour of the day is drawn towards it.
        Assert.InRange(observed.Told(true, 5 * 3600, 0.5) - 5 * 3600, 900, 3_000);
        // A fact that lies before the moment it was told at, and one of another day, count as the least and the most there is.
        Assert.True(ObservedTimes.ToldFactor(0, -86_400) > 0);
        Assert.Equal(FactorHistogram.BinCount - 1, FactorHistogram.BinOf(ObservedTimes.ToldFactor(0, 86_400)));
    }

    [Fact]
    public void What_was_counted_comes_back_from_its_groups()
    {
        var observed = new ObservedTimes();
        observed.Add(ObservedTimes.DriveGroups(9, "t1"), 1.3);
        var again = new ObservedTimes(observed.Groups);
        Assert.Equal(observed.Drive(9, "t1").Quantile(0.8), again.Drive(9, "t1").Quantile(0.8));
    }

    [Fact]
    public void Without_uncertainty_the_arrivals_are_those_of_the_route()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var day = SmallDays.Make(2, 8, seed);
            // Half a minute more or less may decide on which side of a visit a break falls: that is not compared here.
            var plan = Planner.FirstPlan(new Problem([.. day.Technicians.Select(technician => technician with { Break = null })], day.Visits, day.Travel));
            for (var t = 0; t < 2; t++)
            {
                var (times, route) = (new RouteTimes(), plan.Routes[t]);
                times.Compute(plan.Problem, t, route);
                if (!times.IsPossible || route.Length == 0)
                    continue;
                var (underWay, ahead) = new ArrivalSampler().Of(plan.Problem, t, route, Certain(plan, t), 1);
                Assert.Null(underWay);
                var (resolution, place) = (0.0, plan.Problem.Technicians[t].StartPlace);
                for (var i = 0; i < route.Length; i++)
                {
                    // A histogram knows a ratio only as well as its bins are narrow, 2.9 %; between two stops lies a quarter of a minute or so.
                    var visit = plan.Problem.Visits[route[i]];
                    // Where a drive depends on when one leaves, a second of delay may become up to two and a half of them on the way.
                    resolution = (day.Travel.DependsOnDeparture ? 2.5 * resolution : resolution) + 30 + 0.03 * (day.Travel.DependsOnDeparture ? 2.5 : 1) * plan.Problem.Travel[place, visit.Place];
                    place = visit.Place;
                    // Who would wait at the door sets out later instead, and arrives when it opens. Half a minute later may be past a window's end.
                    var arrival = ahead[i].At(0.5);
                    var isNextWindow = plan.Problem.Visits[route[i]].Windows.Count > 1;
                    if (isNextWindow && Math.Abs(arrival - times.Start[i]) > resolution)
                        break;
                    Assert.True(Math.Abs(arrival - times.Start[i]) <= resolution, $"seed {seed}, stop {i}: {arrival} instead of {times.Start[i]}, known to {resolution} s");
                    resolution += 0.03 * visit.DurationSeconds;
                }
            }
        }
    }

    [Fact]
    public void Intervals_widen_down_a_route_and_slack_swallows_delays()
    {
        var travel = new TravelMatrix([0, 600, 600, 0], 2);
        var visits = Enumerable.Range(0, 6).Select(i => new PlanVisit { Place = 1, DurationSeconds = 1_800, PromiseStart = i == 5 ? 60_000 : PlanVisit.None, PromiseEnd = i == 5 ? 63_600 : PlanVisit.None }).ToArray();
        var problem = new Problem([new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 28_800, ShiftEnd = 70_000 }], visits, travel);
        var uncertain = Uncertain(28_800, 6);
        var (_, ahead) = new ArrivalSampler().Of(problem, 0, [0, 1, 2, 3, 4, 5], uncertain, 5);
        var widths = ahead.Select(spread => spread.Interval(0.9)).Select(interval => interval.End - interval.Start).ToArray();
        Assert.True(widths[0] < widths[2] && widths[2] < widths[4]);
        Assert.True(widths[5] < widths[4], "the wait before the last one swallows what came before");
    }

    [Fact]
    public void A_break_comes_before_the_stop_that_would_carry_it_too_far()
    {
        var problem = new Problem(
            [new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 28_800, ShiftEnd = 70_000, Break = new PlanBreak(32_000, 34_000, 1_800) }],
            [new PlanVisit { Place = 1, DurationSeconds = 3_600 }, new PlanVisit { Place = 1, DurationSeconds = 600 }], new TravelMatrix([0, 600, 600, 0], 2));
        var (_, ahead) = new ArrivalSampler().Of(problem, 0, [0, 1], Uncertain(28_800, 2), 3);
        // Hardly any first visit ends before the break may begin, and all second ones wait for it.
        Assert.True(ahead[1].At(0.5) > 28_800 + 600 + 3_600 + 1_800);
    }

    [Fact]
    public void A_visit_that_is_not_over_ends_after_now()
    {
        var problem = new Problem(
            [new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 30_000, ShiftEnd = 70_000 }], [new PlanVisit { Place = 1, DurationSeconds = 600 }],
            new TravelMatrix([0, 300, 300, 0], 2));
        foreach (var since in new[] { 29_500, 27_000, 10_000 })
        {
            var working = Uncertain(30_000, 1) with { State = UnderWay.Working, Since = since, WorkSeconds = 1_800 };
            Assert.True(new ArrivalSampler().Of(problem, 0, [0], working, 2).Ahead[0].At(0) > 30_000);
        }
    }

    private static RouteUncertainty Certain(Plan plan, int technician) => new(
        UnderWay.Free, plan.Problem.Technicians[technician].AvailableFrom, 0, 0, 0, [.. Enumerable.Repeat(Exact, 24)], Exact,
        [.. plan.Routes[technician].Select(_ => Exact)], FactorHistogram.LogNormal(0.26, 0.001, 1));

    private static RouteUncertainty Uncertain(int now, int stops) => new(
        UnderWay.Free, now, now, 0, 0, [.. Enumerable.Repeat(FactorHistogram.LogNormal(1, 0.15, 1), 24)], FactorHistogram.LogNormal(1, 0.25, 1),
        [.. Enumerable.Repeat(FactorHistogram.LogNormal(1, 0.25, 1), stops)], FactorHistogram.LogNormal(1, 0.5, 1));
}
