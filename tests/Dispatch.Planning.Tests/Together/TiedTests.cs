using CsCheck;
using Dispatch.Planning.Tests.Plain;
using Dispatch.Planning.Together;

namespace Dispatch.Planning.Tests.Together;

public sealed class TiedTests
{
    [Fact]
    public void Visits_for_two_begin_at_once_with_two_technicians_and_cost_what_the_plain_check_finds()
    {
        var together = 0;
        Days(9, 4).Sample(
            problem =>
            {
                var first = Planner.FirstPlan(problem);
                PlainChecker.Check(first);
                var plan = Planner.Improve(first, new PlannerOptions { Iterations = 200 });
                PlainChecker.Check(plan);
                Assert.True(plan.KeepsTies && plan.Score <= first.Score);
                Interlocked.Add(ref together, problem.Ties.Count(second => plan.TechnicianOf[second] >= 0));
            },
            iter: 200);
        Assert.True(together > 60, $"only {together} visits for two were planned");
    }

    [Fact]
    public void The_best_plan_of_a_tiny_day_is_mostly_found_and_never_beaten()
    {
        var (found, all) = (0, 0);
        Days(4, 3).Sample(
            problem =>
            {
                var best = PlainBruteForce.Best(problem);
                var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 800 });
                Assert.True(plan.Score >= best);
                Interlocked.Increment(ref all);
                if (plan.Score == best)
                    Interlocked.Increment(ref found);
            },
            iter: 80);
        Assert.True(found >= 0.8 * all, $"the best was found in {found} of {all}");
    }

    [Fact]
    public void A_plan_in_which_two_wait_for_each_other_in_a_ring_says_so()
    {
        var problem = Four(second => second with { });
        var plan = new Plan(problem, [[0, 2], [3, 1]]);
        Assert.False(plan.KeepsTies);
        Assert.True(new Plan(problem, [[0, 2], [1, 3]]).KeepsTies);
        Assert.False(new Plan(problem, [[0], [3, 1]]).KeepsTies);
    }

    [Fact]
    public void Who_comes_first_waits_for_the_other_and_what_follows_is_later()
    {
        var problem = Four(second => second with { LeastGapSeconds = 0, MostGapSeconds = 0 });
        var plan = new Plan(problem, [[0, 2], [1, 3]]);
        var (one, two) = (new RouteTimes(), new RouteTimes());
        one.Compute(problem, 0, plan.Routes[0], plan.Holds);
        two.Compute(problem, 1, plan.Routes[1], plan.Holds);
        Assert.Equal(one.Start.ToArray(), two.Start.ToArray());
    }

    [Fact]
    public void The_second_technician_comes_to_where_the_first_is_frozen()
    {
        var problem = Four(second => second, frozen: [0]);
        var plan = Planner.FirstPlan(problem);
        Assert.Equal((0, 1), (plan.TechnicianOf[0], plan.TechnicianOf[1]));
        Assert.True(plan.KeepsTies);
    }

    [Fact]
    public void One_after_the_other_may_be_one_technician()
    {
        var problem = Four(second => second with { LeastGapSeconds = 3600, MostGapSeconds = 7200, PinnedTechnician = 0 });
        var plan = Planner.FirstPlan(problem);
        PlainChecker.Check(plan);
        Assert.Empty(plan.Unassigned);
    }

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 10, 5)]
    [InlineData(0, -1, 5)]
    public void Ties_that_contradict_themselves_are_refused(int tiedTo, int least, int most)
    {
        PlanVisit Visit(int tied) => new() { Place = 0, DurationSeconds = 60, TiedTo = tied, LeastGapSeconds = least, MostGapSeconds = most };
        Assert.Throws<ArgumentException>(() => new Problem([], [Visit(-1), Visit(tiedTo), Visit(-1)], new TravelMatrix([0], 1)));
    }

    // Visits 0 and 1 are tied, and 2 and 3; technicians 0 and 1 live 10 and 20 minutes away.
    private static Problem Four(Func<PlanVisit, PlanVisit> change, IReadOnlyList<int>? frozen = null)
    {
        PlanVisit Visit() => new() { Place = 2, DurationSeconds = 1800, Urgency = 3 };
        PlanTechnician Technician(int home) => new() { StartPlace = home, EndPlace = home, AvailableFrom = 30_000, ShiftEnd = 60_000 };
        return new Problem(
            [Technician(0) with { Frozen = frozen ?? [] }, Technician(1)],
            [Visit(), change(Visit() with { TiedTo = 0 }), Visit(), change(Visit() with { TiedTo = 2 })],
            new TravelMatrix([0, 900, 600, 900, 0, 1200, 600, 1200, 0], 3));
    }

    private static Gen<Problem> Days(int mostVisits, int mostTechnicians) =>
        Gen.Select(Gen.Int[2, mostVisits], Gen.Int[2, mostTechnicians], Gen.Int[0, 1_000_000]).Select((visits, technicians, seed) =>
        {
            var problem = SmallDays.Make(technicians, visits, seed);
            var random = new Random(seed);
            var all = problem.Visits.ToArray();
            for (var second = 1; second < all.Length; second += 2)
            {
                if (random.Next(3) == 0)
                    continue;
                var least = random.Next(3) == 0 ? random.Next(0, 3000) : 0;
                var most = least == 0 ? 0 : least + random.Next(0, 3000);
                // The two of one visit are alike but for what each must be able to do.
                all[second] = all[second - 1] with
                {
                    TiedTo = second - 1,
                    LeastGapSeconds = least,
                    MostGapSeconds = most,
                    Skills = all[second].Skills,
                    PinnedTechnician = -1,
                    Group = most == 0 ? -1 : all[second - 1].Group,
                };
            }

            return new Problem(problem.Technicians, all, problem.Travel);
        });
}
