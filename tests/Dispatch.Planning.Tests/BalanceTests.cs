using CsCheck;
using Dispatch.Planning.Reasons;

namespace Dispatch.Planning.Tests;

/// <summary>The balance of work: what an uneven share costs, and that plans heed it.</summary>
public sealed class BalanceTests
{
    [Fact]
    public void Work_that_costs_no_detour_is_spread_evenly()
    {
        var plan = Solved(SameStreet(technicians: 3, visits: 9, _ => 0));
        Assert.All(plan.Routes, route => Assert.Equal(3, route.Length));
    }

    [Fact]
    public void Without_the_weight_nobody_sets_out_for_the_sake_of_evenness()
    {
        var problem = SameStreet(technicians: 3, visits: 9, _ => 0, tenths: 0);
        Assert.Single(Solved(problem).Routes, route => route.Length > 0);
    }

    [Fact]
    public void Whoever_has_done_much_already_gets_less_of_what_comes()
    {
        var plan = Solved(SameStreet(technicians: 2, visits: 6, t => t == 0 ? 2500 : 0));
        Assert.Equal(2, plan.Routes[0].Length);
        Assert.Equal(4, plan.Routes[1].Length);
    }

    [Fact]
    public void A_shorter_shift_gets_a_smaller_share()
    {
        var problem = SameStreet(technicians: 2, visits: 6, _ => 0);
        var half = new Problem(
            [problem.Technicians[0] with { PaidSeconds = 14_400 }, problem.Technicians[1] with { PaidSeconds = 28_800 }], problem.Visits, problem.Travel, problem.Weights);
        Assert.Equal([2, 4], Solved(half).Routes.Select(route => route.Length));
    }

    [Fact]
    public void A_second_of_work_costs_more_the_fuller_the_shift_is() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 40_000], Gen.Int[0, 40_000], Gen.Int[0, 40_000], Gen.Int[1, 5_000]).Sample((tenths, paid, done, load, more) =>
        {
            var weights = new PlanWeights { BalanceTenths = tenths };
            var who = Someone with { PaidSeconds = paid, DoneSeconds = done };
            long Up(long from) => WorkBalance.Cost(weights, who, from + more) - WorkBalance.Cost(weights, who, from);
            Assert.Equal(0, WorkBalance.Cost(weights, who, 0));
            Assert.True(Up(load) >= 0);
            Assert.True(Up(load + more) >= Up(load) - 1);
        });

    [Fact]
    public void What_uneven_work_costs_stands_by_itself_among_the_rules()
    {
        var problem = SameStreet(technicians: 1, visits: 2, _ => 0);
        var costs = new RuleCosts(problem, 0, [0, 1]);
        // Two visits of 1,200 s and 200 s of driving, a shift of 28,800 s, twice a second's price when it is full: load² / shift.
        Assert.Equal(2600L * 2600 / 28_800, costs[PricedRule.Balance]);
        Assert.Equal(new Plan(problem, [[0, 1]]).Score.Cost, costs.Sum);
    }

    [Fact]
    public void A_weight_or_time_below_nothing_is_refused()
    {
        var problem = SameStreet(technicians: 1, visits: 1, _ => 0);
        Assert.Contains("uneven work", Assert.Throws<ArgumentException>(() => new Problem(problem.Technicians, problem.Visits, problem.Travel, new PlanWeights { BalanceTenths = -1 })).Message, StringComparison.Ordinal);
        Assert.Contains("Technician 0", Assert.Throws<ArgumentException>(() => new Problem([Someone with { DoneSeconds = -1 }], problem.Visits, problem.Travel)).Message, StringComparison.Ordinal);
    }

    private static readonly PlanTechnician Someone = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 28_800, ShiftEnd = 57_600 };

    private static Plan Solved(Problem problem) => Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 2_000 });

    // Everyone starts at one door, 100 s from a house in which all visits are.
    private static Problem SameStreet(int technicians, int visits, Func<int, int> done, int tenths = 20) => new(
        [.. Enumerable.Range(0, technicians).Select(t => Someone with { DoneSeconds = done(t), PaidSeconds = 28_800 })],
        [.. Enumerable.Range(0, visits).Select(_ => new PlanVisit { Place = 1, DurationSeconds = 1_200 })],
        new TravelMatrix([0, 100, 100, 0], 2), new PlanWeights { BalanceTenths = tenths, IdleTenths = 0 });
}
