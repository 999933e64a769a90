using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>What a point of a road does to a car that comes by.</summary>
[Flags]
internal enum CarNode : ushort
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

    /// <summary>People cross here, without lights.</summary>
    Crossing = 16,

    /// <summary>A stop sign.</summary>
    Stop = 32,

    /// <summary>A sign to give way.</summary>
    GiveWay = 64,

    /// <summary>A gate that somebody must open.</summary>
    Gate = 128,

    /// <summary>One pays.</summary>
    TollBooth = 256,

    /// <summary>A border is guarded.</summary>
    BorderControl = 512,

    /// <summary>Rails cross.</summary>
    LevelCrossing = 1024,

    /// <summary>Water to drive through.</summary>
    Ford = 2048,

    /// <summary>Its signs are for who drives in the order of the way's nodes.</summary>
    ForwardOnly = 4096,

    /// <summary>Its signs are for who drives against it.</summary>
    BackwardOnly = 8192,
}

/// <summary>Reads barriers, lights, signs and turning circles.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:barrier", "Tag:barrier=gate", "Tag:highway=traffic_signals", "Tag:highway=crossing", "Tag:highway=stop",
/// "Tag:highway=give_way" (<c>direction</c>), "Tag:highway=turning_circle", "Tag:highway=turning_loop", "Tag:railway=level_crossing",
/// "Key:ford". Access tags on the barrier decide before its kind does.
/// </remarks>
internal sealed class NodeTags(VehicleProfile profile, AccessTags access)
{
    public CarNode Read(in OsmTags tags)
    {
        if (tags.Count == 0)
            return CarNode.Plain;

        var point = Sign(tags);
        if ((point & (CarNode.Signals | CarNode.Stop | CarNode.GiveWay)) != 0)
            point |= Direction(tags["traffic_signals:direction"] ?? tags["direction"]);
        if (tags["railway"] == "level_crossing")
            point |= CarNode.LevelCrossing;
        if (tags["ford"] is { } ford && ford != "no")
            point |= ford == "stepping_stones" ? CarNode.Blocked : CarNode.Ford;
        if (VehicleLimits.KeepOut(tags, profile.Data.Vehicle))
            point |= CarNode.Blocked;
        return tags["barrier"] is { } barrier ? point | Barrier(tags, barrier) : point;
    }

    private static CarNode Sign(in OsmTags tags) => tags["highway"] switch
    {
        "traffic_signals" => CarNode.Signals,
        "crossing" => tags["crossing"] == "traffic_signals" || tags["crossing:signals"] == "yes" ? CarNode.Signals : CarNode.Crossing,
        "stop" => CarNode.Stop,
        "give_way" => CarNode.GiveWay,
        "turning_circle" or "turning_loop" => CarNode.TurningCircle,
        _ => CarNode.Plain,
    };

    private static CarNode Direction(string? direction) => direction switch
    {
        "forward" => CarNode.ForwardOnly,
        "backward" => CarNode.BackwardOnly,
        _ => CarNode.Plain,
    };

    private CarNode Barrier(in OsmTags tags, string barrier)
    {
        var pass = access.Read(tags) ?? (profile.OpenBarriers.Contains(barrier) ? CarAccess.Open : CarAccess.Closed);
        if (pass == CarAccess.Closed)
            return CarNode.Blocked;

        var kind = barrier switch
        {
            "gate" or "lift_gate" or "swing_gate" or "sliding_gate" or "hampshire_gate" => CarNode.Gate,
            "toll_booth" => CarNode.TollBooth,
            "border_control" => CarNode.BorderControl,
            _ => CarNode.Plain,
        };
        return pass == CarAccess.EndsOnly ? kind | CarNode.EndsOnly : kind;
    }
}

/// <summary>Time that points of a road cost.</summary>
internal sealed class NodeDelays(DelayData delays)
{
    private static readonly CarNode[] Kinds =
    [
        CarNode.Signals, CarNode.Crossing, CarNode.Stop, CarNode.GiveWay, CarNode.Gate, CarNode.TollBooth, CarNode.BorderControl,
        CarNode.LevelCrossing, CarNode.Ford,
    ];

    private readonly int[] milliseconds =
    [
        Of(delays.Signals), Of(delays.Crossing), Of(delays.Stop), Of(delays.GiveWay), Of(delays.Gate), Of(delays.TollBooth),
        Of(delays.BorderControl), Of(delays.LevelCrossing), Of(delays.Ford),
    ];

    /// <summary>Milliseconds on coming to a point, in the order of the way's nodes or against it.</summary>
    public int Milliseconds(CarNode point, bool forward)
    {
        const CarNode signs = CarNode.Signals | CarNode.Stop | CarNode.GiveWay;
        if ((point & (forward ? CarNode.BackwardOnly : CarNode.ForwardOnly)) != 0)
            point &= ~signs;

        var sum = 0;
        for (var i = 0; i < Kinds.Length; i++)
            sum += (point & Kinds[i]) != 0 ? milliseconds[i] : 0;
        return sum;
    }

    private static int Of(double seconds) => (int)Math.Round(seconds * 1000);
}
