namespace Dispatch.Planning.Intervals;

/// <summary>What a technician is doing where the route ahead begins.</summary>
public enum UnderWay
{
    /// <summary>Nothing: free from <see cref="RouteUncertainty.Since"/>, and sets out a moment later.</summary>
    Free,

    /// <summary>Driving to a visit that is then worked on.</summary>
    Driving,

    /// <summary>At work.</summary>
    Working,
}

/// <summary>How uncertain one route is: what is under way, and the distributions of all that follows.</summary>
/// <param name="State">What is under way.</param>
/// <param name="Since">When it began, seconds of the day; for a free technician when the last thing ended.</param>
/// <param name="Now">The present; what has not happened yet happens later.</param>
/// <param name="DriveSeconds">Planned drive that is under way; 0 otherwise.</param>
/// <param name="WorkSeconds">Planned work that is under way, or follows the drive; 0 otherwise.</param>
/// <param name="Drive">Drives by the hour in which they begin: 24 of them.</param>
/// <param name="WorkUnderWay">Work that is under way, or follows the drive.</param>
/// <param name="Work">Work of each stop ahead, in order.</param>
/// <param name="Between">From the end of one thing to setting out.</param>
public sealed record RouteUncertainty(
    UnderWay State, int Since, int Now, int DriveSeconds, int WorkSeconds, IReadOnlyList<FactorHistogram> Drive,
    FactorHistogram WorkUnderWay, IReadOnlyList<FactorHistogram> Work, FactorHistogram Between);

/// <summary>Where the arrivals of one stop lie.</summary>
public sealed class ArrivalSpread
{
    private readonly int[] arrivals;

    internal ArrivalSpread(int[] sorted) => arrivals = sorted;

    /// <summary>The interval that holds a share of the arrivals, as many below as above it; seconds of the day.</summary>
    public (int Start, int End) Interval(double share) => (At((1 - share) / 2), At((1 + share) / 2));

    /// <summary>
    /// The same on whole steps of the clock: each end is moved to the step before or after it, so that the share that lies within comes
    /// nearest to the one that is wanted. (Outwards always, short intervals would hold far more often than they say.)
    /// </summary>
    public (int Start, int End) Interval(double share, int stepSeconds)
    {
        var (start, end) = Interval(share);
        var (floor, ceiling) = (start / stepSeconds * stepSeconds, end / stepSeconds * stepSeconds);
        var (best, least) = ((floor, ceiling + stepSeconds), double.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            var (from, to) = (floor + (i & 1) * stepSeconds, ceiling + (i >> 1) * stepSeconds);
            var off = Math.Abs((ShareAfter(from - 1) - ShareAfter(to)) * arrivals.Length / (arrivals.Length + 1) - share);
            if (to > from && off < least)
                (best, least) = ((from, to), off);
        }

        return best;
    }

    /// <summary>The arrival before which a share lies.</summary>
    /// <remarks>Of n arrivals the k-th has k of n + 1 before it (Weibull's plotting position): an interval of two of them then holds what it says of the next arrival.</remarks>
    public int At(double share)
    {
        var position = Math.Clamp(share * (arrivals.Length + 1) - 1, 0, arrivals.Length - 1);
        var below = (int)position;
        return below + 1 >= arrivals.Length
            ? arrivals[^1]
            : (int)Math.Round(arrivals[below] + (position - below) * (arrivals[below + 1] - arrivals[below]));
    }

    /// <summary>The share of arrivals after a time.</summary>
    public double ShareAfter(int time) => (double)arrivals.Count(arrival => arrival > time) / arrivals.Length;
}
