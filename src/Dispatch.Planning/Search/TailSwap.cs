namespace Dispatch.Planning.Search;

/// <summary>Swaps the ends of two routes: 2-opt*, Potvin and Rousseau (1995).</summary>
/// <remarks>
/// One route goes on with the other's visits from a node on, the other with what followed there: strings of ten visits cannot do that
/// where routes have fifty. What it gains is exact, and known in constant time but for the van's room. The technicians are alike: where
/// homes, skills and breaks differ, hardly a tail fits, and looking for one costs a twelfth of the iterations.
/// </remarks>
internal sealed class TailSwap(StrictTours tours)
{
    private int behind;
    private int onward;

    /// <summary>Whether the search of a day can gain from it: most technicians alike.</summary>
    public static bool Supports(Tours tours) => tours is StrictTours { IsDrivingAlone: true, Groups: null, Day.Kinds.AreMostAlike: true };

    /// <summary>The least change of cost by which a visit can be followed by a near one of another route; long.MaxValue where it cannot.</summary>
    /// <param name="visit">A visit.</param>
    /// <param name="limit">Only a change below it is of use.</param>
    public long Evaluate(int visit, long limit)
    {
        behind = -1;
        if (tours.RouteOf(visit) < 0)
            return long.MaxValue;
        var least = limit;
        foreach (var near in tours.Day.Near.After(visit))
        {
            var change = tours.ChangeOfTails(visit, near.Visit, near.Drive, least);
            if (change < least)
                (least, behind, onward) = (change, visit, near.Visit);
        }

        return behind < 0 ? long.MaxValue : least;
    }

    /// <summary>Does what was evaluated last.</summary>
    public void Apply() => tours.SwapTails(behind, onward);
}
