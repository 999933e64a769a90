namespace Dispatch.Roads.Network;

/// <summary>Time that each turn from segment to segment takes, by its angle.</summary>
/// <remarks>The angle is that between the last straight piece before the crossing and the first one behind it.</remarks>
internal sealed class TurnCosts(RoadSegments segments, RoadPieces pieces, TurnCostRule rule)
{
    /// <summary>Milliseconds to go on from one directed segment to another that begins where it ends.</summary>
    public int Of(int directed, int onward)
    {
        if (onward == (directed ^ 1))
            return rule.TurnBackMilliseconds;
        if (segments.At(segments.Head(directed)).Length < 3)
            return 0;

        var degrees = FirstBearing(onward) - LastBearing(directed);
        degrees -= 360 * Math.Round(degrees / 360);
        return rule.Milliseconds(degrees, segments.DrivesOnLeft(directed));
    }

    private double FirstBearing(int directed)
    {
        var step = (directed & 1) == 0 ? segments.StepsOf(directed >> 1)[0] : segments.StepsOf(directed >> 1)[^1] ^ 1;
        return Bearing(segments.Begin(step), segments.End(step));
    }

    private double LastBearing(int directed)
    {
        var step = (directed & 1) == 0 ? segments.StepsOf(directed >> 1)[^1] : segments.StepsOf(directed >> 1)[0] ^ 1;
        return Bearing(segments.Begin(step), segments.End(step));
    }

    /// <summary>Degrees clockwise from north.</summary>
    private double Bearing(int from, int to) => Bearing(
        pieces.LatitudesE7[from], pieces.LongitudesE7[from], pieces.LatitudesE7[to], pieces.LongitudesE7[to]);

    /// <summary>Degrees clockwise from north along a short line; places in 1e-7 degrees.</summary>
    public static double Bearing(int fromLatitude, int fromLongitude, int toLatitude, int toLongitude)
    {
        var east = ((long)toLongitude - fromLongitude) * Math.Cos(fromLatitude * (1e-7 * Math.PI / 180));
        return Math.Atan2(east, (long)toLatitude - fromLatitude) * (180 / Math.PI);
    }
}
