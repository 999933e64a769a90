using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class NightTests
{
    [Fact]
    public async Task At_midnight_what_is_open_rolls_over_and_what_is_urgent_goes_to_who_is_on_call()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { OnCall = [new("t3")] });
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new("t3"), "ill", null, null), house.Command("out")));
        var routine = await house.RequestAsync(1);
        var urgent = await house.RequestAsync(2, "ventilator", deadline: Midnight + Duration.FromHours(17));
        await EventuallyAsync(async () => (await house.Plan.VisitsAsync()).Count == 2);
        Accept(await house.Plan.MoveAsync(new MoveVisits([routine], null, null, null, null), house.Command("off")));

        await house.AdvanceAsync(0, 0, days: 1);
        await EventuallyAsync(async () => await house.VisitAsync(routine, daysOn: 1) is { Technician: not null });
        await EventuallyAsync(async () => (await house.Desk.CallsAsync()).Any(task => task.Why.Code == "on-call" && task.Technician!.Value.Value == "t3"));
        await EventuallyAsync(async () => await house.VisitAsync(urgent, daysOn: 1) is { PinnedTechnician.Value: "t3" });
        var planned = (await house.VisitAsync(urgent, daysOn: 1))!;
        Assert.True(planned.EstimatedArrival < Midnight + Duration.FromHours(26), $"planned for {planned.EstimatedArrival}, hours before the shift begins");
        Assert.Null(await house.VisitAsync(routine));
    }

    [Fact]
    public async Task What_was_under_way_at_midnight_ends_on_its_own_day()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1");
        await house.AdvanceAsync(23, 50);
        await house.ReportAsync("t1", new DutyStarted());
        await house.ReportAsync("t1", new SetOut(visits[0]));
        await house.ReportAsync("t1", new ArrivedAtVisit(visits[0]));
        await house.AdvanceAsync(0, 10, days: 1);
        var next = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(1)));
        Accept(await next.ReportAsync(new("t1"), new FinishedVisit(visits[0], "Done."), house.Command("finished", "t1")));
        Assert.Equal(VisitStatus.Done, (await house.VisitAsync(visits[0]))!.Status);
    }

    [Fact]
    public async Task A_life_at_risk_opens_its_card_and_is_raised_when_nobody_answers_for_two_minutes()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var urgent = await house.RequestAsync(3, "ventilator", urgency: UrgencyClass.P0, deadline: house.Clock.Now + Duration.FromMinutes(120));
        await EventuallyAsync(async () => (await house.Desk.AlarmsAsync()).Any(alarm => alarm.Code == "p0" && alarm.Visit == urgent));
        var card = (await house.Desk.AlarmsAsync()).Single(alarm => alarm.Code == "p0");
        Assert.Equal(("112", "Call 112", card.RaisedAt + Duration.FromMinutes(15)), (card.EmergencyNumber, card.EmergencyPlan, card.CallBackBy!.Value));
        await house.AdvanceAsync(7, 2);
        await EventuallyAsync(async () => (await house.Desk.AlarmsAsync()).Single(alarm => alarm.Id == card.Id).Level == 1);
        Accept(await house.Desk.TakeStepAsync(new TakeAlarmStep(card.Id, AlarmStep.Acknowledge, ""), house.Command("acknowledge")));
        await house.AdvanceAsync(7, 30);
        Assert.Equal((1, "dana"), (await house.Desk.AlarmsAsync()).Where(alarm => alarm.Id == card.Id).Select(alarm => (alarm.Level, alarm.Owner)).Single());
    }
}
