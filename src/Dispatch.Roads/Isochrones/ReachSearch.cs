using Dispatch.Roads.Network;

namespace Dispatch.Roads.Isochrones;

/// <summary>A stretch of straight road that can be reached in time.</summary>
internal readonly record struct ReachedStretch(MapPoint From, MapPoint To);

/// <summary>When every directed segment is reached from a place, up to a limit: Dijkstra's algorithm over the states of the network.</summary>
internal sealed class ReachSearch
{
    private const int Never = int.MaxValue;

    private readonly RoadMetric metric;
    private readonly RoadNetwork network;
    private readonly int limitMilliseconds;
    private readonly int[] best; // by state: milliseconds at its beginning
    private readonly int[] begin; // by directed segment: the same, for the soonest of its states
    private readonly PriorityQueue<int, int> queue = new();

    public ReachSearch(RoadMetric metric, Snap from, int limitMilliseconds, CancellationToken ct)
    {
        (this.metric, network, this.limitMilliseconds) = (metric, metric.Network, limitMilliseconds);
        best = new int[network.DirectedOf.Length];
        begin = new int[2 * network.SegmentCount];
        Array.Fill(best, Never);
        Array.Fill(begin, Never);
        if (from.Segment < 0)
            return;

        for (var directed = 2 * from.Segment; directed <= 2 * from.Segment + 1; directed++)
        {
            var toEnd = from.CostToEnd(metric, directed);
            if (toEnd == DriveCost.Unreachable)
                continue;

            // Seen from its beginning, the segment on which one starts was entered before time 0.
            var whole = DriveCost.Milliseconds(metric.DirectedCosts[directed]);
            begin[directed] = DriveCost.Milliseconds(toEnd) - whole;
            if (network.StartStates[directed] is >= 0 and var state)
                Leave(state, DriveCost.Milliseconds(toEnd));
        }

        Run(ct);
    }

    /// <summary>All stretches of road that are reached within a time up to the limit.</summary>
    public IEnumerable<ReachedStretch> Within(int milliseconds)
    {
        for (var directed = 0; directed < begin.Length; directed++)
        {
            if (begin[directed] >= milliseconds)
                continue;

            var (first, last) = (network.FirstPoint[directed >> 1], network.FirstPoint[(directed >> 1) + 1] - 1);
            for (var point = first; point < last; point++)
            {
                var (at, next) = (directed & 1) == 0 ? (point, point + 1) : (last - (point - first), last - (point - first) - 1);
                var (from, to) = (begin[directed] + FromBegin(directed, at, last), begin[directed] + FromBegin(directed, next, last));
                if (to < 0)
                    continue;
                if (from >= milliseconds)
                    break;

                var whole = Math.Max(1, to - from);
                yield return new ReachedStretch(
                    Between(at, next, Math.Max(0, -from) / (double)whole), Between(at, next, Math.Min(1, (milliseconds - from) / (double)whole)));
            }
        }
    }

    private void Run(CancellationToken ct)
    {
        for (var turns = 0; queue.TryDequeue(out var state, out var milliseconds); turns++)
        {
            if ((turns & 0x3FFF) == 0)
                ct.ThrowIfCancellationRequested();
            if (milliseconds > best[state])
                continue;

            var directed = network.DirectedOf[state];
            begin[directed] = Math.Min(begin[directed], milliseconds);
            if (metric.IsOpen(directed))
                Leave(state, milliseconds + DriveCost.Milliseconds(metric.DirectedCosts[directed]));
        }
    }

    private void Leave(int state, int atEnd)
    {
        for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
        {
            var turn = metric.TurnMilliseconds[arc];
            if (turn == RoadMetric.ClosedTurn)
                continue;

            var (onward, there) = (network.ArcHeads[arc], (long)atEnd + turn);
            if (there >= limitMilliseconds || there >= best[onward] || !metric.IsOpen(network.DirectedOf[onward]))
                continue;

            best[onward] = (int)there;
            queue.Enqueue(onward, (int)there);
        }
    }

    private int FromBegin(int directed, int point, int last) => (directed & 1) == 0
        ? metric.Scaled(directed, network.PointForwardMilliseconds[point])
        : metric.Scaled(directed, network.PointBackwardMilliseconds[last] - network.PointBackwardMilliseconds[point]);

    private MapPoint Between(int from, int to, double share)
    {
        var (a, b) = (
            MapPoint.FromE7(network.PointLatitudesE7[from], network.PointLongitudesE7[from]), MapPoint.FromE7(network.PointLatitudesE7[to], network.PointLongitudesE7[to]));
        return new MapPoint(a.Latitude + share * (b.Latitude - a.Latitude), a.Longitude + share * (b.Longitude - a.Longitude));
    }
}
