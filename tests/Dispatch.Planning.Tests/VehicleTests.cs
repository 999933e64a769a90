using CsCheck;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Reasons;
using Dispatch.Planning.Search;

namespace Dispatch.Planning.Tests;

/// <summary>Travel by kind of vehicle.</summary>
public sealed class VehicleTests
{
    private static readonly TravelMatrix Car = new([0, 600, 600, 0], 2);

    // A lorry that takes longer, and finds no way back.
    private static readonly TravelMatrix Lorry = new([0, 900, 800, 0], 2, [0, 9, 8, 0]);
    private static readonly PlanTechnician Someone = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 28_000, ShiftEnd = 50_000 };
    private static readonly PlanVisit There = new() { Place = 1, DurationSeconds = 600 };

    [Fact]
    public void The_whole_table_is_the_least_of_all_kinds_and_of_the_day() =>
        SmallDays.Problems.Sample(day =>
        {
            var problem = MixedRules.OnVehicles(day.Travel.VehicleCount > 1 ? new Problem([], [], day.Travel.Of(0)) : day, day.Visits.Length);
            for (var at = 0; at < problem.Travel.PlaceCount * problem.Travel.PlaceCount; at++)
            {
                var (from, to) = (at / problem.Travel.PlaceCount, at % problem.Travel.PlaceCount);
                var kinds = Enumerable.Range(0, problem.Travel.VehicleCount).Select(problem.Travel.Of).ToList();
                Assert.Equal(kinds.Min(kind => kind[from, to]), problem.Travel[from, to]);
                Assert.Equal(kinds.Min(kind => kind.Distance(from, to)), problem.Travel.Distance(from, to));
                Assert.Equal(kinds.Any(kind => kind.DependsOnDeparture), problem.Travel.DependsOnDeparture);
            }
        }, iter: 200);

    [Fact]
    public void A_slower_vehicle_takes_its_share_more_on_every_drive_and_whenever_it_leaves_at_the_pace_of_that_time() =>
        Gen.Select(SmallDays.Problems, Gen.Int[1, 300]).Sample((day, percent) =>
        {
            var (travel, paced) = (day.Travel, day.Travel.AtPace(percent));
            Assert.Equal((travel.VehicleCount, travel.DependsOnDeparture, travel.PlaceCount), (paced.VehicleCount, paced.DependsOnDeparture, paced.PlaceCount));
            for (var at = 0; at < travel.PlaceCount * travel.PlaceCount; at++)
            {
                var (from, to) = (at / travel.PlaceCount, at % travel.PlaceCount);
                Assert.Equal(travel[from, to] == TravelMatrix.NoRoad ? TravelMatrix.NoRoad : (int)Math.Round(travel[from, to] * percent / 100m, MidpointRounding.AwayFromZero), paced[from, to]);
                // After the last slot has begun nothing changes any more.
                var last = travel.DriveSeconds(from, to, 80_000);
                Assert.Equal(last == TravelMatrix.NoRoad ? TravelMatrix.NoRoad : (int)Math.Round(last * percent / 100m, MidpointRounding.AwayFromZero), paced.DriveSeconds(from, to, 80_000));
            }
        }, iter: 200);

    [Fact]
    public void One_kind_alone_is_its_own_table() => Assert.Same(Car, TravelMatrix.ByVehicle([Car]));

    [Fact]
    public void A_visit_goes_to_whose_vehicle_is_quicker_and_the_route_takes_what_that_vehicle_takes()
    {
        var problem = new Problem([Someone with { Vehicle = 1 }, Someone], [There], TravelMatrix.ByVehicle([Car, Lorry]));
        var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 100 });
        Assert.Equal([[], [0]], plan.Routes);
        var times = new RouteTimes();
        times.Compute(problem, 0, [0]);
        Assert.Equal((1_700, 17), (times.DriveSeconds, times.Distance));
        var changes = VisitInsertion.Changes(Plan.Empty(problem), 0);
        Assert.Equal(500, changes[0]!.Value.Cost - changes[1]!.Value.Cost);
    }

    [Fact]
    public void A_vehicle_that_finds_no_road_is_the_reason_why_its_technician_cannot_have_the_visit()
    {
        var problem = new Problem([Someone with { Vehicle = 1 }, Someone], [There], TravelMatrix.ByVehicle([Car, new TravelMatrix([0, TravelMatrix.NoRoad, 800, 0], 2)]));
        Assert.Equal(BlockingRule.NoRoad, Blocking.Of(problem, 0, 0));
        Assert.Equal(BlockingRule.None, Blocking.Of(problem, 1, 0));
    }

    [Fact]
    public void Technicians_with_different_vehicles_are_not_alike()
    {
        Assert.Equal([0, 1, 0], TechnicianKinds.In(new Problem([Someone, Someone with { Vehicle = 1 }, Someone], [There], TravelMatrix.ByVehicle([Car, Lorry]))).Of);
    }

    [Fact]
    public void What_a_drive_costs_is_told_by_the_vehicle_that_drives()
    {
        var problem = new Problem([Someone with { Vehicle = 1 }], [There], TravelMatrix.ByVehicle([Car, Lorry]), PlanWeights.Default with { Distance = 10 });
        Assert.Equal(1_700 + 170, new RuleCosts(problem, 0, [0])[PricedRule.Driving]);
    }
}
