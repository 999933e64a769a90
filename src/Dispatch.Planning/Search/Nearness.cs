namespace Dispatch.Planning.Search;

/// <summary>A visit near another one, and the drive between them.</summary>
internal readonly record struct NearVisit(int Visit, int Drive);

/// <summary>
/// For each visit: those around it by driving there and back, those that it may well follow, and those that may well follow it, where
/// waiting counts a fifth of driving. Granular neighbourhoods, Toth and Vigo (2003), with the proximity of Vidal et al. (2013).
/// </summary>
internal sealed class Nearness
{
    private const int MostAround = 100;
    private const int MostNext = 60;

    private readonly int[] around;
    private readonly NearVisit[] before;
    private readonly NearVisit[] after;
    private readonly int[] beforeCount;
    private readonly int[] afterCount;
    private readonly int aroundCount;

    public Nearness(FlatDay day)
    {
        var count = day.VisitCount;
        aroundCount = Math.Min(MostAround, Math.Max(0, count - 1));
        around = new int[count * aroundCount];
        (before, after) = (new NearVisit[count * MostNext], new NearVisit[count * MostNext]);
        (beforeCount, afterCount) = (new int[count], new int[count]);
        var (first, second, third) = (new Nearest(aroundCount), new Nearest(MostNext), new Nearest(MostNext));
        for (var v = 0; v < count; v++)
        {
            var mine = day.Stops[v];
            for (var other = 0; other < count; other++)
            {
                if (other == v)
                    continue;
                var theirs = day.Stops[other];
                var (there, back) = (day.Drive(mine.Place, theirs.Place), day.DriveTo(mine.Place, theirs.Place));
                first.Offer((long)there + back, other);
                third.Offer(Key(mine, theirs, there), other);
                second.Offer(Key(theirs, mine, back), other);
            }

            first.TakeInto(around.AsSpan(v * aroundCount, aroundCount));
            beforeCount[v] = Fill(day, before.AsSpan(v * MostNext, MostNext), second, v, isBefore: true);
            afterCount[v] = Fill(day, after.AsSpan(v * MostNext, MostNext), third, v, isBefore: false);
        }
    }

    /// <summary>The visits around one, the nearest first.</summary>
    public ReadOnlySpan<int> Around(int visit) => around.AsSpan(visit * aroundCount, aroundCount);

    /// <summary>Visits that one may follow.</summary>
    public ReadOnlySpan<NearVisit> Before(int visit) => before.AsSpan(visit * MostNext, beforeCount[visit]);

    /// <summary>Visits that may follow one.</summary>
    public ReadOnlySpan<NearVisit> After(int visit) => after.AsSpan(visit * MostNext, afterCount[visit]);

    private static long Key(StopFacts from, StopFacts to, int drive)
    {
        if (drive >= FlatDay.Far || from.Open + from.Duration + drive > to.Close)
            return long.MaxValue;
        return 5L * drive + Math.Max(0, to.Open - drive - from.Duration - from.Close);
    }

    private static int Fill(FlatDay day, Span<NearVisit> into, Nearest nearest, int visit, bool isBefore)
    {
        Span<int> found = stackalloc int[MostNext];
        var count = nearest.TakeInto(found);
        for (var i = 0; i < count; i++)
        {
            var (mine, theirs) = (day.Stops[visit].Place, day.Stops[found[i]].Place);
            into[i] = new NearVisit(found[i], isBefore ? day.Drive(theirs, mine) : day.Drive(mine, theirs));
        }

        return count;
    }

    /// <summary>The least of many keys, in a heap whose root is the greatest kept.</summary>
    private sealed class Nearest(int most)
    {
        private readonly (long Key, int Item)[] heap = new (long, int)[most];
        private int count;

        public void Offer(long key, int item)
        {
            if (key == long.MaxValue || most == 0)
                return;
            if (count == most)
            {
                if (key >= heap[0].Key)
                    return;
                Sink(0, (key, item), count);
                return;
            }

            var at = count++;
            while (at > 0 && heap[(at - 1) / 2].Key < key)
            {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }

            heap[at] = (key, item);
        }

        /// <summary>Empties it, the nearest first.</summary>
        public int TakeInto(Span<int> items)
        {
            var all = count;
            for (; count > 0; count--)
            {
                items[count - 1] = heap[0].Item;
                Sink(0, heap[count - 1], count - 1);
            }

            return all;
        }

        private void Sink(int at, (long Key, int Item) entry, int end)
        {
            while (true)
            {
                var child = 2 * at + 1;
                if (child >= end)
                    break;
                if (child + 1 < end && heap[child + 1].Key > heap[child].Key)
                    child++;
                if (heap[child].Key <= entry.Key)
                    break;
                heap[at] = heap[child];
                at = child;
            }

            if (at < heap.Length)
                heap[at] = entry;
        }
    }
}
