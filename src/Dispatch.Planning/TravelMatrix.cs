namespace Dispatch.Planning;

/// <summary>Drive times between all places of one problem, and distances where they count; they may depend on when one leaves.</summary>
/// <remarks>
/// Row-major, n × n, whole seconds; not symmetric; <see cref="NoRoad"/> where no road leads. Where they depend on the departure there is
/// a table for each slot of the day, and a slot gives a speed and not a time: who drives on into the next one drives on at its speed, so
/// that nobody who leaves later arrives earlier. Source: Ichoua, Gendreau, Potvin, "Vehicle dispatching with time-dependent travel
/// times" (2003). Where vehicles differ there is one of these for each kind, held together by <see cref="ByVehicle"/>.
/// </remarks>
public sealed partial class TravelMatrix
{
    /// <summary>Stands for "no road leads there".</summary>
    public const int NoRoad = int.MaxValue;

    // Less than any difference between two arrivals, more than what sums of doubles are off by.
    private const double Rounding = 1e-6;

    private readonly int[] seconds;
    private readonly int[] distances;
    private readonly int[] begins = [];
    private readonly int[][] bySlot = [];

    /// <param name="seconds">Row-major; kept, not copied.</param>
    /// <param name="placeCount">n.</param>
    /// <param name="distances">Row-major, in any unit; kept, not copied. None: the drive times stand for them.</param>
    /// <exception cref="ArgumentException">A length is not n², or a time or distance is negative.</exception>
    public TravelMatrix(int[] seconds, int placeCount, int[]? distances = null)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        if (placeCount < 0 || seconds.Length != (long)placeCount * placeCount)
            throw new ArgumentException($"A table of {placeCount} places has {(long)placeCount * placeCount} times, not {seconds.Length}.", nameof(seconds));
        if (distances is not null && distances.Length != seconds.Length)
            throw new ArgumentException($"There are {seconds.Length} drive times but {distances.Length} distances.", nameof(distances));
        if (seconds.AsSpan().ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentException("A drive time is negative.", nameof(seconds));
        if (distances is not null && distances.AsSpan().ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentException("A distance is negative.", nameof(distances));
        this.seconds = seconds;
        this.distances = distances ?? seconds;
        PlaceCount = placeCount;
    }

    /// <param name="begins">By slot: the second of the day at which it begins, ascending; the first also holds before it, the last ever after.</param>
    /// <param name="bySlot">By slot: row-major; kept, not copied. A road that leads there in one slot leads there in all.</param>
    /// <param name="placeCount">n.</param>
    /// <param name="distances">Row-major, in any unit; kept, not copied. None: the shortest drive times stand for them.</param>
    /// <exception cref="ArgumentException">No slots, not a table for each, begins that do not ascend, tables that differ in where a road leads, or what is wrong with one table.</exception>
    public TravelMatrix(IReadOnlyList<int> begins, IReadOnlyList<int[]> bySlot, int placeCount, int[]? distances = null)
        : this(Shortest(bySlot), placeCount, distances)
    {
        if (begins is null || begins.Count != bySlot.Count)
            throw new ArgumentException("Give a table of drive times for every slot of the day.", nameof(bySlot));
        for (var slot = 1; slot < begins.Count; slot++)
        {
            if (begins[slot] <= begins[slot - 1])
                throw new ArgumentException("The slots of the day must follow one another.", nameof(begins));
        }

        if (begins.Count > 1)
            (this.begins, this.bySlot, DependsOnDeparture) = ([.. begins], [.. bySlot], true);
    }

    /// <summary>How many places.</summary>
    public int PlaceCount { get; }

    /// <summary>Whether it matters when one leaves.</summary>
    public bool DependsOnDeparture { get; private init; }

    /// <summary>Drive time in seconds, or <see cref="NoRoad"/>; where it depends on the departure the shortest of the day: no drive takes less.</summary>
    public int this[int from, int to] => seconds[from * PlaceCount + to];

    /// <summary>Drive time in seconds for who leaves then, or <see cref="NoRoad"/>.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="to">Where to.</param>
    /// <param name="departure">Second of the day.</param>
    public int DriveSeconds(int from, int to, int departure)
    {
        var at = from * PlaceCount + to;
        if (begins.Length == 0)
            return seconds[at];
        var slot = SlotAt(departure);
        var whole = bySlot[slot][at];
        if (whole == NoRoad || slot + 1 == begins.Length || departure + whole <= begins[slot + 1])
            return whole;
        var (left, now) = (1.0, (double)departure);
        while (true)
        {
            var needed = left * whole;
            if (slot + 1 == begins.Length || now + needed <= begins[slot + 1])
                return (int)Math.Ceiling(now + needed - departure - Rounding);
            left -= (begins[slot + 1] - now) / whole;
            now = begins[++slot];
            whole = bySlot[slot][at];
        }
    }

    /// <summary>When one leaves at the latest to be there by a time; a road must lead there.</summary>
    public int LatestDeparture(int from, int to, int arrival)
    {
        var shortest = this[from, to];
        if (begins.Length == 0)
            return arrival - shortest;
        var slot = SlotAt(arrival);
        var within = arrival - bySlot[slot][from * PlaceCount + to];
        if ((slot == 0 || within >= begins[slot]) && (slot + 1 == begins.Length || arrival < begins[slot + 1]))
            return within;
        // Who leaves later never arrives earlier, so halving finds it.
        var (early, late) = (arrival - Longest(from * PlaceCount + to), arrival - shortest);
        while (early < late)
        {
            var middle = early + (late - early + 1) / 2;
            if (middle + DriveSeconds(from, to, middle) <= arrival)
                early = middle;
            else
                late = middle - 1;
        }

        return early;
    }

    /// <summary>Distance in the unit that was given; the drive time where none was. Meaningless where no road leads.</summary>
    public int Distance(int from, int to) => distances[from * PlaceCount + to];

    /// <summary>The drive times, row-major.</summary>
    /// <remarks>The shortest of the day where they depend on the departure.</remarks>
    internal int[] Seconds => seconds;

    /// <summary>The distances, row-major; the same array as <see cref="Seconds"/> where none were given.</summary>
    internal int[] Distances => distances;

    private int SlotAt(int second)
    {
        var slot = begins.Length - 1;
        while (slot > 0 && second < begins[slot])
            slot--;
        return slot;
    }

    private int Longest(int at)
    {
        var longest = 0;
        foreach (var table in bySlot)
            longest = Math.Max(longest, table[at]);
        return longest;
    }

    private static int[] Shortest(IReadOnlyList<int[]> bySlot)
    {
        ArgumentNullException.ThrowIfNull(bySlot);
        if (bySlot.Count == 0 || bySlot.Any(table => table.Length != bySlot[0].Length))
            throw new ArgumentException("Give one slot of the day at least, with tables of one size.", nameof(bySlot));
        if (bySlot.Count == 1)
            return bySlot[0];
        var shortest = bySlot[0].ToArray();
        foreach (var table in bySlot.Skip(1))
        {
            for (var at = 0; at < shortest.Length; at++)
            {
                if (table[at] < 0 || (table[at] == NoRoad) != (shortest[at] == NoRoad))
                    throw new ArgumentException("A drive time is negative, or a road leads there in one slot of the day and not in another.", nameof(bySlot));
                shortest[at] = Math.Min(shortest[at], table[at]);
            }
        }

        return shortest;
    }
}
