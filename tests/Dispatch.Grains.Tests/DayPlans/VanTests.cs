using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Vans;
using NodaTime;
using static Dispatch.Grains.Tests.DayPlans.WhoMayComeTests;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>What a van carries besides parts: test instruments in calibration, and room for what is brought and taken.</summary>
public sealed class VanTests
{
    private static readonly InstrumentId Analyser = new("analyser");
    private static readonly SpaceId Full = new("full");
    private static readonly SpaceId Empty = new("empty");

    [Fact]
    public async Task A_visit_goes_to_a_van_whose_instrument_is_in_calibration_that_day()
    {
        await using var house = await FurnishedAsync();
        await ChangeAsync(house, "t1", technician => technician with { Instruments = [new Instrument(Analyser, "OA-1", Date.PlusDays(-1))] });
        await ChangeAsync(house, "t2", technician => technician with { Instruments = [new Instrument(Analyser, "OA-2", Date)] });
        var visit = await house.RequestAsync(0, "measured");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t2"));
        var refused = await house.Plan.MoveAsync(new MoveVisits([visit], new("t1"), null, null, null), house.Command("move"));
        Assert.Equal("calibration-ran-out", refused.Refusal!.Code);
        Assert.Equal("Tech 1: the calibration of Oxygen analyser ran out on 1 March 2026.", refused.Refusal.Text);
        var verdicts = (await house.Plan.ReasonsAsync(visit))!.Technicians.ToDictionary(verdict => verdict.Technician.Value);
        Assert.Equal(("relax-calibration", "2026-03-01"), (verdicts["t1"].Relaxation!.Code, verdicts["t1"].Relaxation!.Values["expires"]));
        Assert.Equal("relax-instrument", verdicts["t3"].Relaxation!.Code);
    }

    [Fact]
    public async Task The_day_after_its_calibration_has_run_out_nobody_has_the_visit_and_the_date_is_said()
    {
        await using var house = await FurnishedAsync();
        await ChangeAsync(house, "t1", technician => technician with { Instruments = [new Instrument(Analyser, "OA-1", Date)] });
        var today = await house.RequestAsync(0, "measured");
        var tomorrow = await house.RequestAsync(1, "measured", Date.PlusDays(1));
        await EventuallyAsync(async () => (await house.VisitAsync(today))?.Technician == new TechnicianId("t1"));
        await EventuallyAsync(async () => (await house.VisitAsync(tomorrow, 1))?.UnassignedReasons.Any(reason => reason.Code == "instrument-expired") == true);
    }

