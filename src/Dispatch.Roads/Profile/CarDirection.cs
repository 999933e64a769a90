using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>The directions in which a car may drive along a way.</summary>
/// <param name="Forward">In the order of the way's nodes.</param>
/// <param name="Backward">Against it.</param>
/// <remarks>
/// Source: OSM wiki, "Key:oneway" (values, and that motorways imply it), "Tag:junction=roundabout", "Tag:junction=circular",
/// "Tag:oneway=reversible" (direction changes by the hour: closed here), "Tag:oneway=alternating" (both, in turns).
/// </remarks>
internal readonly record struct CarDirection(bool Forward, bool Backward)
{
    public static CarDirection Read(OsmTags tags)
    {
        var direction = (tags["oneway:motorcar"] ?? tags["oneway:motor_vehicle"] ?? tags["oneway"]) switch
        {
            "yes" or "true" or "1" => new CarDirection(true, false),
            "-1" or "reverse" => new CarDirection(false, true),
            "no" or "false" or "0" or "alternating" => new CarDirection(true, true),
            "reversible" => new CarDirection(false, false),
            _ => Implied(tags),
        };
        return new CarDirection(
            direction.Forward && !CarAccessTags.Closes(tags, "forward"),
            direction.Backward && !CarAccessTags.Closes(tags, "backward"));
    }

    private static CarDirection Implied(OsmTags tags)
    {
        var oneWay = tags["junction"] is "roundabout" or "circular" || tags["highway"] == "motorway";
        return new CarDirection(true, !oneWay);
    }
}
