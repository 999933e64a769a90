using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Splits the states of a drive into three layers, so that roads for the ends of a drive are used at its ends only.</summary>
/// <remarks>
/// A drive leaves an ends-only area (layer <see cref="Leaving"/>), goes through open roads (<see cref="Through"/>), and arrives in
/// another (<see cref="Arriving"/>); between the first and the last there is no way back. So the search stays a plain one over
/// states, and exact. Open streets that can be reached or left only through ends-only ones count as ends-only themselves: there is no
/// passing through them, and whoever lives there can be driven to.
/// </remarks>
internal sealed class DriveLayers
{
    private readonly DriveStates states;
    private readonly bool[] isOpen; // by segment

    public DriveLayers(DriveStates states, RoadSegments segments)
    {
        this.states = states;
        isOpen = new bool[segments.Count];
        for (var segment = 0; segment < segments.Count; segment++)
            isOpen[segment] = segments.Access(segment) == CarAccess.Open;

        var exists = new bool[states.Count];
        var included = new bool[states.Count];
        for (var state = 0; state < states.Count; state++)
        {
            exists[state] = segments.Exists(states.DirectedOf(state));
            included[state] = exists[state] && isOpen[SegmentOf(state)];
        }

        Through = LargestPart.Find(states, included);
        CloseWhatIsNotInTheLargestPart();
        var (firstBefore, before) = Reverse();
        Arriving = Spread(states.FirstNext, states.Next, exists);
        Leaving = Spread(firstBefore, before, exists);
        CanBeSnappedTo = SegmentsWithBoth();
        KeepWhatArrivesSomewhere(firstBefore, before);
    }

    /// <summary>By state: on an open road, in the largest strongly connected part.</summary>
    public bool[] Through { get; }

    /// <summary>By state: on an ends-only road, after the open ones.</summary>
    public bool[] Arriving { get; }

    /// <summary>By state: on an ends-only road, before the open ones.</summary>
    public bool[] Leaving { get; }

    /// <summary>By segment: whether a place on it can be reached and left.</summary>
    public bool[] CanBeSnappedTo { get; }

    private int SegmentOf(int state) => states.DirectedOf(state) >> 1;

    private void CloseWhatIsNotInTheLargestPart()
    {
        Array.Clear(isOpen);
        for (var state = 0; state < states.Count; state++)
        {
            if (Through[state])
                isOpen[SegmentOf(state)] = true;
        }
    }

    /// <summary>The ends-only states that arcs lead to from the open ones, over ends-only ones alone.</summary>
    private bool[] Spread(int[] firstNext, int[] next, bool[] exists)
    {
        var reached = new bool[states.Count];
        var waiting = new Stack<int>();
        for (var state = 0; state < states.Count; state++)
        {
            if (Through[state])
                waiting.Push(state);
        }

        while (waiting.TryPop(out var state))
        {
            for (var arc = firstNext[state]; arc < firstNext[state + 1]; arc++)
            {
                var other = next[arc];
                if (reached[other] || !exists[other] || isOpen[SegmentOf(other)])
                    continue;

                reached[other] = true;
                waiting.Push(other);
            }
        }

        return reached;
    }

    private bool[] SegmentsWithBoth()
    {
        var (arrived, left) = (new bool[isOpen.Length], new bool[isOpen.Length]);
        for (var state = 0; state < states.Count; state++)
        {
            arrived[SegmentOf(state)] |= Through[state] || Arriving[state];
            left[SegmentOf(state)] |= Through[state] || Leaving[state];
        }

        for (var segment = 0; segment < arrived.Length; segment++)
            arrived[segment] &= left[segment];
        return arrived;
    }

    /// <summary>Drops what leads off the map and never back: nobody drives there, and a search need not look.</summary>
    private void KeepWhatArrivesSomewhere(int[] firstBefore, int[] before)
    {
        var kept = new bool[states.Count];
        var waiting = new Stack<int>();
        for (var state = 0; state < states.Count; state++)
        {
            if (Arriving[state] && CanBeSnappedTo[SegmentOf(state)])
            {
                kept[state] = true;
                waiting.Push(state);
            }
        }

        while (waiting.TryPop(out var state))
        {
            for (var arc = firstBefore[state]; arc < firstBefore[state + 1]; arc++)
            {
                var other = before[arc];
                if (kept[other] || !Arriving[other])
                    continue;

                kept[other] = true;
                waiting.Push(other);
            }
        }

        kept.CopyTo(Arriving, 0);
    }

    private (int[] First, int[] Before) Reverse()
    {
        var first = new int[states.Count + 1];
        foreach (var next in states.Next)
            first[next + 1]++;
        for (var state = 0; state < states.Count; state++)
            first[state + 1] += first[state];

        var slot = first[..^1];
        var before = new int[states.Next.Length];
        for (var state = 0; state < states.Count; state++)
        {
            for (var arc = states.FirstNext[state]; arc < states.FirstNext[state + 1]; arc++)
                before[slot[states.Next[arc]]++] = state;
        }

        return (first, before);
    }
}
