using Dispatch.Roads.Network;

namespace Dispatch.Roads.Guidance;

/// <summary>Makes instructions of drives: what one does at which crossing, and what one sees there. One for a map, shared by all threads.</summary>
public sealed class RouteGuidance
{
    private const double AtTheRoadMetres = 3;

    private readonly RoadNetwork network;
    private readonly Crossings crossings;

    /// <summary>For the drives of a map.</summary>
    public RouteGuidance(RoadMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        network = map.Network;
        crossings = new Crossings(network);
    }

    internal RouteGuidance(RoadNetwork network)
    {
        this.network = network;
        crossings = new Crossings(network);
    }

    /// <summary>The steps of a drive: departure first, arrival last, so two at least.</summary>
    /// <param name="path">A drive on this map.</param>
    /// <param name="from">The place itself, beside the road, when its side shall be told.</param>
    /// <param name="to">The place at the end.</param>
    public IReadOnlyList<RouteStep> Steps(RoadPath path, MapPoint? from = null, MapPoint? to = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (segments, steps) = (path.Segments, new List<RouteStep>());
        path.PositionAt(0, out var heading);
        var begin = new Begin(StepKind.Depart, SideOf(from, path.Points[0], heading), 0, 0, 0, Compass.Whole(heading));
        var passed = new List<StepCrossing> { End(path.Points[0], Compass.Whole(heading), -1, 0) };
        for (var i = 1; i < segments.Count; i++)
        {
            var (before, after) = (segments[i - 1].Directed, segments[i].Directed);
            var crossing = CrossingAt(before, after, path.Points[segments[i].FirstPoint], out var told);
            if (told is not { } instruction)
            {
                passed.Add(crossing);
                continue;
            }

            steps.Add(Step(path, begin, i, passed));
            var exit = instruction.Kind == StepKind.Roundabout ? ExitNumber(path, i) : 0;
            var bearings = (Compass.Whole(Compass.Back(crossings.BearingOf(before ^ 1))), Compass.Whole(crossings.BearingOf(after)));
            begin = new Begin(instruction.Kind, instruction.Direction, exit, i, bearings.Item1, bearings.Item2);
            passed = [crossing];
        }

        steps.Add(Step(path, begin, segments.Count, passed));
        path.PositionAt(path.Seconds + 1, out heading);
        steps.Add(Arrival(path, to, heading, steps[^1]));
        return steps;
    }

    private RouteStep Step(RoadPath path, Begin begin, int end, List<StepCrossing> passed)
    {
        var segments = path.Segments;
        var after = end < segments.Count ? segments[end].CostBefore : path.Cost;
        var before = begin.Segment < segments.Count ? segments[begin.Segment].CostBefore : 0;
        var named = begin.Segment < segments.Count ? segments[Math.Min(NamedBy(path, begin, end), segments.Count - 1)].Directed : -1;
        var sign = named < 0 ? Profile.RoadSign.None : crossings.SignOf(named);
        var first = begin.Segment < segments.Count ? segments[begin.Segment].FirstPoint : 0;
        return new RouteStep(
            begin.Kind, begin.Direction, begin.Exit, named < 0 ? "" : crossings.NameOf(named), sign.Number, sign.Destination,
            ((uint)after - (uint)before) / 100.0, DriveCost.Milliseconds(after) - DriveCost.Milliseconds(before), first,
            end < segments.Count ? segments[end].FirstPoint : path.Points.Count - 1, begin.BearingBefore, begin.BearingAfter, sign.IsFerry,
            crossings.DrivesLeft, LengthUnits.HasMiles(path.Points[first]), passed);
    }

    /// <summary>A roundabout's step is called by the road at its exit, any other by the road it begins on.</summary>
    private static int NamedBy(RoadPath path, Begin begin, int end) =>
        begin.Kind == StepKind.Roundabout && begin.Exit > 0 && end < path.Segments.Count ? end : begin.Segment;

    private static RouteStep Arrival(RoadPath path, MapPoint? to, double heading, RouteStep last)
    {
        var bearing = Compass.Whole(heading);
        var crossing = End(path.Points[^1], Compass.Whole(Compass.Back(heading)), 0, -1);
        return last with
        {
            Kind = StepKind.Arrive,
            Direction = SideOf(to, path.Points[^1], heading),
            Exit = 0,
            Destination = "",
            Metres = 0,
            Milliseconds = 0,
            FirstPoint = path.Points.Count - 1,
            LastPoint = path.Points.Count - 1,
            BearingBefore = bearing,
            BearingAfter = 0,
            Crossings = [crossing],
        };
    }

