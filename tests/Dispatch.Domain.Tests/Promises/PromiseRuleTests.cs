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
