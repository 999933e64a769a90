using System.Globalization;

namespace Dispatch.Roads.Guidance;

/// <summary>Directions in English.</summary>
internal sealed class EnglishWords : DirectionWords
{
    private static readonly string[] Winds = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"];

    protected override CultureInfo Culture => CultureInfo.InvariantCulture;

    public override string Tell(RouteStep step) => step.Kind switch
    {
        StepKind.Depart => $"Head {Winds[Wind(step.BearingAfter)]}{On(step, " on ")}",
        StepKind.Arrive => $"You have arrived{Side(step)}",
        StepKind.Continue when step.Direction == TurnDirection.UTurn => $"Make a U-turn{On(step, " and continue on ")}",
        StepKind.Continue => $"Turn {Direction(step)}{On(step, " to stay on ")}{Lanes(step)}",
        StepKind.NewName => $"Continue{On(step, " on ")}{Lanes(step)}",
        StepKind.EndOfRoad => $"At the end of the road turn {Direction(step)}{On(step, " onto ")}{Lanes(step)}",
        StepKind.Fork => $"Keep {Edge(step)} at the fork{On(step, " onto ")}{Towards(step)}{Lanes(step)}",
        StepKind.Merge => $"Merge {Edge(step)}{On(step, " onto ")}",
        StepKind.OnRamp => $"Take the ramp on the {Edge(step)}{On(step, " onto ")}{Towards(step)}{Lanes(step)}",
        StepKind.OffRamp => $"Take the exit on the {Edge(step)}{On(step, " onto ")}{Towards(step)}{Lanes(step)}",
        StepKind.Roundabout when step.Exit > 0 => $"At the roundabout take the {Ordinal(step.Exit)} exit{On(step, " onto ")}{Lanes(step)}",
        StepKind.Roundabout => "Enter the roundabout",
        StepKind.ExitRoundabout => $"Leave the roundabout{On(step, " onto ")}",
        StepKind.Ferry => step.IsFerry ? $"Take the ferry{On(step, " ")}" : $"Leave the ferry{On(step, " onto ")}",
        _ when step.Direction == TurnDirection.Straight => $"Go straight on{On(step, " onto ")}{Lanes(step)}",
        _ => $"Turn {Direction(step)}{On(step, " onto ")}{Lanes(step)}",
    };

    private static string On(RouteStep step, string joint) => Road(step) is { Length: > 0 } road ? joint + road : "";

    private static string Towards(RouteStep step) => step.Destination.Length > 0 ? $" towards {step.Destination.Replace(";", ", ", StringComparison.Ordinal)}" : "";

    private static string Direction(RouteStep step) => step.Direction switch
    {
        TurnDirection.SharpRight => "sharp right",
        TurnDirection.Right => "right",
        TurnDirection.SlightRight => "slightly right",
        TurnDirection.SlightLeft => "slightly left",
        TurnDirection.Left => "left",
        TurnDirection.SharpLeft => "sharp left",
        _ => "around",
    };

    private static string Edge(RouteStep step) => step.Direction switch
    {
        TurnDirection.SharpLeft or TurnDirection.Left or TurnDirection.SlightLeft => "left",
        TurnDirection.Straight => "straight on",
        _ => "right",
    };

    private static string Side(RouteStep step) => step.Direction switch
    {
        TurnDirection.Left => ", on the left",
        TurnDirection.Right => ", on the right",
        TurnDirection.Straight => ", straight ahead",
        _ => "",
    };

    private static string Lanes(RouteStep step) => LanesToTake(step) switch
    {
        (1, -1) => ", from the left lane",
        (1, 1) => ", from the right lane",
        (1, 0) => ", from the middle lane",
        (var count, -1) => $", from one of the {count} left lanes",
        (var count, 1) => $", from one of the {count} right lanes",
        (var count, _) => $", from one of the {count} middle lanes",
        null => "",
    };

    private static string Ordinal(int number) => (number % 100 is >= 11 and <= 13, number % 10) switch
    {
        (false, 1) => $"{number}st",
        (false, 2) => $"{number}nd",
        (false, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}
