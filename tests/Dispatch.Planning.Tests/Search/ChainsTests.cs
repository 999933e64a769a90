using CsCheck;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests.Search;

/// <summary>A day searched on several threads.</summary>
public sealed class ChainsTests
{
    [Fact]
    public void The_same_seed_iterations_and_threads_give_the_same_plan() =>
        Gen.Select(StrictDays.Problems, Gen.Int[2, 4], Gen.ULong).Sample((problem, threads, seed) =>
        {
            var options = new PlannerOptions { Iterations = 640, Seed = seed, Threads = threads };
            Assert.Equal(Text(Planner.Improve(Planner.FirstPlan(problem), options)), Text(Planner.Improve(Planner.FirstPlan(problem), options)));
        }, iter: 40);

    [Fact]
    public void More_threads_never_give_less_than_one_with_the_same_seed() =>
        Gen.Select(SmallDays.Problems, Gen.Int[2, 4], Gen.ULong).Sample((problem, threads, seed) =>
        {
            var options = new PlannerOptions { Iterations = 320, Seed = seed };
            var told = new List<Plan>();
            var plan = Planner.Improve(Planner.FirstPlan(problem), options with { Threads = threads }, told.Add);
            PlainChecker.Check(plan);
            Assert.True(plan.Score <= Planner.Improve(Planner.FirstPlan(problem), options).Score);
            Assert.Equal(told.OrderByDescending(better => better.Score).Select(Text), told.Select(Text));
            Assert.True(told.Count == 0 || told[^1] == plan);
        }, iter: 40);

    [Fact]
    public void A_large_day_gains_from_what_the_others_find()
    {
        var problem = StrictDays.Make(8, 120, 3);
        var alone = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 3000 });
        Assert.True(Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 3000, Threads = 4 }).Score < alone.Score);
    }

    [Fact]
    public void A_search_that_is_cancelled_ends_on_all_threads_with_the_best_so_far()
    {
        var problem = StrictDays.Make(4, 40, 7);
        using var cancellation = new CancellationTokenSource();
        var told = new List<Plan>();
        var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = long.MaxValue, Threads = 3 }, better =>
        {
            told.Add(better);
            cancellation.Cancel();
        }, cancellation.Token);
        Assert.Equal(told[^1], plan);
    }

    [Fact]
    public void Who_is_told_may_refuse_and_all_threads_end()
    {
        var problem = StrictDays.Make(4, 40, 7);
        Assert.Throws<TimeoutException>(() => Planner.Improve(
            Planner.FirstPlan(problem), new PlannerOptions { Iterations = long.MaxValue, Threads = 3 }, _ => throw new TimeoutException(), TestContext.Current.CancellationToken));
    }

    private static string Text(Plan plan) => string.Join('|', plan.Routes.Select(route => string.Join(' ', route)));
}
