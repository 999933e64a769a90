using CsCheck;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests.Search;

/// <summary>Swapped ends of routes, against timing both routes from nothing.</summary>
public sealed class TailSwapTests
{
    // Half of them with technicians who are alike, for whom less has to be timed.
    private static readonly Gen<Problem> Days = Gen.Select(StrictDays.Problems, Gen.Bool, (problem, isAlike) => isAlike ? Alike(problem) : problem);

    [Fact]
    public void Swapping_tails_changes_what_timing_both_routes_finds()
    {
        var possible = 0;
        Days.Sample(problem =>
        {
            if (Tours(problem) is not { } tours)
                return;
            for (var behind = 0; behind < problem.Visits.Length; behind++)
            {
                for (var onward = 0; onward < problem.Visits.Length; onward++)
                {
                    if (tours.RouteOf(behind) < 0 || tours.RouteOf(onward) < 0 || tours.RouteOf(behind) == tours.RouteOf(onward))
                        continue;
                    var drive = tours.Day.Drive(tours.Day.Stops[behind].Place, tours.Day.Stops[onward].Place);
                    var change = tours.ChangeOfTails(behind, onward, drive, long.MaxValue);
                    Assert.Equal(Plainly(problem, tours, behind, onward), change == long.MaxValue ? null : change);
                    Interlocked.Add(ref possible, change == long.MaxValue ? 0 : 1);
                }
            }
        }, iter: 3000);
        Assert.True(possible > 150, $"Only {possible} swaps were possible.");
    }

    [Fact]
    public void Swapped_tails_are_what_a_fresh_start_from_the_same_routes_is() =>
        Days.Sample(problem =>
        {
            if (Tours(problem) is not { } tours)
                return;
            var swap = new TailSwap(tours);
            for (var visit = 0; visit < problem.Visits.Length; visit++)
            {
                var (before, cost) = (Text(tours), tours.Cost);
                var change = swap.Evaluate(visit, 5000);
                if (change >= 5000)
                    continue;
                tours.Begin();
                swap.Apply();
                Assert.Equal(cost + change, tours.Cost);
                var fresh = new StrictTours(tours.Day, new UrgencyPrices(problem, 1000));
                fresh.Load(tours.ToRoutes());
                Assert.Equal((fresh.Cost, 0, 0, fresh.UsedRoutes, fresh.AbsentCount), (tours.Cost, tours.Urgency.CompareTo(fresh.Urgency), tours.Broken, tours.UsedRoutes, tours.AbsentCount));
                if (visit % 2 > 0)
                    continue;
                tours.Undo();
                Assert.Equal((before, cost), (Text(tours), tours.Cost));
            }
        }, iter: 3000);

    private static Problem Alike(Problem problem) => new(
        [.. problem.Technicians.Select(_ => problem.Technicians[0] with { Person = -1 })], [.. problem.Visits.Select(visit => visit with { ToldTechnician = -1, Preferred = [], Known = [], Days = [], Group = -1 })], problem.Travel, problem.Weights);

    // A day of this kind with what can be planned planned; none where tails are not for it.
    private static StrictTours? Tours(Problem problem)
    {
        if (!StrictTours.Covers(problem))
            return null;
        var tours = new StrictTours(new FlatDay(problem), new UrgencyPrices(problem, 1000));
        if (!TailSwap.Supports(tours))
            return null;
        tours.Load(Planner.FirstPlan(problem).Routes);
        return tours;
    }

    private static string Text(StrictTours tours) => string.Join('|', tours.ToRoutes().Select(route => string.Join(' ', route)));

    // What it changes; none where a hard rule forbids it, and for technicians who are not alike.
    private static long? Plainly(Problem problem, StrictTours tours, int behind, int onward)
    {
        var (one, other, routes) = (tours.RouteOf(behind), tours.RouteOf(onward), tours.ToRoutes());
        var (before, after) = (Score(problem, routes)!.Value, (int[][])[.. routes]);
        var (keep, come) = (Array.IndexOf(routes[one], behind) + 1, Array.IndexOf(routes[other], onward));
        after[one] = [.. routes[one][..keep], .. routes[other][come..]];
        after[other] = [.. routes[other][..come], .. routes[one][keep..]];
        if (tours.Day.Kinds.Of[one] != tours.Day.Kinds.Of[other] || after[one].Any(visit => !problem.CanDo(one, visit)) || after[other].Any(visit => !problem.CanDo(other, visit)))
            return null;
        return Score(problem, after) - before;
    }

    private static long? Score(Problem problem, int[][] routes)
    {
        var (times, sum) = (new RouteTimes(), 0L);
        for (var t = 0; t < routes.Length; t++)
        {
            sum += times.Compute(problem, t, routes[t]).Cost;
            if (routes[t].Length > 0 && !times.IsPossible)
                return null;
        }

        return sum;
    }
}
