using System.Runtime.InteropServices;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>Pieces joined into segments: what lies between two points at which a drive can be continued in more than one way.</summary>
/// <remarks>
/// A directed segment has the number 2 × segment for the order in which its pieces were joined, and 1 more for the way back. Segments
/// end where the name, the access, the directions or their times change, at restrictions' points, and at turning circles.
/// </remarks>
internal sealed class RoadSegments
{
    private readonly List<RoadPieces.Piece> pieces;
    private readonly List<CarWay> ways;
    private readonly bool[] isJunction;
    private readonly int[] firstEnd;
    private readonly int[] ends; // 2 × piece, and 1 more when the piece ends at the point
    private readonly bool[] taken;
    private readonly List<int> steps = [];
    private readonly List<int> firstStep = [0];
    private readonly int[] firstAt;
    private readonly int[] directedAt;

    public RoadSegments(RoadPieces roadPieces, List<CarWay> ways, IEnumerable<int> forcedJunctions)
    {
        pieces = roadPieces.Pieces;
        this.ways = ways;
        (firstEnd, ends) = EndsOfPoints(roadPieces);
        taken = new bool[pieces.Count];
        isJunction = new bool[roadPieces.PointCount];
        foreach (var point in forcedJunctions)
            isJunction[point] = true;
        for (var point = 0; point < isJunction.Length; point++)
            isJunction[point] |= !IsPassedThrough(point) || (roadPieces.Kinds[point] & CarNode.TurningCircle) != 0;

        for (var point = 0; point < isJunction.Length; point++)
        {
            if (isJunction[point])
                JoinFrom(point);
        }

        // What is left are rings that touch nothing else: they begin anywhere.
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            if (!taken[piece])
            {
                isJunction[pieces[piece].From] = true;
                JoinFrom(pieces[piece].From);
            }
        }

