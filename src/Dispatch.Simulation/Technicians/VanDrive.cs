using Dispatch.Roads;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>One drive of a simulated van: the way as the product shows it, in the time that the world's own traffic takes.</summary>
internal sealed class VanDrive
{
    private readonly RoadPath path;
    private readonly double[] secondsAt;

    /// <param name="path">The way, in the time of the free roads.</param>
    /// <param name="traffic">What it is slowed by.</param>
    /// <param name="setOut">Local time at which it begins.</param>
    /// <param name="spread">How many times as long besides it takes.</param>
    public VanDrive(RoadPath path, Traffic traffic, LocalDateTime setOut, double spread)
    {
        this.path = path;
        secondsAt = new double[path.Points.Count];
        var street = 0;
        for (var point = 1; point < secondsAt.Length; point++)
        {
            while (street + 1 < path.Streets.Count && path.Streets[street + 1].FirstPoint < point)
                street++;
            var on = path.Streets[street];
            var free = (path.MillisecondsAtPoint[point] - path.MillisecondsAtPoint[point - 1]) / 1000.0;
            var now = setOut.PlusMilliseconds((long)(secondsAt[point - 1] * 1000));
            secondsAt[point] = secondsAt[point - 1] + free * spread * traffic.Factor(on.Name, (double)on.Metres / Math.Max(1, on.Seconds), now);
        }
    }

    /// <summary>How long it takes.</summary>
    public double Seconds => secondsAt[^1];

    /// <summary>Its mean speed, metres a second.</summary>
    public double MetresPerSecond => path.Metres / Math.Max(1, Seconds);

    /// <summary>Where the van is so many seconds after it set out, and where it heads.</summary>
    public MapPoint PositionAt(double seconds, out double heading)
    {
        var next = Array.BinarySearch(secondsAt, seconds);
        next = Math.Clamp(next < 0 ? ~next : next, 1, secondsAt.Length - 1);
        var (before, whole) = (secondsAt[next - 1], secondsAt[next] - secondsAt[next - 1]);
        var share = whole > 0 ? Math.Clamp((seconds - before) / whole, 0, 1) : 1;
        var milliseconds = path.MillisecondsAtPoint;
        return path.PositionAt((milliseconds[next - 1] + share * (milliseconds[next] - milliseconds[next - 1])) / 1000.0, out heading);
    }
}
