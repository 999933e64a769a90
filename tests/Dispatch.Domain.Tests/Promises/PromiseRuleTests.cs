using CsCheck;
using Dispatch.Domain.Promises;
using NodaTime;

namespace Dispatch.Domain.Tests.Promises;

public sealed class PromiseRuleTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 8, 0);

    [Fact]
    public void An_interval_holds_its_estimate_and_has_its_width() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[15, 240]).Sample((seconds, width) =>
        {
            var estimate = Morning + Duration.FromSeconds(seconds);
            var interval = PromiseRule.Around(estimate, width, Morning);
            Assert.InRange(estimate, interval.Start, interval.End);
            Assert.Equal(Duration.FromMinutes(width), interval.End - interval.Start);
            Assert.Equal(0, interval.Start.ToUnixTimeSeconds() % 300);
        });

    [Fact]
    public void An_interval_that_holds_begins_no_later_than_estimated_and_is_as_wide_as_it_may_be() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[-7_200, 7_200], Gen.Int[0, 7_200], Gen.Int[15, 120], Gen.Int[0, 120]).Sample((seconds, earlier, later, least, extra) =>
        {
            var estimate = Morning + Duration.FromSeconds(seconds);
            var (early, late) = (estimate + Duration.FromSeconds(earlier), estimate + Duration.FromSeconds(earlier + later));
            var interval = PromiseRule.Holding(estimate, early, late, least, least + extra, Morning);
            Assert.InRange(interval.Start, Morning, estimate);
            Assert.InRange(interval.End - interval.Start, Duration.FromMinutes(least), Duration.FromMinutes(least + extra));
            // Where it ends before most are there, it is as wide as may be and begins where it must.
            if (interval.End < late)
            {
                Assert.Equal(Duration.FromMinutes(least + extra), interval.End - interval.Start);
                Assert.True(estimate - interval.Start < Duration.FromMinutes(5), $"{interval} for {estimate}");
            }

            Assert.True(interval.Start == Morning || interval.Start.ToUnixTimeSeconds() % 300 == 0);
        });

    [Fact]
    public void An_interval_that_holds_lies_where_people_come()
    {
        Instant At(int minutes) => Morning + Duration.FromMinutes(minutes);
        Assert.Equal(new ArrivalInterval(At(180), At(240)), PromiseRule.Holding(At(180), At(190), At(225), 60, 90, Morning));
        Assert.Equal(new ArrivalInterval(At(175), At(255)), PromiseRule.Holding(At(180), At(176), At(253), 60, 90, Morning));
        Assert.Equal(new ArrivalInterval(At(165), At(255)), PromiseRule.Holding(At(180), At(150), At(253), 60, 90, Morning));
        Assert.Equal(new ArrivalInterval(At(180), At(270)), PromiseRule.Holding(At(180), At(170), At(400), 60, 90, Morning));
    }

    [Fact]
    public void An_arrival_at_either_end_keeps_the_promise()
    {
        var promise = new Promise(Morning, Morning + Duration.FromHours(1), Morning, false);
        Assert.Equal(Duration.Zero, PromiseRule.Outside(promise, promise.Start));
        Assert.Equal(Duration.Zero, PromiseRule.Outside(promise, promise.End));
        Assert.False(PromiseRule.IsBroken(promise, promise.End));
        Assert.True(PromiseRule.IsBroken(promise, promise.End + Duration.FromSeconds(1)));
    }

    [Fact]
    public void An_early_arrival_is_outside_but_breaks_nothing()
    {
        var promise = new Promise(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2), Morning, false);
        Assert.Equal(Duration.FromHours(1), PromiseRule.Outside(promise, Morning));
        Assert.False(PromiseRule.IsBroken(promise, Morning));
    }
}
