using CsCheck;
using Dispatch.Planning.Rich.Errands;
using Dispatch.Planning.Search;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests.Rich;

public sealed class ErrandTests
{
    [Fact]
    public void Plans_keep_every_rule_and_cost_what_the_plain_check_finds() =>
        Days().Sample(
            day =>
            {
                var plans = new List<ErrandPlan>();
                var plan = ErrandSearch.Run(day, null, new PlannerOptions { Iterations = 300, Seed = 3 }, plans.Add);
                Assert.Equal(PlainErrands.Check(day, plan), plan.Cost);
                foreach (var earlier in plans)
                    Assert.True(plan.Cost <= PlainErrands.Check(day, earlier));
            },
            iter: 500);

    [Fact]
    public void A_day_that_a_problem_can_say_is_planned_by_the_search_of_days_and_no_worse() =>
        Days().Sample(
            drawn =>
            {
                var errands = drawn.Errands.Select(errand => errand with { Setup = 0, PickedUpAt = -1, ServiceByType = [], SetupByType = [] });
                var vehicles = drawn.Vehicles.Select(vehicle => vehicle with
                {
                    Start = Math.Max(0, vehicle.Start),
                    End = Math.Max(0, vehicle.End),
                    TaskHourCost = 0,
                    MostErrands = int.MaxValue,
                    MostDriving = int.MaxValue,
                    MostMetres = int.MaxValue,
                    Breaks = [.. vehicle.Breaks.Where(pause => pause.Windows.Count <= 1).Take(1).Select(pause => pause with { MostLoad = [] })],
                    Table = 0,
                });
                var day = new ErrandDay([.. errands], [.. vehicles], [drawn.Tables[0]], drawn.PlaceCount, drawn.May);
                Assert.NotNull(ErrandProblem.Of(day));
                var plans = new List<ErrandPlan>();
                var plan = ErrandSearch.Run(day, null, new PlannerOptions { Iterations = 300, Seed = 3 }, plans.Add);
                Assert.Equal(PlainErrands.Check(day, plan), plan.Cost);
                Assert.True(plan.Cost <= plans[0].Cost);
            },
            iter: 200);

    [Fact]
    public void Vehicles_that_are_alike_and_dear_are_done_without_and_nobody_loses_a_place_by_it() =>
        Days().Sample(
            drawn =>
            {
                var vehicle = drawn.Vehicles[0] with { FixedCost = 1_000_000_000, MostErrands = int.MaxValue };
                var errands = drawn.Errands.Select(errand => errand with { SkipCost = 1L << 40 });
                var day = new ErrandDay([.. errands], [.. Enumerable.Repeat(vehicle, 5)], drawn.Tables, drawn.PlaceCount, (_, _) => true);
                Assert.True(ErrandFleet.Supports(day));
                var plans = new List<ErrandPlan>();
                var plan = ErrandSearch.Run(day, null, new PlannerOptions { Iterations = 300, Seed = 3 }, plans.Add);
                Assert.Equal(PlainErrands.Check(day, plan), plan.Cost);
                Assert.True(LeftOut(plan) <= LeftOut(plans[0]));
                Assert.True(LeftOut(plan) < LeftOut(plans[0]) || Used(plan) <= Used(plans[0]));

                // A pickup and its delivery are left out as one.
                int LeftOut(ErrandPlan plan) => plan.Unassigned.Count(errand => day.Errands.All(other => other.PickedUpAt != errand));
                static int Used(ErrandPlan plan) => plan.Routes.Count(items => items.Any(item => item >= 0));
            },
            iter: 200);

    [Fact]
    public void What_a_place_is_said_to_cost_it_costs() =>
        Days().Sample(
            day =>
            {
                var dice = new Dice(5);
                for (var v = 0; v < day.Vehicles.Length; v++)
                {
                    var route = new ErrandRoute(day, v);
                    for (var errand = 0; errand < day.Errands.Length; errand++)
                    {
                        var delivery = day.DeliveredAt[errand];
                        if (!day.May(errand, v) || day.Errands[errand].PickedUpAt >= 0 || (delivery >= 0 && !day.May(delivery, v)))
                            continue;
                        var before = route.Cost;
                        var place = ErrandInsertion.Cheapest(day, route, errand, long.MaxValue, ref dice);
                        if (place.At < 0)
                            continue;
                        route.Insert(errand, place.At);
                        if (delivery >= 0)
                            route.Insert(delivery, place.Then);
                        Assert.True(route.IsPossible);
                        Assert.Equal(place.Price, route.Cost - before);
                        route.Settle();
                        Assert.True(route.IsPossible);
                    }
                }
            },
            iter: 500);

