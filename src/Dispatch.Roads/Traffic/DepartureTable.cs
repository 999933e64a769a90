namespace Dispatch.Roads;

/// <summary>Drive times between places that depend on when one leaves: tables for times of day, joined so that nobody overtakes.</summary>
/// <remarks>
/// Source: Ichoua, Gendreau, Potvin, "Vehicle dispatching with time-dependent travel times" (2003): a slot of the day gives a speed,
/// not a time; who drives on into the next slot drives on at its speed. So who leaves later never arrives earlier, and times have no
/// jumps. A drive's way is that of its slot's own fastest path, in the share that is driven in the slot.
/// </remarks>
public sealed class DepartureTable
{
    private readonly int[] begins;
    private readonly int[][] seconds;
    private readonly int columns;

    /// <summary>Joins tables.</summary>
    /// <param name="begins">By slot: the second of the day at which it begins, ascending; the first also holds before it.</param>
    /// <param name="seconds">By slot: a table as <see cref="RoadQuery"/> fills it. They are kept, not copied.</param>
    /// <param name="columns">How many targets a row has.</param>
    /// <exception cref="ArgumentException">No slots, not a table for each, tables of different sizes, or begins that do not ascend.</exception>
    public DepartureTable(IReadOnlyList<int> begins, IReadOnlyList<int[]> seconds, int columns)
    {
        if (begins.Count == 0 || begins.Count != seconds.Count)
            throw new ArgumentException("Give a table for every slot, and one slot at least.", nameof(seconds));
        for (var slot = 1; slot < begins.Count; slot++)
        {
            if (begins[slot] <= begins[slot - 1] || seconds[slot].Length != seconds[0].Length)
                throw new ArgumentException("Slots must follow one another, with tables of one size.", nameof(begins));
        }

        if (columns < 1 || seconds[0].Length % columns != 0)
            throw new ArgumentException("A table must have whole rows.", nameof(columns));

        (this.begins, this.seconds, this.columns) = ([.. begins], [.. seconds], columns);
    }

    /// <summary>Whole seconds, rounded up, from a source to a target when one leaves at a second of the day.</summary>
    /// <returns><see cref="RoadQuery.NoRoad"/> when no road leads there in a slot that the drive comes into.</returns>
    public int Seconds(int source, int target, int departure)
    {
        var at = source * columns + target;
        var slot = Array.BinarySearch(begins, departure);
        slot = Math.Max(0, slot < 0 ? ~slot - 1 : slot);
        var (left, now) = (1.0, (double)departure);
        while (true)
        {
            var whole = seconds[slot][at];
            if (whole == RoadQuery.NoRoad)
                return RoadQuery.NoRoad;

            var needed = left * whole;
            if (slot + 1 == begins.Length || now + needed <= begins[slot + 1])
                return (int)Math.Ceiling(now + needed - departure - Rounding);

            left -= (begins[slot + 1] - now) / whole;
            now = begins[++slot];
        }
    }

    /// <summary>Less than any difference between two arrivals, more than what sums of doubles are off by.</summary>
    private const double Rounding = 1e-6;
}
