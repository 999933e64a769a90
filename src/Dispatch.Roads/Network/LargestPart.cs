namespace Dispatch.Roads.Network;

/// <summary>The largest part of a graph in which every state can be reached from every other.</summary>
/// <remarks>Source: Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack instead of recursion.</remarks>
internal static class LargestPart
{
    /// <summary>Marks the states of the largest strongly connected part among those that are <paramref name="included"/>.</summary>
    /// <param name="states">The graph.</param>
    /// <param name="included">By state: whether it counts.</param>
    /// <param name="lengths">By directed segment: what it adds to the size of a part, once for all states on it.</param>
    /// <remarks>
    /// Of two parts of the same size the one that is found first. A state that cannot be reached again is no part; none is marked when
    /// there is nothing else.
    /// </remarks>
    public static bool[] Find(DriveStates states, bool[] included, long[] lengths)
    {
        var order = new int[states.Count]; // 0: not seen yet
        var lowest = new int[states.Count];
        var arc = new int[states.Count];
        var part = new int[states.Count]; // 0: none yet
        var countedIn = new int[lengths.Length];
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

        bool FollowsItself(int state) =>
            Array.IndexOf(states.Next, state, states.FirstNext[state], states.FirstNext[state + 1] - states.FirstNext[state]) >= 0;

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
            var isAlone = open.Peek() == root;
            int state;
            do
            {
                state = open.Pop();
                part[state] = parts;
                var directed = states.DirectedOf(state);
                if (countedIn[directed] == parts)
                    continue;

                countedIn[directed] = parts;
                size += lengths[directed];
            }
            while (state != root);
            if (size > largestSize && !(isAlone && !FollowsItself(root)))
                (largest, largestSize) = (parts, size);
        }
    }
}
