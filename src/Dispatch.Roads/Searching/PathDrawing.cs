using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Draws a drive: its line with the time at every point, and its streets.</summary>
internal sealed class PathDrawing(RoadMetric metric, Snap from, Snap to)
{
    private readonly RoadNetwork network = metric.Network;
    private readonly List<MapPoint> points = [];
    private readonly List<int> milliseconds = [];
    private readonly List<(int Name, int FirstPoint, long CostBefore)> streets = [];
    private readonly List<PathSegment> segments = [];
    private IReadOnlyList<int> states = [];
    private long driven;

    /// <summary>A drive from state to state; none for one that does not leave its segment.</summary>
    public static RoadPath Of(RoadMetric metric, Snap from, Snap to, IReadOnlyList<int> states)
    {
        var drawing = new PathDrawing(metric, from, to);
        return states.Count == 0 ? drawing.DrawAlong() : drawing.Draw(states);
    }

    /// <summary>A drive that does not leave the segment on which it begins.</summary>
    public RoadPath DrawAlong()
    {
        Begin();
        var ahead = to.Centimetres >= from.Centimetres;
        var cost = from.CostAlong(metric, to);
        var directed = 2 * from.Segment + (ahead ? 0 : 1);
        StartStreet(directed);
        AddInnerPoints(directed, AfterHere(from, directed), BeforeHere(to, directed), -from.CostFromBegin(metric, directed));
        driven = cost;
        return End();
    }

    /// <summary>A drive from state to state: it begins in the midst of the first and ends in the midst of the last.</summary>
    public RoadPath Draw(IReadOnlyList<int> drive)
    {
        states = drive;
        Begin();
        for (var i = 0; i < drive.Count; i++)
        {
            var directed = network.DirectedOf[drive[i]];
            StartStreet(directed);
            if (i > 0)
                driven += DriveCost.Of(metric.TurnBetween(drive[i - 1], drive[i]), 0);
            if (i == 0)
            {
                AddInnerPoints(directed, AfterHere(from, directed), LastOf(directed), -from.CostFromBegin(metric, directed));
                driven = from.CostToEnd(metric, directed);
            }
            else if (i < drive.Count - 1)
            {
                AddInnerPoints(directed, SecondOf(directed), LastOf(directed), driven);
                driven += metric.DirectedCosts[directed];
            }
            else
            {
                AddInnerPoints(directed, SecondOf(directed), BeforeHere(to, directed), driven);
                driven += to.CostFromBegin(metric, directed);
            }
        }

        return End();
    }

    private void Begin()
    {
        points.Add(from.Position);
        milliseconds.Add(0);
    }

    private RoadPath End()
    {
        points.Add(to.Position);
        milliseconds.Add(DriveCost.Milliseconds(driven));
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

        return new RoadPath([.. points], [.. milliseconds], DriveCost.Seconds(driven), DriveCost.Metres(driven), named)
        {
            Cost = driven,
            Segments = segments,
            Drive = (from, to, [.. states]),
        };
    }

    private void StartStreet(int directed)
    {
        segments.Add(new PathSegment(directed, points.Count - 1, driven));
        var name = network.SegmentNames[directed >> 1];
        if (streets.Count == 0 || streets[^1].Name != name)
            streets.Add((name, points.Count - 1, driven));
    }

    /// <summary>Adds points of a directed segment in the order of driving; <paramref name="before"/> is driven at its beginning.</summary>
    private void AddInnerPoints(int directed, int first, int last, long before)
    {
        var step = (directed & 1) == 0 ? 1 : -1;
        var whole = DriveCost.Milliseconds(metric.DirectedCosts[directed]);
        for (var point = first; (last - point) * step >= 0; point += step)
        {
            var since = step > 0
                ? metric.Scaled(directed, network.PointForwardMilliseconds[point])
                : whole - metric.Scaled(directed, network.PointBackwardMilliseconds[point]);
            points.Add(MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]));
            milliseconds.Add((int)((before + ((long)since << 32)) >> 32));
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
