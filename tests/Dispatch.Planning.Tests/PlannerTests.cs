using CsCheck;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

public sealed class PlannerTests
{
    [Fact]
    public void Every_plan_is_what_the_plain_checker_computes() =>
        SmallDays.Problems.Sample(problem =>
        {
            var first = Planner.FirstPlan(problem);
            PlainChecker.Check(first);
            PlainChecker.Check(Planner.Improve(first, new PlannerOptions { Iterations = 40 }));
        }, iter: 1500);

    [Fact]
    public void Improving_never_makes_a_plan_worse() =>
        SmallDays.Problems.Sample(problem =>
        {
            var start = Plan.Empty(problem);
            Assert.True(Planner.Improve(start, new PlannerOptions { Iterations = 30 }).Score <= start.Score);
        }, iter: 300);

    [Fact]
    public void Improving_an_empty_plan_completes_it_first()
    {
        var options = new PlannerOptions { Iterations = 200, Seed = 3 };
        foreach (var problem in (Problem[])[SmallDays.Make(6, 40, 5), Search.StrictDays.Make(4, 30, 2)])
        {
            var (empty, first) = (Plan.Empty(problem), Planner.FirstPlan(problem));
            Assert.True(first.Unassigned.Length < empty.Unassigned.Length);
            var told = new List<Plan>();
            var plan = Planner.Improve(empty, options, told.Add);
            Assert.Equal(Planner.Improve(first, options).Routes, plan.Routes);
            Assert.Equal(first.Routes, told[0].Routes);
        }
    }

    [Fact]
    public void Improving_puts_in_a_visit_that_only_somebody_without_a_route_may_have()
    {
        var travel = new TravelMatrix([0, 60, 60, 60, 0, 60, 60, 60, 0], 3);
        PlanTechnician technician = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 36_000 };
        var problem = new Problem(
            [technician, technician with { Skills = 1 }],
            [new PlanVisit { Place = 1, DurationSeconds = 600 }, new PlanVisit { Place = 2, DurationSeconds = 600, Skills = 1 }],
            travel);
        var plan = Planner.Improve(new Plan(problem, [[0], []]), new PlannerOptions { Iterations = 1 });
        Assert.Empty(plan.Unassigned);
    }

    [Fact]
    public void The_same_seed_and_iterations_give_the_same_plan()
    {
        var problem = SmallDays.Make(6, 40, 5);
        var options = new PlannerOptions { Iterations = 300, Seed = 9 };
        var (a, b) = (Planner.Improve(Planner.FirstPlan(problem), options), Planner.Improve(Planner.FirstPlan(problem), options));
        Assert.Equal(a.Routes.Select(route => string.Join(' ', route)), b.Routes.Select(route => string.Join(' ', route)));
    }

    [Fact]
    public void Only_a_hard_rule_leaves_a_visit_out() =>
        SmallDays.Problems.Sample(problem =>
        {
            var plan = Planner.FirstPlan(problem);
            foreach (var visit in plan.Unassigned)
            {
                // Where no rule stands against a technician, the van's load or a missing road between two stops does.
                Assert.DoesNotContain(
                    Enumerable.Range(0, problem.Technicians.Length),
                    t => problem.CanDo(t, visit) && Enumerable.Range(0, plan.Routes[t].Length + 1)
                        .Any(p => Insertion.VisitInsertion.At(plan, visit, t, p) is not null));
            }
        }, iter: 300);

    [Fact]
    public void Improvement_finds_the_optimum_of_nineteen_tiny_days_in_twenty()
    {
        // A search promises no optimum; the seeds are fixed, so that this says the same each time.
        const int days = 100;
        var found = Enumerable.Range(0, days).Count(seed =>
        {
            var problem = SmallDays.Make(2, 4, seed);
            var best = PlainBruteForce.Best(problem);
            var score = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 1000 }).Score;
            Assert.True(score >= best);
            return score == best;
        });
        Assert.InRange(found, days * 19 / 20, days);
    }

    [Fact]
    public void A_search_that_is_cancelled_gives_the_best_so_far()
    {
        var start = Planner.FirstPlan(SmallDays.Make(6, 40, 5));
        using var cancelled = new CancellationTokenSource();
        var found = Planner.Improve(start, new PlannerOptions { Iterations = long.MaxValue }, _ => cancelled.Cancel(), cancelled.Token);
        Assert.True(found.Score < start.Score);
        PlainChecker.Check(found);
    }

    [Fact]
    public void What_is_frozen_stays_first_and_in_order()
    {
        var free = SmallDays.Make(3, 12, 8);
        var frozen = new Problem(
            [.. free.Technicians.Select((technician, t) => t == 1 ? technician with { Frozen = [7, 2] } : technician)],
            free.Visits, free.Travel);
        Assert.Equal([7, 2], Planner.Improve(Planner.FirstPlan(frozen), new PlannerOptions { Iterations = 200 }).Routes[1].Take(2));
    }
}
