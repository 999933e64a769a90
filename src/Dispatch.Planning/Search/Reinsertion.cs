namespace Dispatch.Planning.Search;

/// <summary>Puts visits back one after another, each where it costs least, in an order by chance or by what makes them hard to place.</summary>
internal sealed class Reinsertion
{
    // Of the visits that have been out for longer, so many are tried again at most.
    private const int MostOld = 12;
    private const int ByChance = 2;

    private readonly Tours tours;
    private readonly int[] order;
    private readonly long[] keys;
    private readonly int[] demand;
    private readonly bool[] isNew;
    private readonly bool[] isListed;

    public Reinsertion(Tours tours)
    {
        this.tours = tours;
        var day = tours.Day;
        (order, keys, demand) = (new int[day.VisitCount], new long[day.VisitCount], new int[day.VisitCount]);
        (isNew, isListed) = (new bool[day.VisitCount], new bool[day.VisitCount]);
        for (var v = 0; v < day.VisitCount; v++)
        {
            for (var k = 0; k < day.Van.Dimensions; k++)
                demand[v] += Math.Min(day.Van.Needs[v * day.Van.Dimensions + k], FlatDay.Latest);
        }
    }

    /// <summary>Puts back what was just removed, and what was out before where a route has changed.</summary>
    /// <param name="limit">The cost, urgency as the search weighs it included, below which the whole is of use.</param>
    /// <returns>Whether it may be below; if not some of it was not put back.</returns>
    public bool PutBack(ReadOnlySpan<int> removed, int seed, double limit, ref Dice dice)
    {
        var count = removed.Length;
        removed.CopyTo(order);
        foreach (var visit in removed)
            isNew[visit] = true;
        if (tours.AbsentCount > removed.Length)
            count = AddOld(count, seed, ref dice);
        Sort(order.AsSpan(0, count), ref dice);
        var open = 0L;
        for (var i = 0; i < count; i++)
            open += tours.PriceOut(order[i]);
        var isBelow = true;
        for (var i = 0; i < count; i++)
        {
            var visit = order[i];
            if (tours.HasOnlyDetours)
            {
                // What is put in later costs no less than nothing.
                var left = limit - (tours.Weighed - open);
                open -= tours.PriceOut(visit);
                isBelow = left > 0;
                if (!isBelow)
                    break;
                tours.Bound = left < long.MaxValue ? (long)Math.Ceiling(left) : long.MaxValue;
            }

            var (behind, change) = isNew[visit] ? tours.Cheapest(visit, false, ref dice) : tours.CheapestAmongChanged(visit, ref dice);
            if (behind >= 0 && (tours.Day.SkipCost[visit] is 0 || change < tours.Day.SkipCost[visit] || dice.Below(16) == 0))
                tours.PutBehind(visit, behind);
        }

        tours.Bound = long.MaxValue;
        foreach (var visit in removed)
            isNew[visit] = false;
        return isBelow;
    }

    // Those round the seed, and a few by chance.
    private int AddOld(int count, int seed, ref Dice dice)
    {
        var most = count + MostOld;
        Add(seed, ref count);
        foreach (var near in tours.Day.Near.Around(seed))
        {
            if (count >= most - ByChance)
                break;
            Add(near, ref count);
        }

        for (var i = 0; i < ByChance; i++)
            Add(tours.Absent[dice.Below(tours.AbsentCount)], ref count);
        for (var i = 0; i < count; i++)
            isListed[order[i]] = false;
        return count;
    }

    private void Add(int visit, ref int count)
    {
        if (tours.RouteOf(visit) >= 0 || isNew[visit] || isListed[visit])
            return;
        isListed[visit] = true;
        order[count++] = visit;
    }

    // By chance, or by demand, distance from the start, window, when it is due, urgency. Insertion sort, since few are absent.
    private void Sort(Span<int> visits, ref Dice dice)
    {
        for (var i = visits.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (visits[i], visits[j]) = (visits[j], visits[i]);
        }

        var kind = tours.Day.HasClasses && dice.Below(3) == 0 ? 15 : dice.Below(15);
        if (kind < 4)
            return;
        for (var i = 0; i < visits.Length; i++)
            keys[i] = Key(kind, visits[i]);
        for (var i = 1; i < visits.Length; i++)
        {
            var (visit, key) = (visits[i], keys[i]);
            var j = i;
            for (; j > 0 && keys[j - 1] > key; j--)
                (visits[j], keys[j]) = (visits[j - 1], keys[j - 1]);
            (visits[j], keys[j]) = (visit, key);
        }
    }

    private long Key(int kind, int visit)
    {
        var stop = tours.Day.Stops[visit];
        return kind switch
        {
            < 8 => -demand[visit] - (long)stop.Duration,
            < 10 => -Far(stop),
            < 11 => Far(stop),
            < 13 => stop.Close - stop.Open,
            < 15 => tours.Day.DueBy[visit],
            _ => tours.Day.Problem.Visits[visit].Urgency,
        };
    }

    private long Far(StopFacts stop) => tours.Day.Drive(tours.Day.Stops[tours.Day.Start(0)].Place, stop.Place);
}
