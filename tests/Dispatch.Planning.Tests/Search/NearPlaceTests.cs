using CsCheck;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests.Search;

/// <summary>Places beside near visits, against all places, on days whose roads have no shortcuts and whose visits are all near each other.</summary>
public sealed class NearPlaceTests
{
    private static readonly Gen<Problem> Days =
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 60], Gen.Int[0, 1_000_000]).Select((technicians, visits, seed) => OnPlane(StrictDays.Make(technicians, visits, seed), seed)).Where(StrictTours.Covers);

    [Fact]
    public void The_cheapest_place_beside_a_near_visit_is_the_cheapest_of_all() =>
        Days.Sample(problem =>
        {
            var (tours, dice) = (Empty(problem), new Dice((ulong)problem.Visits.Length));
            for (var change = 0; change < 3 * problem.Visits.Length; change++)
            {
                tours.Begin();
                var visit = dice.Below(problem.Visits.Length);
                if (tours.RouteOf(visit) >= 0)
                {
                    tours.TakeOff(visit, visit);
                    if (dice.Below(2) == 0)
                        tours.Undo();
                    continue;
                }

                var (behind, least) = tours.Cheapest(visit, true, ref dice);
                Assert.Equal(behind < 0 ? null : least, tours.Cheapest(visit, false, ref dice) is ( >= 0, var near) ? near : (long?)null);
                if (behind < 0)
                    continue;
                tours.Bound = least;
                Assert.Equal(-1, tours.Cheapest(visit, false, ref dice).Behind);
                tours.Bound = long.MaxValue;
                tours.PutBehind(visit, behind);
                if (dice.Below(4) == 0)
                    tours.Undo();
            }
        }, iter: 1000);

    [Fact]
    public void No_more_routes_are_opened_than_may_be() =>
        Gen.Select(Days, Gen.Int[1, 5]).Sample((problem, most) =>
        {
            var (tours, dice) = (Empty(problem), new Dice(1));
            tours.MostRoutes = most;
            for (var visit = 0; visit < problem.Visits.Length; visit++)
            {
                if (tours.Cheapest(visit, visit % 2 == 0, ref dice) is ( >= 0 and var behind, _))
                    tours.PutBehind(visit, behind);
                Assert.True(tours.UsedRoutes <= most);
            }
        }, iter: 500);

    private static StrictTours Empty(Problem problem)
    {
        var tours = new StrictTours(new FlatDay(problem), new UrgencyPrices(problem, 1000));
        tours.Load(Plan.Empty(problem).Routes);
        return tours;
    }

    // Drives of a plane, both ways alike or one way dearer by as much wherever it ends.
    private static Problem OnPlane(Problem problem, int seed)
    {
        var random = new Random(seed);
        var count = problem.Travel.PlaceCount;
        var places = Enumerable.Range(0, count).Select(_ => (X: random.Next(3000), Y: random.Next(3000), Late: seed % 2 * random.Next(50))).ToArray();
        var seconds = new int[count * count];
        for (var i = 0; i < seconds.Length; i++)
        {
            var (from, to) = (places[i / count], places[i % count]);
            seconds[i] = i % (count + 1) == 0 ? 0 : (int)Math.Ceiling(Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2))) + to.Late + 1;
        }

        return new Problem(problem.Technicians, problem.Visits, new TravelMatrix(seconds, count), problem.Weights with { Distance = 0 });
    }
}
