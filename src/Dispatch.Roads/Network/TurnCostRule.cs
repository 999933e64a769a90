using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>What turning costs a car at a crossing, beyond the roads themselves.</summary>
/// <remarks>
/// The curve over the angle is that of OSRM's car profile (documentation "Profiles", process_turn): an S from next to nothing straight
/// on to <see cref="TurnMilliseconds"/> for a hairpin, a little sooner across the oncoming traffic than away from it. Only where three
/// roads or more meet does a turn cost anything; turning back always does.
/// </remarks>
internal sealed record TurnCostRule
{
    /// <summary>The values of an ordinary car.</summary>
    public static TurnCostRule Default { get; } = new();

    /// <summary>Turns that cost nothing.</summary>
    public static TurnCostRule Free { get; } = new() { TurnMilliseconds = 0, TurnBackMilliseconds = 0 };

    /// <summary>The sharpest turn; default 7,500 ms.</summary>
    public int TurnMilliseconds { get; init; } = 7500;

    /// <summary>How much dearer turning across the oncoming traffic is: 1 for not at all; default 1.075.</summary>
    public double OncomingBias { get; init; } = 1.075;

    /// <summary>Turning back on the same road; default 20,000 ms.</summary>
    public int TurnBackMilliseconds { get; init; } = 20_000;

    /// <summary>The rule that a profile tells.</summary>
    public static TurnCostRule Of(TurnData turns) => new()
    {
        TurnMilliseconds = (int)Math.Round(turns.SharpestSeconds * 1000),
        OncomingBias = turns.OncomingBias,
        TurnBackMilliseconds = (int)Math.Round(turns.TurnBackSeconds * 1000),
    };

    /// <summary>Time for a turn.</summary>
    /// <param name="degreesToTheRight">−180 to 180; 0 straight on, negative to the left. It counts to the whole degree.</param>
    /// <param name="drivesOnLeft">Whether one drives on the left side of the road.</param>
    public int Milliseconds(double degreesToTheRight, bool drivesOnLeft)
    {
        var degrees = Math.Round(degreesToTheRight);
        var toTheRight = degrees >= 0 || degrees == -180;
        var bias = toTheRight != drivesOnLeft ? 1 / OncomingBias : OncomingBias;
        var steepness = 13 * bias * Math.Abs(degrees) / 180 - 6.5 / bias;
        return (int)Math.Round(TurnMilliseconds / (1 + Math.Exp(-steepness)));
    }
}
