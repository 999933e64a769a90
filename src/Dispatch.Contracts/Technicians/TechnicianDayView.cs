using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Technicians;

/// <summary>A stop with what the technician must know at the door.</summary>
/// <param name="DurationMinutes">How long the visit is planned to take with this technician.</param>
/// <param name="Path">The drive to it: encoded polyline, five decimals.</param>
[GenerateSerializer, Immutable]
public sealed record TechnicianStop(
    StopView Stop,
    string TypeName,
    int DurationMinutes,
    UrgencyClass Urgency,
    string PatientName,
    string PatientPhone,
    Address Address,
    GeoPoint Place,
    string AccessNotes,
    string Note,
    IReadOnlyList<string> Devices,
    IReadOnlyList<PartCount> Parts,
    IReadOnlyList<string> Checklist,
    string Path)
{
    /// <summary>With whom it is done, where it needs two; none where one does it alone.</summary>
    [Id(0)]
    public VisitPartner? Partner { get; init; }

    /// <summary>The test instruments that it needs, by name.</summary>
    [Id(1)]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>What is brought and left there.</summary>
    [Id(2)]
    public IReadOnlyList<LoadLine> Brings { get; init; } = [];

    /// <summary>What is taken along.</summary>
    [Id(3)]
    public IReadOnlyList<LoadLine> Takes { get; init; } = [];
}

/// <summary>So much of what the van has a space of its own for: "3 × empty cylinders".</summary>
[GenerateSerializer, Immutable]
public sealed record LoadLine(string Name, int Count);

/// <summary>One stop in the card that tells of a changed route.</summary>
/// <param name="Change">"new", "moved", "gone" or "kept".</param>
[GenerateSerializer, Immutable]
public sealed record RouteChangeLine(VisitId Visit, string Label, string Change, int? OldPosition, int? NewPosition, Instant? OldArrival, Instant? NewArrival);

/// <summary>A changed route that waits for an answer.</summary>
[GenerateSerializer, Immutable]
public sealed record RouteChangeCard(long Number, Instant ChangedAt, Reason Why, string ByWhom, IReadOnlyList<RouteChangeLine> Lines);

/// <summary>All that a technician's phone shows of today; sent whole, at most some tens of kilobytes, and kept on the phone.</summary>
/// <param name="Number">Rises with each change.</param>
/// <param name="Load">What to load in the morning.</param>
/// <param name="Change">The change that waits for an answer; none if none does.</param>
/// <param name="Messages">From the desk, newest first.</param>
[GenerateSerializer, Immutable]
public sealed record TechnicianDayView(
    long Number,
    TechnicianId Technician,
    string Name,
    LocalDate Date,
    string TimeZone,
    string DeskPhone,
    DutyState Duty,
    Instant? ShiftStart,
    Instant? ShiftEnd,
    Instant? BreakStart,
    int BreakMinutes,
    IReadOnlyList<PartCount> Load,
    IReadOnlyList<TechnicianStop> Stops,
    RouteChangeCard? Change,
    IReadOnlyList<MessageView> Messages);
