using System.Runtime.InteropServices;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Draws a drive: its line with the time at every point, and its streets.</summary>
internal sealed class PathDrawing
{
    private readonly RoadMetric metric;
    private readonly RoadNetwork network;
    private readonly Snap from;
    private readonly Snap to;
    private readonly int[] states;
    private readonly List<(int Name, int FirstPoint, long CostBefore)> streets = [];
    private readonly PathSegment[] segments;
    private MapPoint[] points = [];
    private int[] milliseconds = [];
    private int count;
    private long driven;

    private PathDrawing(RoadMetric metric, Snap from, Snap to, ReadOnlySpan<int> states)
    {
        (this.metric, network, this.from, this.to) = (metric, metric.Network, from, to);
        this.states = states.ToArray();
        segments = new PathSegment[Math.Max(1, states.Length)];
    }

    /// <summary>A drive from state to state: it begins in the midst of the first and ends in the midst of the last; with none it does not leave its segment.</summary>
    public static RoadPath Of(RoadMetric metric, Snap from, Snap to, ReadOnlySpan<int> states)
    {
        var drawing = new PathDrawing(metric, from, to, states);
        return states.IsEmpty ? drawing.DrawAlong() : drawing.Draw();
    }

    /// <inheritdoc cref="Of(RoadMetric, Snap, Snap, ReadOnlySpan{int})"/>
    public static RoadPath Of(RoadMetric metric, Snap from, Snap to, List<int> states) => Of(metric, from, to, CollectionsMarshal.AsSpan(states));

    private RoadPath DrawAlong()
    {
        var ahead = to.Centimetres >= from.Centimetres;
        var cost = from.CostAlong(metric, to);
        var directed = 2 * from.Segment + (ahead ? 0 : 1);
        var (first, last) = (AfterHere(from, directed), BeforeHere(to, directed));
        Begin(Inner(directed, first, last));
        StartStreet(0, directed);
        AddInnerPoints(directed, first, last, -from.CostFromBegin(metric, directed));
        driven = cost;
        return End();
    }

    private RoadPath Draw()
    {
        var inner = 0;
        for (var i = 0; i < states.Length; i++)
        {
            var directed = network.DirectedOf[states[i]];
            var (first, last) = InnerOf(i, directed);
            inner += Inner(directed, first, last);
        }

        Begin(inner);
        for (var i = 0; i < states.Length; i++)
        {
            var directed = network.DirectedOf[states[i]];
            var (first, last) = InnerOf(i, directed);
            StartStreet(i, directed);
            if (i > 0)
                driven += DriveCost.Of(metric.TurnBetween(states[i - 1], states[i]), 0);
            AddInnerPoints(directed, first, last, i == 0 ? -from.CostFromBegin(metric, directed) : driven);
            if (i == 0)
                driven = from.CostToEnd(metric, directed);
            else
                driven += i < states.Length - 1 ? metric.DirectedCosts[directed] : to.CostFromBegin(metric, directed);
        }

        return End();
    }

    // The ends of the drive are points of its own; where one segment ends the next begins, so that each but the first leaves its first point out.
    private (int First, int Last) InnerOf(int i, int directed) => (
        i == 0 ? AfterHere(from, directed) : SecondOf(directed),
        i > 0 && i == states.Length - 1 ? BeforeHere(to, directed) : LastOf(directed));

    private static int Inner(int directed, int first, int last) => Math.Max(0, ((directed & 1) == 0 ? last - first : first - last) + 1);

    private void Begin(int inner)
    {
        (points, milliseconds) = (new MapPoint[inner + 2], new int[inner + 2]);
        points[count++] = from.Position;
    }

    private RoadPath End()
    {
        points[count] = to.Position;
        milliseconds[count] = DriveCost.Milliseconds(driven);
        var named = new PathStreet[streets.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var (name, firstPoint, before) = streets[i];
            var after = i + 1 < named.Length ? streets[i + 1].CostBefore : driven;
            named[i] = new PathStreet(
                network.Names[name],
                DriveCost.Metres(after) - DriveCost.Metres(before),
                DriveCost.Seconds(after) - DriveCost.Seconds(before),
                firstPoint);
        }

        return new RoadPath(points, milliseconds, DriveCost.Seconds(driven), DriveCost.Metres(driven), named)
        {
            Cost = driven,
            Segments = segments,
            Drive = (from, to, states),
        };
    }

    private void StartStreet(int index, int directed)
    {
        segments[index] = new PathSegment(directed, count - 1, driven);
        var name = network.SegmentNames[directed >> 1];
        if (streets.Count == 0 || streets[^1].Name != name)
            streets.Add((name, count - 1, driven));
    }

    /// <summary>Adds points of a directed segment in the order of driving; <paramref name="before"/> is driven at its beginning.</summary>
    private void AddInnerPoints(int directed, int first, int last, long before)
    {
        var (step, left) = ((directed & 1) == 0 ? 1 : -1, Inner(directed, first, last));
        if (left == 0)
            return;
        var low = Math.Min(first, last);
        var latitudes = network.PointLatitudesE7.AsSpan(low, left);
        var longitudes = network.PointLongitudesE7.AsSpan(low, left);
        var times = (step > 0 ? network.PointForwardMilliseconds : network.PointBackwardMilliseconds).AsSpan(low, left);
        var (whole, begun) = (DriveCost.Milliseconds(metric.DirectedCosts[directed]), DriveCost.Milliseconds(before));
        for (int i = 0, at = first - low; i < left; i++, at += step)
        {
            points[count] = MapPoint.FromE7(latitudes[at], longitudes[at]);
            var since = metric.Scaled(directed, times[at]);
            milliseconds[count++] = begun + (step > 0 ? since : whole - since);
        }
    }

    private int LastOf(int directed) =>
        (directed & 1) == 0 ? network.FirstPoint[(directed >> 1) + 1] - 1 : network.FirstPoint[directed >> 1];

    private int SecondOf(int directed) =>
        (directed & 1) == 0 ? network.FirstPoint[directed >> 1] + 1 : network.FirstPoint[(directed >> 1) + 1] - 2;

    /// <summary>The first point of the segment that one comes by after a place.</summary>
    private static int AfterHere(Snap place, int directed) => place.Point + ((directed & 1) == 0 ? 1 : 0);

    /// <summary>The last point of the segment that one comes by before a place.</summary>
    private static int BeforeHere(Snap place, int directed) => place.Point + ((directed & 1) == 0 ? 0 : 1);
}
