using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A dispatcher keeps a route in its order up to a stop: the planner places nothing before it and moves nothing of it.</summary>
public sealed class KeptOrderTests
{
    private static readonly TechnicianId First = new("t1");

    [Fact]
    public async Task The_planner_puts_nothing_between_and_takes_nothing_out_of_what_is_kept_in_order()
    {
        await using var house = await OpenAsync();
        var kept = await KeptAsync(house, 3);
        foreach (var stop in (await RouteAsync(house)).Stops)
            Assert.True(stop is { IsOrderKept: true, IsFrozen: true });
        Assert.Equal("order-kept", (await house.Plan.VisitAsync(kept[1]))!.WhyHere[0].Code);
        // The others are out, so that all that is new comes to this route, urgent or not.
        foreach (var other in new[] { "t2", "t3" })
            Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(new(other), "ill", null, null), house.Command($"out-{other}")));
        var late = await house.RequestAsync(4);
        var urgent = await house.RequestAsync(5, urgency: UrgencyClass.P0, deadline: Midnight + NodaTime.Duration.FromHours(9));
        await EventuallyAsync(async () => (await RouteAsync(house)).Stops.Count == 5);
        Assert.Equal(kept, (await RouteAsync(house)).Stops.Take(3).Select(stop => stop.Visit));
        Assert.Equal([urgent, late], (await RouteAsync(house)).Stops.Skip(3).Select(stop => stop.Visit));
    }

    [Fact]
    public async Task By_hand_a_visit_may_go_between_and_where_no_place_is_said_it_goes_behind()
    {
        await using var house = await OpenAsync();
        var kept = await KeptAsync(house, 2);
        var one = await house.RequestAsync(3);
        var two = await house.RequestAsync(4);
        await EventuallyAsync(async () => (await house.VisitAsync(two))?.Technician is not null && (await house.VisitAsync(one))?.Technician is not null);
        Accept(await house.Plan.MoveAsync(new MoveVisits([one], First, null, null, null), house.Command("behind")));
        Assert.Equal(kept, (await RouteAsync(house)).Stops.Take(2).Select(stop => stop.Visit));
        Accept(await house.Plan.MoveAsync(new MoveVisits([two], First, 1, null, null), house.Command("between")));
        Assert.Equal([kept[0], two, kept[1]], (await RouteAsync(house)).Stops.Take(3).Select(stop => stop.Visit));
        Assert.True((await RouteAsync(house)).Stops[1].IsOrderKept);
    }

    [Fact]
    public async Task It_lasts_until_it_is_lifted_or_taken_back_or_its_last_stop_is_done()
    {
        await using var house = await OpenAsync();
        var kept = await KeptAsync(house, 2);
        Accept(await house.Plan.UndoAsync(new UndoChange(null), house.Command("undo")));
        Assert.DoesNotContain((await RouteAsync(house)).Stops, stop => stop.IsOrderKept);
        Accept(await house.Plan.RedoAsync(new RedoChange(null), house.Command("redo")));
        Assert.All((await RouteAsync(house)).Stops, stop => Assert.True(stop.IsOrderKept));
        Accept(await house.Plan.PinAsync(new PinVisit(kept[1], false, false), house.Command("lift")));
        Assert.DoesNotContain((await RouteAsync(house)).Stops, stop => stop.IsOrderKept || stop.IsPinned && stop.Visit == kept[1]);
        Accept(await house.Plan.PinAsync(new PinVisit(kept[0], false, false) { KeepsOrder = true }, house.Command("again")));
        Assert.Equal([true, false], (await RouteAsync(house)).Stops.Select(stop => stop.IsOrderKept));
        await house.AdvanceAsync(8, 0);
        foreach (var fact in new TechnicianFact[] { new DutyStarted(), new SetOut(kept[0]), new ArrivedAtVisit(kept[0]), new FinishedVisit(kept[0], "Done.") })
            await house.ReportAsync("t1", fact);
        Assert.DoesNotContain((await RouteAsync(house)).Stops, stop => stop.IsOrderKept);
    }

    [Fact]
    public async Task Who_drops_out_keeps_nothing_and_a_visit_that_nobody_has_keeps_no_order()
    {
        await using var house = await OpenAsync();
        var kept = await KeptAsync(house, 2);
        Accept(await house.Plan.MarkOutAsync(new MarkTechnicianOut(First, "ill", null, null), house.Command("out")));
        await EventuallyAsync(async () => (await house.VisitAsync(kept[0]))?.Technician == new TechnicianId("t2"));
        Assert.False((await house.VisitAsync(kept[1]))!.KeepsOrder);
        Accept(await house.Plan.MoveAsync(new MoveVisits([kept[1]], null, null, null, null), house.Command("off")));
        Assert.Equal("visit-unassigned", (await house.Plan.PinAsync(new PinVisit(kept[1], false, false) { KeepsOrder = true }, house.Command("pin"))).Refusal!.Code);
    }

    // So many refills on the first route in their order, kept up to the last.
    private static async Task<VisitId[]> KeptAsync(House house, int count)
    {
        await house.FurnishAsync();
        var visits = new List<VisitId>();
        for (var i = 0; i < count; i++)
            visits.Add(await house.RequestAsync(i));
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == count);
        for (var i = 0; i < count; i++)
            Accept(await house.Plan.MoveAsync(new MoveVisits([visits[i]], First, i, null, null), house.Command($"place-{i}")));
        foreach (var visit in visits)
            Accept(await house.Plan.PinAsync(new PinVisit(visit, false, false), house.Command($"free-{visit}")));
        Accept(await house.Plan.PinAsync(new PinVisit(visits[^1], false, false) { KeepsOrder = true }, house.Command("keep")));
        Assert.Equal(visits, (await RouteAsync(house)).Stops.Select(stop => stop.Visit));
        return [.. visits];
    }

    private static async Task<RouteView> RouteAsync(House house) => (await house.Plan.RoutesAsync()).Single(route => route.Technician == First);
}
