using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Backlog;
using Dispatch.Grains.Visits;
using NodaTime;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.Backlog;

/// <summary>The rules of what waits, as pure functions.</summary>
public sealed class WaitingRuleTests
{
    [Theory]
    [InlineData("days-end-before-start", 3, 2, 0, 0)]
    [InlineData("days-past", -1, 2, 0, 0)]
    [InlineData("days-too-many", 1, 400, 0, 0)]
    [InlineData("days-too-many", 500, 501, 0, 0)]
    [InlineData("day-time-wrong", 1, 2, 12, 9)]
    [InlineData("days-without-time", 1, 2, 9, 12)]
    [InlineData(null, 1, 9, 9, 12)]
    [InlineData(null, 0, 365, 0, 0)]
    public void Days_that_cannot_be_are_named(string? code, int first, int last, int from, int to) => Assert.Equal(code, DaySpanRules.Mistake(
        new DaySpan(Date.PlusDays(first), Date.PlusDays(last), to == 0 ? null : [new DayTime(new LocalTime(from, 0), new LocalTime(to, 0), IsoDayOfWeek.Sunday)]), null, null, Date)?.Code);

    [Fact]
    public void Times_stand_with_the_days_and_not_beside_them()
    {
        var days = new DaySpan(Date, Date);
        Assert.Equal("days-and-windows", DaySpanRules.Mistake(days, null, [new TimeWindow(Midnight, Midnight + Duration.FromHours(9), false)], Date)?.Code);
        Assert.Equal("day-times-too-many", DaySpanRules.Mistake(days with { Times = [.. Enumerable.Repeat(new DayTime(new LocalTime(8, 0), new LocalTime(9, 0)), 11)] }, null, [], Date)?.Code);
    }

    [Fact]
    public void A_time_on_one_day_of_the_week_leaves_the_other_days_out_and_follows_the_change_of_the_clock()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        // Clocks go forward on 29 March 2026.
        var days = new DaySpan(new LocalDate(2026, 3, 27), new LocalDate(2026, 3, 30), [new DayTime(new LocalTime(9, 0), new LocalTime(11, 0), IsoDayOfWeek.Friday), new DayTime(new LocalTime(9, 0), new LocalTime(11, 0), IsoDayOfWeek.Monday)]);
        Assert.Equal([27, 30], Enumerable.Range(24, 8).Where(day => days.Holds(new LocalDate(2026, 3, day))));
        Assert.Equal(Instant.FromUtc(2026, 3, 27, 8, 0), days.WindowsOn(days.First, berlin).Single().Start);
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 7, 0), days.WindowsOn(days.Last, berlin).Single().Start);
    }

    [Fact]
    public void Waiting_gets_dearer_towards_the_last_day_and_with_urgency()
    {
        LocalDate[] planned = [Date.PlusDays(1), Date.PlusDays(2), Date.PlusDays(5)];
        var prices = Enumerable.Range(1, 60).Select(ahead => LeavingOut.Price(Date.PlusDays(ahead), planned, UrgencyClass.P4, 30, 10)).ToList();
        Assert.Equal(prices.OrderDescending(), prices);
        Assert.True(prices[4] > 10 * prices[5], "the last chance is worth any detour");
        Assert.InRange(prices[59] - 1_800, 1_800, 2_000);
        Assert.True(LeavingOut.Price(Date.PlusDays(9), planned, UrgencyClass.P3, 30, 10) > LeavingOut.Price(Date.PlusDays(9), planned, UrgencyClass.P4, 30, 10));
    }
}
