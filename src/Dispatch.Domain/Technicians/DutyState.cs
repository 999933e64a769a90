namespace Dispatch.Domain.Technicians;

/// <summary>What a technician is doing on a service day.</summary>
public enum DutyState
{
    /// <summary>Not yet begun.</summary>
    OffDuty,

    /// <summary>At work.</summary>
    OnDuty,

    /// <summary>On a break.</summary>
    OnBreak,

    /// <summary>Gone home.</summary>
    Ended,

    /// <summary>Cannot work: ill, van broken down.</summary>
    Out,
}
