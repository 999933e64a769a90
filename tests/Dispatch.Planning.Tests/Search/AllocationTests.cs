using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests.Search;

/// <summary>The loop of the search asks for no memory, whatever the rules of the day; what is told of better plans is apart.</summary>
public sealed class AllocationTests
{
    private const int Days = 8;

    [Fact]
    public void The_loop_over_strict_days_allocates_nothing() =>
        AllocatesNothing(Seeds.Select(seed => StrictDays.Make(4, 40, seed)).Where(StrictTours.Covers), (day, prices) => new StrictTours(day, prices), 4000);

    [Fact]
    public void The_loop_over_priced_days_allocates_nothing() =>
        AllocatesNothing(Seeds.Select(seed => SmallDays.Make(4, 40, seed)).Where(PricedTours.Covers), (day, prices) => new PricedTours(day, prices), 2000);

    [Fact]
    public void The_loop_over_any_other_day_allocates_nothing() =>
        AllocatesNothing(Seeds.Select(seed => StrictDays.Make(3, 10, seed, balanceTenths: seed % 20)), (day, prices) => new PlainTours(day, prices), 1000);

    private static IEnumerable<int> Seeds => Enumerable.Range(0, 3 * Days);

    private static void AllocatesNothing(IEnumerable<Problem> problems, Func<FlatDay, UrgencyPrices, Tours> make, int iterations)
    {
        var days = 0;
        foreach (var problem in problems.Take(Days))
        {
            var tours = make(problem.Flat, new UrgencyPrices(problem, 1000));
            tours.Load(Planner.FirstPlan(problem).Routes);
            var (best, annealing) = (new BestTours(tours), new Annealing(tours, 1));
            // The first look lets the buffers grow and the program compile what it calls.
            Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Allocated(annealing, best, iterations)));
            days++;
        }

        Assert.Equal(Days, days);
    }

    private static long Allocated(Annealing annealing, BestTours best, int iterations)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        annealing.Refine(best, [], iterations, 2000, 5, null, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
