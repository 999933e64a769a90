using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class DayTests
{
    [Fact]
    public async Task Visits_that_are_requested_find_a_technician_who_may_do_them()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 6; i++)
            await house.RequestAsync(i);
        var urgent = await house.RequestAsync(6, "ventilator");
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 7);
        var visits = await house.Plan.VisitsAsync();
        Assert.Equal("t3", visits.Single(visit => visit.Id == urgent).Technician!.Value.Value);
        Assert.All(visits.Where(visit => visit.Id != urgent), visit => Assert.NotEqual("t3", visit.Technician!.Value.Value));
    }

    [Fact]
    public async Task What_nobody_can_do_stands_unassigned_with_its_reason()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        House.Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t3"), "ill", null, null), house.Command("out")));
        var urgent = await house.RequestAsync(1, "ventilator");
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Any(visit => visit.Id == urgent && visit.UnassignedReasons.Any(reason => reason.Code == "technician-out")));
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IDeskGrain>(Territory.Value).AlarmsAsync()).Any(alarm => alarm.Code == "unassigned"));
    }

    [Fact]
    public async Task A_move_pins_and_its_undo_puts_the_visit_back()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 4; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 4);
        var visit = (await house.Plan.VisitsAsync()).First(v => v.Technician is not null);
        var (from, to) = (visit.Technician!.Value, new TechnicianId(visit.Technician.Value.Value == "t1" ? "t2" : "t1"));
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit.Id], to, null, null, null), house.Command("move")));
        var moved = (await house.Plan.VisitsAsync()).Single(v => v.Id == visit.Id);
        Assert.Equal((to, to), (moved.Technician!.Value, moved.PinnedTechnician!.Value));
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit.Id], to, null, null, null), house.Command("move")));

        Assert.False((await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo-of-another", "emre"))).IsAccepted);
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        Assert.Equal(from, (await house.Plan.VisitsAsync()).Single(v => v.Id == visit.Id).Technician);
        Accept(await house.Plan.RedoAsync(new RedoChange(null), house.Command("redo")));
        Assert.Equal(to, (await house.Plan.VisitsAsync()).Single(v => v.Id == visit.Id).Technician);
    }

    [Fact]
    public async Task A_hard_rule_refuses_a_move_to_everyone()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(1);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var result = await house.Plan.MoveAsync(new MoveVisits([visit], new("t3"), null, null, null), house.Command("move"));
        Assert.Equal("skill-missing", result.Refusal!.Code);
    }

    [Fact]
    public async Task Facts_walk_a_visit_to_its_end_and_the_visit_hears_of_it()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var who = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        Accept(await house.Plan.PublishAsync(house.Command("publish")));
        foreach (var (minute, fact) in new (int, TechnicianFact)[] { (60, new DutyStarted()), (62, new SetOut(visit)), (75, new ArrivedAtVisit(visit)), (95, new FinishedVisit(visit, "Done.")) })
        {
            await house.Grains.GetGrain<Contracts.Clock.IClockGrain>(0).AdvanceToAsync(Midnight + Duration.FromMinutes(7 * 60 + minute), house.Command($"advance-{minute}"));
            Accept(await house.Plan.ReportAsync(who, fact, house.Command($"fact-{minute}", "phone")));
        }

        var seen = (await house.Plan.VisitsAsync()).Single();
        Assert.Equal(VisitStatus.Done, seen.Status);
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IVisitGrain>(visit.Value).ViewAsync())!.Status == VisitStatus.Done);
        await EventuallyAsync(async () => (await house.Grains.GetGrain<IDeskGrain>(Territory.Value).MessagesAsync(10)).Any(message => message.Code == "on-the-way"));
    }

    [Fact]
    public async Task After_a_restart_the_plan_and_its_promises_are_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-restart-").FullName;
        string before;
        await using (var house = await OpenAsync(folder))
        {
            await house.FurnishAsync();
            for (var i = 0; i < 5; i++)
                await house.RequestAsync(i);
            await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 5);
            Accept(await house.Plan.PublishAsync(house.Command("publish")));
            before = await ShapeAsync(house);
        }

        await using (var again = await OpenAsync(folder))
            Assert.Equal(before, await ShapeAsync(again));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_cancelled_visit_leaves_the_plan_and_a_second_cancel_changes_nothing()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(3);
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Count == 1);
        var grain = house.Grains.GetGrain<IVisitGrain>(visit.Value);
        Accept(await grain.CancelAsync(new CancelVisit("moved away"), house.Command("cancel")));
        Accept(await grain.CancelAsync(new CancelVisit("moved away"), house.Command("cancel")));
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Count == 0);
        Assert.Equal("visit-closed", (await grain.EditAsync(new EditVisit(30, null, null, null, null, null), house.Command("edit"))).Refusal!.Code);
    }

    private static async Task<string> ShapeAsync(House house)
    {
        var routes = await house.Plan.RoutesAsync();
        var visits = await house.Plan.VisitsAsync();
        return string.Join(';', routes.Select(route => $"{route.Technician}:{string.Join(',', route.Stops.Select(stop => $"{stop.Visit}@{stop.ArriveAt}"))}"))
            + string.Join(';', visits.OrderBy(visit => visit.Id.Value, StringComparer.Ordinal).Select(visit => $"{visit.Id}={visit.Promise}"));
    }
}
