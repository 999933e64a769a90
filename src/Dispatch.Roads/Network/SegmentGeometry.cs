using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Lays out the points of segments, with time and length from the segment's first point to each.</summary>
/// <remarks>
/// What holds one up at a point (lights, signs, gates) costs its time on the piece that leads up to it; a large crossing has several
/// lights in a row.
/// </remarks>
internal sealed class SegmentGeometry
{
    private const int LongestPieceMilliseconds = 100 * 3600 * 1000;

    private readonly RoadCollector roads;
    private readonly RoadPieces pieces;
    private readonly RoadSegments segments;
    private readonly NodeDelays delays;
    private readonly double[] wayCentimetres; // of ferries with a told crossing; otherwise 0
    private readonly Dictionary<string, int> nameNumbers = [];

    public SegmentGeometry(RoadCollector roads, RoadPieces pieces, RoadSegments segments, NodeDelays delays, List<int> used)
    {
        this.delays = delays;
        this.roads = roads;
        this.pieces = pieces;
        this.segments = segments;
        wayCentimetres = new double[roads.Ways.Count];
        foreach (var piece in pieces.Pieces)
            wayCentimetres[piece.Way] += piece.Centimetres;
        foreach (var segment in used)
            Add(segment);
    }

    public List<int> LatitudesE7 { get; } = [];

    public List<int> LongitudesE7 { get; } = [];

    public List<int> ForwardMilliseconds { get; } = [];

    public List<int> BackwardMilliseconds { get; } = [];

    public List<int> Centimetres { get; } = [];

    public List<int> FirstPoint { get; } = [0];

    public List<int> Names { get; } = [];

    public List<string> DistinctNames { get; } = [];

    private void Add(int segment)
    {
        var steps = segments.StepsOf(segment);
        var (forward, backward, length) = (0, 0, 0);
        AddPoint(segments.Begin(steps[0]), 0, 0, 0);
        foreach (var step in steps)
        {
            forward = Sum(forward, Milliseconds(step));
            backward = Sum(backward, Milliseconds(step ^ 1));
            length = Sum(length, pieces.Pieces[step >> 1].Centimetres);
            AddPoint(segments.End(step), forward, backward, length);
        }

        FirstPoint.Add(LatitudesE7.Count);
        var name = roads.Ways[segments.FirstWay(2 * segment)].Name;
        if (!nameNumbers.TryGetValue(name, out var number))
        {
            nameNumbers.Add(name, number = DistinctNames.Count);
            DistinctNames.Add(name);
        }

        Names.Add(number);
    }

    private void AddPoint(int point, int forward, int backward, int length)
    {
        LatitudesE7.Add(pieces.LatitudesE7[point]);
        LongitudesE7.Add(pieces.LongitudesE7[point]);
        ForwardMilliseconds.Add(forward);
        BackwardMilliseconds.Add(backward);
        Centimetres.Add(length);
    }

    /// <summary>Time for one step; at least one millisecond, so that no ring is free.</summary>
    private int Milliseconds(int step)
    {
        var piece = pieces.Pieces[step >> 1];
        var way = roads.Ways[piece.Way];
        var milliseconds = way.Crossing is { } crossing && wayCentimetres[piece.Way] > 0
            ? crossing.TotalMilliseconds * piece.Centimetres / wayCentimetres[piece.Way]
            : piece.Centimetres * 36.0 / ((step & 1) == 0 ? way.ForwardKmh : way.BackwardKmh);
        var delay = delays.Milliseconds(pieces.Kinds[segments.End(step)], forward: (step & 1) == 0);
        return (int)Math.Clamp(Math.Round(milliseconds), 1, LongestPieceMilliseconds) + delay;
    }

    /// <summary>Sums of absurd maps stop where an int still holds several of them.</summary>
    private static int Sum(int one, int other) => (int)Math.Min((long)one + other, DriveCost.LongestMilliseconds - 1);
}
