using System.Globalization;

namespace Dispatch.Roads.Guidance;

/// <summary>Directions in German.</summary>
internal sealed class GermanWords : DirectionWords
{
    private static readonly string[] Winds = ["Norden", "Nordosten", "Osten", "Südosten", "Süden", "Südwesten", "Westen", "Nordwesten"];

    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("de-DE");

    public override string Tell(RouteStep step) => step.Kind switch
    {
        StepKind.Depart => $"Nach {Winds[Wind(step.BearingAfter)]} fahren{On(step, ": ")}",
        StepKind.Arrive => $"Ziel erreicht{Side(step)}",
        StepKind.Continue when step.Direction == TurnDirection.UTurn => $"Wenden{On(step, " und weiter auf ")}",
        StepKind.Continue => $"{Direction(step)} abbiegen{On(step, ", weiter auf ")}{Lanes(step)}",
        StepKind.NewName => $"Weiter{On(step, " auf ")}{Lanes(step)}",
        StepKind.EndOfRoad => $"Am Ende der Straße {Lower(Direction(step))} abbiegen{On(step, ": ")}{Lanes(step)}",
        StepKind.Fork => $"An der Gabelung {Edge(step)} halten{On(step, ": ")}{Towards(step)}{Lanes(step)}",
        StepKind.Merge => $"{(Edge(step) == "links" ? "Links" : "Rechts")} einfädeln{On(step, ": ")}",
        StepKind.OnRamp => $"Die Auffahrt {Edge(step)} nehmen{On(step, ": ")}{Towards(step)}{Lanes(step)}",
        StepKind.OffRamp => $"Die Ausfahrt {Edge(step)} nehmen{On(step, ": ")}{Towards(step)}{Lanes(step)}",
        StepKind.Roundabout when step.Exit > 0 => $"Im Kreisverkehr die {step.Exit}. Ausfahrt nehmen{On(step, ": ")}{Lanes(step)}",
        StepKind.Roundabout => "In den Kreisverkehr fahren",
        StepKind.ExitRoundabout => $"Den Kreisverkehr verlassen{On(step, ": ")}",
        StepKind.Ferry => step.IsFerry ? $"Die Fähre nehmen{On(step, ": ")}" : $"Die Fähre verlassen{On(step, ": ")}",
        _ when step.Direction == TurnDirection.Straight => $"Geradeaus fahren{On(step, ": ")}{Lanes(step)}",
        _ => $"{Direction(step)} abbiegen{On(step, ": ")}{Lanes(step)}",
    };

    private static string On(RouteStep step, string joint) => Road(step) is { Length: > 0 } road ? joint + road : "";

    private static string Towards(RouteStep step) => step.Destination.Length > 0 ? $", Richtung {step.Destination.Replace(";", ", ", StringComparison.Ordinal)}" : "";

    private static string Direction(RouteStep step) => step.Direction switch
    {
        TurnDirection.SharpRight => "Scharf rechts",
        TurnDirection.Right => "Rechts",
        TurnDirection.SlightRight => "Halb rechts",
        TurnDirection.SlightLeft => "Halb links",
        TurnDirection.Left => "Links",
        TurnDirection.SharpLeft => "Scharf links",
        _ => "Geradeaus",
    };

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private static string Edge(RouteStep step) => step.Direction switch
    {
        TurnDirection.SharpLeft or TurnDirection.Left or TurnDirection.SlightLeft => "links",
        TurnDirection.Straight => "geradeaus",
        _ => "rechts",
    };

    private static string Side(RouteStep step) => step.Direction switch
    {
        TurnDirection.Left => ", auf der linken Seite",
        TurnDirection.Right => ", auf der rechten Seite",
        TurnDirection.Straight => ", geradeaus",
        _ => "",
    };

    private static string Lanes(RouteStep step) => LanesToTake(step) switch
    {
        (1, -1) => ", auf der linken Spur",
        (1, 1) => ", auf der rechten Spur",
        (1, 0) => ", auf der mittleren Spur",
        (var count, -1) => $", auf einer der {count} linken Spuren",
        (var count, 1) => $", auf einer der {count} rechten Spuren",
        (var count, _) => $", auf einer der {count} mittleren Spuren",
        null => "",
    };
}
