using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Backlog;
using Dispatch.Grains.Journaling;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Backlog;

/// <summary>Visits without a day wait, are planned over several days, and are booked onto them.</summary>
public sealed class BacklogTests
{
    private static readonly DaySpan NextDays = new(Date.PlusDays(1), Date.PlusDays(4));

    [Fact]
    public async Task What_waits_is_planned_over_the_next_days_and_booked_by_one_command()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = new List<VisitId>();
        for (var i = 0; i < 6; i++)
            visits.Add(await WaitAsync(house, i, NextDays));
        var proposal = await PlanAsync(house);
        Assert.Equal([.. Enumerable.Range(0, 6).Select(ahead => Date.PlusDays(ahead))], proposal.Days);
        Assert.Equal(visits.Order(ById), proposal.Visits.Select(visit => visit.Visit).Order(ById));
        Assert.All(proposal.Visits, visit => Assert.True(NextDays.Holds(visit.Date)));
        Assert.All(await StatusesAsync(house, visits), status => Assert.Equal(VisitStatus.Backlog, status));

        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take"))).Remarks);
        foreach (var proposed in proposal.Visits)
        {
            var booked = await OnDayAsync(house, proposed.Visit, proposed.Date);
            Assert.Equal(proposed.Technician, booked!.Technician);
            Assert.Equal(proposed.Date, (await house.Grains.GetGrain<IVisitGrain>(proposed.Visit.Value).ViewAsync())!.Date);
        }

