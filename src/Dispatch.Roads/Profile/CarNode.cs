using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>What a point of a road does to a car that comes by.</summary>
[Flags]
internal enum CarNode : byte
{
    /// <summary>Nothing.</summary>
    Plain = 0,

    /// <summary>Lets no car pass.</summary>
    Blocked = 1,

    /// <summary>Lets pass only who has business behind it.</summary>
    EndsOnly = 2,

    /// <summary>Traffic lights.</summary>
    Signals = 4,

    /// <summary>Room to turn round.</summary>
    TurningCircle = 8,
}

/// <summary>Reads barriers, gates, lights and turning circles.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:barrier" (which kinds let a car pass by themselves), "Tag:barrier=gate", "Tag:highway=traffic_signals",
/// "Tag:highway=turning_circle", "Tag:highway=turning_loop". Access tags on the barrier decide before its kind does.
/// </remarks>
internal static class CarNodeTags
{
    public static CarNode Read(OsmTags tags)
    {
        if (tags.Count == 0)
            return CarNode.Plain;

        var point = tags["highway"] switch
        {
            "traffic_signals" => CarNode.Signals,
            "turning_circle" or "turning_loop" => CarNode.TurningCircle,
            _ => CarNode.Plain,
        };
        return tags["barrier"] is { } barrier ? point | ReadBarrier(tags, barrier) : point;
    }

    private static CarNode ReadBarrier(OsmTags tags, string barrier) => CarAccessTags.Read(tags) switch
    {
        CarAccess.Open => CarNode.Plain,
        CarAccess.EndsOnly => CarNode.EndsOnly,
        CarAccess.Closed => CarNode.Blocked,
        _ => LetsPass(barrier) ? CarNode.Plain : CarNode.Blocked,
    };

    private static bool LetsPass(string barrier) => barrier switch
    {
        "gate" or "lift_gate" or "swing_gate" or "sliding_gate" or "sally_port" or "entrance" or "no" => true,
        "cattle_grid" or "border_control" or "toll_booth" or "height_restrictor" or "arch" or "kerb" or "hampshire_gate" => true,
        _ => false,
    };
}
