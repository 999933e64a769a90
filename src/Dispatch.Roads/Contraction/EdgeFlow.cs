using System.Runtime.CompilerServices;
namespace Dispatch.Roads.Contraction;

/// <summary>The fewest roads to cut so that nothing leads from some junctions of a graph to some others: a greatest flow.</summary>
/// <remarks>
/// Source: Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation" (1970); every road carries
/// one unit, in either direction.
/// </remarks>
internal sealed class EdgeFlow
{
    private readonly JunctionGraph graph;
    private readonly int[] firstEnd; // by junction; one more at the end
    private readonly int[] ends; // 2 × road, and 1 more at the road's head
    private readonly sbyte[] flow; // by road: from tail to head
    private readonly int[] level;
    private readonly int[] nextEnd;
    private readonly int[] queue;
    private readonly int[] path; // ends over which one came, by depth
    private readonly byte[] role; // 1: source, 2: sink

    public EdgeFlow(JunctionGraph graph)
    {
        this.graph = graph;
        firstEnd = new int[graph.JunctionCount + 1];
        for (var road = 0; road < graph.RoadCount; road++)
        {
            firstEnd[graph.Tails[road] + 1]++;
            firstEnd[graph.Heads[road] + 1]++;
        }

        for (var junction = 0; junction < graph.JunctionCount; junction++)
            firstEnd[junction + 1] += firstEnd[junction];
        var next = firstEnd[..^1];
        ends = new int[2 * graph.RoadCount];
        for (var road = 0; road < graph.RoadCount; road++)
        {
            ends[next[graph.Tails[road]]++] = 2 * road;
            ends[next[graph.Heads[road]]++] = 2 * road + 1;
        }

        flow = new sbyte[graph.RoadCount];
        level = new int[graph.JunctionCount];
        nextEnd = next;
        queue = new int[graph.JunctionCount];
        path = new int[graph.JunctionCount];
        role = new byte[graph.JunctionCount];
    }

    /// <summary>Numbers the connected parts of the graph.</summary>
    public int Components(Span<int> partOf)
    {
        partOf.Fill(-1);
        var parts = 0;
        for (var seed = 0; seed < graph.JunctionCount; seed++)
        {
            if (partOf[seed] >= 0)
                continue;

            var (read, written) = (0, 1);
            queue[0] = seed;
            partOf[seed] = parts;
            while (read < written)
            {
                var junction = queue[read++];
                for (var at = firstEnd[junction]; at < firstEnd[junction + 1]; at++)
                {
                    var other = OtherEnd(ends[at]);
                    if (partOf[other] >= 0)
                        continue;

                    partOf[other] = parts;
                    queue[written++] = other;
                }
            }

            parts++;
        }

        return parts;
    }

    /// <summary>Cuts the first junctions of an order from the last ones; gives up, with −1, beyond <paramref name="most"/> roads.</summary>
    public int Cut(ReadOnlySpan<int> order, int terminals, int most)
    {
        Array.Clear(flow);
        Array.Clear(role);
        foreach (var junction in order[..terminals])
            role[junction] = 1;
        foreach (var junction in order[^terminals..])
            role[junction] = 2;

        var cut = 0;
        while (Layer(order[..terminals]))
        {
            firstEnd.AsSpan(0, graph.JunctionCount).CopyTo(nextEnd);
            foreach (var source in order[..terminals])
            {
                while (Push(source))
                {
                    if (++cut > most)
                        return -1;
                }
            }
        }

        return cut;
    }

    /// <summary>After a cut: marks what the sources still reach (or what still reaches the sinks), and counts it.</summary>
    public int Side(ReadOnlySpan<int> terminals, bool ofSinks, Span<bool> inSide)
    {
        inSide.Clear();
        var written = 0;
        foreach (var junction in terminals)
        {
            inSide[junction] = true;
            queue[written++] = junction;
        }

        for (var read = 0; read < written; read++)
        {
            var junction = queue[read];
            for (var at = firstEnd[junction]; at < firstEnd[junction + 1]; at++)
            {
                var other = OtherEnd(ends[at]);
                if (inSide[other] || !HasRoom(ofSinks ? ends[at] ^ 1 : ends[at]))
                    continue;

                inSide[other] = true;
                queue[written++] = other;
            }
        }

        return written;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Layer(ReadOnlySpan<int> sources)
    {
        Array.Fill(level, -1);
        var (written, found) = (0, false);
        foreach (var source in sources)
        {
            level[source] = 0;
            queue[written++] = source;
        }

        for (var read = 0; read < written; read++)
        {
            var junction = queue[read];
            if (found && role[junction] == 2)
                continue;

            for (var at = firstEnd[junction]; at < firstEnd[junction + 1]; at++)
            {
                var other = OtherEnd(ends[at]);
                if (level[other] >= 0 || !HasRoom(ends[at]))
                    continue;

                level[other] = level[junction] + 1;
                if (role[other] == 2)
                    found = true;
                else
                    queue[written++] = other;
            }
        }

        return found;
    }

    /// <summary>Pushes one unit from a source along the layers; false when there is no way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Push(int source)
    {
        var (depth, junction) = (0, source);
        while (true)
        {
            if (role[junction] == 2)
            {
                for (var i = 0; i < depth; i++)
                    flow[path[i] >> 1] += (sbyte)((path[i] & 1) == 0 ? 1 : -1);
                return true;
            }

            var advanced = false;
            while (nextEnd[junction] < firstEnd[junction + 1])
            {
                var end = ends[nextEnd[junction]];
                var other = OtherEnd(end);
                if (level[other] == level[junction] + 1 && HasRoom(end))
                {
                    path[depth++] = end;
                    junction = other;
                    advanced = true;
                    break;
                }

                nextEnd[junction]++;
            }

            if (advanced)
                continue;
            if (depth == 0)
                return false;

            var back = path[--depth];
            junction = OtherEnd(back ^ 1);
            nextEnd[junction]++;
        }
    }

    private int OtherEnd(int end) => (end & 1) == 0 ? graph.Heads[end >> 1] : graph.Tails[end >> 1];

    /// <summary>Whether a road carries more from this end to the other.</summary>
    private bool HasRoom(int end) => (end & 1) == 0 ? flow[end >> 1] < 1 : flow[end >> 1] > -1;
}
