using Dispatch.Roads.Network;

namespace Dispatch.Roads;

/// <summary>Where on the roads of one map a place is reached: a point of a street, open in up to both directions.</summary>
/// <remarks>
/// Made by <see cref="RoadMap.SnapToRoad"/> and good for that map alone. <c>default</c> is on no road: no drive begins or ends there.
/// </remarks>
public readonly struct Snap : IEquatable<Snap>
{
    private readonly int segmentPlusOne;

    internal Snap(MapPoint position, double distanceMetres, int segment, int point, int forwardMilliseconds, int backwardMilliseconds,
        int centimetres, SnapDirections directions = SnapDirections.Both)
    {
        Position = position;
        DistanceMetres = distanceMetres;
        segmentPlusOne = segment + 1;
        Point = point;
        ForwardMilliseconds = forwardMilliseconds;
        BackwardMilliseconds = backwardMilliseconds;
        Centimetres = centimetres;
        Directions = directions;
    }

    /// <summary>The point of the street.</summary>
    public MapPoint Position { get; }

    /// <summary>How far from the place it lies, metres as the crow flies.</summary>
    public double DistanceMetres { get; }

    /// <summary>The ways along the street in which one may leave from here and arrive; what is one-way stays so all the same.</summary>
    public SnapDirections Directions { get; }

    /// <summary>The segment, or −1.</summary>
    internal int Segment => segmentPlusOne - 1;

    /// <summary>The segment's point before the position, counted over all points of the map.</summary>
    internal int Point { get; }

    /// <summary>Time from the segment's first point to here.</summary>
    internal int ForwardMilliseconds { get; }

    /// <summary>Time from here back to the segment's first point.</summary>
    internal int BackwardMilliseconds { get; }

    /// <summary>Length from the segment's first point to here.</summary>
    internal int Centimetres { get; }

    /// <summary>Whether both stand at the same point of the same street.</summary>
    public bool Equals(Snap other) =>
        segmentPlusOne == other.segmentPlusOne && Point == other.Point && Centimetres == other.Centimetres
        && ForwardMilliseconds == other.ForwardMilliseconds && BackwardMilliseconds == other.BackwardMilliseconds
        && Directions == other.Directions;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Snap other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(segmentPlusOne, Centimetres);

    /// <summary>Whether both stand at the same point of the same street.</summary>
    public static bool operator ==(Snap left, Snap right) => left.Equals(right);

    /// <summary>Whether they stand at different points.</summary>
    public static bool operator !=(Snap left, Snap right) => !left.Equals(right);

    /// <summary>The same place, left and reached in none but these ways.</summary>
    public Snap Only(SnapDirections directions) => new(
        Position, DistanceMetres, Segment, Point, ForwardMilliseconds, BackwardMilliseconds, Centimetres, Directions & directions);

    /// <summary>Whether a drive may leave from here, or arrive, along the directed segment.</summary>
    internal bool Allows(int directed) => (Directions & ((directed & 1) == 0 ? SnapDirections.Forward : SnapDirections.Backward)) != 0;

    /// <summary>From here to the end of the directed segment; unreachable when it is closed.</summary>
    internal long CostToEnd(RoadMetric metric, int directed)
    {
        if (!metric.IsOpen(directed) || !Allows(directed))
            return DriveCost.Unreachable;
        if ((directed & 1) != 0)
            return DriveCost.Of(metric.Scaled(directed, BackwardMilliseconds), Centimetres);

        var whole = metric.DirectedCosts[directed];
        return DriveCost.Of(
            DriveCost.Milliseconds(whole) - metric.Scaled(directed, ForwardMilliseconds), DriveCost.Centimetres(whole) - Centimetres);
    }

    /// <summary>From the beginning of the directed segment to here; unreachable when it is closed.</summary>
    internal long CostFromBegin(RoadMetric metric, int directed)
    {
        if (!metric.IsOpen(directed) || !Allows(directed))
            return DriveCost.Unreachable;
        if ((directed & 1) == 0)
            return DriveCost.Of(metric.Scaled(directed, ForwardMilliseconds), Centimetres);

        var whole = metric.DirectedCosts[directed];
        return DriveCost.Of(
            DriveCost.Milliseconds(whole) - metric.Scaled(directed, BackwardMilliseconds), DriveCost.Centimetres(whole) - Centimetres);
    }

    /// <summary>Straight along the segment to <paramref name="other"/> on the same one; unreachable against a one-way street.</summary>
    internal long CostAlong(RoadMetric metric, Snap other)
    {
        if (other.Centimetres == Centimetres)
            return 0;

        var ahead = other.Centimetres > Centimetres;
        var directed = 2 * Segment + (ahead ? 0 : 1);
        var (here, there) = (CostFromBegin(metric, directed), other.CostFromBegin(metric, directed));
        return here == DriveCost.Unreachable || there == DriveCost.Unreachable ? DriveCost.Unreachable : there - here;
    }
}
