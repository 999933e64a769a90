using CsCheck;
using Dispatch.Planning.Offers;
using Dispatch.Planning.Reasons;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests;

/// <summary>Several days planned at once: a row for each person and day.</summary>
public sealed class DayTests
{
    private const int Hour = 3_600;
    private static readonly TravelMatrix Street = new([0, 600, 600, 0], 2);
    private static readonly PlanTechnician Somebody = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 0 };
    private static readonly PlanVisit Visit = new() { Place = 1, DurationSeconds = 2 * Hour };

    [Fact]
    public void Work_is_spread_over_the_days_on_which_it_may_be_done()
    {
        var problem = new Problem(
            Week(8, 12), [.. Enumerable.Range(0, 5).Select(v => Visit with { Days = v < 3 ? [] : [new PlanVisitDay(v)] })], Street, new PlanWeights { Overtime = 100 });
        var plan = Planner.Improve(Planner.FirstPlan(problem), new PlannerOptions { Iterations = 300 });
        PlainChecker.Check(plan);
        Assert.Empty(plan.Unassigned);
        Assert.All(plan.Routes, route => Assert.Single(route));
        Assert.Equal((3, 4), (problem.Technicians[plan.TechnicianOf[3]].Day, problem.Technicians[plan.TechnicianOf[4]].Day));
    }

    [Fact]
    public void A_window_counts_on_its_day_alone_and_a_deadline_of_today_is_past_tomorrow()
    {
        var morning = new PlanVisitDay(0) { Windows = [new PlanWindow(8 * Hour, 9 * Hour, true)], Deadline = 12 * Hour };
        var afternoon = new PlanVisitDay(1) { Windows = [new PlanWindow(14 * Hour, 15 * Hour, true)], Deadline = 12 * Hour - 24 * Hour };
        var problem = new Problem(Week(8, 16), [Visit with { Days = [morning, afternoon], Urgency = 1 }], Street);
        var (first, second) = (new RouteTimes(), new RouteTimes());
        first.Compute(problem, 0, [0]);
        Assert.Equal((8 * Hour + 600, 14 * Hour), (first.Start[0], Start(problem, 1)));
        Assert.Equal(26 * 60, second.Compute(problem, 1, [0]).LateMinutes(1));
        Assert.Equal(0, Planner.FirstPlan(problem).TechnicianOf[0]);
        Assert.Equal(BlockingRule.OtherDay, Blocking.Of(problem, 2, 0));
    }

    [Fact]
    public void A_day_that_suits_less_well_costs_what_it_says()
    {
        var problem = new Problem(Week(8, 16), [Visit with { Days = [new PlanVisitDay(1) { Cost = 700 }, new PlanVisitDay(2) { Cost = 100 }] }], Street);
        var plan = Planner.FirstPlan(problem);
        Assert.Equal(2, plan.TechnicianOf[0]);
        Assert.Equal(100, new RuleCosts(problem, 2, [0])[PricedRule.Day]);
    }

    [Fact]
    public void Nobody_comes_home_so_late_that_the_night_is_too_short()
    {
        var rows = TechnicianDays.Of(Somebody, 0, [new WorkShift(0, 12 * Hour, 20 * Hour), new WorkShift(1, 8 * Hour, 16 * Hour)]);
        Assert.Equal([21 * Hour, PlanVisit.None], rows.Select(row => row.LatestEnd));
        var late = Visit with { Windows = [new PlanWindow(19 * Hour, 20 * Hour, true)], IsWindowStrict = true };
        var problem = new Problem(rows, [late with { Days = [new PlanVisitDay(0)] }, late with { Days = [new PlanVisitDay(1)] }], Street);
        var plan = Planner.FirstPlan(problem);
        Assert.Equal([-1, 1], plan.TechnicianOf);
        var least = LeastRelaxation.Of(plan, 0)[0];
        Assert.Equal((RelaxationKind.Overtime, 600), (least.Kind, least.Amount));
    }

    [Fact]
    public void The_longest_work_of_a_week_is_shared_out_among_its_shifts()
    {
        var rows = TechnicianDays.Of(Somebody, 3, [new WorkShift(0, 8 * Hour, 16 * Hour), new WorkShift(1, 8 * Hour, 12 * Hour)], new RestRules { MostWorkSeconds = 6 * Hour });
        Assert.Equal([12 * Hour, 10 * Hour], rows.Select(row => row.LatestEnd));
        Assert.Equal([12 * Hour, 10 * Hour], rows.Select(row => row.ShiftEnd));
    }

    [Fact]
    public void Who_is_on_call_comes_for_what_is_urgent_and_is_called_out_at_a_price()
    {
        var rows = TechnicianDays.Of(Somebody, 0, [new WorkShift(0, 8 * Hour, 16 * Hour), new WorkShift(0, 16 * Hour, 24 * Hour) { IsOnCall = true }]);
        var problem = new Problem(rows, [Visit, Visit with { Urgency = 1 }], Street);
        Assert.Equal([BlockingRule.NotAllowed, BlockingRule.None], [Blocking.Of(problem, 1, 0), Blocking.Of(problem, 1, 1)]);
        Assert.Equal(3_600, new RuleCosts(problem, 1, [1])[PricedRule.Technician]);
    }

    [Theory]
    [InlineData(8, 20, 6, 14, "less than 39600 s of rest")]
    [InlineData(8, 7, 8, 14, "ends before it begins")]
    [InlineData(8, 40, 8, 14, "overlap")]
    public void Shifts_that_contradict_the_rules_are_named(int start, int end, int nextStart, int nextEnd, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => TechnicianDays.Of(
            Somebody, 0, [new WorkShift(0, start * Hour, end * Hour), new WorkShift(1, nextStart * Hour, nextEnd * Hour)])).Message, StringComparison.Ordinal);

    [Fact]
    public void No_row_lets_anybody_come_home_with_less_rest_than_the_rules_want() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[4, 10], Gen.Int[0, 5], Gen.Bool.Array[5]).Sample((start, length, shift, isOnCall) =>
        {
            var rules = new RestRules { MostWorkSeconds = isOnCall[0] ? 25 * Hour : PlanVisit.None };
            // Each day begins a little later or earlier than the one before; some evenings are on call.
            WorkShift Day(int day) => new(day, (start + day * shift % 3) * Hour, (start + day * shift % 3 + length) * Hour);
            WorkShift[] shifts = [.. Enumerable.Range(0, 5).SelectMany(day => isOnCall[day] ? (WorkShift[])[Day(day), new(day, Day(day).End, Day(day).End + 3 * Hour) { IsOnCall = true }] : [Day(day)])];
            var rows = TechnicianDays.Of(Somebody, 0, shifts, rules);
            for (var i = 0; i < rows.Count; i++)
            {
                Assert.True(rows[i].ShiftEnd <= rows[i].LatestEnd);
                foreach (var next in shifts.Where(next => !next.IsOnCall && next.Day > rows[i].Day))
                    Assert.True(rows[i].LatestEnd <= Math.Max(rows[i].AvailableFrom, next.Start + (next.Day - rows[i].Day) * 24 * Hour - rules.LeastRestSeconds));
            }

            if (rules.MostWorkSeconds < 5 * length * Hour)
                Assert.True(rows.Where((_, i) => !shifts[i].IsOnCall).Sum(row => (long)row.LatestEnd - row.AvailableFrom) <= rules.MostWorkSeconds);
        });

    [Fact]
    public void A_group_may_be_one_persons_on_two_days_and_not_two_peoples()
    {
        PlanTechnician[] rows = [.. Week(8, 11), .. Week(8, 11).Select(row => row with { Person = 1 })];
        var problem = new Problem(rows, [Visit with { Group = 0, Days = [new PlanVisitDay(0)] }, Visit with { Group = 0, Days = [new PlanVisitDay(1)] }], Street);
        Assert.True(new Plan(problem, [[0], [1], [], [], [], [], [], [], [], []]).KeepsGroups);
        Assert.False(new Plan(problem, [[0], [], [], [], [], [], [1], [], [], []]).KeepsGroups);
        var plan = Planner.FirstPlan(problem);
        PlainChecker.Check(plan);
        Assert.Empty(plan.Unassigned);
    }

    [Fact]
    public void Offers_of_one_plan_name_the_day()
    {
        var problem = new Problem(Week(8, 16), [Visit], Street);
        var offers = IntervalOffers.Best([Plan.Empty(problem)], [0], 5, new OfferRules { SpreadCost = 100_000 });
        Assert.Equal([0, 1, 2, 3, 4], offers.Select(offer => offer.Day).Order());
    }

    private static int Start(Problem problem, int technician)
    {
        var times = new RouteTimes();
        times.Compute(problem, technician, [0]);
        return times.Start[0];
    }

    private static IReadOnlyList<PlanTechnician> Week(int from, int to) =>
        TechnicianDays.Of(Somebody, 0, [.. Enumerable.Range(0, 5).Select(day => new WorkShift(day, from * Hour, to * Hour))]);
}
