using System.Runtime.CompilerServices;

namespace Dispatch.Roads.Searching;

/// <summary>Arrivals at the heads of states, the earliest first: a heap with four children to a node.</summary>
/// <remarks>Four children make it half as deep as two, and they lie in one cache line. Equal costs come in no particular order.</remarks>
internal sealed class ArrivalQueue
{
    private Arrival[] heap = new Arrival[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long cost, int state)
    {
        if (Count == heap.Length)
            Array.Resize(ref heap, Count * 2);

        var arrivals = heap;
        var at = Count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (arrivals[parent].Cost <= cost)
                break;

            arrivals[at] = arrivals[parent];
            at = parent;
        }

        arrivals[at] = new Arrival(cost, state);
    }

    /// <summary>Takes the earliest; there must be one.</summary>
    public Arrival Take()
    {
        var arrivals = heap;
        var earliest = arrivals[0];
        var count = --Count;
        var moved = arrivals[count];
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= count)
                break;

            var least = child;
            var leastCost = arrivals[child].Cost;
            var end = Math.Min(child + 4, count);
            for (child++; child < end; child++)
            {
                var cost = arrivals[child].Cost;
                if (cost < leastCost)
                    (least, leastCost) = (child, cost);
            }

            if (leastCost >= moved.Cost)
                break;

            arrivals[at] = arrivals[least];
            at = least;
        }

        arrivals[at] = moved;
        return earliest;
    }
}

/// <summary>Somebody reaches the end of a state's segment after this cost.</summary>
internal readonly record struct Arrival(long Cost, int State);
