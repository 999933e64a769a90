using Dispatch.Planning.Insertion;
using Dispatch.Planning.Tests.Plain;
using CsCheck;

namespace Dispatch.Planning.Tests;

public sealed class InsertionTests
{
    [Fact]
    public void The_best_place_is_the_best_of_all_places() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (plan, visit) = OneOut(seed, urgency: 3);
            var best = VisitInsertion.Best(plan, visit, 3);
            var tried = Enumerable.Range(0, plan.Problem.Technicians.Length)
                .SelectMany(t => Enumerable.Range(0, plan.Routes[t].Length + 1).Select(p => VisitInsertion.At(plan, visit, t, p)))
                .OfType<InsertionChoice>().ToList();
            Assert.Equal(tried.Count == 0, best.Count == 0);
            if (best.Count > 0)
                Assert.Equal(tried.Min(choice => choice.Change), best[0].Change);
            Assert.Equal(best.Count, best.Select(choice => choice.Technician).Distinct().Count());
        }, iter: 400);

    [Fact]
    public void What_a_choice_says_is_what_its_plan_holds() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (plan, visit) = OneOut(seed, urgency: seed % 5);
            foreach (var choice in VisitInsertion.Best(plan, visit, 3))
            {
                PlainChecker.Check(choice.Plan);
                Assert.Equal(choice.Technician, choice.Plan.TechnicianOf[visit]);
                Assert.Equal(choice.Plan.Score, plan.Score + choice.Change);
                Assert.All(choice.Displaced, gone => Assert.True(plan.Problem.Visits[gone.Visit].Urgency > plan.Problem.Visits[visit].Urgency));
            }
        }, iter: 400);

    private static (Plan Plan, int Visit) OneOut(int seed, int urgency)
    {
        var problem = SmallDays.Make(3, 9, seed);
        var visit = seed % 9;
        problem = new Problem(problem.Technicians, [.. problem.Visits.Select((v, i) => i == visit ? v with { Urgency = urgency } : v)], problem.Travel);
        // Planned as if nobody could do it: its absence then leaves no two stops that no road joins.
        var others = new Problem(
            problem.Technicians,
            [.. problem.Visits.Select((v, i) => i == visit ? v with { Excluded = [0, 1, 2] } : v)], problem.Travel);
        return (new Plan(problem, Planner.FirstPlan(others).Routes), visit);
    }
}