    [Fact]
    public async Task An_instrument_that_is_calibrated_again_lets_the_visit_in()
    {
        await using var house = await FurnishedAsync();
        await ChangeAsync(house, "t1", technician => technician with { Instruments = [new Instrument(Analyser, "OA-1", Date.PlusDays(-9))] });
        var visit = await house.RequestAsync(0, "measured");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.UnassignedReasons.Any(reason => reason.Code == "instrument-expired") == true);
        // Of two of a kind one that is in date will do.
        await ChangeAsync(house, "t1", technician => technician with { Instruments = [.. technician.Instruments, new Instrument(Analyser, "OA-9", Date.PlusDays(90))] });
        await house.AdvanceAsync(7, 2);
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new TechnicianId("t1"));
    }

    [Fact]
    public async Task An_instrument_that_is_not_in_the_catalogue_is_refused_on_a_van_and_for_a_visit_type()
    {
        await using var house = await FurnishedAsync();
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t1");
        var profile = (await technician.ProfileAsync())!;
        foreach (var (wrong, code) in new[] { (new Instrument(new("hammer"), "", null), "instrument-unknown"), (new Instrument(Analyser, "OA 1", null), "serial-form") })
            Assert.Equal(code, (await technician.SaveAsync(profile with { Instruments = [wrong] }, house.Command($"bad-{code}"))).Refusal!.Code);
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var before = (await territory.ProfileAsync())!;
        Assert.Equal("instrument-unknown", (await territory.SaveAsync(before with { VisitTypes = [Type("x") with { Instruments = [new("hammer")] }] }, house.Command("bad-type"))).Refusal!.Code);
        Assert.Equal("space-unknown", (await territory.SaveAsync(before with { VisitTypes = [Type("x") with { Takes = [new SpaceCount(new("attic"), 1)] }] }, house.Command("bad-space"))).Refusal!.Code);
        Assert.Empty((await technician.ProfileAsync())!.Instruments);
    }

    [Fact]
    public async Task What_is_taken_along_needs_room_of_its_own_and_full_and_empty_are_counted_apart()
    {
        await using var house = await FurnishedAsync();
        foreach (var id in new[] { "t1", "t2", "t3" })
            await ChangeAsync(house, id, technician => technician with { Room = [new SpaceCount(Full, 20), new SpaceCount(Empty, id == "t1" ? 5 : 0)] });
        var first = await house.RequestAsync(0, "swap");
        await EventuallyAsync(async () => (await house.VisitAsync(first))?.Technician == new TechnicianId("t1"));
        var second = await house.RequestAsync(1, "swap");
        await EventuallyAsync(async () => (await house.VisitAsync(second))?.UnassignedReasons.Any(reason => reason.Code == "room-taken") == true);
        var verdicts = (await house.Plan.ReasonsAsync(second))!.Technicians.ToDictionary(verdict => verdict.Technician.Value);
        Assert.Equal(("relax-room", "1", "Empty cylinders"), (verdicts["t1"].Relaxation!.Code, verdicts["t1"].Relaxation!.Values["count"], verdicts["t1"].Relaxation!.Values["space"]));
        Assert.Equal(("room-missing", "3"), (verdicts["t2"].Why.Code, verdicts["t2"].Relaxation!.Values["count"]));
        var refused = await house.Plan.MoveAsync(new MoveVisits([second], new("t1"), null, null, null), house.Command("move"));
        Assert.Equal("room-taken", refused.Refusal!.Code);
        Assert.Null((await house.VisitAsync(second))!.Technician);
        // A bigger rack, and it goes along.
        await ChangeAsync(house, "t1", technician => technician with { Room = [new SpaceCount(Full, 20), new SpaceCount(Empty, 6)] });
        await house.AdvanceAsync(7, 2);
        await EventuallyAsync(async () => (await house.VisitAsync(second))?.Technician == new TechnicianId("t1"));
    }

    [Fact]
    public async Task What_is_aboard_already_counts_and_is_shown_with_the_most_that_will_be()
    {
        await using var house = await FurnishedAsync();
        foreach (var id in new[] { "t1", "t2", "t3" })
            await ChangeAsync(house, id, technician => technician with { Room = [new SpaceCount(Full, 20), new SpaceCount(Empty, id == "t1" ? 5 : 0)] });
        var first = await house.RequestAsync(0, "swap");
        await EventuallyAsync(async () => (await house.VisitAsync(first))?.Technician == new TechnicianId("t1"));
        Assert.Equal([new SpaceUse(Empty, 0, 3, 5), new SpaceUse(Full, 3, 3, 20)], (await RouteAsync(house)).Spaces);
        var stop = (await house.Plan.TechnicianDayAsync(new("t1")))!.Stops.Single();
        Assert.Equal((new LoadLine("Full cylinders", 3), new LoadLine("Empty cylinders", 3)), (stop.Brings.Single(), stop.Takes.Single()));
        await house.AdvanceAsync(8, 0);
        foreach (var fact in new TechnicianFact[] { new DutyStarted(), new SetOut(first), new ArrivedAtVisit(first), new FinishedVisit(first, "Done.") })
            await house.ReportAsync("t1", fact);
        Assert.Equal([new SpaceUse(Empty, 3, 3, 5), new SpaceUse(Full, 0, 0, 20)], (await RouteAsync(house)).Spaces);
        var second = await house.RequestAsync(1, "swap");
        await EventuallyAsync(async () => (await house.VisitAsync(second))?.UnassignedReasons.Any(reason => reason.Code == "room-missing") == true);
    }

    private static async Task<RouteView> RouteAsync(House house) => (await house.Plan.RoutesAsync()).Single(route => route.Technician == new TechnicianId("t1"));

    private static async Task<House> FurnishedAsync()
    {
        var house = await OpenAsync();
        await house.FurnishAsync();
        var territory = house.Grains.GetGrain<ITerritoryGrain>(Territory.Value);
        var profile = (await territory.ProfileAsync())!;
        Accept(await territory.SaveAsync(
            profile with
            {
                Instruments = [new InstrumentKind(Analyser, "Oxygen analyser")],
                Spaces = [new SpaceKind(Full, "Full cylinders"), new SpaceKind(Empty, "Empty cylinders")],
                VisitTypes =
                [
                    .. profile.VisitTypes, Type("measured") with { Instruments = [Analyser] },
                    Type("swap") with { Brings = [new SpaceCount(Full, 3)], Takes = [new SpaceCount(Empty, 3)] },
                ],
            },
            house.Command("types")));
        return house;
    }

    private static async Task ChangeAsync(House house, string technician, Func<TechnicianProfile, TechnicianProfile> change)
    {
        var grain = house.Grains.GetGrain<ITechnicianGrain>(technician);
        Accept(await grain.SaveAsync(change((await grain.ProfileAsync())!), house.Command($"change-{technician}-{Guid.NewGuid():N}")));
    }
}
