using Dispatch.Domain.Ids;

namespace Dispatch.Simulation;

/// <summary>The demo day: how large, and which one of the many that the same seed always gives.</summary>
public sealed record DemoOptions
{
    /// <summary>How many technicians; default 24, 1 to 500.</summary>
    public int Technicians { get; init; } = 24;

    /// <summary>How many visits a day; default 180, 0 to 5,000.</summary>
    public int Visits { get; init; } = 180;

    /// <summary>Names the day; the next one takes seed + 1. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How fast the clock runs once the day has opened, 0 to 600; none keeps what was set, which is 1 at first.</summary>
    public double? Speed { get; init; }

    /// <summary>IANA name of the zone that the demo lives in; default "Etc/UTC".</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The demo's territory.</summary>
    public static TerritoryId Territory { get; } = new("demo");

    /// <summary>One sentence on the first option that is out of range; none if all is well.</summary>
    public string? Mistake() => this switch
    {
        { Technicians: < 1 or > 500 } => "--technicians takes a whole number from 1 to 500.",
        { Visits: < 0 or > 5000 } => "--visits takes a whole number from 0 to 5000.",
        { Speed: < 0 or > 600 } or { Speed: double.NaN } => "--speed takes a number from 0 (the clock stands) to 600.",
        _ => null,
    };
}
