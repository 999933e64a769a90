using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class BookingTests
{
    [Fact]
    public async Task A_booking_goes_where_it_was_chosen_also_when_the_outbox_was_quicker()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(1);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician is not null);
        var other = (await house.VisitAsync(visit))!.Technician!.Value.Value == "t1" ? "t2" : "t1";
        await BookAsync(house, visit, other);
        Assert.Equal(other, (await house.VisitAsync(visit))!.Technician!.Value.Value);
    }

    [Fact]
    public async Task To_take_a_booking_back_calls_the_visit_off_and_to_make_it_again_opens_it()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(1);
        await BookAsync(house, visit, "t2");
        var grain = house.Grains.GetGrain<IVisitGrain>(visit.Value);
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        Assert.Null(await house.VisitAsync(visit));
        await EventuallyAsync(async () => (await grain.ViewAsync())!.Status == VisitStatus.Cancelled);

        Accept(await house.Plan.RedoAsync(new RedoChange(null), house.Command("redo")));
        await EventuallyAsync(async () => await house.VisitAsync(visit) is { Technician: not null });
        Assert.Equal(VisitStatus.Scheduled, (await grain.ViewAsync())!.Status);
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo-again")));
        await EventuallyAsync(async () => (await grain.ViewAsync())!.Status == VisitStatus.Cancelled);
    }

    [Fact]
    public async Task Undo_takes_back_what_is_free_and_names_what_stands_in_the_way()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t1");
        Accept(await house.Plan.MoveAsync(new MoveVisits(visits, new("t2"), null, null, null), house.Command("move-both")));
        await house.AdvanceAsync(8, 5);
        await house.ReportAsync("t2", new DutyStarted());
        await house.ReportAsync("t2", new SetOut(visits[0]));
        var undone = Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        Assert.Contains(undone.Remarks, remark => remark.Code == "visit-not-free" && remark.Values["visit"] == visits[0].Value);
        Assert.Equal("t2", (await house.VisitAsync(visits[0]))!.Technician!.Value.Value);
        Assert.Equal("t1", (await house.VisitAsync(visits[1]))!.Technician!.Value.Value);
        Assert.Equal("nothing-to-undo", (await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo-of-emre", "emre"))).Refusal!.Code);
    }

    [Fact]
    public async Task What_people_do_while_the_planner_is_at_work_is_never_lost()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        for (var i = 0; i < 8; i++)
            await house.RequestAsync(i);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 8);
        var wanted = new Dictionary<VisitId, TechnicianId>();
        for (var round = 0; round < 6; round++)
        {
            // Each cancelled visit sets the planner to work anew; each move comes while it is.
            var visit = (await house.Plan.VisitsAsync()).First(view => !wanted.ContainsKey(view.Id));
            var to = new TechnicianId(visit.Technician!.Value.Value == "t1" ? "t2" : "t1");
            if (round % 3 == 2)
                Accept(await house.Grains.GetGrain<IVisitGrain>(visit.Id.Value).CancelAsync(new CancelVisit("moved away"), house.Command($"cancel-{round}")));
            else
                Accept(await house.Plan.MoveAsync(new MoveVisits([visit.Id], wanted[visit.Id] = to, null, null, null), house.Command($"move-{round}")));
        }

        await EventuallyAsync(async () => !(await house.Plan.ViewAsync()).IsPlanning && (await house.Plan.VisitsAsync()).Count == 6);
        foreach (var (visit, technician) in wanted)
            Assert.Equal((technician, technician), ((await house.VisitAsync(visit))!.Technician!.Value, (await house.VisitAsync(visit))!.PinnedTechnician!.Value));
    }

    private static async Task BookAsync(House house, VisitId visit, string technician)
    {
        var details = (await house.Grains.GetGrain<IVisitGrain>(visit.Value).DetailsAsync())!;
        var options = await house.Plan.ProposeInsertionsAsync(details);
        var option = options.Options.Single(option => option.Technician.Value == technician);
        Accept(await house.Plan.InsertAsync(new InsertVisit(visit, details, option, options.PlanVersion), house.Command("book-" + visit.Value)));
    }
}
