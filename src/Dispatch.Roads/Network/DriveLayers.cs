using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Splits the states of a drive into three layers, so that roads for the ends of a drive are used at its ends only.</summary>
/// <remarks>
/// A drive leaves an ends-only area (layer <see cref="Leaving"/>), goes through open roads (<see cref="Through"/>), and arrives in
/// another (<see cref="Arriving"/>); between the first and the last there is no way back. So the search stays a plain one over
/// states, and exact. Open roads that are no part of the largest strongly connected one (reached or left only through ends-only ones,
/// or by a turn after which every other is forbidden) count as ends-only themselves: who lives there can be driven to.
/// </remarks>
internal sealed class DriveLayers
{
    private readonly DriveStates states;
    private readonly int segmentCount;

    public DriveLayers(DriveStates states, RoadSegments segments)
    {
        this.states = states;
        segmentCount = segments.Count;
        var exists = new bool[states.Count];
        var included = new bool[states.Count];
        var lengths = new long[states.Count]; // what remembers something is on a road that is counted already
        for (var state = 0; state < states.Count; state++)
        {
            exists[state] = segments.Exists(states.DirectedOf(state));
            included[state] = exists[state] && segments.Access(SegmentOf(state)) == CarAccess.Open;
            lengths[state] = state < 2 * segmentCount ? segments.Centimetres(SegmentOf(state)) : 0;
        }

        Through = LargestPart.Find(states, included, lengths);
        var (firstBefore, before) = Reverse();
        Arriving = Spread(states.FirstNext, states.Next, exists);
        Leaving = Spread(firstBefore, before, exists);
        CanBeSnappedTo = SegmentsWithBoth();
        KeepWhatArrivesSomewhere(firstBefore, before);
    }

    /// <summary>By state: on an open road, in the largest strongly connected part.</summary>
    public bool[] Through { get; }

    /// <summary>By state: outside of the open part, after it.</summary>
    public bool[] Arriving { get; }

    /// <summary>By state: outside of the open part, before it.</summary>
    public bool[] Leaving { get; }

    /// <summary>By segment: whether a place on it can be reached and left.</summary>
    public bool[] CanBeSnappedTo { get; }

    private int SegmentOf(int state) => states.DirectedOf(state) >> 1;

    /// <summary>The states that arcs lead to from the open part, over states outside of it alone.</summary>
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
                if (reached[other] || !exists[other] || Through[other])
                    continue;

                reached[other] = true;
                waiting.Push(other);
            }
        }

        return reached;
    }

    private bool[] SegmentsWithBoth()
    {
        var (arrived, left) = (new bool[segmentCount], new bool[segmentCount]);
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
