using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests.Search;

public sealed class NearnessTests
{
    [Theory]
    [InlineData(5, 1)]
    [InlineData(61, 2)]
    [InlineData(150, 3)]
    [InlineData(300, 4)]
    public void Near_visits_are_the_least_of_all_sorted(int visits, int seed)
    {
        var problem = StrictDays.Make(3, visits, seed);
        var day = new FlatDay(problem);
        for (var v = 0; v < visits; v++)
        {
            var (mine, others) = (day.Stops[v], Enumerable.Range(0, visits).Where(other => other != v).ToArray());
            var around = others.OrderBy(o => (long)Drive(v, o) + Drive(o, v)).ThenBy(o => o).Take(100);
            Assert.Equal(around, day.Near.Around(v).ToArray());
            var after = others.Where(o => Drive(v, o) < FlatDay.Far && mine.Open + mine.Duration + Drive(v, o) <= day.Stops[o].Close)
                .OrderBy(o => 5L * Drive(v, o) + Math.Max(0, day.Stops[o].Open - Drive(v, o) - mine.Duration - mine.Close)).ThenBy(o => o).Take(60);
            Assert.Equal(after.Select(o => new NearVisit(o, Drive(v, o))), day.Near.After(v).ToArray());
        }

        int Drive(int from, int to) => day.Drive(day.Stops[from].Place, day.Stops[to].Place);
    }
}
