using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>A place in the plan for a visit, with what it would change.</summary>
/// <param name="Id">Names the option within the plan version that it was made for.</param>
/// <param name="Position">Place in the route: 0 is before all stops.</param>
/// <param name="LateMinutes">Past the deadline or the window; 0 if in time.</param>
/// <param name="Displaces">Visits of lower urgency that would lose their place.</param>
/// <param name="Shifts">Visits that start later than now planned.</param>
[GenerateSerializer, Immutable]
public sealed record InsertionOption(
    string Id,
    TechnicianId Technician,
    string TechnicianName,
    int Position,
    Instant ArriveAt,
    int ExtraDriveMinutes,
    int LateMinutes,
    int OvertimeMinutes,
    IReadOnlyList<ShiftedVisit> Shifts,
    IReadOnlyList<VisitId> Displaces,
    IReadOnlyList<Reason> Remarks)
{
    /// <summary>Who would be the second, where the visit needs two; none where one does it alone.</summary>
    [Id(0)]
    public VisitPartner? Partner { get; init; }
}

/// <summary>A visit that an option would delay.</summary>
/// <param name="BreaksPromise">Whether its arrival leaves what the patient was told.</param>
[GenerateSerializer, Immutable]
public sealed record ShiftedVisit(VisitId Visit, string PatientName, int DelayMinutes, bool BreaksPromise);

/// <summary>The best options for a visit, and the plan version they were made for.</summary>
/// <param name="Options">Best first, at most three; empty if nobody can, and then <paramref name="WhyNot"/> says why, by technician.</param>
[GenerateSerializer, Immutable]
public sealed record InsertionOptions(long PlanVersion, IReadOnlyList<InsertionOption> Options, IReadOnlyList<Reason> WhyNot);

/// <summary>Three intervals that a caller may choose from.</summary>
[GenerateSerializer, Immutable]
public sealed record OfferedInterval(string Id, ArrivalInterval Interval, int ExtraDriveMinutes);

/// <summary>Takes a visit into the day.</summary>
/// <param name="Option">The option that was chosen; none lets the plan choose.</param>
/// <param name="PlanVersion">The version it was shown for. If the option is gone the visit is inserted at its best all the same, and the answer says what differs.</param>
[GenerateSerializer, Immutable]
public sealed record InsertVisit(VisitId Visit, VisitDetails Details, InsertionOption? Option, long? PlanVersion);

/// <summary>Moves visits by hand; this also moves a pin.</summary>
/// <param name="Technician">To whom; none takes them off all routes.</param>
/// <param name="Position">Place among the stops of the route that have not begun; none puts each where it costs least.</param>
/// <param name="StartAt">Wanted start: pins the first visit to this time; none leaves it free.</param>
/// <param name="ExpectedVersion">Refused as stale if the plan has moved on; none takes whatever there is.</param>
[GenerateSerializer, Immutable]
public sealed record MoveVisits(IReadOnlyList<VisitId> Visits, TechnicianId? Technician, int? Position, Instant? StartAt, long? ExpectedVersion);

/// <summary>Pins a visit to its technician, its start, or both; neither unpins.</summary>
[GenerateSerializer, Immutable]
public sealed record PinVisit(VisitId Visit, bool ToTechnician, bool ToStart)
{
    /// <summary>Whether the route is kept in its order up to this visit, which is then pinned to its technician with all before it, until it is done or the pin is lifted.</summary>
    [Id(0)]
    public bool KeepsOrder { get; init; }
}

/// <summary>Takes a technician out of the day.</summary>
/// <param name="Until">None for the rest of the day.</param>
/// <param name="VisitUnderWay">What becomes of the visit under way: finished by the technician, or handed on. Must be said if there is one.</param>
[GenerateSerializer, Immutable]
public sealed record MarkTechnicianOut(TechnicianId Technician, string Reason, Instant? Until, VisitUnderWay? VisitUnderWay);

/// <summary>What becomes of a visit under way when its technician drops out.</summary>
public enum VisitUnderWay
{
    /// <summary>It is finished first.</summary>
    FinishedFirst,

    /// <summary>It is handed on to someone else.</summary>
    HandedOn,
}

/// <summary>Back at work.</summary>
[GenerateSerializer, Immutable]
public sealed record MarkTechnicianBack(TechnicianId Technician);

/// <summary>Takes back one's own newest change, or the one named.</summary>
[GenerateSerializer, Immutable]
public sealed record UndoChange(CommandId? Change);

/// <summary>Makes again what was taken back.</summary>
[GenerateSerializer, Immutable]
public sealed record RedoChange(CommandId? Change);

/// <summary>Accepts a proposal, whole or for some of its visits; or rejects it.</summary>
/// <param name="Visits">None means all.</param>
[GenerateSerializer, Immutable]
public sealed record AnswerProposal(ProposalId Proposal, bool IsAccepted, IReadOnlyList<VisitId>? Visits);

/// <summary>One visit in a proposal.</summary>
[GenerateSerializer, Immutable]
public sealed record ProposedMove(
    VisitId Visit,
    TechnicianId? From,
    TechnicianId? To,
    Instant? OldArrival,
    Instant? NewArrival,
    bool BreaksPromise,
    Reason Why);

/// <summary>A plan change that someone may accept, in whole or in part.</summary>
[GenerateSerializer, Immutable]
public sealed record ProposalView(ProposalId Id, LocalDate Date, long PlanVersion, Instant MadeAt, Reason Why, IReadOnlyList<ProposedMove> Moves);
