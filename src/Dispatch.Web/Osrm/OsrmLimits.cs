namespace Dispatch.Web.Osrm;

/// <summary>How large a request may be; beyond it the answer is TooBig.</summary>
/// <remarks>The defaults are those of OSRM's server, but for tables, which are made for planning.</remarks>
public sealed record OsrmLimits
{
    /// <summary>Places of a route; default 500.</summary>
    public int RoutePlaces { get; init; } = 500;

    /// <summary>Alternatives of a route; default 3.</summary>
    public int Alternatives { get; init; } = 3;

    /// <summary>Rows and columns of a square table, or as many cells; default 5,000.</summary>
    public int TablePlaces { get; init; } = 5_000;

    /// <summary>Points of a trace; default 1,000.</summary>
    public int MatchPoints { get; init; } = 1_000;

    /// <summary>Largest radius of a trace's point, metres; default 100.</summary>
    public double MatchRadiusMetres { get; init; } = 100;

    /// <summary>Places of a trip; default 200.</summary>
    public int TripPlaces { get; init; } = 200;

    /// <summary>Results of nearest; default 100.</summary>
    public int NearestResults { get; init; } = 100;

    /// <summary>How far a place may lie from a road where the request does not say, metres; default 10,000.</summary>
    public double SnapMetres { get; init; } = 10_000;

    /// <summary>Longest request line, bytes; default 1 MiB. A longer one is refused with status 414.</summary>
    public int RequestLineBytes { get; init; } = 1 << 20;
}
