using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>What a way is to a car.</summary>
/// <param name="Access">Open, or at the ends of a drive only.</param>
/// <param name="Direction">Where one may drive, at some time at least.</param>
/// <param name="ForwardKmh">Average speed in the order of the nodes.</param>
/// <param name="BackwardKmh">Average speed against it.</param>
/// <param name="Crossing">Time for the whole way, if a ferry's is told; it takes the speeds' place.</param>
/// <param name="IsFerry">Whether one goes by ship or train.</param>
/// <param name="Name">The street's name, or else its number (ref); may be empty.</param>
/// <remarks>Made by <see cref="RoadTagging"/>.</remarks>
internal sealed record CarWay(
    CarAccess Access, CarDirection Direction, double ForwardKmh, double BackwardKmh, TimeSpan? Crossing, bool IsFerry, string Name)
{
    /// <summary>What is seen and read of it by who drives there.</summary>
    public RoadSign Sign { get; init; } = RoadSign.None;

    /// <summary>When one may drive in the order of the nodes.</summary>
    public WeekTimes OpenForward { get; init; } = WeekTimes.Always;

    /// <summary>When one may drive against it.</summary>
    public WeekTimes OpenBackward { get; init; } = WeekTimes.Always;

    /// <summary>Whether one drives on the left side.</summary>
    public bool DrivesOnLeft { get; init; }
}

/// <summary>The directions in which a car may drive along a way.</summary>
/// <param name="Forward">In the order of the way's nodes.</param>
/// <param name="Backward">Against it.</param>
internal readonly record struct CarDirection(bool Forward, bool Backward);
