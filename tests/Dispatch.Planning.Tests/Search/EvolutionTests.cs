using CsCheck;
using Dispatch.Planning.Search;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests.Search;

/// <summary>Plans that give each other routes.</summary>
public sealed class EvolutionTests
{
    // Enough for several annealings and what follows them.
    private const int EachVisit = 5_000;

    private static readonly Gen<Problem> Alike = Gen.OneOf(SmallDays.Problems.Select(AllAlike), SmallDays.Problems.Select(InPairs));
    private static readonly Gen<Problem> Days = Gen.OneOf(Alike, StrictDays.Problems.Select(AllAlike), StrictDays.Problems.Select(InPairs));

    [Fact]
    public void Plans_that_exchange_routes_keep_every_rule_and_are_never_worse() =>
        Gen.Select(Alike, Gen.ULong).Sample((problem, seed) =>
        {
            Assert.True(problem.Flat.Kinds.AreMostAlike);
            var (start, told) = (Planner.FirstPlan(problem), new List<Plan>());
            var plan = Planner.Improve(start, Long(problem, seed), told.Add);
            PlainChecker.Check(plan);
            Assert.True(plan.Score <= start.Score);
            Assert.Equal(told.OrderByDescending(better => better.Score).Select(Text), told.Select(Text));
            Assert.True(told.Count == 0 || told[^1] == plan);
        }, iter: 15);

    [Fact]
    public void The_same_seed_and_iterations_give_the_same_plan_on_any_number_of_threads() =>
        Gen.Select(Days, Gen.Int[1, 3], Gen.ULong).Sample((problem, threads, seed) =>
        {
            var options = Long(problem, seed) with { Threads = threads };
            var plan = Planner.Improve(Planner.FirstPlan(problem), options);
            Assert.Equal(Text(plan), Text(Planner.Improve(Planner.FirstPlan(problem), options)));
            Assert.True(threads == 1 || plan.Score <= Planner.Improve(Planner.FirstPlan(problem), options with { Threads = 1 }).Score);
        }, iter: 5);

    [Fact]
    public void What_an_exchange_did_not_touch_stays_as_it_was_and_nothing_stands_twice() =>
        Gen.Select(Days, Gen.ULong).Sample((problem, seed) =>
        {
            if (problem.Groups is not null || problem.HasTies || !StrictTours.Covers(problem))
                return;
            var (mine, theirs) = (Improved(problem, seed), Improved(problem, seed + 1));
            var tours = new StrictTours(problem.Flat, new UrgencyPrices(problem, 1000));
            tours.Load(mine);
            var dice = new Dice(seed);
            var area = new RouteExchange(tours).Load(mine, theirs, ref dice);
            if (area.Length == 0)
                return;
            var child = tours.ToRoutes();
            _ = new Plan(problem, child);
            for (var r = 0; r < child.Length; r++)
                Assert.True(child[r].SequenceEqual(mine[r]) || child[r].Concat(mine[r]).All(area.Contains), $"Route {r} has changed.");
            Assert.Equal(area.Length, area.Distinct().Count());
        }, iter: 500);

    [Fact]
    public void Long_routes_are_searched_with_fewer_of_them_as_well()
    {
        var problem = LongRoutes();
        var start = Planner.FirstPlan(problem);
        Assert.True(start.Routes.Count(route => route.Length > 0) == 2);
        var plan = Planner.Improve(start, Long(problem, 1), cancellation: TestContext.Current.CancellationToken);
        PlainChecker.Check(plan);
        Assert.True(plan.Score <= start.Score && plan.Unassigned.Length == 0);
        Assert.Equal(Text(plan), Text(Planner.Improve(start, Long(problem, 1), cancellation: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Whoever_asks_is_told_the_best_of_all_also_when_it_was_found_at_once() =>
        Gen.Select(Days, Gen.ULong).Sample((problem, seed) =>
        {
            if (problem.Visits.Length == 0)
                return;
            var tours = new PlainTours(problem.Flat, new UrgencyPrices(problem, 1000));
            tours.Load(Planner.FirstPlan(problem).Routes);
            var (best, asked) = (new BestTours(tours), 0);
            int[][]? told = null;
            var options = new PlannerOptions { Iterations = long.MaxValue, Seed = seed, Spent = () => asked++ / 500.0 };
            new Evolution(best, options, seed, routes => told = routes).Run(1000, TestContext.Current.CancellationToken);
            Assert.Equal(best.Routes() is { } routes ? Text(routes) : null, told is null ? null : Text(told));
        }, iter: 30);

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.999)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_search_that_begins_late_ends_in_time(double spentBefore)
    {
        var (problem, asked) = (StrictDays.Make(1, 4, 1), 0);
        var plan = Planner.Improve(
            Planner.FirstPlan(problem), new PlannerOptions { Iterations = long.MaxValue, Spent = () => spentBefore + (spentBefore < 1 ? asked++ / 10_000.0 : 0) },
            cancellation: TestContext.Current.CancellationToken);
        Assert.True(plan.Score <= Planner.FirstPlan(problem).Score);
    }

    // Sixty-two visits that two vans hold with nothing to spare: one route fewer leaves half of them out.
    private static Problem LongRoutes()
    {
        const int Visits = 62;
        var random = new Random(1);
        var places = Enumerable.Range(0, Visits + 1).Select(_ => (X: random.Next(3000), Y: random.Next(3000))).ToArray();
        var seconds = places.SelectMany(from => places.Select(to => Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y))).ToArray();
        return new Problem(
            [.. Enumerable.Range(0, 3).Select(_ => new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 500_000, IsShiftStrict = true, Capacity = [Visits / 2] })],
            [.. Enumerable.Range(1, Visits).Select(place => new PlanVisit { Place = place, DurationSeconds = 60, Brings = [1], Urgency = 2 })],
            new TravelMatrix(seconds, places.Length), PlanWeights.DrivingAlone);
    }

    // Only then do plans exchange routes; nobody is named, and visits are for any day.
    private static Problem AllAlike(Problem problem) => Of(problem, [.. problem.Technicians.Select(_ => problem.Technicians[0])]);

    // Two of each, one in two of whom may have even visits alone.
    private static Problem InPairs(Problem problem)
    {
        var even = Enumerable.Range(0, problem.Visits.Length).Where(visit => visit % 2 == 0);
        return Of(problem, [.. problem.Technicians.SelectMany((technician, t) => Enumerable.Range(0, 2).Select(_ => technician with { AllowedVisits = t % 2 == 0 ? null : even.ToHashSet() }))]);
    }

    private static Problem Of(Problem problem, PlanTechnician[] technicians) => new(
        [.. technicians.Select(technician => technician with { Person = -1, IsOut = false, Frozen = [] })],
        [.. problem.Visits.Select(visit => visit with { ToldTechnician = -1, PinnedTechnician = -1, Excluded = [], Preferred = [], Known = [], OutsideAreaOf = [], DurationByTechnician = [], Days = [], Group = -1 })],
        problem.Travel, problem.Weights);

    private static string Text(int[][] routes) => string.Join('|', routes.Select(route => string.Join(' ', route)));

    private static PlannerOptions Long(Problem problem, ulong seed) => new() { Iterations = EachVisit * Math.Max(1, problem.Visits.Length), Seed = seed };

    private static int[][] Improved(Problem problem, ulong seed) =>
        [.. Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 200, Seed = seed }).Routes.Select(route => route.ToArray())];

    private static string Text(Plan plan) => Text([.. plan.Routes.Select(route => route.ToArray())]);
}