    private static StepCrossing End(MapPoint location, int bearing, int @in, int @out) => new(location, [bearing], [true], @in, @out, [], []);

    private static TurnDirection? SideOf(MapPoint? place, MapPoint road, double heading)
    {
        if (place is not { } beside || beside.DistanceMetres(road) < AtTheRoadMetres)
            return null;

        var turn = Compass.Turn(heading, Compass.Bearing(road, beside));
        return Math.Abs(turn) is < 20 or > 160 ? TurnDirection.Straight : turn > 0 ? TurnDirection.Right : TurnDirection.Left;
    }

    /// <summary>Exits that one comes by on the ring until one leaves it, that one included; 0 when the drive ends before.</summary>
    private int ExitNumber(RoadPath path, int entry)
    {
        var exits = 0;
        for (var i = entry + 1; i < path.Segments.Count; i++)
        {
            var (before, after) = (path.Segments[i - 1].Directed, path.Segments[i].Directed);
            if (!crossings.SignOf(after).IsRoundabout)
                return exits + 1;

            foreach (var road in crossings.LeavingAfter(before))
                exits += road != (before ^ 1) && !crossings.SignOf(road).IsRoundabout && crossings.MayGoOn(before, road) ? 1 : 0;
        }

        return 0;
    }

    private StepCrossing CrossingAt(int before, int after, MapPoint location, out (StepKind Kind, TurnDirection Direction)? told)
    {
        var arriving = Compass.Back(crossings.BearingOf(before ^ 1));
        var roads = new List<(int Bearing, bool Entry, int Directed, double Turn)>();
        foreach (var road in crossings.LeavingAfter(before))
        {
            var bearing = crossings.BearingOf(road);
            var isBack = road == (before ^ 1);
            roads.Add((Compass.Whole(bearing), road == after || (!isBack && crossings.MayGoOn(before, road)), road, Compass.Turn(arriving, bearing)));
        }

        roads.Sort((one, other) => (one.Bearing, one.Directed).CompareTo((other.Bearing, other.Directed)));
        var turn = Compass.Turn(arriving, crossings.BearingOf(after));
        var direction = after == (before ^ 1) ? TurnDirection.UTurn : Compass.Direction(turn);
        told = ToldAt(before, after, roads, turn, direction);
        return new StepCrossing(
            location,
            roads.ConvertAll(road => road.Bearing),
            roads.ConvertAll(road => road.Entry),
            roads.FindIndex(road => road.Directed == (before ^ 1)),
            roads.FindIndex(road => road.Directed == after),
            LaneArrows.Read(crossings.SignOf(before).LanesForward, told?.Direction ?? direction),
            Classes(after));
    }

    private (StepKind Kind, TurnDirection Direction)? ToldAt(
        int before, int after, List<(int Bearing, bool Entry, int Directed, double Turn)> roads, double turn, TurnDirection direction)
    {
        var (from, to) = (crossings.SignOf(before), crossings.SignOf(after));
        if (to.IsRoundabout != from.IsRoundabout)
            return (to.IsRoundabout ? StepKind.Roundabout : StepKind.ExitRoundabout, direction);
        if (to.IsRoundabout)
            return null;

        var others = roads.FindAll(road => road.Entry && road.Directed != after && road.Directed != (before ^ 1))
            .ConvertAll(road => new TurnRule.Way(crossings.NameOf(road.Directed), crossings.SignOf(road.Directed), road.Turn));
        return TurnRule.At(
            new TurnRule.Way(crossings.NameOf(before), from, 0), new TurnRule.Way(crossings.NameOf(after), to, turn), others,
            after == (before ^ 1), crossings.DrivesLeft);
    }

    private string[] Classes(int directed)
    {
        var sign = crossings.SignOf(directed);
        return
        [
            .. sign.Rank == Profile.RoadRank.Motorway ? (string[])["motorway"] : [],
            .. sign.IsToll ? (string[])["toll"] : [],
            .. sign.IsFerry ? (string[])["ferry"] : [],
        ];
    }

    /// <summary>Where and how a step begins, until its end is known.</summary>
    private readonly record struct Begin(
        StepKind Kind, TurnDirection? Direction, int Exit, int Segment, int BearingBefore, int BearingAfter);
}
