namespace Dispatch.Roads;

/// <summary>Ways along a street, in the order of its points and against it.</summary>
[Flags]
public enum SnapDirections : byte
{
    /// <summary>None: on no road.</summary>
    None = 0,

    /// <summary>In the order of the segment's points.</summary>
    Forward = 1,

    /// <summary>Against it.</summary>
    Backward = 2,

    /// <summary>Both.</summary>
    Both = Forward | Backward,
}

/// <summary>On which side of the street a place must be when one leaves from it or arrives.</summary>
public enum SnapApproach
{
    /// <summary>On either.</summary>
    Unrestricted,

    /// <summary>At the kerb of the side on which one drives: nobody has to cross the street.</summary>
    Curb,

    /// <summary>On the other side of the street.</summary>
    Opposite,
}

/// <summary>What is wished of the road on which a place is reached.</summary>
/// <remarks>Terms and their meaning: OSRM HTTP API v1, <c>radiuses</c>, <c>bearings</c>, <c>approaches</c>.</remarks>
public sealed record SnapOptions
{
    /// <summary>How far the road may be, metres; 1,000 by default, 0 or more, infinity for any.</summary>
    public double MaxMetres { get; init; } = 1000;

    /// <summary>Where one drives to on leaving and arriving: degrees clockwise from north, 0 to 360; null, the default, for anywhere.</summary>
    public double? BearingDegrees { get; init; }

    /// <summary>By how much the street's heading may differ from it to either side, degrees; 180 by default, 0 to 180.</summary>
    public double BearingRangeDegrees { get; init; } = 180;

    /// <summary>On which side of the street the place must be; either by default. A one-way street has one side only, and a place within half a metre of the middle is on both.</summary>
    public SnapApproach Approach { get; init; } = SnapApproach.Unrestricted;

    /// <summary>Only roads that are open by it; null, the default, for every road of the map.</summary>
    public RoadMetric? OpenIn { get; init; }

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal void Check()
    {
        if (!(MaxMetres >= 0))
            throw new ArgumentException("MaxMetres must be 0 or more.");
        if (BearingDegrees is { } bearing && !(bearing is >= 0 and <= 360))
            throw new ArgumentException("BearingDegrees must be 0 to 360.");
        if (!(BearingRangeDegrees is >= 0 and <= 180))
            throw new ArgumentException("BearingRangeDegrees must be 0 to 180.");
        if (!Enum.IsDefined(Approach))
            throw new ArgumentException("Approach must be Unrestricted, Curb or Opposite.");
    }
}
