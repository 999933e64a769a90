using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Guidance;

/// <summary>The junctions of a map as one sees them: all roads that meet there, also those that one may not enter.</summary>
internal sealed class Crossings
{
    private const int LookAheadCentimetres = 1000; // Kerbs and traffic islands bend the first metres.

    private readonly RoadNetwork network;
    private readonly RoadSign[] signs;
    private readonly int[] tailOf; // by directed segment: the junction at which it begins
    private readonly HashSet<(int From, int To)> turns = []; // all that some drive may take
    private readonly int[] firstAt;
    private readonly int[] leavingAt;

    public Crossings(RoadNetwork network)
    {
        this.network = network;
        signs = Array.ConvertAll(network.SignLines, RoadSign.Parse);
        tailOf = network.TailJunctions;
        ReadTurns();
        firstAt = new int[tailOf.Max() + 2];
        foreach (var junction in tailOf)
            firstAt[junction + 1] += junction >= 0 ? 1 : 0;
        for (var junction = 0; junction + 1 < firstAt.Length; junction++)
            firstAt[junction + 1] += firstAt[junction];
        var slot = firstAt[..^1];
        leavingAt = new int[firstAt[^1]];
        for (var directed = 0; directed < tailOf.Length; directed++)
        {
            if (tailOf[directed] >= 0)
                leavingAt[slot[tailOf[directed]]++] = directed;
        }

        DrivesLeft = RoundaboutsGoClockwise();
    }

    /// <summary>Whether one drives on the left: then roundabouts go clockwise.</summary>
    public bool DrivesLeft { get; }

    /// <summary>What one sees and reads on a directed segment.</summary>
    public RoadSign SignOf(int directed) => signs[network.DirectedSigns[directed]];

    /// <summary>The road's name, without a number that stands in its place.</summary>
    public string NameOf(int directed)
    {
        var name = network.Names[network.SegmentNames[directed >> 1]];
        return name == SignOf(directed).Number ? "" : name;
    }

    /// <summary>All directed segments that leave the junction at the end of one, also those that may not be driven.</summary>
    public ReadOnlySpan<int> LeavingAfter(int directed) =>
        tailOf[directed ^ 1] is >= 0 and var junction ? leavingAt.AsSpan(firstAt[junction]..firstAt[junction + 1]) : [];

    /// <summary>Whether one may drive from the end of one directed segment into another.</summary>
    public bool MayGoOn(int directed, int next) => turns.Contains((directed, next));

    /// <summary>Direction in which a directed segment leaves its junction, degrees from north, below 360.</summary>
    public double BearingOf(int directed)
    {
        var (first, last) = (network.FirstPoint[directed >> 1], network.FirstPoint[(directed >> 1) + 1] - 1);
        var (at, end, step) = (directed & 1) == 0 ? (first, last, 1) : (last, first, -1);
        var begin = at;
        while (at != end && (at == begin || Math.Abs(network.PointCentimetres[at] - network.PointCentimetres[begin]) < LookAheadCentimetres))
            at += step;
        return Compass.Bearing(PointAt(begin), PointAt(at));
    }

    private void ReadTurns()
    {
        for (var state = 0; state < network.StateCount; state++)
        {
            for (var arc = network.FirstArc[state]; arc < network.FirstArc[state + 1]; arc++)
                turns.Add((network.DirectedOf[state], network.DirectedOf[network.ArcHeads[arc]]));
        }
    }

    private bool RoundaboutsGoClockwise()
    {
        var turned = 0.0;
        for (var directed = 0; directed < tailOf.Length; directed++)
        {
            if (!SignOf(directed).IsRoundabout || !network.MayDrive(directed))
                continue;
            var (first, last) = (network.FirstPoint[directed >> 1], network.FirstPoint[(directed >> 1) + 1] - 1);
            for (var point = first + 1; point < last; point++)
            {
                var turn = Compass.Turn(Compass.Bearing(PointAt(point - 1), PointAt(point)), Compass.Bearing(PointAt(point), PointAt(point + 1)));
                turned += (directed & 1) == 0 ? turn : -turn;
            }
        }

        foreach (var (from, to) in turns)
            turned += from != (to ^ 1) && SignOf(from).IsRoundabout && SignOf(to).IsRoundabout ? Compass.Turn(Compass.Back(BearingOf(from ^ 1)), BearingOf(to)) : 0;
        return turned > 0;
    }

    private MapPoint PointAt(int point) => MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]);
}
