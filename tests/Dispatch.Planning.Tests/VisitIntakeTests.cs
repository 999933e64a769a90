using CsCheck;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

public sealed class VisitIntakeTests
{
    [Fact]
    public void What_is_taken_in_is_a_plan_that_the_plain_checker_computes_and_says_who_waits() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var plan = SomeOut(seed, 14);
            var outcome = VisitIntake.Run(plan, plan.Unassigned, new InsertionLimits { MostTimed = 300, MostTimedInAll = 20 + seed % 400 });
            PlainChecker.Check(outcome.Plan);
            Assert.Equal(plan.Unassigned, outcome.Order.Order());
            // A lower one that gave way besides is nobody's choice here: the search in the background finds it a place.
            Assert.All(outcome.Plan.Unassigned.Where(visit => plan.TechnicianOf[visit] < 0), visit => Assert.True(outcome.Left.Contains(visit) ^ outcome.Waiting.Contains(visit)));
            Assert.All(outcome.Left.Concat(outcome.Waiting), visit => Assert.Equal(-1, outcome.Plan.TechnicianOf[visit]));
        }, iter: 400);

    [Fact]
    public void Where_there_is_time_for_all_each_is_placed_as_if_it_came_alone() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var plan = SomeOut(seed, 10);
            var one = plan;
            foreach (var visit in plan.Unassigned.OrderBy(v => plan.Problem.Visits[v].Urgency).ThenBy(v => plan.Problem.Visits[v].Deadline).ThenBy(v => v))
            {
                if (one.TechnicianOf[visit] < 0)
                    one = UrgentInsertion.Insert(one, visit, new InsertionLimits { MostTimed = 1_000 }).Plan;
            }

            Assert.Equal(Written(one), Written(VisitIntake.Run(plan, plan.Unassigned, new InsertionLimits { MostTimed = 1_000, MostTimedInAll = 1_000_000 }).Plan));
        }, iter: 200);

    [Fact]
    public void The_work_has_a_bound_however_many_come_in()
    {
        var plan = SomeOut(5, 240, technicians: 12);
        var limits = new InsertionLimits { MostTimed = 2_000, MostTimedInAll = 6_000 };
        var outcome = VisitIntake.Run(plan, plan.Unassigned, limits);
        // One look at all places of a route or of the whole plan is not broken off in its middle.
        var one = plan.Problem.Visits.Length + plan.Problem.Technicians.Length;
        Assert.True(plan.Unassigned.Length > 60, "hardly anybody is left out at first");
        Assert.InRange(outcome.Timed, 1, limits.MostTimedInAll + 2 * one);
        Assert.Equal(Written(outcome.Plan), Written(VisitIntake.Run(plan, plan.Unassigned, limits).Plan));
    }

    [Fact]
    public void The_most_urgent_come_first_and_of_equals_who_has_waited()
    {
        var plan = SomeOut(5, 240, technicians: 12);
        var waited = plan.Unassigned.TakeLast(plan.Unassigned.Length / 2).ToArray();
        var order = VisitIntake.Run(plan, plan.Unassigned, new InsertionLimits { MostTimedInAll = 10 }, waited).Order;
        Assert.Equal(order.OrderBy(v => plan.Problem.Visits[v].Urgency).ThenBy(v => Array.IndexOf(waited, v) is >= 0 and var turn ? turn : int.MaxValue), order);
    }

    [Fact]
    public void Who_waits_is_taken_in_at_one_of_the_next_events()
    {
        var plan = SomeOut(5, 120, technicians: 6, urgency: 4);
        var (limits, tried, waiting) = (new InsertionLimits { MostTimed = 500, MostTimedInAll = 1_500 }, new HashSet<int>(), (IReadOnlyList<int>)[]);
        for (var i = 0; i < plan.Unassigned.Length && tried.Count < plan.Unassigned.Length; i++)
        {
            var outcome = VisitIntake.Run(plan, plan.Unassigned, limits, waiting);
            tried.UnionWith(outcome.Order.Except(outcome.Waiting));
            waiting = outcome.Waiting;
        }

        Assert.Equal(plan.Unassigned, tried.Order());
    }

    private static string Written(Plan plan) => string.Join('|', plan.Routes.Select(route => string.Join(' ', route)));

    // Half of the visits stand on routes; the others have just come in.
    private static Plan SomeOut(int seed, int visits, int technicians = 3, int urgency = -1)
    {
        var problem = LiveDays.Make(technicians, visits, seed);
        if (urgency >= 0)
            problem = new Problem(problem.Technicians, [.. problem.Visits.Select(visit => visit with { Urgency = urgency })], problem.Travel, problem.Weights);
        var others = new Problem(
            problem.Technicians, [.. problem.Visits.Select((v, i) => i % 2 == 0 ? v with { Excluded = [.. Enumerable.Range(0, technicians)], Group = -1 } : v)], problem.Travel, problem.Weights);
        return new Plan(problem, Planner.FirstPlan(others).Routes);
    }
}
