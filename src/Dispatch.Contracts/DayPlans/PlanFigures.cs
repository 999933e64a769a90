using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>What a plan comes to. Lists by urgency have five numbers, P0 first.</summary>
/// <param name="Cost">All that is priced, in seconds of driving; urgency comes before it and has no price.</param>
/// <param name="Costs">The same by rule: "driving", "waiting", "idle", "overtime", "window", "promise", "pinned-start", "other-technician", "break", "technician". Rules that cost nothing are left out.</param>
[GenerateSerializer, Immutable]
public sealed record PlanFigures(
    int DriveSeconds,
    int OvertimeMinutes,
    IReadOnlyList<int> UnassignedByUrgency,
    IReadOnlyList<int> LateMinutesByUrgency,
    int PromisesKept,
    int PromisesBroken,
    long Cost,
    IReadOnlyDictionary<string, long> Costs);

/// <summary>How far the planner may disturb what people were told on this day, and how far it has.</summary>
/// <param name="VisitsMoved">Promised visits that the planner gave to another technician of its own accord.</param>
/// <param name="MostVisitsMoved">It may move no more than this.</param>
/// <param name="PromisesMoved">Promises that it broke of its own accord.</param>
/// <param name="MostPromisesMoved">It may break no more than this; 0 by default.</param>
[GenerateSerializer, Immutable]
public sealed record ChurnAccount(int VisitsMoved, int MostVisitsMoved, int PromisesMoved, int MostPromisesMoved);

/// <summary>Asks what would become of the day; nothing is changed. All that is given is done, in this order.</summary>
/// <param name="Out">Technicians who drop out.</param>
/// <param name="Longer">Visits that take longer.</param>
/// <param name="Missing">Parts that a van turns out not to carry.</param>
/// <param name="Moves">Visits moved by hand.</param>
/// <param name="Improve">Whether the planner then looks for better places, within the churn that is left.</param>
[GenerateSerializer, Immutable]
public sealed record WhatIf(
    IReadOnlyList<TechnicianId>? Out,
    IReadOnlyList<LongerVisit>? Longer,
    IReadOnlyList<ReportPartMissing>? Missing,
    IReadOnlyList<MoveVisits>? Moves,
    bool Improve);

/// <summary>A visit that takes so many minutes more, 1 to 480.</summary>
[GenerateSerializer, Immutable]
public sealed record LongerVisit(VisitId Visit, int ExtraMinutes);

/// <summary>A van carries fewer of a part than the books say: what can no longer be done from it finds another technician.</summary>
/// <param name="Left">How many are left, 0 or more.</param>
[GenerateSerializer, Immutable]
public sealed record ReportPartMissing(TechnicianId Technician, PartId Part, int Left);

/// <summary>Two plans side by side: as it is, and as it would be.</summary>
/// <param name="Visits">Visits that would change technician, or start 15 minutes earlier or later, or more; the most shifted first.</param>
/// <param name="Technicians">Whose route would change.</param>
/// <param name="Refusal">Why it cannot be; then both plans are the present one.</param>
[GenerateSerializer, Immutable]
public sealed record PlanComparison(
    long PlanVersion,
    PlanFigures Before,
    PlanFigures After,
    IReadOnlyList<AffectedVisit> Visits,
    IReadOnlyList<AffectedTechnician> Technicians,
    Reason? Refusal);

/// <summary>A visit that another plan has with someone else or at another time.</summary>
/// <param name="Was">Who has it; none for nobody.</param>
/// <param name="Becomes">Who would have it; none for nobody.</param>
/// <param name="BreaksPromise">Whether its arrival would leave what the patient was told, and does not now.</param>
[GenerateSerializer, Immutable]
public sealed record AffectedVisit(
    VisitId Visit, string PatientName, TechnicianId? Was, TechnicianId? Becomes, Instant? OldArrival, Instant? NewArrival, bool BreaksPromise);

/// <summary>A technician whose route another plan changes.</summary>
[GenerateSerializer, Immutable]
public sealed record AffectedTechnician(TechnicianId Technician, string Name, int DriveSecondsMore, int OvertimeMinutesMore, int VisitsMore);
