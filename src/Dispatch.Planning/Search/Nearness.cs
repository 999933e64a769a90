using System.Runtime.CompilerServices;

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
        var (first, second, third) = (new Nearest(aroundCount, count), new Nearest(MostNext, count), new Nearest(MostNext, count));
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

    /// <summary>The least of many keys: all are collected, parted where the last that is wanted stands (Hoare 1961), and those before it sorted.</summary>
    private sealed class Nearest(int most, int visits)
    {
        // Key and visit in one number, so that plain numbers are compared and equal keys stand in the order of visits.
        private const int VisitBits = 20;
        private readonly long[] keyed = new long[visits];
        private int count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Offer(long key, int item)
        {
            if (key != long.MaxValue)
                keyed[count++] = key << VisitBits | (long)item;
        }

        /// <summary>Empties it, the nearest first.</summary>
        public int TakeInto(Span<int> items)
        {
            var all = keyed.AsSpan(0, count);
            if (count > most)
                Part(all, most);
            var kept = all[..Math.Min(most, count)];
            kept.Sort();
            for (var i = 0; i < kept.Length; i++)
                items[i] = (int)(kept[i] & ((1L << VisitBits) - 1));
            count = 0;
            return kept.Length;
        }

        // Afterwards the least so many stand first, in any order.
        private static void Part(Span<long> all, int wanted)
        {
            var (left, right) = (0, all.Length - 1);
            while (left < right)
            {
                var pivot = all[(left + right) >>> 1];
                var (i, j) = (left, right);
                while (i <= j)
                {
                    while (all[i] < pivot)
                        i++;
                    while (all[j] > pivot)
                        j--;
                    if (i > j)
                        break;
                    (all[i], all[j]) = (all[j], all[i]);
                    (i, j) = (i + 1, j - 1);
                }

                if (wanted <= j)
                    right = j;
                else if (wanted >= i)
                    left = i;
                else
                    return;
            }
        }
    }
}
