namespace Dispatch.Planning.Rich.Errands;

/// <summary>What is on board along a route, and whether more may be.</summary>
/// <remarks>
/// A break with a bound of its own counts as if so much more were on board as its bound is below the van's room; so one comparison with
/// the room serves for both.
/// </remarks>
internal sealed class ErrandLoads
{
    private readonly ErrandDay day;
    private readonly ErrandVehicle vehicle;
    private readonly int dimensions;
    private readonly int[] room;

    // By place of the route, then dimension: on board before the item there; the same with the item, if it is a bounded break; the most
    // from the start to before the item; and from the item to the end.
    private int[] load = [];
    private int[] tight = [];
    private int[] before = [];
    private int[] behind = [];

    public ErrandLoads(ErrandDay day, ErrandVehicle vehicle)
    {
        (this.day, this.vehicle, dimensions) = (day, vehicle, day.Dimensions);
        room = [.. Enumerable.Range(0, dimensions).Select(d => d < vehicle.Capacity.Count ? vehicle.Capacity[d] : 0)];
    }

    public void CopyFrom(ErrandLoads other, int count)
    {
        Grow(count);
        var length = (count + 1) * dimensions;
        Array.Copy(other.load, load, length);
        Array.Copy(other.tight, tight, length);
        Array.Copy(other.before, before, length);
        Array.Copy(other.behind, behind, length);
    }

    /// <summary>Loads the items in order; whether there is room all along.</summary>
    public bool Measure(ReadOnlySpan<int> items)
    {
        if (dimensions == 0)
            return true;
        Grow(items.Length);
        Array.Clear(load, 0, dimensions);
        foreach (var item in items)
        {
            if (item >= 0 && day.Errands[item].PickedUpAt < 0)
                Add(load.AsSpan(0, dimensions), day.Errands[item].Brings, 1);
        }

        var fits = true;
        for (var i = 0; i <= items.Length; i++)
        {
            var here = load.AsSpan(i * dimensions, dimensions);
            for (var d = 0; d < dimensions; d++)
            {
                tight[i * dimensions + d] = here[d] + (i < items.Length && items[i] < 0 ? Missing(~items[i], d) : 0);
                before[i * dimensions + d] = i == 0 ? here[d] : Math.Max(Math.Max(before[(i - 1) * dimensions + d], tight[(i - 1) * dimensions + d]), here[d]);
                fits &= tight[i * dimensions + d] <= room[d];
            }

            if (i < items.Length)
                Step(items[i], here, load.AsSpan((i + 1) * dimensions, dimensions));
        }

        for (var i = items.Length; i >= 0; i--)
        {
            for (var d = 0; d < dimensions; d++)
                behind[i * dimensions + d] = i == items.Length ? tight[i * dimensions + d] : Math.Max(tight[i * dimensions + d], behind[(i + 1) * dimensions + d]);
        }

        return fits;
    }

    /// <summary>Whether a job fits before the item at a place.</summary>
    public bool HasRoom(int errand, int at)
    {
        var (brings, takes) = (day.Errands[errand].Brings, day.Errands[errand].Takes);
        for (var d = 0; d < brings.Count; d++)
        {
            if (brings[d] > 0 && before[at * dimensions + d] + brings[d] > room[d])
                return false;
        }

        for (var d = 0; d < takes.Count; d++)
        {
            if (takes[d] > 0 && behind[at * dimensions + d] + takes[d] > room[d])
                return false;
        }

        return true;
    }

    /// <summary>Whether there is room for more right before the item at a place; of a load that is on board already when the item before is done, with that one.</summary>
    public bool HasRoom(IReadOnlyList<int> amounts, int at, bool isOnBoard)
    {
        for (var d = 0; d < amounts.Count; d++)
        {
            if (load[at * dimensions + d] + amounts[d] > room[d] || (isOnBoard && tight[(at - 1) * dimensions + d] + amounts[d] > room[d]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a break may be taken before the item at a place.</summary>
    public bool MayRest(ReadOnlySpan<int> items, int at, int pause)
    {
        if (vehicle.Breaks[pause].MostLoad.Count == 0)
            return true;
        Measure(items);
        for (var d = 0; d < dimensions; d++)
        {
            if (load[at * dimensions + d] + Missing(pause, d) > room[d])
                return false;
        }

        return true;
    }

    private int Missing(int pause, int dimension)
    {
        var most = vehicle.Breaks[pause].MostLoad;
        return dimension < most.Count ? Math.Max(0, room[dimension] - most[dimension]) : 0;
    }

    private void Step(int item, ReadOnlySpan<int> from, Span<int> to)
    {
        from.CopyTo(to);
        if (item < 0)
            return;
        Add(to, day.Errands[item].Takes, 1);
        Add(to, day.Errands[item].Brings, -1);
        if (day.DeliveredAt[item] is >= 0 and var delivery)
            Add(to, day.Errands[delivery].Brings, 1);
    }

    private static void Add(Span<int> into, IReadOnlyList<int> amounts, int sign)
    {
        for (var d = 0; d < amounts.Count; d++)
            into[d] += sign * amounts[d];
    }

    private void Grow(int count)
    {
        var size = (count + 1) * dimensions;
        if (size <= load.Length)
            return;
        size = Math.Max(size, 2 * load.Length);
        Array.Resize(ref load, size);
        Array.Resize(ref tight, size);
        Array.Resize(ref before, size);
        Array.Resize(ref behind, size);
    }
}
