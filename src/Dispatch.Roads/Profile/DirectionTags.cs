using Dispatch.Roads.Import;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>When one may drive along a way, in the order of its nodes and against it.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:oneway" (values, and that motorways imply it), "Tag:junction=roundabout", "Tag:junction=circular",
/// "Tag:oneway=reversible" (open at the hours that <c>oneway:conditional</c> tells, closed otherwise), "Tag:oneway=alternating" (both, in
/// turns).
/// </remarks>
internal static class DirectionTags
{
    public static (WeekTimes Forward, WeekTimes Backward) Read(in OsmTags tags, AccessTags access, VehicleData vehicle)
    {
        var (forward, backward) = Of(tags["oneway:motorcar"] ?? tags["oneway:motor_vehicle"] ?? tags["oneway"]) ?? Implied(tags);
        foreach (var (value, when) in Conditionals.Read(tags["oneway:conditional"], vehicle))
        {
            if (Of(value) is not var (onlyForward, onlyBackward))
                continue;

            forward = forward.And(when.Not()).Or(onlyForward.And(when));
            backward = backward.And(when.Not()).Or(onlyBackward.And(when));
        }

        return (
            access.Closes(tags, forward: true) ? WeekTimes.Never : forward,
            access.Closes(tags, forward: false) ? WeekTimes.Never : backward);
    }

    private static (WeekTimes Forward, WeekTimes Backward)? Of(string? value) => value switch
    {
        "yes" or "true" or "1" => (WeekTimes.Always, WeekTimes.Never),
        "-1" or "reverse" => (WeekTimes.Never, WeekTimes.Always),
        "no" or "false" or "0" or "alternating" => (WeekTimes.Always, WeekTimes.Always),
        "reversible" => (WeekTimes.Never, WeekTimes.Never),
        _ => null,
    };

    private static (WeekTimes Forward, WeekTimes Backward) Implied(in OsmTags tags) =>
        tags["junction"] is "roundabout" or "circular" || tags["highway"] == "motorway"
            ? (WeekTimes.Always, WeekTimes.Never)
            : (WeekTimes.Always, WeekTimes.Always);
}
