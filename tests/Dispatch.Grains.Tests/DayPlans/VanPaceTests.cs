using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Technicians;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>Vans that take longer than the map says.</summary>
public sealed class VanPaceTests
{
    [Fact]
    public async Task A_drive_takes_as_long_as_it_takes_with_the_van_that_drives()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visit = await house.RequestAsync(0, "ventilator");
        await EventuallyAsync(async () => (await house.VisitAsync(visit))?.Technician == new Domain.Ids.TechnicianId("t3"));
        var before = (await house.Plan.RoutesAsync()).Single(route => route.Stops.Count > 0);
        await SlowAsync(house, "t3", 150);
        await house.AdvanceAsync(7, 30);
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Single(route => route.Stops.Count > 0).Stops[0].DriveSeconds != before.Stops[0].DriveSeconds);
        var after = (await house.Plan.RoutesAsync()).Single(route => route.Stops.Count > 0);
        Assert.Equal(Paced(before.Stops[0].DriveSeconds), after.Stops[0].DriveSeconds);
        Assert.Equal(Paced(before.HomeDriveSeconds), after.HomeDriveSeconds);
        Assert.Equal(before.Stops[0].DriveMetres, after.Stops[0].DriveMetres);
        Assert.Equal(after.Stops[0].DriveSeconds, (int)(after.Stops[0].ArriveAt - after.Stops[0].DepartAt).TotalSeconds);
        await house.AdvanceAsync(8, 0);
        foreach (var fact in new TechnicianFact[] { new DutyStarted(), new SetOut(visit) })
            await house.ReportAsync("t3", fact);
        var underWay = (await house.Plan.RoutesAsync()).Single(route => route.Stops.Count > 0).Stops[0];
        Assert.Equal(after.Stops[0].DriveSeconds, (int)(underWay.ArriveAt - underWay.DepartAt).TotalSeconds);
    }

    [Theory]
    [InlineData(79)]
    [InlineData(70)]
    [InlineData(210)]
    [InlineData(105)]
    [InlineData(-100)]
    public async Task A_pace_that_no_van_has_is_refused(int percent)
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t1");
        var before = (await technician.ProfileAsync())!;
        Assert.Equal("drive-pace-out-of-range", (await technician.SaveAsync(before with { DrivePercent = percent }, house.Command("pace"))).Refusal!.Code);
        Assert.Equal(100, (await technician.ProfileAsync())!.DrivePercent);
    }

    private static async Task SlowAsync(House house, string id, int percent)
    {
        var technician = house.Grains.GetGrain<ITechnicianGrain>(id);
        Accept(await technician.SaveAsync((await technician.ProfileAsync())! with { DrivePercent = percent }, house.Command($"slow-{id}")));
    }

    private static int Paced(int seconds) => (seconds * 150 + 50) / 100;
}
