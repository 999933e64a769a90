using Dispatch.Web.Osrm;

namespace Dispatch.Host.Tests.Roads;

public sealed class TripOrderTests
{
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, true, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(false, false, false)]
    public void Few_places_are_visited_in_the_quickest_order_there_is(bool isRoundTrip, bool startsAtFirst, bool endsAtLast)
    {
        var random = new Random(4);
        for (var count = 2; count <= 7; count++)
        {
            var seconds = Table(random, count);
            var order = TripOrder.Find(seconds, count, isRoundTrip, startsAtFirst, endsAtLast, CancellationToken.None);
            var best = Orders(count).Where(one => Fits(one, isRoundTrip, startsAtFirst, endsAtLast)).Min(one => Cost(seconds, one, isRoundTrip));
            Assert.True(Fits(order, isRoundTrip, startsAtFirst, endsAtLast), string.Join(' ', order));
            Assert.Equal(best, Cost(seconds, order, isRoundTrip));
        }
    }

    [Fact]
    public void Many_places_are_visited_hardly_slower_than_by_the_exact_order()
    {
        // A ring of places with one-way detours: the ring is best, and known.
        var random = new Random(8);
        const int count = 40;
        var ring = Enumerable.Range(0, count).OrderBy(_ => random.Next()).ToArray();
        var seconds = new int[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                seconds[ring[i] * count + ring[j]] = i == j ? 0 : 10 * ((j - i + count) % count);
        }

        var order = TripOrder.Find(seconds, count, isRoundTrip: true, startsAtFirst: true, endsAtLast: false, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, count), order.Order());
        Assert.InRange(Cost(seconds, order, true), 10 * count, 10 * count);
    }

    private static bool Fits(int[] order, bool isRoundTrip, bool startsAtFirst, bool endsAtLast) =>
        isRoundTrip && endsAtLast && !startsAtFirst ? order[0] == order.Length - 1
        : (!startsAtFirst || order[0] == 0) && (!endsAtLast || order[^1] == order.Length - 1) && (!isRoundTrip || order[0] == 0);

    private static int[] Table(Random random, int count) =>
        [.. Enumerable.Range(0, count * count).Select(cell => cell / count == cell % count ? 0 : random.Next(10, 1000))];

    private static long Cost(int[] seconds, int[] order, bool isRoundTrip)
    {
        var cost = isRoundTrip ? (long)seconds[order[^1] * order.Length + order[0]] : 0;
        for (var i = 1; i < order.Length; i++)
            cost += seconds[order[i - 1] * order.Length + order[i]];
        return cost;
    }

    private static IEnumerable<int[]> Orders(int count)
    {
        if (count == 0)
            return [[]];
        return Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));
    }
}
