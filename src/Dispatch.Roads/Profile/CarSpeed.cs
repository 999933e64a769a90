using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>How fast a van really gets along on a road, km/h on the average, when nothing is known of the traffic.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:highway", "Key:maxspeed" (directions, conditional values), "Key:surface", "Key:tracktype", "Key:smoothness",
/// "Key:width", "Key:ford". Without a limit a usual average of the class; with one, a share of it, but never more than what the class lets
/// one drive. A conditional limit counts when it holds for most of working hours.
/// </remarks>
internal sealed class CarSpeed(VehicleProfile profile, CountryData country)
{
    private readonly ProfileData data = profile.Data;
    private readonly SpeedLimit limits = new(profile, country);

    /// <summary>The average speed in km/h in one direction; 0 where the road's state lets nobody through.</summary>
    public double Kmh(in OsmTags tags, string highway, RoadClassData road, bool forward)
    {
        var share = highway == "motorway" ? data.ShareOfLimitOnMotorways : data.ShareOfLimit;
        var kmh = Limit(tags, forward) is { } limit
            ? Math.Min(limit * share, road.MostKmh)
            : Math.Min(road.UsualKmh, country.Limits.TryGetValue(highway, out var usualLimit) ? usualLimit * share : double.MaxValue);
        if (tags["service"] is { } service && highway == "service" && data.Services.TryGetValue(service, out var kind))
            kmh = Math.Min(kmh, kind.MostKmh);
        if (tags["ford"] is { } ford && ford != "no")
            kmh = ford == "stepping_stones" ? 0 : Math.Min(kmh, data.FordMostKmh);
        if (VehicleLimits.ReadMetres(tags["width"] ?? tags["est_width"]) < data.Narrow.BelowMetres)
            kmh = Math.Min(kmh, data.Narrow.MostKmh);
        return Math.Min(kmh, MostByState(tags));
    }

    private double? Limit(in OsmTags tags, bool forward)
    {
        var always = limits.ReadKmh(tags[forward ? "maxspeed:forward" : "maxspeed:backward"])
            ?? limits.ReadKmh(tags["maxspeed:motorcar"])
            ?? limits.ReadKmh(tags["maxspeed"])
            ?? limits.ReadKmh(tags["maxspeed:type"])
            ?? limits.ReadKmh(tags["source:maxspeed"])
            ?? limits.ReadKmh(tags["zone:maxspeed"])
            ?? limits.ReadKmh(tags["zone:traffic"]);
        var conditional = tags[forward ? "maxspeed:forward:conditional" : "maxspeed:backward:conditional"] ?? tags["maxspeed:conditional"];
        foreach (var (value, when) in Conditionals.Read(conditional, data.Vehicle))
        {
            if (WorkingHours.AreMostly(when) && limits.ReadKmh(value) is { } limit)
                always = limit;
        }

        return always;
    }

    /// <summary>The most that surface and state allow; a surface may be told as "concrete:plates".</summary>
    private double MostByState(in OsmTags tags)
    {
        var most = double.MaxValue;
        if (tags["surface"] is { } surface && data.Surfaces.TryGetValue(surface.Split(':')[0], out var onSurface))
            most = onSurface;
        else if (tags["tracktype"] is { } track && data.TrackTypes.TryGetValue(track, out var onTrack))
            most = onTrack;
        return tags["smoothness"] is { } smoothness && data.Smoothness.TryGetValue(smoothness, out var asSmooth) ? Math.Min(most, asSmooth) : most;
    }
}
