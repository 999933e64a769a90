using Dispatch.Planning.Insertion;
using Dispatch.Planning.Reasons;
using Dispatch.Planning.Repair;

namespace Dispatch.Planning.Tests;

/// <summary>Visits of one group, which one technician does.</summary>
public sealed class GroupTests
{
    private static readonly TravelMatrix Street = new([0, 1000, 1000, 0], 2);

    [Fact]
    public void Visits_of_one_group_go_to_one_technician_though_two_would_drive_less()
    {
        var plan = Planner.Improve(Planner.FirstPlan(Day(group: 1)), new PlannerOptions { Iterations = 200 });
        Assert.Equal(plan.TechnicianOf[0], plan.TechnicianOf[1]);
        Assert.True(plan.KeepsGroups);
        var apart = Planner.Improve(Planner.FirstPlan(Day(group: -1)), new PlannerOptions { Iterations = 200 });
        Assert.NotEqual(apart.TechnicianOf[0], apart.TechnicianOf[1]);
    }

    [Fact]
    public void The_rest_of_a_group_is_left_out_where_its_technician_may_not_have_it_and_says_why()
    {
        var day = Day(group: 1);
        var problem = new Problem(day.Technicians, [day.Visits[0] with { PinnedTechnician = 0 }, day.Visits[1] with { Excluded = [0] }], day.Travel);
        var plan = new Plan(problem, [[0], []]);
        Assert.Null(VisitInsertion.On(plan, 1, 1));
        Assert.Equal([BlockingRule.Excluded, BlockingRule.GroupElsewhere], Blocking.InPlan(plan, 1));
        Assert.Equal(RelaxationKind.WholeGroup, LeastRelaxation.Of(plan, 1)[1].Kind);
        Assert.False(UrgentInsertion.Insert(plan, 1).IsPlaced);
    }

    [Fact]
    public void A_group_that_is_apart_is_reunited_with_whom_has_what_is_frozen()
    {
        var day = Day(group: 1);
        var problem = new Problem([day.Technicians[0], day.Technicians[1] with { Frozen = [1] }], day.Visits, day.Travel);
        Assert.False(new Plan(problem, [[0], [1]]).KeepsGroups);
        var repaired = PlanRepair.Run(problem, [[0], [1]]);
        Assert.Equal([1, 1], repaired.Plan.TechnicianOf);
        Assert.Equal([0], repaired.Taken);
    }

    // Two homes, a technician and a visit at each.
    private static Problem Day(int group) => new(
        [.. Enumerable.Range(0, 2).Select(t => new PlanTechnician { StartPlace = t, EndPlace = t, AvailableFrom = 0, ShiftEnd = 30_000 })],
        [.. Enumerable.Range(0, 2).Select(v => new PlanVisit { Place = v, DurationSeconds = 600, Group = group })],
        Street);
}
