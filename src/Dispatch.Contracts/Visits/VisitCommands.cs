using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Visits;

/// <summary>Asks for a visit. What is not given comes from the visit type and the patient.</summary>
/// <param name="Date">The service day; none puts it into the backlog.</param>
/// <param name="Urgency">None takes the type's, or the triage's where <paramref name="Backup"/> is given.</param>
/// <param name="Backup">What the caller said; the deadline follows from it.</param>
[GenerateSerializer, Immutable]
public sealed record RequestVisit(
    TerritoryId Territory,
    VisitTypeId Type,
    PatientId Patient,
    IReadOnlyList<EquipmentId> Equipment,
    LocalDate? Date,
    LocalDate? DueDate,
    int? DurationMinutes,
    IReadOnlyList<TimeWindow>? Windows,
    UrgencyClass? Urgency,
    Instant? Deadline,
    BackupReport? Backup,
    string Note)
{
    /// <summary>The days on which it may be done, where it has none yet; it then waits in the backlog until it is planned onto one of them.</summary>
    [Id(0)]
    public DaySpan? Days { get; init; }
}

/// <summary>Changes what is given; none leaves as it is.</summary>
[GenerateSerializer, Immutable]
public sealed record EditVisit(
    int? DurationMinutes,
    IReadOnlyList<TimeWindow>? Windows,
    UrgencyClass? Urgency,
    Instant? Deadline,
    LocalDate? DueDate,
    string? Note);

/// <summary>Takes the visit to another day, or into the backlog (none).</summary>
[GenerateSerializer, Immutable]
public sealed record RescheduleVisit(LocalDate? Date, IReadOnlyList<TimeWindow>? Windows)
{
    /// <summary>The days on which it may be done, where it goes into the backlog; none leaves them as they are.</summary>
    [Id(0)]
    public DaySpan? Days { get; init; }
}

/// <summary>Calls the visit off.</summary>
/// <param name="Reason">In a few words, for the history; at most 500 characters.</param>
[GenerateSerializer, Immutable]
public sealed record CancelVisit(string Reason);

/// <summary>What a patient answered on the page.</summary>
[GenerateSerializer, Immutable]
public sealed record PatientAnswer(
    PatientAnswerKind Kind,
    ArrivalInterval? WantedInterval,
    int? BackupMinutesLeft,
    string? Contact);

/// <summary>The answers that the patient page offers.</summary>
public enum PatientAnswerKind
{
    /// <summary>I am home.</summary>
    AtHome,

    /// <summary>Another time: one of the intervals that were offered.</summary>
    AnotherTime,

    /// <summary>Call me.</summary>
    CallMe,

    /// <summary>Cancel.</summary>
    Cancel,

    /// <summary>My backup is running, about so many minutes are left.</summary>
    BackupRunning,

    /// <summary>No more messages.</summary>
    NoMoreMessages,

    /// <summary>Tell someone else: <see cref="PatientAnswer.Contact"/> is a telephone number.</summary>
    TellSomeoneElse,

    /// <summary>Use this language: <see cref="PatientAnswer.Contact"/> is a BCP 47 tag.</summary>
    Language,
}
