using Dispatch.Roads.Guidance;

namespace Dispatch.Web.Osrm;

/// <summary>OSRM's words for what one does and where to.</summary>
internal static class OsrmTerms
{
    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Depart => "depart",
        StepKind.Arrive => "arrive",
        StepKind.Continue => "continue",
        StepKind.NewName => "new name",
        StepKind.EndOfRoad => "end of road",
        StepKind.Fork => "fork",
        StepKind.Merge => "merge",
        StepKind.OnRamp => "on ramp",
        StepKind.OffRamp => "off ramp",
        StepKind.Roundabout => "roundabout",
        StepKind.ExitRoundabout => "exit roundabout",
        StepKind.Ferry => "notification",
        _ => "turn",
    };

    public static string Of(TurnDirection direction) => direction switch
    {
        TurnDirection.UTurn => "uturn",
        TurnDirection.SharpRight => "sharp right",
        TurnDirection.Right => "right",
        TurnDirection.SlightRight => "slight right",
        TurnDirection.SlightLeft => "slight left",
        TurnDirection.Left => "left",
        TurnDirection.SharpLeft => "sharp left",
        _ => "straight",
    };
}
