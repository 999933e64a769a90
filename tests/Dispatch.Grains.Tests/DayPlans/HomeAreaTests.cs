using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A technician had better stay near home, where there is a home area.</summary>
public sealed class HomeAreaTests
{
    private static readonly GeoPoint InTown = new(43.7384, 7.4246);
    private static readonly GeoPoint FarAway = new(43.9, 7.4246);

    [Fact]
    public async Task A_visit_goes_to_whose_home_area_it_lies_in_and_outside_it_costs_what_the_territory_says()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync(settings: settings => settings with { Planning = settings.Planning with { OutsideAreaPrice = 5_000 } });
        var visit = await house.RequestAsync(2);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 1);
        var nearest = (await house.Plan.VisitsAsync())[0].Technician!.Value;
        var other = new TechnicianId(nearest.Value == "t1" ? "t2" : "t1");
        await LiveAsync(house, nearest, FarAway, 10);
        await LiveAsync(house, other, InTown, 10);
        await house.AdvanceAsync(7, 2);
        Accept(await house.Plan.PinAsync(new PinVisit(visit, true, false), house.Command("pin")));
        await EventuallyAsync(async () => (await house.Plan.ReasonsAsync(visit))!.Costs.GetValueOrDefault("area") == 5_000);

        Accept(await house.Plan.PinAsync(new PinVisit(visit, false, false), house.Command("unpin")));
        var outside = Assert.Single((await house.Plan.ReasonsAsync(visit))!.WhyHere, reason => reason.Code == "outside-home-area");
        Assert.InRange(int.Parse(outside.Values!["kilometres"], System.Globalization.CultureInfo.InvariantCulture), 7, 10);
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], null, 0, null, null), house.Command("off")));
        Accept(await house.Plan.MoveAsync(new MoveVisits([visit], other, 0, null, null), house.Command("on")));
        Accept(await house.Plan.PinAsync(new PinVisit(visit, false, false), house.Command("free")));
        var inside = (await house.Plan.ReasonsAsync(visit))!;
        Assert.Contains(inside.WhyHere, reason => reason.Code == "in-home-area");
        Assert.False(inside.Costs.ContainsKey("area"));

        await house.RequestAsync(3);
        await EventuallyAsync(async () => (await house.VisitAsync(new("visit-3-refill")))?.Technician == other);
    }

    [Theory]
    [InlineData(-1, true, "area-out-of-range")]
    [InlineData(501, true, "area-out-of-range")]
    [InlineData(5, false, "area-without-home")]
    public async Task A_home_area_that_cannot_be_is_refused(int kilometres, bool hasHome, string code)
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t1");
        var before = (await technician.ProfileAsync())!;
        Assert.Equal(code, (await technician.SaveAsync(before with { HomeAreaKilometres = kilometres, StartsAtHome = hasHome, Home = hasHome ? before.Home : null }, house.Command("area"))).Refusal!.Code);
        Assert.Equal(0, (await technician.ProfileAsync())!.HomeAreaKilometres);
    }

    private static async Task LiveAsync(House house, TechnicianId id, GeoPoint home, int kilometres)
    {
        var technician = house.Grains.GetGrain<ITechnicianGrain>(id.Value);
        Accept(await technician.SaveAsync((await technician.ProfileAsync())! with { StartsAtHome = false, Home = home, HomeAreaKilometres = kilometres }, house.Command($"home-{id}")));
    }
}
