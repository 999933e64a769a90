using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

/// <summary>A technician may have a short break in the morning besides the long one.</summary>
public sealed class SeveralBreaksTests
{
    private static readonly BreakRule Morning = new(new LocalTime(8, 30), new LocalTime(9, 0), 15);
    private static readonly BreakRule Lunch = new(new LocalTime(11, 30), new LocalTime(13, 0), 30);

    [Fact]
    public async Task Both_breaks_are_planned_and_once_the_first_is_taken_the_second_is_what_comes_next()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        Assert.True((await SaveAsync(house, Lunch, Morning)).IsAccepted);
        var visit = await house.RequestAsync(0, "ventilator");
        var late = await house.RequestAsync(1, "ventilator");
        await EventuallyAsync(async () => (await house.Plan.RoutesAsync()).Sum(route => route.Stops.Count) == 2);
        Accept(await house.Plan.MoveAsync(new MoveVisits([late], new("t3"), null, At(11, 0), null), house.Command("late")));
        var route = await RouteAsync(house);
        Assert.Equal([15, 30], route.Breaks.Select(pause => pause.Minutes));
        Assert.InRange(route.Breaks[0].Start, At(8, 30), At(9, 30));
        Assert.InRange(route.Breaks[1].Start, At(11, 30), At(13, 0));
        Assert.Equal((route.Breaks[0].Start, 15), (route.BreakStart, route.BreakMinutes));

        await house.AdvanceAsync(8, 35);
        await house.ReportAsync("t3", new DutyStarted());
        await house.ReportAsync("t3", new BreakStarted());
        Assert.Equal((At(8, 35), 15), ((await RouteAsync(house)).BreakStart, (await RouteAsync(house)).BreakMinutes));
        var day = (await house.Plan.TechnicianDayAsync(new("t3")))!;
        Assert.Equal((At(8, 35), 15), (day.BreakStart, day.BreakMinutes));

        await house.AdvanceAsync(8, 50);
        await house.ReportAsync("t3", new BreakEnded());
        route = await RouteAsync(house);
        Assert.Equal(At(8, 35), route.Breaks[0].Start);
        Assert.Equal(30, route.BreakMinutes);
        Assert.InRange(route.BreakStart!.Value, At(11, 30), At(13, 0));
        day = (await house.Plan.TechnicianDayAsync(new("t3")))!;
        Assert.Equal((route.BreakStart, 30), (day.BreakStart, day.BreakMinutes));

        await house.AdvanceAsync(11, 40);
        await house.ReportAsync("t3", new BreakStarted());
        await house.AdvanceAsync(12, 10);
        await house.ReportAsync("t3", new BreakEnded());
        Assert.Equal([At(8, 35), At(11, 40)], (await RouteAsync(house)).Breaks.Select(pause => pause.Start));
        day = (await house.Plan.TechnicianDayAsync(new("t3")))!;
        Assert.Equal((null, 0), (day.BreakStart, day.BreakMinutes));
        Assert.NotNull(await house.VisitAsync(visit));
    }

    [Fact]
    public async Task Breaks_that_overlap_or_are_too_many_are_refused()
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        Assert.Equal("breaks-overlap", (await SaveAsync(house, Lunch, Morning with { Latest = new LocalTime(12, 0) })).Refusal?.Code);
        Assert.Equal("breaks-too-many", (await SaveAsync(house, Lunch, Morning, Morning, Morning, Morning)).Refusal?.Code);
        Assert.Equal("break-out-of-range", (await SaveAsync(house, Lunch, Morning with { Minutes = 181 })).Refusal?.Code);
        Assert.Null((await house.Grains.GetGrain<ITechnicianGrain>("t3").ProfileAsync())!.Break);
    }

    private static Instant At(int hour, int minute) => Midnight + Duration.FromMinutes(60 * hour + minute);

    private static async Task<RouteView> RouteAsync(House house) => (await house.Plan.RoutesAsync()).Single(route => route.Technician.Value == "t3");

    private static async Task<Contracts.Commands.CommandResult> SaveAsync(House house, BreakRule pause, params BreakRule[] more)
    {
        var technician = house.Grains.GetGrain<ITechnicianGrain>("t3");
        return await technician.SaveAsync((await technician.ProfileAsync())! with { Break = pause, MoreBreaks = more }, house.Command($"breaks-{more.Length}-{more[0]}".GetHashCode(StringComparison.Ordinal).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
