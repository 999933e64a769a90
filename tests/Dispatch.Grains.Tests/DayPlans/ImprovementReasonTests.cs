using Dispatch.Grains.DayPlans;
using Dispatch.Planning;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>What a change of the planner's own is said to have gained.</summary>
public sealed class ImprovementReasonTests
{
    // Three places in a row, ten minutes apart: the technician's, a near one and a far one.
    private static readonly TravelMatrix Travel = new([0, 600, 1_200, 600, 0, 600, 1_200, 600, 0], 3);
    private static readonly PlanTechnician Technician = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 30_000 };
    private static readonly PlanVisit Near = new() { Place = 1, DurationSeconds = 600 };
    private static readonly PlanVisit Far = new() { Place = 2, DurationSeconds = 600 };

    [Fact]
    public void A_shorter_way_is_one_of_driving()
    {
        var problem = new Problem([Technician, Technician], [Near, Far], Travel);
        var reason = ImprovementReason.Of(new Plan(problem, [[0], [1]]), new Plan(problem, [[0, 1], []]));
        Assert.Equal(("improved-driving", "20"), (reason.Code, reason.Values["minutes"]));
    }

    [Fact]
    public void Less_overtime_is_no_shorter_way()
    {
        var problem = new Problem([Technician with { ShiftEnd = 1_500 }, Technician], [Near], Travel);
        var reason = ImprovementReason.Of(new Plan(problem, [[0], []]), new Plan(problem, [[], [0]]));
        Assert.Equal("improved", reason.Code);
        Assert.NotEqual("0", reason.Values["minutes"]);
    }

    [Fact]
    public void What_is_less_late_and_what_is_placed_are_said_before_any_cost()
    {
        var problem = new Problem([Technician], [Near with { Urgency = 1, Deadline = 600 }, Far], Travel);
        var late = ImprovementReason.Of(new Plan(problem, [[1, 0]]), new Plan(problem, [[0, 1]]));
        Assert.Equal(("improved-late", "30"), (late.Code, late.Values["minutes"]));
        var placed = ImprovementReason.Of(new Plan(problem, [[0]]), new Plan(problem, [[0, 1]]));
        Assert.Equal(("improved-placed", "1"), (placed.Code, placed.Values["count"]));
    }
}
