namespace Dispatch.Roads.Guidance;

/// <summary>Lanes as they are tagged, and which of them lead where one goes.</summary>
/// <remarks>Source: OSM wiki, "Key:turn": lanes from left to right with bars between, several arrows of one with semicolons.</remarks>
internal static class LaneArrows
{
    private const int MostLanes = 16;

    // By direction: what leads there, the surest first.
    private static readonly Dictionary<TurnDirection, string[]> Leading = new()
    {
        [TurnDirection.UTurn] = ["uturn", "left", "right"],
        [TurnDirection.SharpRight] = ["sharp right", "right"],
        [TurnDirection.Right] = ["right", "slight right", "sharp right"],
        [TurnDirection.SlightRight] = ["slight right", "right", "straight"],
        [TurnDirection.Straight] = ["straight", "none", "slight right", "slight left"],
        [TurnDirection.SlightLeft] = ["slight left", "left", "straight"],
        [TurnDirection.Left] = ["left", "slight left", "sharp left"],
        [TurnDirection.SharpLeft] = ["sharp left", "left"],
    };

    /// <summary>The lanes; empty where fewer than two are tagged, or none says anything.</summary>
    public static IReadOnlyList<Lane> Read(string tagged, TurnDirection direction)
    {
        var lanes = tagged.Split('|');
        if (lanes.Length is < 2 or > MostLanes)
            return [];

        var arrows = Array.ConvertAll(lanes, lane => Array.ConvertAll(lane.Split(';'), Word));
        if (Array.TrueForAll(arrows, lane => lane is ["none"]))
            return [];
        foreach (var leading in Leading[direction])
        {
            if (Array.Exists(arrows, lane => lane.Contains(leading)))
                return Array.ConvertAll(arrows, lane => new Lane(lane, lane.Contains(leading)));
        }

        return Array.ConvertAll(arrows, lane => new Lane(lane, lane is ["none"]));
    }

    private static string Word(string arrow) => arrow.Trim() switch
    {
        "" or "none" => "none",
        "through" => "straight",
        "reverse" => "uturn",
        "left" => "left",
        "right" => "right",
        "slight_left" => "slight left",
        "slight_right" => "slight right",
        "sharp_left" => "sharp left",
        "sharp_right" => "sharp right",
        "merge_to_left" => "merge to left",
        "merge_to_right" => "merge to right",
        _ => "none",
    };
}
