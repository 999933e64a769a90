using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using Dispatch.Web.Hubs;
using NodaTime;

namespace Dispatch.Web.Tests;

public sealed class WaitingChangesTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 30);

    [Fact]
    public async Task Where_a_feed_has_begun_anew_the_whole_takes_the_place_of_what_waits()
    {
        var waiting = new WaitingChanges();
        waiting.Put(new BoardMessage(7, false, At, [new VisitLeft(new VisitId("gone"))]));
        waiting.Put(new BoardMessage(900, true, At, [new VisitLeft(new VisitId("there"))]));
        waiting.Put(new BoardMessage(901, false, At, [new VisitLeft(new VisitId("later"))]));

        var message = await waiting.TakeAsync(TestContext.Current.CancellationToken);
        Assert.True(message!.IsSnapshot);
        Assert.Equal(901, message.Number);
        Assert.Equal(["v/there", "v/later"], message.Changes.Select(change => change.Key));

        waiting.Put(new BoardMessage(902, false, At, [new VisitLeft(new VisitId("last"))]));
        Assert.False((await waiting.TakeAsync(TestContext.Current.CancellationToken))!.IsSnapshot);
    }
}
