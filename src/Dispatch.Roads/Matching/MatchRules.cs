namespace Dispatch.Roads.Matching;

/// <summary>What a match takes for likely.</summary>
public sealed record MatchRules
{
    /// <summary>Whether a trace is cut where nothing was measured for longer than <see cref="MostGapSeconds"/>; by default it is.</summary>
    public bool SplitsAtGaps { get; init; } = true;

    /// <summary>Seconds without a point after which a trace is cut; 60 by default, as in OSRM.</summary>
    public double MostGapSeconds { get; init; } = 60;

    /// <summary>Roads looked at for each point; 8 by default.</summary>
    public int MostCandidates { get; init; } = 8;

    /// <summary>Scale of the difference between the drive and the straight line, metres: β of Newson and Krumm; 4 by default, and 2 % of the line more.</summary>
    public double BetaMetres { get; init; } = 4;

    /// <summary>Nobody drives faster, metres a second; 60 by default.</summary>
    public double MostMetresPerSecond { get; init; } = 60;

    /// <summary>Points in a row that may be passed over as measured wrongly; 3 by default.</summary>
    public int MostPassedOver { get; init; } = 3;

    /// <summary>How likely it is to turn back in mid-street, where one waits or delivers, as a natural logarithm; −12 by default.</summary>
    public double TurnBackLog { get; init; } = -12;
}
