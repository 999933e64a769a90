using CsCheck;

namespace Dispatch.Planning.Tests;

/// <summary>Visits that last as long as who comes takes, and the price of coming late.</summary>
public sealed class DurationTests
{
    private static readonly PlanTechnician Someone = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 30_000 };
    private static readonly TravelMatrix Street = new([0, 100, 100, 100, 0, 100, 100, 100, 0], 3);

    [Fact]
    public void Two_visits_at_one_home_in_a_row_set_up_once_and_are_planned_so()
    {
        var problem = new Problem([Someone], [.. Enumerable.Range(0, 4).Select(v => new PlanVisit { Place = 1 + v % 2, DurationSeconds = 600, SetupSeconds = 300 })], Street);
        Assert.Equal(100 + 900 + 600, Home(problem, 0, 2) - 100);
        Assert.Equal(2 * (100 + 900), Home(problem, 0, 1) - 100);
        var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 100 });
        Assert.Equal(Home(problem, 0, 2, 1, 3), Home(problem, plan.Routes[0]));
    }

    [Fact]
    public void A_trainee_takes_longer_and_a_technician_with_a_time_of_his_own_takes_that()
    {
        var problem = new Problem([Someone, Someone with { DurationPercent = 130 }], [new PlanVisit { Place = 1, DurationSeconds = 1000 }, new PlanVisit { Place = 1, DurationSeconds = 1000, DurationByTechnician = [400, 700] }], Street);
        Assert.Equal([1000, 1300, 400, 700], [problem.StaySeconds(0, 0, 0), problem.StaySeconds(1, 0, 0), problem.StaySeconds(0, 1, 0), problem.StaySeconds(1, 1, 0)]);
        Assert.Equal(0, Planner.FirstPlan(problem).TechnicianOf[1]);
    }

    [Fact]
    public void Each_second_outside_a_window_costs_no_less_than_the_one_before() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10], Gen.Int[0, 200_000], Gen.Int[1, 10_000], Gen.Bool).Sample((rise, price, outside, more, isHard) =>
        {
            var weights = new PlanWeights { Window = price, WindowRiseTenths = rise };
            long Up(int from) => WindowPrice.Of(weights, from + more, isHard) - WindowPrice.Of(weights, from, isHard);
            Assert.Equal(0, WindowPrice.Of(weights, 0, isHard));
            Assert.True(Up(outside) >= 0);
            // Of each price less than a whole unit is rounded off.
            Assert.True(Up(outside + more) >= Up(outside) - (isHard ? 20 : 2));
        });

    [Fact]
    public void Two_visits_an_hour_late_each_are_cheaper_than_one_that_is_two_hours_late()
    {
        var weights = new PlanWeights { WindowRiseTenths = 40 };
        Assert.Equal((3600 * 4 + 3600 * 2L, 7200 * 4 + 7200 * 4L), (WindowPrice.Of(weights, 3600, false), WindowPrice.Of(weights, 7200, false)));
    }

    [Fact]
    public void Who_may_not_drive_so_far_leaves_visits_to_others()
    {
        var problem = new Problem([Someone with { MostDriveSeconds = 250 }, Someone], [new PlanVisit { Place = 1, DurationSeconds = 60 }, new PlanVisit { Place = 2, DurationSeconds = 60, PinnedTechnician = 0 }], Street);
        var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 100 });
        Assert.Equal([1, 0], plan.TechnicianOf);
    }

    private static int Home(Problem problem, params int[] route)
    {
        var times = new RouteTimes();
        times.Compute(problem, 0, route);
        return times.HomeAt;
    }
}
