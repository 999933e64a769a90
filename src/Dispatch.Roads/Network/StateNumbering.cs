namespace Dispatch.Roads.Network;

/// <summary>Gives the states that are used their final numbers: those that leave one junction side by side, near junctions near.</summary>
internal sealed class StateNumbering
{
    private const int Layers = 3;
    private const int Through = 0;
    private const int Leaving = 1;
    private const int Arriving = 2;

    private readonly DriveStates states;
    private readonly RoadSegments segments;
    private readonly DriveLayers layers;
    private readonly RoadPieces pieces;
    private readonly List<int> layered = []; // by final number: state × 3 + layer
    private readonly int[] numberOf; // by state × 3 + layer, or −1
    private readonly List<int> segmentsUsed = [];
    private readonly int[] segmentNumber;

    public StateNumbering(DriveStates states, RoadSegments segments, DriveLayers layers, RoadPieces pieces)
    {
        this.states = states;
        this.segments = segments;
        this.layers = layers;
        this.pieces = pieces;
        numberOf = new int[Layers * states.Count];
        segmentNumber = new int[segments.Count];
        Array.Fill(numberOf, -1);
        Array.Fill(segmentNumber, -1);

        NumberStates();
        DirectedOf = new int[Count];
        for (var number = 0; number < Count; number++)
        {
            var directed = states.DirectedOf(layered[number] / Layers);
            DirectedOf[number] = 2 * NumberSegment(directed >> 1) + (directed & 1);
        }

        TailJunctions = NumberJunctions();
        StartStates = new int[2 * segmentsUsed.Count];
        for (var directed = 0; directed < StartStates.Length; directed++)
        {
            var state = 2 * segmentsUsed[directed >> 1] + (directed & 1);
            StartStates[directed] = Math.Max(numberOf[state * Layers + Through], numberOf[state * Layers + Leaving]);
        }
    }

    /// <summary>How many states there are.</summary>
    public int Count => layered.Count;

    /// <inheritdoc cref="NumberJunctions"/>
    public int[] TailJunctions { get; }

    /// <summary>By final number: the directed segment, with its final number.</summary>
    public int[] DirectedOf { get; }

    /// <summary>By directed segment with its final number: where a drive begins, or −1.</summary>
    public int[] StartStates { get; }

    /// <summary>By final number of a segment: the one that it had before.</summary>
    public List<int> Segments => segmentsUsed;

    /// <summary>Lays out what one can go on to from each state.</summary>
    public DriveArcs Arcs()
    {
        var first = new int[Count + 1];
        var (heads, milliseconds, conditions) = (new List<int>(), new List<int>(), new List<ushort>());
        for (var number = 0; number < Count; number++)
        {
            var (state, layer) = Math.DivRem(layered[number], Layers);
            for (var arc = states.FirstNext[state]; arc < states.FirstNext[state + 1]; arc++)
            {
                var next = NumberAfter(layer, states.Next[arc]);
                if (next < 0)
                    continue;

                heads.Add(next);
                milliseconds.Add(states.Milliseconds[arc]);
                conditions.Add(states.OpenWhen[arc]);
            }

            first[number + 1] = heads.Count;
        }

        return new DriveArcs(first, [.. heads], [.. milliseconds], [.. conditions]);
    }

    private int NumberAfter(int layer, int next)
    {
        if (layers.Through[next])
            return layer == Arriving ? -1 : numberOf[next * Layers + Through];

        return numberOf[next * Layers + (layer == Leaving ? Leaving : Arriving)];
    }

    private void NumberStates()
    {
        var byTail = new List<(ulong Place, int Point, int Layered)>();
        for (var state = 0; state < states.Count; state++)
        {
            AddIf(layers.Through[state], state, Through);
            AddIf(layers.Leaving[state], state, Leaving);
            AddIf(layers.Arriving[state], state, Arriving);
        }

        byTail.Sort();
        foreach (var (_, _, one) in byTail)
        {
            numberOf[one] = Count;
            layered.Add(one);
        }

        void AddIf(bool used, int state, int layer)
        {
            if (!used)
                return;

            var point = segments.Tail(states.DirectedOf(state));
            byTail.Add((ZOrder(point), point, state * Layers + layer));
        }
    }

    /// <summary>By directed segment with its final number: the junction at which it begins; near junctions have near numbers.</summary>
    private int[] NumberJunctions()
    {
        var numbers = new Dictionary<int, int>();
        var tails = new int[2 * segmentsUsed.Count];
        for (var directed = 0; directed < tails.Length; directed++)
        {
            var point = segments.Tail(2 * segmentsUsed[directed >> 1] + (directed & 1));
            if (!numbers.TryGetValue(point, out tails[directed]))
                numbers.Add(point, tails[directed] = numbers.Count);
        }

        return tails;
    }

    private int NumberSegment(int segment)
    {
        if (segmentNumber[segment] < 0)
        {
            segmentNumber[segment] = segmentsUsed.Count;
            segmentsUsed.Add(segment);
        }

        return segmentNumber[segment];
    }

    /// <summary>Bits of both coordinates in turns (Morton order): points that are near get numbers that are near.</summary>
    private ulong ZOrder(int point) =>
        Spread((uint)(pieces.LongitudesE7[point] + 1_800_000_000L)) | (Spread((uint)(pieces.LatitudesE7[point] + 900_000_000L)) << 1);

    private static ulong Spread(ulong bits)
    {
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }
}

/// <summary>What one can go on to from the states of a map, state by state.</summary>
/// <param name="FirstArc">By state: its first arc; one more at the end.</param>
/// <param name="Heads">By arc: the state that it leads to.</param>
/// <param name="Milliseconds">By arc: time for the turn.</param>
/// <param name="Conditions">By arc: when it may be taken.</param>
internal sealed record DriveArcs(int[] FirstArc, int[] Heads, int[] Milliseconds, ushort[] Conditions);
