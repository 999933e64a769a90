using Dispatch.Journal.Outbox;

namespace Dispatch.Journal.Tests.Outbox;

public sealed class OutboxPumpOptionsTests
{
    [Fact]
    public void Each_option_out_of_bounds_is_named()
    {
        var good = new OutboxPumpOptions();
        Assert.Empty(OutboxPumpOptionsValidator.Validate(good));
        Assert.Contains("FirstRetry", Wrong(good with { FirstRetry = TimeSpan.Zero }), StringComparison.Ordinal);
        Assert.Contains("LongestRetry", Wrong(good with { LongestRetry = TimeSpan.FromMilliseconds(99) }), StringComparison.Ordinal);
        Assert.Contains("LongestRetry", Wrong(good with { LongestRetry = TimeSpan.FromHours(2) }), StringComparison.Ordinal);
        Assert.Contains("StuckAfter", Wrong(good with { StuckAfter = 0 }), StringComparison.Ordinal);
        Assert.Contains("HeldPerReceiver", Wrong(good with { HeldPerReceiver = 0 }), StringComparison.Ordinal);
        Assert.Contains("MostAtOnce", Wrong(good with { MostAtOnce = 0 }), StringComparison.Ordinal);
    }

    private static string Wrong(OutboxPumpOptions options) => Assert.Single(OutboxPumpOptionsValidator.Validate(options));
}
