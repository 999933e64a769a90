namespace Dispatch.Planning.Search;

/// <summary>
/// An order of places in which near ones stand near each other, so that the drives which a search asks for together lie in few lines of the cache.
/// </summary>
/// <remarks>
/// Halves of halves: two places far from each other part the rest by which of them is nearer. In the order of the file the next drive
/// of a trial was a miss for every second one: a quarter of the time on a table of 1,000 places.
/// </remarks>
internal static class PlaceOrder
{
    private const int FewPlaces = 8;

    /// <summary>The places in such an order.</summary>
    /// <param name="seconds">Drive times, row-major, <see cref="FlatDay.Far"/> at most.</param>
    /// <param name="count">How many places there are.</param>
    public static int[] Of(int[] seconds, int count)
    {
        // A place and how much nearer it is to the one of the two, in one number: sorting plain numbers is compiled ahead.
        var keyed = new long[count];
        for (var place = 0; place < count; place++)
            keyed[place] = place;
        Part(seconds, count, keyed);
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = Place(keyed[i]);
        return order;
    }

    private static void Part(int[] seconds, int count, Span<long> places)
    {
        while (places.Length > FewPlaces)
        {
            var first = Farthest(seconds, count, places, Place(places[0]));
            var second = Farthest(seconds, count, places, first);
            for (var i = 0; i < places.Length; i++)
            {
                var place = Place(places[i]);
                places[i] = ((long)seconds[first * count + place] - seconds[second * count + place]) * (1L << 32) + place;
            }

            places.Sort();
            Part(seconds, count, places[..(places.Length / 2)]);
            places = places[(places.Length / 2)..];
        }
    }

    private static int Farthest(int[] seconds, int count, ReadOnlySpan<long> places, int from)
    {
        var (farthest, most) = (from, -1);
        foreach (var keyed in places)
        {
            var place = Place(keyed);
            if (seconds[from * count + place] > most && place != from)
                (farthest, most) = (place, seconds[from * count + place]);
        }

        return farthest;
    }

    private static int Place(long keyed) => (int)(keyed & uint.MaxValue);
}
