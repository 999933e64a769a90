using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Guidance;

/// <summary>What must be said at a crossing, and what goes without saying.</summary>
/// <remarks>
/// Of the terms of OSRM's API. The angles are ours, chosen on real crossings: who goes on almost straight on the same road is told
/// nothing, and neither is who has no choice.
/// </remarks>
internal static class TurnRule
{
    private const double AlmostStraight = 40;

    /// <summary>A road at a crossing, from the point of view of who arrives.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Sign">What one sees of it.</param>
    /// <param name="Turn">How far one turns into it, right positive; 0 for the road one comes from.</param>
    public readonly record struct Way(string Name, RoadSign Sign, double Turn);

    /// <summary>The instruction; none where nothing need be said.</summary>
    /// <param name="before">The road one comes from.</param>
    /// <param name="after">The road one takes.</param>
    /// <param name="others">The other roads that one may drive into, without the way back.</param>
    /// <param name="turnsBack">Whether one drives back where one came from.</param>
    /// <param name="drivesLeft">The side of traffic.</param>
    public static (StepKind Kind, TurnDirection Direction)? At(Way before, Way after, List<Way> others, bool turnsBack, bool drivesLeft)
    {
        if (turnsBack)
            return (StepKind.Continue, TurnDirection.UTurn);

        var direction = Compass.Direction(after.Turn);
        if (before.Sign.IsFerry != after.Sign.IsFerry)
            return (StepKind.Ferry, direction);
        if (AtRamp(before, after, others, drivesLeft) is { } ramp)
            return ramp;

        // A driveway beside the road is no choice, for who is not on driveways.
        var choices = after.Sign.Rank == RoadRank.Service ? others : others.FindAll(other => other.Sign.Rank != RoadRank.Service);
        var isSame = IsSameRoad(before, after);
        var turn = Math.Abs(after.Turn);
        var named = !isSame && before.Name.Length > 0 && after.Name.Length > 0 && before.Name != after.Name;
        if (choices.Count == 0)
            return named ? (StepKind.NewName, direction) : null;
        if (Fork(before, after, choices, isSame) is { } fork)
            return fork;
        if (turn <= 20 || (turn <= AlmostStraight && (isSame || choices.TrueForAll(other => Math.Abs(other.Turn) > turn + 30))))
            return named ? (StepKind.NewName, direction) : null;
        if (turn > 45 && choices.Count == 1 && choices[0].Turn * after.Turn < 0 && Math.Abs(choices[0].Turn) > 45)
            return (StepKind.EndOfRoad, direction);

        return (isSame ? StepKind.Continue : StepKind.Turn, direction);
    }

    private static (StepKind, TurnDirection)? AtRamp(Way before, Way after, List<Way> others, bool drivesLeft)
    {
        var isBig = after.Sign.Rank <= RoadRank.Trunk;
        if (!before.Sign.IsLink && after.Sign.IsLink && (before.Sign.Rank <= RoadRank.Trunk || isBig))
            return (before.Sign.Rank <= RoadRank.Trunk ? StepKind.OffRamp : StepKind.OnRamp, Side(after, others));
        if (before.Sign.IsLink && !after.Sign.IsLink && isBig && Math.Abs(after.Turn) < 60)
        {
            var fromRight = Math.Abs(after.Turn) < 5 ? !drivesLeft : after.Turn < 0;
            return (StepKind.Merge, fromRight ? TurnDirection.SlightLeft : TurnDirection.SlightRight);
        }

        return null;
    }

    /// <summary>To which side of the other road one goes, where the angle alone would say straight on.</summary>
    private static TurnDirection Side(Way after, List<Way> others)
    {
        var direction = Compass.Direction(after.Turn);
        if (direction != TurnDirection.Straight || others.Count == 0)
            return direction;

        var main = others.MinBy(other => Math.Abs(other.Turn));
        return after.Turn > main.Turn ? TurnDirection.SlightRight : TurnDirection.SlightLeft;
    }

    private static (StepKind, TurnDirection)? Fork(Way before, Way after, List<Way> choices, bool isSame)
    {
        if (Math.Abs(after.Turn) > 50)
            return null;

        foreach (var other in choices)
        {
            var isClearlyAside = Math.Abs(after.Turn) <= 10 && Math.Abs(other.Turn) > 25;
            var isAsLarge = Math.Abs(after.Sign.Rank - other.Sign.Rank) <= 1;
            if (Math.Abs(other.Turn) > 50 || isClearlyAside || !isAsLarge || (isSame && !IsSameRoad(before, other)))
                continue;

            return (StepKind.Fork, after.Turn > other.Turn ? TurnDirection.SlightRight : TurnDirection.SlightLeft);
        }

        return null;
    }

    private static bool IsSameRoad(Way one, Way other) =>
        (one.Name.Length > 0 && one.Name == other.Name)
        || (one.Sign.Number.Length > 0 && one.Sign.Number == other.Sign.Number)
        || (one.Name.Length + other.Name.Length + one.Sign.Number.Length + other.Sign.Number.Length == 0 && one.Sign.Rank == other.Sign.Rank);
}
