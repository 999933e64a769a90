using System.Threading.Channels;
using Dispatch.Web.Hubs;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Web.Tests;

public sealed class LatestTests
{
    [Fact]
    public async Task A_subscription_is_renewed_each_minute_however_much_comes_meanwhile()
    {
        var time = new FakeTimeProvider();
        var channel = Latest.Channel<string>();
        var renewals = 0;
        await using var reading = Latest.ReadAsync(channel.Reader, () => Task.FromResult<string?>($"renewed {++renewals}"), time, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        // Something every twenty seconds for five minutes: nothing here is ever silent for a minute.
        for (var i = 1; i <= 15; i++)
        {
            var next = reading.MoveNextAsync().AsTask();
            channel.Writer.TryWrite($"day {i}");
            Assert.True(await next);
            Assert.Equal($"day {i}", reading.Current);
            next = reading.MoveNextAsync().AsTask();
            time.Advance(TimeSpan.FromSeconds(20));
            if (i % 3 == 0)
            {
                Assert.True(await next);
                Assert.Equal($"renewed {i / 3}", reading.Current);
            }
            else
            {
                channel.Writer.TryWrite($"more of day {i}");
                Assert.True(await next);
                Assert.Equal($"more of day {i}", reading.Current);
            }
        }

        Assert.Equal(5, renewals);
    }

    [Fact]
    public async Task Of_what_comes_while_nobody_reads_the_newest_is_sent()
    {
        var channel = Latest.Channel<string>();
        channel.Writer.TryWrite("old");
        channel.Writer.TryWrite("new");
        await using var reading = Latest.ReadAsync(channel.Reader, () => Task.FromResult<string?>(null), new FakeTimeProvider(), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal("new", reading.Current);
    }

    [Fact]
    public async Task It_ends_when_the_connection_does()
    {
        using var connection = new CancellationTokenSource();
        await using var reading = Latest.ReadAsync(Channel.CreateUnbounded<string>().Reader, () => Task.FromResult<string?>(null), new FakeTimeProvider(), connection.Token)
            .GetAsyncEnumerator(CancellationToken.None);
        var next = reading.MoveNextAsync().AsTask();
        await connection.CancelAsync();
        Assert.False(await next);
    }
}
