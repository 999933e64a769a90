namespace Dispatch.Domain.Visits;

/// <summary>How far a visit has got.</summary>
public enum VisitStatus
{
    /// <summary>Wanted, on no day yet.</summary>
    Backlog,

    /// <summary>On a day; with a technician or unassigned.</summary>
    Scheduled,

    /// <summary>The technician is driving there.</summary>
    OnTheWay,

    /// <summary>The technician is there.</summary>
    Arrived,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Was attempted and could not be done; a follow-up visit exists.</summary>
    CouldNotBeDone,

    /// <summary>Called off.</summary>
    Cancelled,
}
