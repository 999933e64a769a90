using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Where a drive can be (on a directed segment, with what must be remembered of the way there) and where it goes on to.</summary>
/// <remarks>
/// State <c>directed</c> remembers nothing; state <c>2 × segments + memory</c> is on the last segment of what it remembers. One may
/// turn back only where the road ends (nothing else leads on that is as open as where one comes from) or on a turning circle; never
/// in mid-street and never at a crossing.
/// </remarks>
internal sealed class DriveStates
{
    private readonly RoadSegments segments;
    private readonly TurnBans bans;
    private readonly TurnCosts costs;
    private readonly List<int> next = [];
    private readonly List<int> milliseconds = [];
    private readonly List<ushort> conditions = [];

    public DriveStates(RoadSegments segments, TurnBans bans, TurnCosts costs, ReadOnlySpan<CarNode> kinds, Conditions conditionsOfMap)
    {
        this.segments = segments;
        this.bans = bans;
        this.costs = costs;
        Count = 2 * segments.Count + bans.MemoryCount;
        FirstNext = new int[Count + 1];
        for (var state = 0; state < Count; state++)
        {
            var directed = DirectedOf(state);
            if (segments.Exists(directed))
                AddNext(state, directed, (kinds[segments.Head(directed)] & CarNode.TurningCircle) != 0, conditionsOfMap);
            FirstNext[state + 1] = next.Count;
        }

        Next = [.. next];
        Milliseconds = [.. milliseconds];
        OpenWhen = [.. conditions];
    }

    /// <summary>How many states there are, those on segments that may not be driven included (nothing leads there).</summary>
    public int Count { get; }

    /// <summary>Where the states begin that one can go on to; one more at the end.</summary>
    public int[] FirstNext { get; }

    /// <summary>The states that one can go on to.</summary>
    public int[] Next { get; }

    /// <summary>Time for the turn to each of them.</summary>
    public int[] Milliseconds { get; }

    /// <summary>The condition under which each of them may be taken.</summary>
    public ushort[] OpenWhen { get; }

    /// <summary>The directed segment that a state is on.</summary>
    public int DirectedOf(int state) => state < 2 * segments.Count ? state : bans.Remembered(state - 2 * segments.Count)[^1];

    private void AddNext(int state, int directed, bool hasRoomToTurn, Conditions conditionsOfMap)
    {
        var memory = state < 2 * segments.Count ? -1 : state - 2 * segments.Count;
        var mayTurnBack = hasRoomToTurn || RoadEndsAfter(directed);
        foreach (var onward in segments.At(segments.Head(directed)))
        {
            if (!segments.Exists(onward) || (onward == (directed ^ 1) && !mayTurnBack))
                continue;

            var openWhen = bans.OpenWhen(directed, memory, onward);
            if (openWhen.Equals(WeekTimes.Never))
                continue;

            var remembered = bans.Remember(directed, memory, onward);
            next.Add(remembered < 0 ? onward : 2 * segments.Count + remembered);
            milliseconds.Add(costs.Of(directed, onward));
            conditions.Add(conditionsOfMap.NumberOf(openWhen));
        }
    }

    private bool RoadEndsAfter(int directed)
    {
        var access = segments.Access(directed >> 1);
        foreach (var onward in segments.At(segments.Head(directed)))
        {
            if (onward != (directed ^ 1) && segments.Exists(onward) && segments.Access(onward >> 1) >= access)
                return false;
        }

        return true;
    }
}
