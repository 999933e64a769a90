namespace Dispatch.Planning.Insertion;

/// <summary>How many people one insertion may disturb, and how long it may look.</summary>
public sealed record InsertionLimits
{
    /// <summary>Visits that may go to another technician, the new one not counted; default 5.</summary>
    public int MostMoved { get; init; } = 5;

    /// <summary>Visits that may start more than <see cref="ShiftSeconds"/> earlier or later; default 10.</summary>
    public int MostShifted { get; init; } = 10;

    /// <summary>From which a start counts as shifted; default 15 minutes.</summary>
    public int ShiftSeconds { get; init; } = 900;

    /// <summary>Routes that may be timed: the bound on its time, the same on every machine; default 12,000.</summary>
    public int MostTimed { get; init; } = 12_000;

    /// <summary>
    /// Routes that may be timed where many visits come in at one event (<see cref="VisitIntake"/>); default 36,000. Half of them are
    /// for placing one after another as if each came alone, the rest for a quick place near by.
    /// </summary>
    public int MostTimedInAll { get; init; } = 36_000;

    /// <summary>The defaults.</summary>
    public static InsertionLimits Default { get; } = new();
}

/// <summary>What an insertion came to.</summary>
/// <param name="Plan">The plan that follows; it lacks the visit where a hard rule forbids every place.</param>
/// <param name="IsPlaced">Whether somebody has it now.</param>
/// <param name="Moved">Visits that go to another technician or to nobody, ascending; the new one not counted.</param>
/// <param name="Shifted">Visits that start more than the limit earlier or later, ascending.</param>
/// <param name="Timed">How many routes were timed.</param>
public sealed record InsertionOutcome(Plan Plan, bool IsPlaced, IReadOnlyList<int> Moved, IReadOnlyList<int> Shifted, int Timed);
