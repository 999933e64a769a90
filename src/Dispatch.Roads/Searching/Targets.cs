using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>The places that a search looks for, by the directed segment on which they lie, and the best cost to each so far.</summary>
internal sealed class Targets
{
    private readonly RoadMetric metric;
    private readonly ulong[] holdsTarget; // a bit for each directed segment
    private readonly Dictionary<int, int> firstOf = []; // by segment: the first of its places
    private int[] nextOf = [];
    private Snap[] places = [];
    private long[] best = [];
    private int count;
    private int missing;

    public Targets(RoadMetric metric)
    {
        this.metric = metric;
        holdsTarget = new ulong[(2 * metric.Network.SegmentCount + 63) / 64];
    }

    /// <summary>By place: the least cost yet.</summary>
    public ReadOnlySpan<long> Best => best.AsSpan(0, count);

    /// <summary>No place can become better by an arrival that is later than this.</summary>
    public long LatestUseful { get; private set; }

    /// <summary>Looks for these places from now on; those on no road stay unreachable.</summary>
    public void Set(ReadOnlySpan<Snap> targets)
    {
        foreach (var segment in firstOf.Keys)
            holdsTarget[segment >> 5] &= ~(3UL << (2 * segment & 63));
        firstOf.Clear();

        count = targets.Length;
        if (places.Length < count)
        {
            places = new Snap[count];
            nextOf = new int[count];
            best = new long[count];
        }

        targets.CopyTo(places);
        for (var place = 0; place < count; place++)
        {
            var segment = places[place].Segment;
            if (segment < 0)
                continue;

            nextOf[place] = firstOf.GetValueOrDefault(segment, -1);
            firstOf[segment] = place;
            holdsTarget[segment >> 5] |= 3UL << (2 * segment & 63);
        }
    }

    /// <summary>Forgets what was found, for a search from another place.</summary>
    public void Restart()
    {
        best.AsSpan(0, count).Fill(DriveCost.Unreachable);
        LatestUseful = DriveCost.Unreachable;
        missing = 0;
        foreach (var place in places.AsSpan(0, count))
            missing += place.Segment >= 0 ? 1 : 0;
        if (missing == 0)
            LatestUseful = -1;
    }

    /// <summary>Reaches the places on the source's own segment straight along it.</summary>
    public void ReachAlong(Snap source)
    {
        for (var place = firstOf.GetValueOrDefault(source.Segment, -1); place >= 0; place = nextOf[place])
        {
            var cost = source.CostAlong(metric, places[place]);
            if (cost < best[place])
                Improve(place, cost);
        }
    }

    /// <summary>Whether places lie on the directed segment.</summary>
    public bool IsOn(int directed) => (holdsTarget[directed >> 6] >> (directed & 63) & 1) != 0;

    /// <summary>Reaches the places on a directed segment whose beginning is reached after <paramref name="cost"/>.</summary>
    public void Reach(int directed, long cost)
    {
        for (var place = firstOf[directed >> 1]; place >= 0; place = nextOf[place])
        {
            var onward = places[place].CostFromBegin(metric, directed);
            var there = cost + onward;
            if (onward != DriveCost.Unreachable && there < best[place])
                Improve(place, there);
        }
    }

    private void Improve(int place, long cost)
    {
        var first = best[place] == DriveCost.Unreachable;
        best[place] = cost;
        if (!first || --missing > 0)
            return;

        LatestUseful = 0;
        for (var other = 0; other < count; other++)
        {
            if (best[other] != DriveCost.Unreachable)
                LatestUseful = Math.Max(LatestUseful, best[other]);
        }
    }
}
