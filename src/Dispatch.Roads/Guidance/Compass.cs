namespace Dispatch.Roads.Guidance;

/// <summary>Directions and turns, degrees.</summary>
internal static class Compass
{
    /// <summary>Direction from one point to another, from north clockwise, below 360; flat, good for some kilometres.</summary>
    public static double Bearing(MapPoint from, MapPoint to)
    {
        var east = (to.Longitude - from.Longitude) * Math.Cos(from.Latitude * (Math.PI / 180));
        var degrees = Math.Atan2(east, to.Latitude - from.Latitude) * (180 / Math.PI);
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /// <summary>The other way.</summary>
    public static double Back(double bearing) => bearing >= 180 ? bearing - 180 : bearing + 180;

    /// <summary>How far one turns from one direction to another: −180 to 180, right positive.</summary>
    public static double Turn(double from, double to)
    {
        var turn = to - from;
        return turn > 180 ? turn - 360 : turn <= -180 ? turn + 360 : turn;
    }

    /// <summary>Whole degrees below 360.</summary>
    public static int Whole(double bearing) => (int)Math.Round(bearing) % 360;

    /// <summary>The word for a turn.</summary>
    public static TurnDirection Direction(double turn) => Math.Abs(turn) switch
    {
        <= 20 => TurnDirection.Straight,
        <= 40 => turn > 0 ? TurnDirection.SlightRight : TurnDirection.SlightLeft,
        <= 120 => turn > 0 ? TurnDirection.Right : TurnDirection.Left,
        _ => turn > 0 ? TurnDirection.SharpRight : TurnDirection.SharpLeft,
    };
}
