using CsCheck;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

public sealed class UrgentInsertionTests
{
    [Fact]
    public void What_is_inserted_is_a_plan_that_the_plain_checker_computes_and_disturbs_whom_it_says() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (plan, visit) = OneOut(seed);
            var limits = new InsertionLimits { MostMoved = seed % 4, MostShifted = seed % 6, MostTimed = 2_000 };
            var outcome = UrgentInsertion.Insert(plan, visit, limits);
            PlainChecker.Check(outcome.Plan);
            Assert.Equal(outcome.IsPlaced, outcome.Plan.TechnicianOf[visit] >= 0);
            Assert.Equal(PlainMoved(plan, outcome.Plan, visit), outcome.Moved);
            Assert.Equal(PlainShifted(plan, outcome.Plan, visit, limits.ShiftSeconds), outcome.Shifted);
        }, iter: 600);

    [Fact]
    public void It_is_never_worse_than_the_best_free_place_that_keeps_the_limits() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (plan, visit) = OneOut(seed);
            var outcome = UrgentInsertion.Insert(plan, visit);
            var free = PlainPlaces(plan, visit).Where(after => PlainShifted(plan, after, visit, 900).Count <= 10).ToList();
            if (free.Count > 0)
                Assert.True(outcome.Plan.Score <= free.Min(after => after.Score), "a free place was better");
            if (!outcome.IsPlaced)
                Assert.Empty(PlainPlaces(plan, visit));
        }, iter: 600);

    [Fact]
    public void Nobody_of_its_urgency_or_higher_loses_a_place_for_it() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var (plan, visit) = OneOut(seed);
            var after = UrgentInsertion.Insert(plan, visit).Plan;
            foreach (var left in after.Unassigned.Where(other => plan.TechnicianOf[other] >= 0))
                Assert.True(plan.Problem.Visits[left].Urgency > plan.Problem.Visits[visit].Urgency);
        }, iter: 600);

    [Fact]
    public void Where_every_route_is_full_one_of_lower_urgency_goes_to_whom_has_room()
    {
        // Two people: the first alone may have the newcomer, but has no time; the second has time for what gives way.
        var travel = new TravelMatrix([0, 60, 60, 0], 2);
        var strict = new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 4_000, IsShiftStrict = true };
        var problem = new Problem(
            [strict with { Skills = 1 }, strict],
            [new PlanVisit { Place = 1, DurationSeconds = 3_600 }, new PlanVisit { Place = 1, DurationSeconds = 3_600, Skills = 1, Urgency = 0 }], travel);
        var outcome = UrgentInsertion.Insert(new Plan(problem, [[0], []]), 1);
        Assert.Equal([0, 1], [outcome.Plan.TechnicianOf[1], outcome.Plan.TechnicianOf[0]]);
        Assert.Equal([0], outcome.Moved);
    }

    [Fact]
    public void The_same_plan_gives_the_same_insertion()
    {
        var (plan, visit) = OneOut(77);
        Assert.Equal(
            UrgentInsertion.Insert(plan, visit).Plan.Routes.Select(route => string.Join(' ', route)),
            UrgentInsertion.Insert(plan, visit).Plan.Routes.Select(route => string.Join(' ', route)));
    }

    private static List<int> PlainMoved(Plan before, Plan after, int newcomer) =>
        [.. Enumerable.Range(0, before.TechnicianOf.Count).Where(v => v != newcomer && before.TechnicianOf[v] >= 0 && after.TechnicianOf[v] != before.TechnicianOf[v])];

    private static List<int> PlainShifted(Plan before, Plan after, int newcomer, int seconds)
    {
        var (old, now) = (PlainStarts(before), PlainStarts(after));
        return [.. old.Keys.Where(v => v != newcomer && now.ContainsKey(v) && Math.Abs(now[v] - old[v]) > seconds).Order()];
    }

    private static Dictionary<int, int> PlainStarts(Plan plan)
    {
        var starts = new Dictionary<int, int>();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var times = new RouteTimes();
            times.Compute(plan.Problem, t, plan.Routes[t]);
            for (var i = 0; i < plan.Routes[t].Length; i++)
                starts[plan.Routes[t][i]] = times.Start[i];
        }

        return starts;
    }

    private static List<Plan> PlainPlaces(Plan plan, int visit)
    {
        var places = new List<Plan>();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            for (var p = plan.Problem.Technicians[t].Frozen.Count; p <= plan.Routes[t].Length && plan.MayHave(t, visit); p++)
            {
                int[] route = [.. plan.Routes[t][..p], visit, .. plan.Routes[t][p..]];
                var times = new RouteTimes();
                times.Compute(plan.Problem, t, route);
                if (times.IsPossible)
                    places.Add(new Plan(plan.Problem, [.. plan.Routes.Select((old, u) => u == t ? route : old)]));
            }
        }

        return places;
    }

    private static (Plan Plan, int Visit) OneOut(int seed)
    {
        var problem = LiveDays.Make(3, 10, seed);
        var visit = seed % 10;
        var others = new Problem(
            problem.Technicians, [.. problem.Visits.Select((v, i) => i == visit ? v with { Excluded = [0, 1, 2] } : v)], problem.Travel);
        return (new Plan(problem, Planner.FirstPlan(others).Routes), visit);
    }
}
