using Dispatch.Journal.Outbox;

namespace Dispatch.Journal.Tests.Outbox;

public sealed class ReceiverLineTests
{
    [Fact]
    public void What_comes_after_one_that_was_left_in_the_store_is_left_there_too()
    {
        var line = new ReceiverLine(most: 1);
        line.Offer(At(1));
        line.Offer(At(2));
        line.Take(1);
        line.Offer(At(3));
        Assert.Null(line.First);
        Assert.True(line.HasMoreInStore);
        Assert.Equal(1, line.LastHeld);
    }

    [Fact]
    public void What_is_offered_while_the_store_is_read_is_read_the_next_time()
    {
        var line = new ReceiverLine(most: 2);
        line.BeginReading();
        line.Offer(At(9));
        line.EndReading([At(3)], offeredUpTo: 9);
        Assert.Equal(3, line.First?.Position);
        Assert.True(line.HasMoreInStore);
    }

    [Fact]
    public void What_was_read_before_it_was_offered_is_left_to_the_offer()
    {
        var line = new ReceiverLine(most: 5);
        line.BeginReading();
        line.EndReading([At(3), At(7)], offeredUpTo: 5);
        line.Offer(At(7));
        line.Offer(At(7));
        line.Take(1);
        Assert.Equal(7, line.First?.Position);
        line.Take(1);
        Assert.Null(line.First);
        Assert.False(line.HasMoreInStore);
    }

    [Fact]
    public void A_full_page_means_that_there_may_be_more()
    {
        var line = new ReceiverLine(most: 2);
        line.BeginReading();
        line.EndReading([At(1), At(2)], offeredUpTo: 2);
        Assert.True(line.HasMoreInStore);
    }

    private static PendingDelivery At(long position) => new(position, "s", "r", $"{position}", "told", 1, default, 0);
}
