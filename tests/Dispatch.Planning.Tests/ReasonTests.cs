using CsCheck;
using Dispatch.Planning.Comparison;
using Dispatch.Planning.Reasons;
using Dispatch.Planning.Repair;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

public sealed class ReasonTests
{
    private static readonly PlanTechnician Technician = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 3_600, IsShiftStrict = true };
    private static readonly PlanVisit Visit = new() { Place = 1, DurationSeconds = 600 };
    private static readonly TravelMatrix Travel = new([0, 60, 60, 0], 2);

    public static TheoryData<PlanTechnician, PlanVisit, RelaxationKind, int> Cases => new()
    {
        { Technician, Visit, RelaxationKind.None, 0 },
        { Technician with { ShiftEnd = 500 }, Visit, RelaxationKind.Overtime, 220 },
        { Technician, Visit with { Windows = [new PlanWindow(0, 20, true)], IsWindowStrict = true }, RelaxationKind.Window, 40 },
        { Technician, Visit with { Skills = 5 }, RelaxationKind.Skill, 0 },
        { Technician with { Skills = 4 }, Visit with { AnySkills = [3] }, RelaxationKind.Skill, 0 },
        { Technician with { Skills = 2 }, Visit with { AnySkills = [3] }, RelaxationKind.None, 0 },
        { Technician with { MostDriveSeconds = 100 }, Visit, RelaxationKind.Driving, 20 },
        { Technician with { DurationPercent = 600 }, Visit, RelaxationKind.Overtime, 120 },
        { Technician with { IsOut = true }, Visit, RelaxationKind.Back, 0 },
        { Technician, Visit with { Excluded = [0] }, RelaxationKind.AskAgain, 0 },
        { Technician with { Stock = [1] }, Visit with { Parts = [3] }, RelaxationKind.Part, 2 },
        { Technician with { Tools = 2 }, Visit with { Tools = 3 }, RelaxationKind.Tool, 0 },
        { Technician with { Tools = 3 }, Visit with { Tools = 3 }, RelaxationKind.None, 0 },
        { Technician with { Capacity = [9, 1] }, Visit with { Brings = [9], Takes = [0, 3] }, RelaxationKind.Room, 2 },
        { Technician with { Capacity = [9, 3] }, Visit with { Brings = [9], Takes = [0, 3] }, RelaxationKind.None, 0 },
        { Technician with { Capacity = [3] }, Visit with { Brings = [2], Takes = [3] }, RelaxationKind.None, 0 },
        { Technician with { Capacity = [1, 1] }, Visit with { Brings = [2], Takes = [0, 3] }, RelaxationKind.Nothing, 0 },
        { Technician, Visit with { Tools = 1, Skills = 1 }, RelaxationKind.Nothing, 0 },
        { Technician with { IsOut = true }, Visit with { Skills = 1 }, RelaxationKind.Nothing, 0 },
        { Technician with { IsOut = true }, Visit with { AnySkills = [1] }, RelaxationKind.Nothing, 0 },
        { Technician with { ShiftEnd = 500 }, Visit with { Skills = 1 }, RelaxationKind.Nothing, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_least_change_that_would_help_is_named(PlanTechnician technician, PlanVisit visit, RelaxationKind kind, int amount)
    {
        var relaxation = LeastRelaxation.Of(Plan.Empty(new Problem([technician], [visit], Travel)), 0)[0];
        Assert.Equal((kind, amount), (relaxation.Kind, relaxation.Amount));
    }

    [Fact]
    public void What_the_rules_cost_sums_up_to_the_score() =>
        SmallDays.Problems.Sample(problem =>
        {
            var plan = Planner.FirstPlan(problem);
            for (var t = 0; t < plan.Routes.Length; t++)
                Assert.Equal(new RouteTimes().Compute(problem, t, plan.Routes[t]).Cost, new RuleCosts(problem, t, plan.Routes[t]).Sum);
            Assert.Equal(plan.Score.Cost, PlanFigures.Of(plan).Costs.Sum());
        }, iter: 800);

    [Fact]
    public void A_repaired_plan_is_possible_and_leaves_alone_what_still_holds() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var before = Planner.FirstPlan(LiveDays.Make(3, 10, seed));
            var (who, what) = (seed % 3, seed % 10);
            var problem = new Problem(
                [.. before.Problem.Technicians.Select((technician, t) => t == who ? technician with { IsOut = seed % 2 == 0, Stock = seed % 2 == 0 ? technician.Stock : [0, 0] } : technician)],
                [.. before.Problem.Visits.Select((visit, v) => v == what ? visit with { DurationSeconds = visit.DurationSeconds + 1_800 } : visit)],
                before.Problem.Travel);
            var repaired = PlanRepair.Run(problem, before.Routes);
            PlainChecker.Check(repaired.Plan);
            Assert.All(repaired.Left, visit => Assert.Equal(-1, repaired.Plan.TechnicianOf[visit]));
            if (repaired.Taken.Count == 0)
                Assert.Equal(before.Routes.Select(route => string.Join(' ', route)), repaired.Plan.Routes.Select(route => string.Join(' ', route)));
        }, iter: 400);

    [Fact]
    public void What_is_taken_of_a_better_plan_never_exceeds_the_budget() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var before = Planner.FirstPlan(SmallDays.Make(4, 9, seed));
            var found = Planner.Improve(before, new PlannerOptions { Iterations = 60, Seed = (ulong)seed });
            var budget = new ChurnBudget(seed % 3, seed % 2, 1, 0);
            var taken = ChurnAccounting.Take(before, found, budget);
            PlainChecker.Check(taken.Plan);
            Assert.True(taken.Plan.Score <= before.Score);
            var promised = Enumerable.Range(0, 9).Where(v => before.Problem.Visits[v].PromiseEnd != PlanVisit.None).ToList();
            Assert.Equal(taken.Moved, promised.Count(v => before.TechnicianOf[v] >= 0 && taken.Plan.TechnicianOf[v] != before.TechnicianOf[v]));
            Assert.InRange(taken.Moved, 0, budget.MostMoved);
            var (kept, stillKept) = (Kept(before), Kept(taken.Plan));
            Assert.Equal(taken.Promises, promised.Count(v => before.TechnicianOf[v] >= 0 && kept.Contains(v) && !stillKept.Contains(v)));
            Assert.InRange(taken.Promises, 0, budget.MostPromises);
        }, iter: 400);

    private static HashSet<int> Kept(Plan plan)
    {
        var kept = new HashSet<int>();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var times = new RouteTimes();
            times.Compute(plan.Problem, t, plan.Routes[t]);
            for (var i = 0; i < plan.Routes[t].Length; i++)
            {
                if (times.Start[i] <= plan.Problem.Visits[plan.Routes[t][i]].PromiseEnd)
                    kept.Add(plan.Routes[t][i]);
            }
        }

        return kept;
    }
}
