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
        var lengths = new long[2 * segmentCount];
        for (var state = 0; state < states.Count; state++)
        {
            exists[state] = segments.Exists(states.DirectedOf(state));
            included[state] = exists[state] && segments.Access(SegmentOf(state)) == CarAccess.Open;
        }

        for (var directed = 0; directed < lengths.Length; directed++)
            lengths[directed] = segments.Centimetres(directed >> 1);

        Through = WholeRoads(LargestPart.Find(states, included, lengths), exists);
        var (firstBefore, before) = Reverse();
        var reached = Spread(Through, states.FirstNext, states.Next, exists);
        var leads = Spread(Through, firstBefore, before, exists);
        CanBeSnappedTo = SegmentsWithBoth(reached, leads);

        // What leads off the map and never back is left out: nobody drives there, and a search need not look.
        var withPlaces = StatesOn(CanBeSnappedTo, exists);
        var useful = Or(Or(leads, withPlaces), Spread(withPlaces, firstBefore, before, exists));
        Arriving = And(reached, useful);
        Leaving = And(Or(withPlaces, Spread(withPlaces, states.FirstNext, states.Next, exists)), useful);
    }

    /// <summary>By state: on an open road of the largest strongly connected part.</summary>
    public bool[] Through { get; }

    /// <summary>By state: outside of the open part, after it.</summary>
    public bool[] Arriving { get; }

    /// <summary>By state: outside of the open part, before it: a drive may begin here, whether or not it ever gets there.</summary>
    public bool[] Leaving { get; }

    /// <summary>By segment: whether a place on it can be reached and left.</summary>
    public bool[] CanBeSnappedTo { get; }

    private int SegmentOf(int state) => states.DirectedOf(state) >> 1;

    /// <summary>A road belongs to the open part with both its directions, and whatever one remembers on it.</summary>
    private bool[] WholeRoads(bool[] part, bool[] exists)
    {
        var whole = new bool[segmentCount];
        for (var state = 0; state < part.Length; state++)
            whole[SegmentOf(state)] |= part[state];
        for (var state = 0; state < part.Length; state++)
            part[state] = exists[state] && whole[SegmentOf(state)];
        return part;
    }

    /// <summary>The states outside of the open part that arcs lead to from the <paramref name="seeds"/>, over such states alone.</summary>
    private bool[] Spread(bool[] seeds, int[] firstNext, int[] next, bool[] exists)
    {
        var reached = new bool[states.Count];
        var waiting = new Stack<int>();
        for (var state = 0; state < states.Count; state++)
        {
            if (seeds[state])
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

    private bool[] SegmentsWithBoth(bool[] reached, bool[] leads)
    {
        var (arrived, left) = (new bool[segmentCount], new bool[segmentCount]);
        for (var state = 0; state < states.Count; state++)
        {
            arrived[SegmentOf(state)] |= Through[state] || reached[state];
            left[SegmentOf(state)] |= Through[state] || leads[state];
        }

        return And(arrived, left);
    }

    private bool[] StatesOn(bool[] segments, bool[] exists)
    {
        var on = new bool[states.Count];
        for (var state = 0; state < on.Length; state++)
            on[state] = exists[state] && !Through[state] && segments[SegmentOf(state)];
        return on;
    }

    private static bool[] And(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a && b)];

    private static bool[] Or(bool[] one, bool[] other) => [.. one.Zip(other, (a, b) => a || b)];

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
