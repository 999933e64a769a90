using System.Collections.Immutable;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.Visits;

/// <summary>A visit as its events have made it.</summary>
/// <param name="Details">None before it was asked for.</param>
/// <param name="EndedAt">When it was done, attempted or called off.</param>
internal sealed record VisitState(
    VisitDetails? Details, string TypeName, string PatientName, VisitStatus Status, TechnicianId? Technician, Promise? Promise,
    bool? PatientIsHome, IReadOnlyList<PatientAnswerKind> Answers, string Outcome, Instant? EndedAt)
{
    /// <summary>Calls about it that are still to be made.</summary>
    public ImmutableList<VisitCall> Calls { get; init; } = [];

    /// <summary>The day onto which it was booked from the waiting list, where that booking was taken back; none otherwise.</summary>
    public LocalDate? TakenBackFrom { get; init; }

    public static VisitState Unknown { get; } = new(null, "", "", VisitStatus.Backlog, null, null, null, [], "", null);

    /// <summary>Whether nothing can happen to it any more but late reports.</summary>
    public bool IsClosed => Status is VisitStatus.Done or VisitStatus.CouldNotBeDone or VisitStatus.Cancelled;

    /// <summary>Whether a technician is on the way or there.</summary>
    public bool IsUnderWay => Status is VisitStatus.OnTheWay or VisitStatus.Arrived;

    /// <summary>The state after one more event.</summary>
    public VisitState Evolve(VisitEvent happened) => Changed(happened) with { Calls = VisitCalls.Evolve(Calls, happened) };

    private VisitState Changed(VisitEvent happened) => happened switch
    {
        VisitRequested e => Unknown with { Details = e.Details, TypeName = e.TypeName, PatientName = e.PatientName, Status = Waiting(e.Details.Date) },
        VisitEdited e => this with { Details = e.Details },
        VisitRescheduled e => this with
        {
            Details = Details! with { Date = e.Date, Windows = e.Windows ?? Details.Windows, Days = e.Days ?? Details.Days },
            TakenBackFrom = null,
            Status = Waiting(e.Date),
            Technician = null,
            Promise = null,
            PatientIsHome = null,
        },
        VisitTakenBack e => this with
        {
            Details = Details! with { Date = null, Windows = [] },
            Status = VisitStatus.Backlog,
            Technician = null,
            Promise = null,
            PatientIsHome = null,
            TakenBackFrom = e.From,
        },
        VisitCancelled e => this with { Status = VisitStatus.Cancelled, Outcome = e.Reason, EndedAt = e.At },
        VisitReinstated => this with { Status = Waiting(Details!.Date), Technician = null, Promise = null, Outcome = "", EndedAt = null },
        VisitProgressed e => this with
        {
            Status = e.Status,
            Technician = e.Technician,
            Outcome = e.Outcome,
            EndedAt = e.Status is VisitStatus.Done or VisitStatus.CouldNotBeDone ? e.At : null,
        },
        VisitPromised e => this with { Promise = e.Promise },
        PatientAnswered e => this with
        {
            PatientIsHome = e.Answer.Kind == PatientAnswerKind.AtHome ? true : PatientIsHome,
            Answers = Answers.Contains(e.Answer.Kind) ? Answers : [.. Answers, e.Answer.Kind],
        },
        _ => this,
    };

    /// <summary>The visit by its own knowledge.</summary>
    public VisitView? View(VisitId id, long version) => Details is not { } d ? null : new VisitView(
        id, version, Status, d.Type, TypeName, d.Patient, PatientName, d.Place, d.Address, d.Equipment, d.Date, d.DueDate, d.DurationMinutes,
        d.Skills, d.Parts, d.Windows, d.Urgency, d.Deadline, d.Runway, Technician, null, EndedAt, Promise, null, null, [], [], PatientIsHome, d.Note)
    { Instruments = d.Instruments, Brings = d.Brings, Takes = d.Takes, Days = d.Days };

    private static VisitStatus Waiting(LocalDate? date) => date is null ? VisitStatus.Backlog : VisitStatus.Scheduled;
}
