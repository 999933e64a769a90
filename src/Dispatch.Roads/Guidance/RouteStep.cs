namespace Dispatch.Roads.Guidance;

/// <summary>What one does at the beginning of a step. The terms are those of OSRM's API, so that its clients understand them.</summary>
public enum StepKind
{
    /// <summary>Sets out.</summary>
    Depart,

    /// <summary>Turns into another road.</summary>
    Turn,

    /// <summary>Turns to stay on the same road.</summary>
    Continue,

    /// <summary>Goes on where the name changes.</summary>
    NewName,

    /// <summary>Turns where the road ends.</summary>
    EndOfRoad,

    /// <summary>Keeps to one side where the road splits.</summary>
    Fork,

    /// <summary>Comes from a ramp onto the road.</summary>
    Merge,

    /// <summary>Takes a ramp to a motorway or trunk road.</summary>
    OnRamp,

    /// <summary>Leaves a motorway or trunk road by a ramp.</summary>
    OffRamp,

    /// <summary>Drives into a roundabout.</summary>
    Roundabout,

    /// <summary>Leaves it.</summary>
    ExitRoundabout,

    /// <summary>Drives onto a ferry, or off it.</summary>
    Ferry,

    /// <summary>Is there.</summary>
    Arrive,
}

/// <summary>Where one turns to, from straight on clockwise and counter-clockwise.</summary>
public enum TurnDirection
{
    /// <summary>Back.</summary>
    UTurn,

    /// <summary>By more than 120° to the right.</summary>
    SharpRight,

    /// <summary>By 40° to 120° to the right.</summary>
    Right,

    /// <summary>By 20° to 40° to the right.</summary>
    SlightRight,

    /// <summary>By less than 20°.</summary>
    Straight,

    /// <summary>By 20° to 40° to the left.</summary>
    SlightLeft,

    /// <summary>By 40° to 120° to the left.</summary>
    Left,

    /// <summary>By more than 120° to the left.</summary>
    SharpLeft,
}

/// <summary>One instruction of a drive, and the way until the next.</summary>
/// <param name="Kind">What one does.</param>
/// <param name="Direction">Where to; at departure and arrival the side on which the place lies, none where it is at the road itself.</param>
/// <param name="Exit">Of a roundabout, from 1; 0 when the drive ends in it, and for other steps.</param>
/// <param name="Name">The road that one follows then; may be empty.</param>
/// <param name="Number">Its number (ref); may be empty.</param>
/// <param name="Destination">What the sign says; may be empty.</param>
/// <param name="Metres">How far one follows it.</param>
/// <param name="Milliseconds">How long.</param>
/// <param name="FirstPoint">The drive's point at which it begins.</param>
/// <param name="LastPoint">The drive's point at which the next step begins, or the last.</param>
/// <param name="BearingBefore">Direction of driving just before, degrees from north, below 360; 0 at departure.</param>
/// <param name="BearingAfter">Direction just after; 0 at arrival.</param>
/// <param name="IsFerry">Whether one goes by ship.</param>
/// <param name="DrivesLeft">Whether one drives on the left there.</param>
/// <param name="HasMiles">Whether signs there tell miles.</param>
/// <param name="Crossings">The first is where the step begins, then those that one passes.</param>
public sealed record RouteStep(
    StepKind Kind, TurnDirection? Direction, int Exit, string Name, string Number, string Destination, double Metres, int Milliseconds,
    int FirstPoint, int LastPoint, int BearingBefore, int BearingAfter, bool IsFerry, bool DrivesLeft, bool HasMiles,
    IReadOnlyList<StepCrossing> Crossings)
{
    /// <summary>The lanes in front of the step, from left to right; empty when none are known.</summary>
    public IReadOnlyList<Lane> Lanes => Crossings.Count > 0 ? Crossings[0].Lanes : [];
}

/// <summary>A crossing that a drive comes by.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Bearings">Directions of all its roads as they leave it, degrees from north, rising.</param>
/// <param name="Entries">By road: whether one may drive into it.</param>
/// <param name="In">The road that one comes from, or −1.</param>
/// <param name="Out">The road that one takes, or −1.</param>
/// <param name="Lanes">The lanes in front of it, from left to right; empty when none are known.</param>
/// <param name="Classes">Of the road that one takes: motorway, toll, ferry.</param>
public sealed record StepCrossing(
    MapPoint Location, IReadOnlyList<int> Bearings, IReadOnlyList<bool> Entries, int In, int Out, IReadOnlyList<Lane> Lanes,
    IReadOnlyList<string> Classes);

/// <summary>A lane in front of a crossing.</summary>
/// <param name="Indications">Its arrows, in OSRM's words: left, slight left, straight, …; none.</param>
/// <param name="IsValid">Whether it leads where the drive goes.</param>
public sealed record Lane(IReadOnlyList<string> Indications, bool IsValid);