    [Fact]
    public void A_plan_is_taken_as_a_start_and_made_no_worse() =>
        Days().Sample(
            day =>
            {
                var plan = ErrandSearch.Run(day, null, new PlannerOptions { Iterations = 200 });
                var again = ErrandSearch.Run(day, plan.Routes, new PlannerOptions { Iterations = 20, Seed = 9 });
                Assert.True(again.Cost <= plan.Cost);
                PlainErrands.Check(day, again);
            },
            iter: 200);

    [Fact]
    public void Whatever_is_given_as_a_start_a_possible_plan_comes_of_it() =>
        Gen.Select(Days(), Gen.Int[0, 1_000_000]).Sample(
            (day, seed) =>
            {
                var random = new Random(seed);
                var items = Enumerable.Range(0, day.Errands.Length).OrderBy(_ => random.Next()).ToArray();
                var start = Enumerable.Range(0, day.Vehicles.Length).Select(v => items.Where(item => item % day.Vehicles.Length == v).ToArray()).ToArray();
                PlainErrands.Check(day, ErrandSearch.Run(day, start, new PlannerOptions { Iterations = 20 }));
            },
            iter: 200);

    private static Gen<ErrandDay> Days() =>
        Gen.Int[0, int.MaxValue - 1].Select(seed =>
        {
            var random = new Random(seed);
            var (places, dimensions) = (random.Next(3, 9), random.Next(0, 3));
            int[] Amounts(int most) => [.. Enumerable.Range(0, dimensions).Select(_ => random.Next(0, most))];
            var errands = new List<Errand>();
            for (var i = random.Next(2, 12); i > 0; i--)
            {
                var isPair = random.Next(3) == 0;
                errands.Add(One(random, places) with { Brings = isPair ? [] : Amounts(3), Takes = isPair ? [] : Amounts(3) });
                if (isPair)
                    errands.Add(One(random, places) with { Brings = Amounts(4), PickedUpAt = errands.Count - 1 });
            }

            var tables = Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
            {
                // Ways round are sometimes shorter than the way.
                var seconds = Enumerable.Range(0, places * places).Select(i => i % (places + 1) == 0 ? 0 : random.Next(1, 60)).ToArray();
                return new ErrandTable(seconds, random.Next(2) == 0 ? seconds : [.. seconds.Select(time => 3 * time)], [.. seconds.Select(time => 10 * time + random.Next(50))]);
            }).ToArray();
            var vehicles = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ErrandVehicle
            {
                Start = random.Next(-1, places),
                End = random.Next(-1, places),
                Earliest = random.Next(0, 50),
                Latest = random.Next(300, 900),
                Capacity = Amounts(12),
                Breaks = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new ErrandBreak(Windows(random, 500), random.Next(5, 40)) { MostLoad = random.Next(3) == 0 ? Amounts(6) : [] })],
                MostErrands = random.Next(4) == 0 ? random.Next(0, 5) : int.MaxValue,
                Type = random.Next(-1, 2),
                TaskHourCost = random.Next(3) == 0 ? random.Next(1, 20_000) : 0,
                MostMetres = random.Next(5) == 0 ? random.Next(500, 3000) : int.MaxValue,
                MostDriving = random.Next(4) == 0 ? random.Next(50, 300) : int.MaxValue,
                Table = random.Next(tables.Length),
                FixedCost = random.Next(3) == 0 ? 100 : 0,
            }).ToArray();
            var bars = Enumerable.Range(0, errands.Count * vehicles.Length).Select(_ => random.Next(6) != 0).ToArray();
            return new ErrandDay(errands, vehicles, tables, places, (e, v) => bars[e * vehicles.Length + v]);
        });

    private static Errand One(Random random, int places) => new()
    {
        Place = random.Next(places),
        Windows = Windows(random, 600),
        Service = random.Next(0, 30),
        ServiceByType = random.Next(3) == 0 ? [random.Next(-1, 30)] : [],
        SetupByType = random.Next(3) == 0 ? [-1, random.Next(0, 30)] : [],
        Setup = random.Next(3) == 0 ? 10 : 0,
        SkipCost = random.Next(5) == 0 ? 40 : 100_000,
    };

    private static (int Start, int End)[] Windows(Random random, int latest)
    {
        var starts = Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.Next(0, latest)).Distinct().Order().ToArray();
        return [.. starts.Select((start, i) => (start, Math.Min(start + random.Next(0, 200), i + 1 < starts.Length ? starts[i + 1] - 1 : int.MaxValue)))];
    }
}