        Assert.Null((await List(house).ViewAsync()).Proposal);
    }

    [Fact]
    public async Task Taken_in_part_the_rest_stays_proposed_and_taking_twice_books_once()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 4; i++)
            await WaitAsync(house, i, NextDays);
        var proposal = await PlanAsync(house);
        var (taken, left) = (proposal.Visits[0], proposal.Visits.Skip(1).Select(visit => visit.Visit).ToList());
        for (var sent = 0; sent < 2; sent++)
            Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, [taken.Visit]), house.Command("take-one")));
        Assert.NotNull(await OnDayAsync(house, taken.Visit, taken.Date));
        Assert.Equal(left, (await List(house).ViewAsync()).Proposal!.Visits.Select(visit => visit.Visit));
        Accept(await List(house).DismissAsync(proposal.Id, house.Command("dismiss")));
        Assert.Null((await List(house).ViewAsync()).Proposal);
        Assert.All(await StatusesAsync(house, left), status => Assert.Equal(VisitStatus.Backlog, status));
    }

    [Fact]
    public async Task Undo_puts_a_booked_visit_back_on_the_list_and_redo_onto_its_day()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await WaitAsync(house, 1, NextDays with { Times = [new DayTime(new LocalTime(10, 0), new LocalTime(12, 0))] });
        var proposal = await PlanAsync(house);
        var day = proposal.Visits.Single().Date;
        Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        var plan = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, day));
        Accept(await plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        await EventuallyAsync(async () => await StatusOf(house, visit) == VisitStatus.Backlog);
        Assert.Null(await OnDayAsync(house, visit, day));

        Accept(await plan.RedoAsync(new RedoChange(null), house.Command("redo")));
        await EventuallyAsync(async () => (await OnDayAsync(house, visit, day))?.Technician is not null);
        var again = (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!;
        Assert.Equal((VisitStatus.Scheduled, day, 1), (again.Status, again.Date!.Value, again.Windows.Count));
    }

    [Fact]
    public async Task What_needs_two_technicians_is_proposed_with_both_booked_with_both_and_taken_back_from_both()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var pair = await WaitAsync(house, 2, NextDays, "set-up");
        await WaitAsync(house, 3, NextDays);
        var proposal = await PlanAsync(house);
        var proposed = proposal.Visits.Single(visit => visit.Visit == pair);
        Assert.Equal(new("t3"), proposed.Technician);
        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take"))).Remarks);
        var booked = await OnDayAsync(house, pair, proposed.Date);
        Assert.Equal((proposed.Technician, proposed.Second!.Technician), (booked!.Technician!.Value, booked.Partner!.Technician!.Value));
        Assert.Empty(Accept(await List(house).UndoAsync(new UndoBacklogBooking(new("take")), house.Command("undo"))).Remarks);
        await EventuallyAsync(async () => await StatusOf(house, pair) == VisitStatus.Backlog);
        Assert.All(
            await house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, proposed.Date)).RoutesAsync(),
            route => Assert.DoesNotContain(route.Stops, stop => VisitHalves.WholeOf(stop.Visit) == pair));
        Assert.Equal(proposal.Visits, (await List(house).ViewAsync()).Proposal!.Visits);
    }

    [Fact]
    public async Task What_may_be_today_goes_into_what_is_left_of_today_beside_what_is_under_way_and_after_the_last_shift_no_more()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var told = await house.PromiseAsync("t1", "t2");
        await house.AdvanceAsync(10);
        await house.ReportAsync("t1", new SetOut(told[0]));
        var visit = await WaitAsync(house, 5, new DaySpan(Date, Date));
        var proposal = await PlanAsync(house, days: 1);
        Assert.Equal([Date, Date.PlusDays(1)], proposal.Days);
        var proposed = Assert.Single(proposal.Visits);
        Assert.Equal(Date, proposed.Date);
        Assert.True(proposed.ArriveAt > Midnight + Duration.FromHours(10));
        Assert.Empty(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take"))).Remarks);
        Assert.Equal(proposed.Technician, (await OnDayAsync(house, visit, Date))!.Technician);
        Assert.Equal(told[0], (await house.Plan.RoutesAsync()).Single(route => route.Technician == new TechnicianId("t1")).Stops[0].Visit);

        await WaitAsync(house, 6, new DaySpan(Date, Date.PlusDays(1)));
        await house.AdvanceAsync(17);
        Assert.Equal([Date.PlusDays(1)], (await PlanAsync(house, days: 1, "late")).Days);
    }

    [Fact]
    public async Task Where_the_technician_has_dropped_out_since_another_comes_and_the_answer_says_so()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await WaitAsync(house, 1, new DaySpan(Date.PlusDays(1), Date.PlusDays(1)));
        var proposed = (await PlanAsync(house)).Visits.Single();
        var plan = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, proposed.Date));
        Accept(await plan.MarkOutAsync(new MarkTechnicianOut(proposed.Technician, "ill", null, null), house.Command("out")));
        var proposal = (await List(house).ViewAsync()).Proposal!;
        var taken = Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take")));
        var remark = Assert.Single(taken.Remarks);
        Assert.Equal(("backlog-booked-otherwise", visit.Value), (remark.Code, remark.Values["visit"]));
        Assert.NotEqual(proposed.Technician, (await OnDayAsync(house, visit, proposed.Date))!.Technician);
    }

    [Fact]
    public async Task Where_the_day_has_filled_up_since_the_visit_stays_on_the_list_with_its_reason()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await WaitAsync(house, 1, new DaySpan(Date.PlusDays(1), Date.PlusDays(1)));
        var proposal = await PlanAsync(house);
        var plan = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1)));
        foreach (var technician in (string[])["t1", "t2"])
            Accept(await plan.MarkOutAsync(new MarkTechnicianOut(new(technician), "ill", null, null), house.Command("out-" + technician)));
        var remark = Assert.Single(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("take"))).Remarks);
        Assert.Equal("backlog-gap-gone", remark.Code);
        Assert.Equal(VisitStatus.Backlog, await StatusOf(house, visit));
        var staying = Assert.Single((await List(house).ViewAsync()).Proposal!.Staying);
        Assert.Equal((visit, "backlog-gap-gone"), (staying.Visit, staying.Why[0].Code));
    }

    [Fact]
    public async Task What_is_booked_stays_as_it_was_and_only_gaps_are_used()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var tomorrow = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1)));
        for (var i = 0; i < 4; i++)
            await house.RequestAsync(i, date: Date.PlusDays(1));
        await EventuallyAsync(async () => (await tomorrow.RoutesAsync()).Sum(route => route.Stops.Count) == 4 && !(await tomorrow.ViewAsync()).IsPlanning);
        Accept(await tomorrow.PublishAsync(house.Command("publish")));
        await EventuallyAsync(async () => !(await tomorrow.ViewAsync()).IsPlanning);
        var before = await tomorrow.RoutesAsync();
        await WaitAsync(house, 5, new DaySpan(Date.PlusDays(1), Date.PlusDays(1)));
        await WaitAsync(house, 6, new DaySpan(Date.PlusDays(1), Date.PlusDays(1)));
        var proposal = await PlanAsync(house, days: 1);
        Assert.Equal(2, proposal.Visits.Count);
        foreach (var (was, becomes) in before.Zip(await tomorrow.RoutesAsync()))
            Assert.Equal(was.Stops.Select(stop => stop.Visit), becomes.Stops.Select(stop => stop.Visit));
    }

    [Fact]
    public async Task Of_two_for_one_gap_the_one_with_the_earlier_last_day_goes_first()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        // Nobody but t3 has the skill; five hours each leave room for one a day.
        var later = await WaitAsync(house, 1, new DaySpan(Date.PlusDays(1), Date.PlusDays(9)), "ventilator", 300);
        var sooner = await WaitAsync(house, 2, new DaySpan(Date.PlusDays(1), Date.PlusDays(1)), "ventilator", 300);
        var proposal = await PlanAsync(house, days: 1);
        Assert.Equal(sooner, Assert.Single(proposal.Visits).Visit);
        Assert.Equal((later, "backlog-no-gap"), (Assert.Single(proposal.Staying).Visit, proposal.Staying[0].Why[0].Code));
        Assert.Equal([sooner, later], (await PlanAsync(house, days: 2, "again")).Visits.Select(visit => visit.Visit));
    }

    [Fact]
    public async Task What_cannot_be_planned_stays_with_what_a_person_must_do()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await house.AdvanceAsync(17);
        var visits = new Dictionary<string, VisitId>
        {
            ["backlog-no-days-said"] = await WaitAsync(house, 0, null),
            ["backlog-days-over"] = await WaitAsync(house, 1, new DaySpan(Date, Date)),
            ["backlog-later"] = await WaitAsync(house, 3, new DaySpan(Date.PlusDays(30), Date.PlusDays(40))),
        };
        Accept(await house.Grains.GetGrain<ITechnicianGrain>("t3").SaveAsync(
            (await house.Grains.GetGrain<ITechnicianGrain>("t3").ProfileAsync())! with { Skills = [] }, house.Command("unskilled")));
        visits["skill-missing"] = await WaitAsync(house, 4, NextDays, "ventilator");
        var proposal = await PlanAsync(house);
        Assert.Empty(proposal.Visits);
        Assert.Equal(
            visits.OrderBy(pair => pair.Value.Value, StringComparer.Ordinal).Select(pair => (pair.Value, pair.Key)),
            proposal.Staying.OrderBy(staying => staying.Visit.Value, StringComparer.Ordinal).Select(staying => (staying.Visit, staying.Why[0].Code)));
    }

    [Fact]
    public async Task A_proposal_outlives_a_restart_and_stands_on_the_desks_feed()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-backlog-").FullName;
        ProposalId id;
        await using (var house = await OpenAsync(folder))
        {
            await house.FurnishAsync();
            await WaitAsync(house, 1, NextDays);
            id = (await PlanAsync(house)).Id;
        }

        await using (var house = await OpenAsync(folder))
        {
            Assert.Equal(id, (await List(house).ViewAsync()).Proposal!.Id);
            var feed = await house.Grains.GetGrain<IFeedGrain>(FeedName.Desk(Territory)).WatchAsync(house.Grains.CreateObjectReference<IFeedObserver>(new Deaf()), -1);
            Assert.Equal(id, Assert.Single(feed.Changes.OfType<BacklogPlanChanged>()).Plan.Proposal!.Id);
            Accept(await List(house).TakeAsync(new TakeBacklogProposal(id, null), house.Command("take")));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Days_that_cannot_be_are_refused_and_change_nothing()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var over = new DaySpan(Date.PlusDays(-1), Date);
        var visit = house.Grains.GetGrain<IVisitGrain>("v1");
        Assert.Equal("days-past", (await visit.RequestAsync(Request(0, over), house.Command("v1"))).Refusal!.Code);
        Assert.Null(await visit.ViewAsync());
        Accept(await visit.RequestAsync(Request(0, NextDays), house.Command("v1-right")));
        Assert.Equal("days-past", (await visit.RescheduleAsync(new RescheduleVisit(null, null) { Days = over }, house.Command("v1-over"))).Refusal!.Code);
        Assert.Equal("days-and-date", (await visit.RescheduleAsync(new RescheduleVisit(Date, null) { Days = NextDays }, house.Command("v1-both"))).Refusal!.Code);
        Assert.Equal(NextDays, (await visit.ViewAsync())!.Days);
        Accept(await visit.RescheduleAsync(new RescheduleVisit(null, null) { Days = NextDays with { Last = Date.PlusDays(9) } }, house.Command("v1-longer")));
        Assert.Equal(Date.PlusDays(9), (await visit.ViewAsync())!.Days!.Last);
    }

    [Fact]
    public async Task Planning_and_taking_what_cannot_be_is_refused()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await WaitAsync(house, 0, NextDays);
        Assert.Equal("backlog-days", (await List(house).PlanAsync(new PlanBacklog(15), house.Command("too-far"))).Refusal!.Code);
        Assert.Equal("backlog-proposal-gone", (await List(house).TakeAsync(new TakeBacklogProposal(new("none"), null), house.Command("none"))).Refusal!.Code);
        Assert.Equal("unknown", (await house.Grains.GetGrain<IBacklogGrain>("nowhere").PlanAsync(new PlanBacklog(null), house.Command("nowhere"))).Refusal!.Code);
        var proposal = await PlanAsync(house);
        Assert.Equal("backlog-visit-not-proposed", (await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, [new("other")]), house.Command("other"))).Refusal!.Code);
        Accept(await house.Grains.GetGrain<IVisitGrain>(visit.Value).CancelAsync(new CancelVisit("moved away"), house.Command("cancel")));
        Assert.Equal("backlog-not-waiting", Assert.Single(Accept(await List(house).TakeAsync(new TakeBacklogProposal(proposal.Id, null), house.Command("late"))).Remarks).Code);
    }

    [Fact]
    public async Task A_days_outlook_comes_back_as_it_went()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        await house.PromiseAsync("t1", "t2", "t1");
        var outlook = await house.Grains.GetGrain<IDayOutlookSource>(DayPlanKey.Of(Territory, Date)).OutlookAsync();
        Assert.Equal(outlook.State, EventCatalogue.Write(outlook.Read()));
        Assert.Equal(3, outlook.Read().Visits.Count);
    }

    private static readonly Comparer<VisitId> ById = Comparer<VisitId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static IBacklogGrain List(House house) => house.Grains.GetGrain<IBacklogGrain>(Territory.Value);

    private static RequestVisit Request(int patient, DaySpan? days, string type = "refill", int? minutes = null) =>
        new(Territory, new(type), new($"p{patient}"), [], null, null, minutes, null, UrgencyClass.P4, null, null, "") { Days = days };

    private static async Task<VisitId> WaitAsync(House house, int patient, DaySpan? days, string type = "refill", int? minutes = null)
    {
        var id = new VisitId($"waits-{patient}");
        Accept(await house.Grains.GetGrain<IVisitGrain>(id.Value).RequestAsync(Request(patient, days, type, minutes), house.Command(id.Value)));
        return id;
    }

    private static async Task<BacklogProposal> PlanAsync(House house, int? days = null, string id = "plan")
    {
        for (var sent = 0; sent < 2; sent++)
            Accept(await List(house).PlanAsync(new PlanBacklog(days), house.Command(id)));
        await EventuallyAsync(async () => await List(house).ViewAsync() is { IsPlanning: false, Proposal: { } found } && found.Id.Value == id);
        return (await List(house).ViewAsync()).Proposal!;
    }

    private static async Task<VisitStatus> StatusOf(House house, VisitId visit) => (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!.Status;

    private static Task<VisitStatus[]> StatusesAsync(House house, IEnumerable<VisitId> visits) => Task.WhenAll(visits.Select(visit => StatusOf(house, visit)));

    private static async Task<VisitView?> OnDayAsync(House house, VisitId visit, LocalDate day) =>
        (await house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, day)).VisitsAsync()).FirstOrDefault(view => view.Id == visit);

    private sealed class Deaf : IFeedObserver
    {
        public Task ChangedAsync(BoardMessage message) => Task.CompletedTask;
    }
}