        (firstAt, directedAt) = ByTail(roadPieces.PointCount);
    }

    /// <summary>How many segments there are.</summary>
    public int Count => firstStep.Count - 1;

    /// <summary>All directed segments that begin at a point, also those that may not be driven.</summary>
    public ReadOnlySpan<int> At(int point) => directedAt.AsSpan(firstAt[point]..firstAt[point + 1]);

    /// <summary>The directed segments that may be driven from a point.</summary>
    public List<int> OutOf(int point)
    {
        var found = new List<int>();
        foreach (var directed in At(point))
        {
            if (Exists(directed))
                found.Add(directed);
        }

        return found;
    }

    /// <summary>The pieces of a segment in the order of driving; 2 × piece, and 1 more when it is driven against its way.</summary>
    public ReadOnlySpan<int> StepsOf(int segment) =>
        CollectionsMarshal.AsSpan(steps)[firstStep[segment]..firstStep[segment + 1]];

    /// <summary>The point at which a directed segment begins.</summary>
    public int Tail(int directed) => (directed & 1) == 0 ? Begin(StepsOf(directed >> 1)[0]) : End(StepsOf(directed >> 1)[^1]);

    /// <summary>The point at which a directed segment ends.</summary>
    public int Head(int directed) => Tail(directed ^ 1);

    /// <summary>Whether one may drive that way.</summary>
    public bool Exists(int directed) => MayLeave(StepsOf(directed >> 1)[0] ^ (directed & 1));

    /// <summary>The way of the first piece that one drives on.</summary>
    public int FirstWay(int directed) => pieces[StepsOf(directed >> 1)[(directed & 1) == 0 ? 0 : ^1] >> 1].Way;

    /// <summary>The way of the last piece that one drives on.</summary>
    public int LastWay(int directed) => FirstWay(directed ^ 1);

    /// <summary>Whether the segment is open, or for the ends of a drive only.</summary>
    public CarAccess Access(int segment) => AccessOf(pieces[StepsOf(segment)[0] >> 1]);

    /// <summary>When one may drive that way.</summary>
    public WeekTimes OpenWhen(int directed) => OpenOf(StepsOf(directed >> 1)[0] ^ (directed & 1));

    /// <summary>Whether one drives on the left side where the directed segment ends.</summary>
    public bool DrivesOnLeft(int directed) => ways[LastWay(directed)].DrivesOnLeft;

    /// <summary>The segment's length.</summary>
    public long Centimetres(int segment)
    {
        var sum = 0L;
        foreach (var step in StepsOf(segment))
            sum += pieces[step >> 1].Centimetres;
        return sum;
    }

    /// <summary>The point at which a step begins.</summary>
    public int Begin(int step) => (step & 1) == 0 ? pieces[step >> 1].From : pieces[step >> 1].To;

    /// <summary>The point at which a step ends.</summary>
    public int End(int step) => Begin(step ^ 1);

    private static (int[] FirstEnd, int[] Ends) EndsOfPoints(RoadPieces roadPieces)
    {
        var first = new int[roadPieces.PointCount + 1];
        foreach (var piece in roadPieces.Pieces)
        {
            first[piece.From + 1]++;
            first[piece.To + 1]++;
        }

        for (var point = 0; point < roadPieces.PointCount; point++)
            first[point + 1] += first[point];

        var next = first[..^1];
        var ends = new int[first[^1]];
        for (var i = 0; i < roadPieces.Pieces.Count; i++)
        {
            ends[next[roadPieces.Pieces[i].From]++] = 2 * i;
            ends[next[roadPieces.Pieces[i].To]++] = 2 * i + 1;
        }

        return (first, ends);
    }

    private (int[] First, int[] Directed) ByTail(int pointCount)
    {
        var first = new int[pointCount + 1];
        for (var directed = 0; directed < 2 * Count; directed++)
            first[Tail(directed) + 1]++;
        for (var point = 0; point < pointCount; point++)
            first[point + 1] += first[point];

        var next = first[..^1];
        var sorted = new int[2 * Count];
        for (var directed = 0; directed < 2 * Count; directed++)
            sorted[next[Tail(directed)]++] = directed;

        return (first, sorted);
    }

    private ReadOnlySpan<int> EndsAt(int point) => ends.AsSpan(firstEnd[point]..firstEnd[point + 1]);

    private CarAccess AccessOf(RoadPieces.Piece piece) => piece.EndsOnly ? CarAccess.EndsOnly : ways[piece.Way].Access;

    /// <summary>Whether one may drive the step; a step away from a point equals the piece's end at that point.</summary>
    private bool MayLeave(int step)
    {
        var direction = ways[pieces[step >> 1].Way].Direction;
        return (step & 1) == 0 ? direction.Forward : direction.Backward;
    }

    private WeekTimes OpenOf(int step) =>
        (step & 1) == 0 ? ways[pieces[step >> 1].Way].OpenForward : ways[pieces[step >> 1].Way].OpenBackward;

    /// <summary>Whether two pieces of the same kind meet here and nothing else.</summary>
    private bool IsPassedThrough(int point)
    {
        var here = EndsAt(point);
        if (here.Length != 2)
            return false;

        var (one, other) = (pieces[here[0] >> 1], pieces[here[1] >> 1]);
        var (oneWay, otherWay) = (ways[one.Way], ways[other.Way]);
        return oneWay.Name == otherWay.Name
            && oneWay.IsFerry == otherWay.IsFerry
            && oneWay.Sign.IsRoundabout == otherWay.Sign.IsRoundabout
            && AccessOf(one) == AccessOf(other)
            && MayLeave(here[0]) == MayLeave(here[1] ^ 1)
            && MayLeave(here[1]) == MayLeave(here[0] ^ 1)
            && OpenOf(here[0]).Equals(OpenOf(here[1] ^ 1))
            && OpenOf(here[1]).Equals(OpenOf(here[0] ^ 1));
    }

    private void JoinFrom(int point)
    {
        foreach (var first in EndsAt(point))
        {
            if (taken[first >> 1])
                continue;

            var step = first;
            while (true)
            {
                taken[step >> 1] = true;
                steps.Add(step);
                var reached = End(step);
                if (isJunction[reached])
                    break;

                var onward = EndsAt(reached);
                step = onward[0] == (step ^ 1) ? onward[1] : onward[0];
            }

            firstStep.Add(steps.Count);
        }
    }
}
