using Orleans;

namespace Dispatch.Contracts.Territories;

/// <summary>What a provider wants of its plans. Prices are in seconds of driving; urgency comes before all of them and has no price.</summary>
[GenerateSerializer, Immutable]
public sealed record PlanningSettings
{
    /// <summary>A second of overtime; 0 to 1,000, default 3.</summary>
    [Id(0)]
    public int OvertimePrice { get; init; } = 3;

    /// <summary>A second of waiting at a door, in tenths; 0 to 1,000, default 3.</summary>
    [Id(1)]
    public int WaitingTenths { get; init; } = 3;

    /// <summary>A second by which someone sets out later than could be, in tenths; 0 to 1,000, default 1.</summary>
    [Id(2)]
    public int IdleTenths { get; init; } = 1;

    /// <summary>A second outside a wanted time; ten times as much where it was agreed as fixed; 0 to 1,000, default 4.</summary>
    [Id(3)]
    public int WindowPrice { get; init; } = 4;

    /// <summary>A second after the end of a promise; 0 to 1,000, default 6.</summary>
    [Id(4)]
    public int PromisePrice { get; init; } = 6;

    /// <summary>A broken promise, however little; 0 to 100,000, default 3,600.</summary>
    [Id(5)]
    public int BrokenPromisePrice { get; init; } = 3_600;

    /// <summary>A promised visit that goes to another technician; 0 to 100,000, default 600.</summary>
    [Id(6)]
    public int OtherTechnicianPrice { get; init; } = 600;

    /// <summary>A second by which a break begins too late; 0 to 1,000, default 2.</summary>
    [Id(7)]
    public int LateBreakPrice { get; init; } = 2;

    /// <summary>Sending a technician out at all; 0 to 100,000, default 0.</summary>
    [Id(8)]
    public int TechnicianPrice { get; init; }

    /// <summary>Promised visits that the planner may give to another technician of its own accord in one day: a limit; 0 to 10,000, default 20. With 0 it leaves a published day alone.</summary>
    [Id(9)]
    public int MostVisitsMoved { get; init; } = 20;

    /// <summary>Promises that the planner may break of its own accord in one day: a limit; 0 to 10,000, default 0.</summary>
    [Id(10)]
    public int MostPromisesMoved { get; init; }

    /// <summary>Visits that an urgent one may push to another technician; 0 to 50, default 5.</summary>
    [Id(11)]
    public int InsertMostMoved { get; init; } = 5;

    /// <summary>Days over which a caller is offered intervals, beginning today; 1 to 14, default 5.</summary>
    [Id(12)]
    public int OfferDays { get; init; } = 5;

    /// <summary>Share of arrivals that the shown interval shall hold, in hundredths; 50 to 99, default 90.</summary>
    [Id(13)]
    public int IntervalPercent { get; init; } = 90;

    /// <summary>
    /// Uneven work: what a second more of visits and driving costs whoever's shift is full, and in proportion to how full it is for
    /// everyone else, in tenths; 0 (work may gather on few) to 1,000, default 10.
    /// </summary>
    [Id(14)]
    public int BalanceTenths { get; init; } = 10;

    /// <summary>A visit by a technician who does not know the patient, where others do; 0 (no matter) to 100,000, default 300.</summary>
    [Id(15)]
    public int UnknownTechnicianPrice { get; init; } = 300;

    /// <summary>
    /// Minutes of each visit that go into parking and carrying in, and which a second visit at the same home right after the first does
    /// not need; 0 (each takes its whole time) to 60, default 0.
    /// </summary>
    [Id(16)]
    public int SetupMinutes { get; init; }

    /// <summary>By how much one more second outside a wanted time gets dearer with each hour outside, in tenths; 0 (all cost the same) to 1,000, default 10.</summary>
    [Id(17)]
    public int WindowRiseTenths { get; init; } = 10;

    /// <summary>
    /// Whether one technician does all planned visits (P2 to P4) to the same patient on a day; what that technician cannot do stands
    /// unassigned. A dispatcher's own move goes before it. Default no.
    /// </summary>
    [Id(18)]
    public bool IsOneTechnicianPerPatient { get; init; }

    /// <summary>A visit by a technician who is not among those whom the patient prefers; 0 (no matter) to 100,000, default 900.</summary>
    [Id(19)]
    public int NotPreferredTechnicianPrice { get; init; } = 900;

    /// <summary>A visit outside the technician's home area; 0 (no matter) to 100,000, default 600.</summary>
    [Id(20)]
    public int OutsideAreaPrice { get; init; } = 600;

    /// <summary>By how many minutes a promise may be wider than <see cref="TerritorySettings.PromiseMinutes"/> where it takes so much to hold; 0 to 240, default 30.</summary>
    [Id(21)]
    public int PromiseExtraMinutes { get; init; } = 30;

    /// <summary>Working days over which the waiting list is planned, beginning tomorrow; 1 to 14, default 5.</summary>
    [Id(22)]
    public int BacklogDays { get; init; } = 5;

    /// <summary>The defaults.</summary>
    public static PlanningSettings Default { get; } = new();
}
