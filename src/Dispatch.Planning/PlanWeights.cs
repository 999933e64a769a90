namespace Dispatch.Planning;

/// <summary>What things cost, in units of one second of driving. Urgency comes before all cost and has no weight.</summary>
/// <remarks>The defaults are planning values of the trade; a provider sets its own.</remarks>
public sealed record PlanWeights
{
    /// <summary>A second of driving. Default 1.</summary>
    public int DriveSecond { get; init; } = 1;

    /// <summary>A unit of <see cref="TravelMatrix.Distance"/>. Default 0.</summary>
    public int Distance { get; init; }

    /// <summary>A second between leaving and being back, leaving as late as the visits allow. Default 0.</summary>
    public int WorkSecond { get; init; }

    /// <summary>A second of overtime. Default 3.</summary>
    public int Overtime { get; init; } = 3;

    /// <summary>A second of waiting at a door. Default 0.3, given in tenths: 3.</summary>
    public int WaitingTenths { get; init; } = 3;

    /// <summary>A second by which a technician sets out later than could be, in tenths. Default 1: work that can be done early is, for the day will bring more.</summary>
    public int IdleTenths { get; init; } = 1;

    /// <summary>A second outside a soft window. Default 4.</summary>
    public int Window { get; init; } = 4;

    /// <summary>
    /// By how much one more second outside a soft window gets dearer with each hour outside, in tenths: the price is convex in how late.
    /// 0 to 10,000, default 0: each second costs the same.
    /// </summary>
    public int WindowRiseTenths { get; init; }

    /// <summary>A second after the end of a promise. Default 6.</summary>
    public int PromiseSecond { get; init; } = 6;

    /// <summary>A broken promise, however little. Default 3,600.</summary>
    public int PromiseBroken { get; init; } = 3_600;

    /// <summary>A visit that goes to another technician than people were told. Default 600.</summary>
    public int OtherTechnician { get; init; } = 600;

    /// <summary>A visit with a technician who does not know the patient, where others do (<see cref="PlanVisit.Known"/>). 0 to <see cref="PlanVisit.MostHolderCost"/>, default 0.</summary>
    public int UnknownTechnician { get; init; }

    /// <summary>A visit outside the technician's home area (<see cref="PlanVisit.OutsideAreaOf"/>). 0 to <see cref="PlanVisit.MostHolderCost"/>, default 0.</summary>
    public int OutsideArea { get; init; }

    /// <summary>A second by which a break begins too late. Default 2.</summary>
    public int BreakLate { get; init; } = 2;

    /// <summary>
    /// Uneven work, in tenths: what a second more of visits and driving costs whoever's paid shift is full, and in proportion to how
    /// full it is for everyone else. 0 to 10,000, default 0: how work is spread does not matter.
    /// </summary>
    public int BalanceTenths { get; init; }

    /// <summary>A technician who is sent out at all. Default 0.</summary>
    public int Technician { get; init; }

    /// <summary>The weights by default.</summary>
    public static PlanWeights Default { get; } = new();

    /// <summary>Driving alone counts: no price of waiting or of setting out late. What the problems of the literature mostly want.</summary>
    public static PlanWeights DrivingAlone { get; } = new() { WaitingTenths = 0, IdleTenths = 0 };
}
