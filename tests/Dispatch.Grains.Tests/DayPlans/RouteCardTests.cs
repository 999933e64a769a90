using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Messages;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class RouteCardTests
{
    private static readonly TechnicianId Tech = new("t1");

    [Fact]
    public async Task Silence_on_a_changed_route_sends_a_message_after_two_minutes_and_asks_for_a_call_after_five()
    {
        await using var house = await OpenAsync();
        var visit = await AtWorkAsync(house);
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], Tech, null, null, null), house.Command("move")));
        var card = (await house.Plan.TechnicianDayAsync(Tech))!.Change!;
        Assert.Contains(card.Lines, line => line.Visit == visit && line.Change == "new");
        Assert.Empty(await WrittenAsync(house));

        await house.AdvanceAsync(9, 2);
        await EventuallyAsync(async () => (await WrittenAsync(house)).Count == 1);
        Assert.Empty(await house.Desk.CallsAsync());
        await house.AdvanceAsync(9, 5);
        await EventuallyAsync(async () => (await house.Desk.CallsAsync()).Any(task => task.Why.Code == "route-unanswered" && task.Technician == Tech));

        Accept(await house.Plan.AnswerRouteChangeAsync(Tech, new AnswerRouteChange(card.Number, true, ""), house.Command("ok", "t1")));
        Assert.Null((await house.Plan.TechnicianDayAsync(Tech))!.Change);
        await EventuallyAsync(async () => (await house.Desk.CallsAsync()).Count == 0);
    }

    [Fact]
    public async Task An_urgent_visit_on_a_route_is_written_at_once()
    {
        await using var house = await OpenAsync();
        await AtWorkAsync(house);
        var urgent = await house.RequestAsync(6, urgency: UrgencyClass.P1, deadline: Midnight + Duration.FromHours(11));
        await EventuallyAsync(async () => (await house.VisitAsync(urgent))?.Technician is not null);
        Accept(await house.Plan.MoveAsync(new MoveVisits([urgent], Tech, null, null, null), house.Command("move")));
        await EventuallyAsync(async () => (await WrittenAsync(house)).Count >= 1);
    }

    [Fact]
    public async Task Cannot_gives_the_new_visit_back_to_the_planner_with_the_reason()
    {
        await using var house = await OpenAsync();
        var visit = await AtWorkAsync(house);
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], Tech, null, null, null), house.Command("move")));
        var card = (await house.Plan.TechnicianDayAsync(Tech))!.Change!;
        Accept(await house.Plan.AnswerRouteChangeAsync(Tech, new AnswerRouteChange(card.Number, false, "The ramp is stuck.", "van"), house.Command("cannot", "t1")));
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician?.Value == "t2");
        await EventuallyAsync(async () => (await house.Desk.AlarmsAsync()).Any(alarm => alarm is { Code: "declined", What.Code: "declined-route-words" } && alarm.What.Values["why"] == "van" && alarm.What.Values["words"] == "The ramp is stuck."));
    }

    // One promised visit on each route, t1 at work at nine; gives the visit that t2 has.
    private static async Task<VisitId> AtWorkAsync(House house)
    {
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t2");
        await house.AdvanceAsync(9);
        await house.ReportAsync("t1", new DutyStarted());
        return visits[1];
    }

    private static async Task<IReadOnlyList<MessageView>> WrittenAsync(House house) =>
        [.. (await house.Desk.MessagesAsync(100)).Where(message => message is { Code: "route-changed", Audience: MessageAudience.Technician })];
}
