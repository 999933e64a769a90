using CsCheck;
using Dispatch.Planning.Rich.Restocking;
using Dispatch.Planning.Search;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests.Rich;

public sealed class RestockTests
{
    [Fact]
    public void Plans_keep_every_rule_and_cost_their_working_time() =>
        Days(14, 4).Sample(
            problem =>
            {
                Assert.True(RestockDay.Supports(problem));
                var first = Planner.FirstPlan(problem);
                var plan = Planner.Improve(first, new PlannerOptions { Iterations = 400, Seed = 3 });
                Assert.Equal(PlainWorkingTime.Check(problem, plan.Routes), plan.Score.Cost);
                Assert.True(plan.Score <= first.Score);
            },
            iter: 300);

    [Fact]
    public void What_a_place_is_said_to_cost_it_costs() =>
        Days(10, 3).Sample(
            problem =>
            {
                var day = new RestockDay(problem);
                var dice = new Dice(7);
                for (var t = 0; t < problem.Technicians.Length; t++)
                {
                    var route = new RestockRoute(day, t);
                    route.Set([], -1, 0, false, 0);
                    for (var v = 0; v < day.VisitCount; v++)
                    {
                        if (!day.May[v * problem.Technicians.Length + t])
                            continue;
                        var before = route.Takes;
                        var place = route.Cheapest(v, int.MaxValue, ref dice);
                        if (place.At < 0)
                            continue;
                        route.Insert(v, place.At, place.Restock);
                        Assert.True(route.IsPossible && route.IsStocked);
                        Assert.Equal(place.Price, route.Takes - before);
                        before = route.Takes;
                        route.Settle();
                        Assert.True(route.IsPossible && route.IsStocked && route.Takes <= before);
                    }
                }
            },
            iter: 300);

    [Fact]
    public void A_day_played_through_keeps_what_is_begun_and_knows_nothing_before_its_release() =>
        Gen.Select(Days(12, 3), Gen.Int[0, 1_000_000]).Sample(
            (problem, seed) =>
            {
                var random = new Random(seed);
                var day = new PlayedDay(problem);
                var visits = Enumerable.Range(0, problem.Visits.Length).Where(v => !problem.Visits[v].IsRestock).ToArray();
                var releases = visits.ToDictionary(v => v, _ => random.Next(2) == 0 ? -1 : random.Next(0, 600));
                foreach (var released in releases.GroupBy(pair => pair.Value).OrderBy(group => group.Key))
                {
                    var before = day.Played.Select(stops => stops.ToArray()).ToArray();
                    if (released.Key >= 0)
                        day.Advance(released.Key);
                    foreach (var (visit, _) in released)
                        day.Know(visit);
                    day.Improve(new PlannerOptions { Iterations = 60 });
                    for (var t = 0; t < before.Length; t++)
                        Assert.Equal(before[t], day.Played[t].Take(before[t].Length));
                }

                day.Advance(int.MaxValue / 4);
                PlainWorkingTime.Check(problem, [.. day.Played.Select(stops => stops.Select(stop => stop.Visit).ToArray())]);
                foreach (var stop in day.Played.SelectMany(stops => stops))
                    Assert.True(problem.Visits[stop.Visit].IsRestock || stop.Leave >= releases[stop.Visit]);
            },
            iter: 200);

    private static Gen<Problem> Days(int mostVisits, int mostTechnicians) =>
        Gen.Select(Gen.Int[1, mostVisits], Gen.Int[1, mostTechnicians], Gen.Int[0, int.MaxValue - 1]).Select((visits, technicians, seed) =>
        {
            var random = new Random(seed);
            var places = Enumerable.Range(0, 1 + technicians + visits).Select(_ => (X: random.Next(0, 100), Y: random.Next(0, 100))).ToArray();
            var travel = places.SelectMany(a => places.Select(b => (int)Math.Ceiling(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2))))).ToArray();
            var all = Enumerable.Range(0, visits).Select(i =>
            {
                var start = random.Next(0, 600);
                return new PlanVisit
                {
                    Place = 1 + technicians + i,
                    DurationSeconds = random.Next(5, 40),
                    Windows = [new PlanWindow(start, start + random.Next(20, 500), true)],
                    IsWindowStrict = true,
                    Skills = random.Next(3) == 0 ? 1UL : 0,
                    Tools = random.Next(3) == 0 ? 1UL << random.Next(2) : 0,
                    Parts = [random.Next(2), random.Next(2)],
                };
            });
            var restocks = Enumerable.Range(0, technicians).Select(t => new PlanVisit
            {
                Place = 0,
                DurationSeconds = 3,
                Windows = [new PlanWindow(0, 1000, true)],
                IsWindowStrict = true,
                IsRestock = true,
                PinnedTechnician = t,
                SkipCost = 0,
            });
            var people = Enumerable.Range(0, technicians).Select(t => new PlanTechnician
            {
                StartPlace = 1 + t,
                EndPlace = 1 + t,
                AvailableFrom = 0,
                ShiftEnd = 1000,
                IsShiftStrict = true,
                Skills = (ulong)random.Next(2),
                Tools = (ulong)random.Next(4),
                Stock = [random.Next(3), random.Next(3)],
            });
            return new Problem([.. people], [.. all, .. restocks], new TravelMatrix(travel, places.Length), PlanWeights.DrivingAlone with { DriveSecond = 0, WorkSecond = 1 });
        });
}
