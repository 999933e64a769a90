namespace Dispatch.Roads.Network;

/// <summary>The largest part of a graph in which every state can be reached from every other.</summary>
/// <remarks>Source: Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own instead of recursion.</remarks>
internal static class LargestPart
{
    /// <summary>Marks the states of the largest strongly connected part among those that are <paramref name="included"/>.</summary>
    /// <param name="states">The graph.</param>
    /// <param name="included">By state: whether it counts.</param>
    /// <param name="sizes">By state: what it adds to the size of its part.</param>
    /// <remarks>Of two parts of the same size the one that is found first; no state is marked when none is included.</remarks>
    public static bool[] Find(DriveStates states, bool[] included, long[] sizes)
    {
        var order = new int[states.Count]; // 0: not seen yet
        var lowest = new int[states.Count];
        var arc = new int[states.Count];
        var part = new int[states.Count]; // 0: none yet
        var (path, open) = (new Stack<int>(), new Stack<int>());
        var (seen, parts, largest, largestSize) = (0, 0, 0, -1L);
        for (var root = 0; root < states.Count; root++)
        {
            if (!included[root] || order[root] != 0)
                continue;

            Enter(root);
            while (path.TryPeek(out var state))
            {
                if (arc[state] < states.FirstNext[state + 1])
                {
                    var next = states.Next[arc[state]++];
                    if (!included[next])
                        continue;
                    if (order[next] == 0)
                        Enter(next);
                    else if (part[next] == 0)
                        lowest[state] = Math.Min(lowest[state], order[next]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before))
                    lowest[before] = Math.Min(lowest[before], lowest[state]);
                if (lowest[state] == order[state])
                    Close(state);
            }
        }

        var marked = new bool[states.Count];
        for (var state = 0; state < marked.Length; state++)
            marked[state] = largest != 0 && part[state] == largest;
        return marked;

        void Enter(int state)
        {
            order[state] = lowest[state] = ++seen;
            arc[state] = states.FirstNext[state];
            path.Push(state);
            open.Push(state);
        }

        void Close(int root)
        {
            parts++;
            var size = 0L;
            int state;
            do
            {
                state = open.Pop();
                part[state] = parts;
                size += sizes[state];
            }
            while (state != root);
            if (size > largestSize)
                (largest, largestSize) = (parts, size);
        }
    }
}
