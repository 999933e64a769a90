using Dispatch.Roads.Import;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>What a way is to a car.</summary>
/// <param name="Access">Open, or at the ends of a drive only.</param>
/// <param name="Direction">Where one may drive.</param>
/// <param name="ForwardKmh">Average speed in the order of the nodes.</param>
/// <param name="BackwardKmh">Average speed against it.</param>
/// <param name="Crossing">Time for the whole way, if a ferry's is told; it takes the speeds' place.</param>
/// <param name="IsFerry">Whether one goes by ship.</param>
/// <param name="Name">The street's name, or else its number (ref); may be empty.</param>
/// <remarks>Source: OSM wiki, "Key:highway", "Tag:service=driveway", "Tag:highway=track", "Tag:area=yes", "Key:name", "Key:ref".</remarks>
internal sealed record CarWay(
    CarAccess Access, CarDirection Direction, double ForwardKmh, double BackwardKmh, TimeSpan? Crossing, bool IsFerry, string Name)
{
    /// <summary>What is seen and read of it by who drives there.</summary>
    public RoadSign Sign { get; init; } = RoadSign.None;

    /// <summary>When one may drive in the order of the nodes.</summary>
    public WeekTimes OpenForward { get; init; } = WeekTimes.Always;

    /// <summary>When one may drive against it.</summary>
    public WeekTimes OpenBackward { get; init; } = WeekTimes.Always;

    /// <summary>Whether one drives on the left side.</summary>
    public bool DrivesOnLeft { get; init; }

    /// <summary>What the way is to a car; null when it is nothing.</summary>
    public static CarWay? Read(OsmTags tags)
    {
        if (tags["area"] == "yes" || tags["impassable"] == "yes")
            return null;

        var highway = tags["highway"];
        if (highway is null || !CarSpeed.Knows(highway))
            return tags["route"] == "ferry" ? ReadFerry(tags) : null;

        var (access, direction) = (AccessTo(tags, highway), CarDirection.Read(tags));
        if (access == CarAccess.Closed || direction == default)
            return null;

        return new CarWay(
            access,
            direction,
            CarSpeed.Kmh(tags, highway, "forward"),
            CarSpeed.Kmh(tags, highway, "backward"),
            Crossing: null,
            IsFerry: false,
            tags["name"] ?? tags["ref"] ?? "");
    }

    private static CarWay? ReadFerry(OsmTags tags)
    {
        var (access, direction) = (Ferry.Access(tags), CarDirection.Read(tags));
        if (access == CarAccess.Closed || direction == default)
            return null;

        var crossing = Ferry.ReadDuration(tags["duration"]);
        return new CarWay(access, direction, Ferry.UsualKmh, Ferry.UsualKmh, crossing, IsFerry: true, tags["name"] ?? "");
    }

    private static CarAccess AccessTo(OsmTags tags, string highway) => highway switch
    {
        "pedestrian" or "footway" or "path" or "cycleway" or "bridleway" => CarAccessTags.ReadForMotors(tags) ?? CarAccess.Closed,
        "track" => CarAccessTags.Read(tags) ?? CarAccess.EndsOnly,
        "service" when tags["service"] == "emergency_access" => CarAccessTags.ReadForMotors(tags) ?? CarAccess.Closed,
        "service" when tags["service"] == "driveway" => CarAccessTags.Read(tags) ?? CarAccess.EndsOnly,
        _ => CarAccessTags.Read(tags) ?? CarAccess.Open,
    };
}
