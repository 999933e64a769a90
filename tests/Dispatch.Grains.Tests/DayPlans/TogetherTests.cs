using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class TogetherTests
{
    [Fact]
    public async Task A_visit_for_two_stands_on_two_routes_begins_at_once_and_each_sees_with_whom()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house, others: 3);
        var stops = (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).Where(stop => VisitHalves.WholeOf(stop.Visit) == visit).ToList();
        Assert.Equal(2, stops.Count);
        Assert.Single(stops.Select(stop => stop.StartAt).Distinct());
        var (one, two) = ((await house.VisitAsync(visit))!, (await house.VisitAsync(second))!);
        Assert.Equal(("t3", who, who), (one.Technician!.Value.Value, two.Technician!.Value.Value, one.Partner!.Technician!.Value.Value));
        Assert.Equal((visit, true, "Tech 3"), (two.Partner!.Visit, two.Partner.IsWhole, two.Partner.Name));
        Assert.Equal(stops.Max(stop => stop.ArriveAt), one.EstimatedArrival);
        foreach (var (technician, other) in new[] { ("t3", who), (who, "t3") })
        {
            var phone = (await house.Plan.TechnicianDayAsync(new(technician)))!;
            Assert.Equal(other, phone.Stops.Single(stop => VisitHalves.WholeOf(stop.Stop.Visit) == visit).Partner!.Technician!.Value.Value);
        }

        Assert.Equal((4, 0), ((await house.Plan.ViewAsync()).Score.Visits, (await house.Plan.ViewAsync()).Score.Unassigned));
    }

    [Fact]
    public async Task The_patient_is_told_once_and_the_visit_gets_as_far_as_both_of_them()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        await house.AdvanceAsync(8, 0);
        await house.ReportAsync("t3", new DutyStarted());
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync("t3", new SetOut(visit));
        Assert.False((await house.VisitAsync(visit))!.Promise!.IsOnTheWay);
        await house.AdvanceAsync(8, 10);
        await house.ReportAsync("t3", new ArrivedAtVisit(visit));
        Assert.Equal(VisitStatus.OnTheWay, (await house.VisitAsync(visit))!.Status);
        await house.AdvanceAsync(8, 40);
        await house.ReportAsync(who, new SetOut(second));
        Assert.True((await house.VisitAsync(visit))!.Promise!.IsOnTheWay);
        await house.AdvanceAsync(8, 55);
        await house.ReportAsync(who, new ArrivedAtVisit(second));
        Assert.Equal(VisitStatus.Arrived, (await house.VisitAsync(visit))!.Status);
        // Who was there first works from when the other came: the ninety minutes are over at 10:25.
        Assert.All(
            (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).Where(stop => VisitHalves.WholeOf(stop.Visit) == visit),
            stop => Assert.Equal(Midnight + Duration.FromMinutes(10 * 60 + 25), stop.EndAt));
        await house.AdvanceAsync(10, 20);
        await house.ReportAsync("t3", new FinishedVisit(visit, "Done."));
        Assert.Equal(VisitStatus.Arrived, (await house.VisitAsync(visit))!.Status);
        await house.ReportAsync(who, new FinishedVisit(second, "Done."));
        Assert.Equal(VisitStatus.Done, (await house.VisitAsync(visit))!.Status);
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!.Status == VisitStatus.Done);
        await EventuallyAsync(async () => (await house.Desk.MessagesAsync(20)).Any(message => message.Code == "on-the-way"));
        Assert.Single(await house.Desk.MessagesAsync(20), message => message.Code == "on-the-way");
        Assert.Single(await house.Desk.MessagesAsync(20), message => message.Code == "promised");
    }

    [Fact]
    public async Task Who_waits_at_the_door_is_expected_to_work_when_the_other_arrives()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        await house.AdvanceAsync(8, 0);
        await house.ReportAsync("t3", new DutyStarted());
        await house.ReportAsync("t3", new SetOut(visit));
        await house.AdvanceAsync(8, 10);
        await house.ReportAsync("t3", new ArrivedAtVisit(visit));
        await house.AdvanceAsync(8, 30);
        var routes = await house.Plan.RoutesAsync();
        var (there, coming) = (routes.SelectMany(route => route.Stops).Single(stop => stop.Visit == visit), routes.SelectMany(route => route.Stops).Single(stop => stop.Visit == second));
        Assert.Equal(who, routes.Single(route => route.Stops.Contains(coming)).Technician.Value);
        Assert.Equal(coming.ArriveAt, there.StartAt);
        Assert.True(there.StartAt >= Midnight + Duration.FromMinutes(8 * 60 + 30));
    }

    [Fact]
    public async Task One_half_moves_alone_never_to_who_has_the_other_and_off_one_route_is_off_both()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        var other = who == "t1" ? "t2" : "t1";
        Assert.Equal("needs-two", (await house.Plan.MoveAsync(new MoveVisits([second], new("t3"), null, null, null), house.Command("to-partner"))).Refusal!.Code);
        Assert.Equal("needs-two", (await house.Plan.MoveAsync(new MoveVisits([visit, second], new("t3"), null, null, null), house.Command("both-to-one"))).Refusal!.Code);
        Accept(await house.Plan.MoveAsync(new MoveVisits([second], new(other), null, null, null), house.Command("move")));
        Assert.Equal((other, "t3"), ((await house.VisitAsync(second))!.Technician!.Value.Value, (await house.VisitAsync(visit))!.Technician!.Value.Value));
        Accept(await house.Plan.PinAsync(new PinVisit(visit, true, true), house.Command("pin")));
        Assert.Equal((await house.VisitAsync(visit))!.PinnedStart, (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).Single(stop => stop.Visit == second).StartAt);
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("unpin")));
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        Assert.Equal(who, (await house.VisitAsync(second))!.Technician!.Value.Value);
        Accept(await house.Plan.MoveAsync(new MoveVisits([second], null, null, null, null), house.Command("off")));
        Assert.Equal((null, null), ((await house.VisitAsync(second))!.Technician, (await house.VisitAsync(visit))!.Technician));
        Assert.Equal(1, (await house.Plan.ViewAsync()).Score.Unassigned);
    }

    [Fact]
    public async Task Whoever_is_weighed_for_one_half_waits_for_the_other()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house, others: 1);
        // The second of the two is held up at a refill for two hours: the first, who is free, would wait for that one.
        var refill = (await house.Plan.VisitsAsync()).Single(view => VisitHalves.WholeOf(view.Id) != visit).Id;
        Accept(await house.Plan.MoveAsync(new MoveVisits([refill], new(who), 0, null, null), house.Command("move")));
        await house.AdvanceAsync(8, 0);
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync(who, new SetOut(refill));
        await house.ReportAsync(who, new ArrivedAtVisit(refill));
        Accept(await house.Plan.PinAsync(new PinVisit(second, true, false), house.Command("pin")));
        await house.ReportAsync(who, new RunsLate(refill, 120));
        var late = (await house.VisitAsync(visit))!.Partner!.Arrival!.Value;
        Assert.True(late >= Midnight + Duration.FromHours(10));
        var ofFirst = (await house.Plan.ReasonsAsync(visit))!.Technicians;
        Assert.Equal(late, ofFirst.Single(verdict => verdict.CanHave).Arrival);
        Assert.Equal("needs-two", ofFirst.Single(verdict => verdict.Technician.Value == who).Why.Code);
    }

    [Fact]
    public async Task The_patient_sees_only_those_of_the_two_who_have_set_out()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        await house.AdvanceAsync(8, 0);
        var door = (await house.VisitAsync(visit))!.Place;
        foreach (var (technician, shift) in new[] { ("t3", 0.0), (who, 0.0002) })
        {
            await house.ReportAsync(technician, new DutyStarted());
            Accept(await house.Grains.GetGrain<ITechnicianGrain>(technician).ReportPositionAsync(
                new PositionReport(new(door.Latitude + shift, door.Longitude), null, null, null, house.Clock.Now)));
        }

        await house.ReportAsync(who, new SetOut(second));
        var one = await PageAsync();
        Assert.Equal((2, 0), (one.TechnicianCount, one.ThereCount));
        Assert.Equal(door.Latitude + 0.0002, one.Approach!.Position.Latitude, 6);
        Assert.Null(one.SecondApproach);
        await house.ReportAsync("t3", new SetOut(visit));
        var both = await PageAsync();
        Assert.Equal(2, new[] { both.Approach, both.SecondApproach }.Select(approach => approach!.Position.Latitude).Distinct().Count());
        await house.ReportAsync(who, new ArrivedAtVisit(second));
        var last = await PageAsync();
        Assert.Equal((PatientPageState.OnTheWay, 1), (last.State, last.ThereCount));
        Assert.Equal(door.Latitude, last.Approach!.Position.Latitude, 6);
        Assert.Null(last.SecondApproach);

        async Task<PatientVisitView> PageAsync() => (await house.Grains.GetGrain<IPatientFeedGrain>(visit.Value).PageAsync())!;
    }

    [Fact]
    public async Task Where_one_of_the_two_drops_out_another_comes_to_who_stays()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new(who), "ill", null, null), house.Command("out")));
        Assert.Equal((who == "t1" ? "t2" : "t1", "t3"), ((await house.VisitAsync(second))!.Technician!.Value.Value, (await house.VisitAsync(visit))!.Technician!.Value.Value));
        // Without anybody for the first half the second is on nobody's route either, and says why.
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t3"), "ill", null, null), house.Command("out-too")));
        Assert.Equal((null, null), ((await house.VisitAsync(second))!.Technician, (await house.VisitAsync(visit))!.Technician));
        Assert.Contains((await house.VisitAsync(visit))!.UnassignedReasons, reason => reason.Code == "technician-out");
        Assert.Contains((await house.VisitAsync(second))!.UnassignedReasons, reason => reason.Code == "no-two");
    }

    [Fact]
    public async Task What_one_cannot_do_neither_does_and_one_follow_up_is_made()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync(who, new SetOut(second));
        await house.ReportAsync(who, new CannotDoVisit(second, "nobody-home", "Rang."));
        Assert.Equal((VisitStatus.CouldNotBeDone, VisitStatus.CouldNotBeDone), ((await house.VisitAsync(visit))!.Status, (await house.VisitAsync(second))!.Status));
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>(visit.Value + "-f").DetailsAsync()) is { SecondSkills: not null });
        Assert.Empty((await house.Plan.TechnicianDayAsync(new("t3")))!.Stops);
    }

    [Fact]
    public async Task A_report_on_the_visit_is_one_on_the_half_that_one_has()
    {
        await using var house = await OpenAsync();
        var (visit, second, who) = await SetUpAsync(house);
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync(who, new DutyStarted());
        await house.ReportAsync(who, new SetOut(visit));
        var stops = (await house.Plan.RoutesAsync()).SelectMany(route => route.Stops).ToDictionary(stop => stop.Visit, stop => stop.State);
        Assert.Equal((StopState.Planned, StopState.OnTheWay), (stops[visit], stops[second]));
        Assert.Equal(("t3", who), ((await house.VisitAsync(visit))!.Technician!.Value.Value, (await house.VisitAsync(second))!.Technician!.Value.Value));
    }

    [Fact]
    public async Task A_visit_for_two_that_is_called_off_leaves_both_routes()
    {
        await using var house = await OpenAsync();
        var (visit, _, _) = await SetUpAsync(house);
        Accept(await house.Grains.GetGrain<IVisitGrain>(visit.Value).CancelAsync(new CancelVisit("not yet home"), house.Command("cancel")));
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Count == 0);
        Assert.Empty((await house.Plan.RoutesAsync()).SelectMany(route => route.Stops));
    }

    [Fact]
    public async Task A_caller_s_visit_for_two_is_booked_with_the_two_that_were_shown_and_taken_back_from_both()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 4; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 4);
        var intake = house.Grains.GetGrain<IIntakeGrain>(Territory.Value);
        var request = new RequestVisit(Territory, new("set-up"), new("p5"), [], Date, null, null, null, Domain.Urgency.UrgencyClass.P1, Midnight + Duration.FromHours(11), null, "");
        var details = (await intake.DraftAsync(request, house.Clock.Now)).Details!;
        var options = await house.Plan.ProposeInsertionsAsync(details);
        Assert.Equal(["t1", "t2"], options.Options.Select(option => option.Partner!.Technician!.Value.Value).Order());
        var visit = new VisitId("urgent-for-two");
        Accept(await house.Grains.GetGrain<IVisitGrain>(visit.Value).RequestAsync(request, house.Command("request")));
        var option = options.Options[^1];
        Accept(await house.Plan.InsertAsync(new InsertVisit(visit, details, option, options.PlanVersion), house.Command("book")));
        Assert.Equal(option.Partner!.Technician, (await house.VisitAsync(VisitHalves.SecondOf(visit)))!.Technician);
        Assert.Equal("t3", (await house.VisitAsync(visit))!.Technician!.Value.Value);
        Assert.NotEmpty(await house.Plan.OffersAsync(visit, details, 3));
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!.Status == VisitStatus.Cancelled);
        Assert.Equal(4, (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count));
    }

    [Fact]
    public async Task After_a_restart_both_halves_are_where_they_were()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-together-").FullName;
        string before;
        await using (var house = await OpenAsync(folder))
        {
            await SetUpAsync(house, others: 2);
            Accept(await house.Plan.PublishAsync(house.Command("publish")));
            await EventuallyAsync(async () => !(await house.Plan.ViewAsync()).IsPlanning);
            before = await ShapeAsync(house);
        }

        await using (var again = await OpenAsync(folder))
            Assert.Equal(before, await ShapeAsync(again));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> ShapeAsync(House house) => string.Join(';', (await house.Plan.RoutesAsync()).Select(route =>
        $"{route.Technician}:{string.Join(',', route.Stops.Select(stop => $"{stop.Visit}@{stop.StartAt}"))}"));

    // A set-up by two at patient 5, with so many refills round it: the two halves and who has the second one.
    private static async Task<(VisitId First, VisitId Second, string SecondHas)> SetUpAsync(House house, int others = 0)
    {
        await house.FurnishAsync();
        for (var i = 0; i < others; i++)
            await house.RequestAsync(i);
        var visit = await house.RequestAsync(5, "set-up");
        var second = VisitHalves.SecondOf(visit);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == others + 2);
        return (visit, second, (await house.VisitAsync(second))!.Technician!.Value.Value);
    }
}
