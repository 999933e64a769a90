using Dispatch.Roads.Network;

namespace Dispatch.Roads.Snapping;

/// <summary>Says in which directions a straight piece of road meets what is wished of it.</summary>
internal readonly struct SnapWishes(SnapOptions options, RoadNetwork network)
{
    // So near to the middle of the road that no side can be told.
    private const double MiddleMetres = 0.5;

    /// <summary>Whether every direction is as good as any.</summary>
    public bool AreNone => options.BearingDegrees is null && options.Approach == SnapApproach.Unrestricted && options.OpenIn is null;

    /// <summary>The directions that do; <see cref="SnapDirections.None"/> when the piece is out of the question.</summary>
    /// <param name="segment">Its segment.</param>
    /// <param name="along">The piece, metres east and north from its beginning to its end.</param>
    /// <param name="toPlace">Metres east and north from the nearest point of the piece to the place.</param>
    public SnapDirections Directions(int segment, (double East, double North) along, (double East, double North) toPlace)
    {
        var kinds = network.SegmentKinds[segment];
        var open = ((kinds & SegmentKind.Forward) != 0 ? SnapDirections.Forward : 0)
            | ((kinds & SegmentKind.Backward) != 0 ? SnapDirections.Backward : 0);
        return BySide(ByBearing(Open(open, segment), along), kinds, along, toPlace);
    }

    private SnapDirections Open(SnapDirections open, int segment)
    {
        if (options.OpenIn is not { } metric)
            return open;
        return open & ((metric.IsOpen(2 * segment) ? SnapDirections.Forward : 0) | (metric.IsOpen(2 * segment + 1) ? SnapDirections.Backward : 0));
    }

    private SnapDirections ByBearing(SnapDirections open, (double East, double North) along)
    {
        if (options.BearingDegrees is not { } bearing)
            return open;

        var heading = double.RadiansToDegrees(Math.Atan2(along.East, along.North));
        if (Difference(heading, bearing) > options.BearingRangeDegrees)
            open &= ~SnapDirections.Forward;
        if (Difference(heading + 180, bearing) > options.BearingRangeDegrees)
            open &= ~SnapDirections.Backward;
        return open;
    }

    private SnapDirections BySide(SnapDirections open, SegmentKind kinds, (double East, double North) along, (double East, double North) toPlace)
    {
        var isOneWay = (kinds & (SegmentKind.Forward | SegmentKind.Backward)) != (SegmentKind.Forward | SegmentKind.Backward);
        if (options.Approach == SnapApproach.Unrestricted || isOneWay)
            return open;

        var toTheLeft = along.East * toPlace.North - along.North * toPlace.East;
        if (Math.Abs(toTheLeft) <= MiddleMetres * Math.Sqrt(along.East * along.East + along.North * along.North))
            return open;

        // Who keeps to the right passes the place at the kerb going forward when it lies on the right of the piece.
        var isKerbForward = toTheLeft < 0 != ((kinds & SegmentKind.LeftHand) != 0);
        return open & (isKerbForward == (options.Approach == SnapApproach.Curb) ? SnapDirections.Forward : SnapDirections.Backward);
    }

    private static double Difference(double one, double other) => Math.Abs(Math.IEEERemainder(one - other, 360));
}
