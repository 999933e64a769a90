using CsCheck;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Reasons;
using Dispatch.Planning.Repair;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

/// <summary>Room on the van by dimension, and instruments: by day each dimension is only brought or only taken, or both.</summary>
public sealed class LoadTests
{
    private const int Dimensions = 3;

    [Fact]
    public void No_van_carries_more_than_it_has_room_for_or_goes_without_its_instruments() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var problem = Loaded(LiveDays.Make(3, 12, seed), seed);
            var first = Planner.FirstPlan(problem);
            Check(first);
            var better = Planner.Improve(first, new PlannerOptions { Iterations = 60, Seed = (ulong)seed });
            Check(better);
            Assert.True(better.Score <= first.Score);
            foreach (var visit in better.Unassigned)
                Check(UrgentInsertion.Insert(better, visit).Plan);
            var smaller = new Problem(
                [.. problem.Technicians.Select(who => who.Frozen.Count > 0 ? who : who with { Capacity = [.. who.Capacity.Select(room => room / 2)] })],
                problem.Visits, problem.Travel, problem.Weights);
            Check(PlanRepair.Run(smaller, better.Routes).Plan);
        }, iter: 300);

    [Fact]
    public void A_van_is_said_to_have_no_room_exactly_where_no_place_on_its_route_leaves_it_any() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var plan = Planner.FirstPlan(Loaded(LiveDays.Make(3, 12, seed), seed));
            foreach (var visit in plan.Unassigned)
            {
                var rules = Blocking.InPlan(plan, visit);
                for (var t = 0; t < rules.Length; t++)
                {
                    var (who, route) = (plan.Problem.Technicians[t], plan.Routes[t]);
                    var fits = Enumerable.Range(who.Frozen.Count, route.Length - who.Frozen.Count + 1).Any(at => Fits(plan.Problem, who, [.. route[..at], visit, .. route[at..]]));
                    Assert.Equal(fits, Blocking.RoomShort(plan, t, visit).Count == 0);
                    if (rules[t] is BlockingRule.None or BlockingRule.RoomMissing or BlockingRule.RoomTaken)
                        Assert.Equal(fits, rules[t] == BlockingRule.None);
                    if (rules[t] == BlockingRule.RoomMissing)
                        Assert.False(Fits(plan.Problem, who, [visit]));
                }
            }
        }, iter: 300);

    private static void Check(Plan plan)
    {
        PlainChecker.Check(plan);
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var who = plan.Problem.Technicians[t];
            Assert.True(Fits(plan.Problem, who, plan.Routes[t]), $"the van of {t} is too full");
            Assert.All(plan.Routes[t], visit => Assert.Equal(0UL, plan.Problem.Visits[visit].Tools & ~who.Tools));
        }
    }

    private static bool Fits(Problem problem, PlanTechnician who, int[] route)
    {
        for (var d = 0; d < who.Capacity.Count; d++)
        {
            var load = route.Sum(visit => problem.Visits[visit].Brings[d]);
            if (load > who.Capacity[d])
                return false;
            foreach (var visit in route)
            {
                load += problem.Visits[visit].Takes[d] - problem.Visits[visit].Brings[d];
                if (load > who.Capacity[d])
                    return false;
            }
        }

        return true;
    }

    // What is frozen on a route is there whatever the van holds: such a van has room and instruments for everything.
    private static Problem Loaded(Problem day, int seed)
    {
        var random = new Random(seed ^ 0x7A11);
        var isApart = random.Next(2) == 0;
        int[] Load(int from) => [.. Enumerable.Range(0, Dimensions).Select(d => isApart && (d == 0) != (from == 0) ? 0 : random.Next(3) == 0 ? random.Next(4) : 0)];
        return new Problem(
            [.. day.Technicians.Select(who => who.Frozen.Count > 0
                ? who with { Tools = 3, Capacity = [] }
                : who with { Tools = (ulong)random.Next(1, 4), Capacity = random.Next(5) == 0 ? [] : [.. Enumerable.Range(0, Dimensions).Select(_ => random.Next(6))] })],
            [.. day.Visits.Select(visit => visit with { Brings = Load(0), Takes = Load(1), Tools = random.Next(3) == 0 ? (ulong)random.Next(1, 4) : 0 })],
            day.Travel, day.Weights);
    }
}
