namespace Dispatch.Planning.Search;

/// <summary>
/// Chooses strings of visits and takes them off: near one visit, each from another route, as long as the average route allows; every
/// other string leaves one of its visits in place. Christiaens and Vanden Berghe (Transportation Science 2020).
/// </summary>
internal sealed class StringRemoval(Tours tours)
{
    private const int AverageRemoved = 10;
    private const int LongestString = 10;

    // Where technicians are alike a visit fits on any route, and from short routes more and shorter strings exchange more: 1.4 instead of
    // 1.9 % above the best known on r1_4_4 in 10 s, 0.3 instead of 0.7 % on r1_2_5, 0.8 instead of 1.3 % on PR10. On long routes (c2_2_6: 1.4 instead of 0.2 %), and
    // where skills and breaks tell technicians apart (5 % more driving), it is the other way round.
    private const int AverageRemovedShort = 8;
    private const int LongestStringShort = 6;
    private const int ShortRoute = 20;

    private readonly bool areAlike = tours.Day.Kinds.AreMostAlike;
    private readonly int[] removed = new int[tours.Day.VisitCount];
    private int[] area = [];
    private int count;

    /// <summary>The visit round which strings were taken off last.</summary>
    public int Seed { get; private set; }

    /// <summary>From now on strings are taken off round these visits; none: round any.</summary>
    public void Within(ReadOnlySpan<int> visits) => area = visits.ToArray();

    /// <summary>Takes strings off, and gives the visits.</summary>
    public Span<int> Take(ref Dice dice)
    {
        count = 0;
        var day = tours.Day;
        var average = tours.UsedRoutes == 0 ? 1 : Math.Max(1, (day.VisitCount - tours.AbsentCount) / tours.UsedRoutes);
        // Whole short routes now and then: from a tight one nothing shorter leads on.
        var (limit, removal) = areAlike && average < ShortRoute ? (LongestStringShort, AverageRemovedShort) : (LongestString, AverageRemoved);
        var longest = Math.Min(limit, dice.Below(8) == 0 ? limit : average);
        var strings = (int)(1 + dice.Unit() * Math.Max(0, 4.0 * removal / (1 + longest) - 1));
        // Every fourth time where a visit is missing: what else is put right makes room as well (live-1000x100-s11 after 8,000 iterations,
        // eight seeds: none out, and 5 % less driving than with every other time, where six seeds leave none to two out).
        Seed = tours.AbsentCount > 0 && dice.Below(4) == 0 ? tours.Absent[dice.Below(tours.AbsentCount)]
            : area.Length > 0 ? area[dice.Below(area.Length)]
            : dice.Below(day.VisitCount);
        Ruin(Seed, longest, ref strings, ref dice);
        foreach (var near in day.Near.Around(Seed))
        {
            if (strings == 0)
                break;
            Ruin(near, longest, ref strings, ref dice);
        }

        if (tours.Groups is { } groups)
            TakeCompanions(groups);
        return removed.AsSpan(0, count);
    }

    // Whose group stays behind could only go back to the same technician.
    private void TakeCompanions(GroupHolders groups)
    {
        for (var i = 0; i < count; i++)
        {
            foreach (var other in groups.With(removed[i]))
            {
                if (tours.RouteOf(other) < 0 || !tours.IsFree(other))
                    continue;
                tours.TakeOff(other, other);
                removed[count++] = other;
            }
        }
    }

    private void Ruin(int visit, int longest, ref int strings, ref Dice dice)
    {
        var route = tours.RouteOf(visit);
        if (route < 0 || tours.HasChanged(route) || !tours.IsFree(visit))
            return;
        strings--;
        var free = tours.Length(route) - tours.FixedLength(route);
        var length = 1 + dice.Below(Math.Min(longest, free));
        var spares = length > 1 && length < free && dice.Below(2) == 0;
        var wanted = spares ? length + 1 : length;

        // So many before the visit as chance and the route's ends want.
        var (first, before, after) = (visit, 0, 1);
        for (var node = tours.Next(visit); after < wanted && node < tours.Day.VisitCount; node = tours.Next(node))
            after++;
        var back = Math.Max(wanted - after, dice.Below(wanted));
        while (before < back && tours.Previous(first) is var previous && previous < tours.Day.VisitCount && tours.IsFree(previous))
            (first, before) = (previous, before + 1);
        var last = first;
        var from = count;
        removed[count++] = first;
        for (var i = 1; i < wanted && tours.Next(last) < tours.Day.VisitCount; i++)
        {
            last = tours.Next(last);
            removed[count++] = last;
        }

        var taken = count - from;
        var spared = spares && taken > 1 ? dice.Below(taken) : -1;
        if (spared < 0)
        {
            tours.TakeOff(first, last);
            return;
        }

        if (spared > 0)
            tours.TakeOff(first, removed[from + spared - 1]);
        if (spared < taken - 1)
            tours.TakeOff(removed[from + spared + 1], last);
        removed[from + spared] = removed[--count];
    }
}
