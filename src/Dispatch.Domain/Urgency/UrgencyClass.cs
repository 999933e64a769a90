namespace Dispatch.Domain.Urgency;

/// <summary>How soon someone must be there; the order in which a dispatcher may trade.</summary>
public enum UrgencyClass
{
    /// <summary>Life at risk now: the emergency plan and the ambulance at once, never wait for the van.</summary>
    P0,

    /// <summary>Life-supporting and on backup.</summary>
    P1,

    /// <summary>The same day.</summary>
    P2,

    /// <summary>By a date.</summary>
    P3,

    /// <summary>Routine.</summary>
    P4,
}

/// <summary>What a device means to its patient's life.</summary>
public enum Dependence
{
    /// <summary>Comfort or long-term benefit; days without it do no harm.</summary>
    None,

    /// <summary>Hours without it do harm.</summary>
    Supporting,

    /// <summary>The patient lives by it.</summary>
    LifeSupporting,
}

/// <summary>An answer on the telephone; what is not known counts as the worst.</summary>
public enum Answer
{
    /// <summary>Not asked, or the caller does not know.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
