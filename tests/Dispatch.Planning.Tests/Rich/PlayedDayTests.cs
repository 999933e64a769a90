using Dispatch.Planning.Rich.Restocking;

namespace Dispatch.Planning.Tests.Rich;

public sealed class PlayedDayTests
{
    [Fact]
    public void Whoever_is_done_and_would_have_waited_does_not_get_what_another_can_do_with_less_work()
    {
        // One has been done at 10 since 510 at the latest: to wait for the second until 600 takes more than the way of another from 100 and back.
        var day = new PlayedDay(Line([0, 100], [(10, 0, 500), (40, 620, 900)]));
        day.Know(0);
        day.Improve(new PlannerOptions { Iterations = 200 });
        day.Advance(600);
        day.Know(1);
        day.Improve(new PlannerOptions { Iterations = 200 });
        day.Advance(int.MaxValue / 4);
        Assert.Equal([0], day.Played[0].Select(stop => stop.Visit));
        Assert.Equal([1], day.Played[1].Select(stop => stop.Visit));
    }

    [Fact]
    public void Whoever_waits_for_less_than_another_would_drive_gets_one_more()
    {
        var day = new PlayedDay(Line([0, 400], [(10, 0, 500), (40, 520, 900)]));
        day.Know(0);
        day.Improve(new PlannerOptions { Iterations = 200 });
        day.Advance(500);
        day.Know(1);
        day.Improve(new PlannerOptions { Iterations = 200 });
        day.Advance(int.MaxValue / 4);
        Assert.Equal([0, 1], day.Played[0].Select(stop => stop.Visit));
        Assert.Empty(day.Played[1]);
    }

    [Fact]
    public void One_sets_out_from_home_halfway_between_in_time_for_the_opening_and_in_time_for_the_end()
    {
        var day = new PlayedDay(Line([0], [(10, 100, 300)]));
        day.Know(0);
        day.Improve(new PlannerOptions { Iterations = 50 });
        day.Advance(int.MaxValue / 4);
        Assert.Equal([new PlayedStop(0, 190, 200, 200)], day.Played[0]);
    }

    // Homes and visits on one road, a second each unit; visits take ten.
    private static Problem Line(int[] homes, (int At, int Open, int Close)[] visits)
    {
        int[] places = [.. homes, .. visits.Select(visit => visit.At)];
        return new Problem(
            [.. homes.Select((_, t) => new PlanTechnician { StartPlace = t, EndPlace = t, AvailableFrom = 0, ShiftEnd = 1000, IsShiftStrict = true })],
            [.. visits.Select((visit, v) => new PlanVisit
            {
                Place = homes.Length + v,
                DurationSeconds = 10,
                Windows = [new PlanWindow(visit.Open, visit.Close, true)],
                IsWindowStrict = true,
            })],
            new TravelMatrix([.. places.SelectMany(from => places.Select(to => Math.Abs(from - to)))], places.Length),
            PlanWeights.DrivingAlone with { DriveSecond = 0, WorkSecond = 1 });
    }
}
