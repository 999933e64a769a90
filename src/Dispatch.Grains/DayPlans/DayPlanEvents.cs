using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Vans;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>What happened to a day's plan.</summary>
internal abstract record DayPlanEvent;

/// <summary>A technician as the day needs to know one; taken from the books when the day is first planned and when the entry changes.</summary>
/// <param name="Skills">Those that count on the day.</param>
/// <param name="ExpiredSkills">Those that have run out; kept for the reasons.</param>
/// <param name="ShiftStart">None on a free day.</param>
internal sealed record RosterEntry(
    TechnicianId Id, string Name, string Phone, string Van, IReadOnlyList<Skill> Skills, IReadOnlyList<Skill> ExpiredSkills,
    GeoPoint StartPlace, GeoPoint EndPlace, Instant? ShiftStart, Instant? ShiftEnd, Instant? BreakEarliest, Instant? BreakLatest,
    int BreakMinutes, IReadOnlyList<PartCount> Stock)
{
    /// <summary>How long visits take with this technician, in hundredths of what is planned for them; 50 to 200.</summary>
    public int DurationPercent { get; init; } = 100;

    /// <summary>How long drives take with this van, in hundredths of what the map says; 80 to 200.</summary>
    public int DrivePercent { get; init; } = 100;

    /// <summary>Breaks besides the one above.</summary>
    public IReadOnlyList<RosterBreak> MoreBreaks { get; init; } = [];

    /// <summary>All breaks in the order of the day.</summary>
    public IReadOnlyList<RosterBreak> AllBreaks() => [.. (BreakEarliest is { } earliest && BreakLatest is { } latest && BreakMinutes > 0
        ? MoreBreaks.Prepend(new RosterBreak(earliest, latest, BreakMinutes)) : MoreBreaks).OrderBy(pause => pause.Earliest)];

    /// <summary>The middle of the home area; none where all places are as welcome.</summary>
    public GeoPoint? AreaCentre { get; init; }

    /// <summary>How far the home area reaches, kilometres as the crow flies.</summary>
    public int AreaKilometres { get; init; }

    /// <summary>How far outside the home area a place lies, metres; 0 inside, and where there is none.</summary>
    public double MetresOutside(GeoPoint place) => AreaCentre is { } centre ? Math.Max(0, centre.DistanceMetres(place) - AreaKilometres * 1000.0) : 0;

    /// <summary>Test instruments that count on the day.</summary>
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>Those whose calibration has run out; kept for the reasons.</summary>
    public IReadOnlyList<Instrument> ExpiredInstruments { get; init; } = [];

    /// <summary>The van's room by space, when it is empty; empty: there is room for everything.</summary>
    public IReadOnlyList<SpaceCount> Room { get; init; } = [];

    /// <summary>So much of a visit's planned time, as long as it takes with this technician.</summary>
    public Duration Taken(int minutes) => Duration.FromSeconds((minutes * 60L * DurationPercent + 50) / 100);
}

/// <summary>A break of so many minutes that begins between two times.</summary>
internal sealed record RosterBreak(Instant Earliest, Instant Latest, int Minutes);

/// <summary>The day was first planned, with who works on it.</summary>
[JournalName("day-opened", 1)]
internal sealed record DayOpened(IReadOnlyList<RosterEntry> Roster) : DayPlanEvent;

/// <summary>A visit came into the day; on no route yet.</summary>
[JournalName("day-visit-added", 1)]
internal sealed record DayVisitAdded(VisitId Visit, VisitDetails Details, string TypeName, string PatientName) : DayPlanEvent;

/// <summary>A visit's details changed.</summary>
[JournalName("day-visit-edited", 1)]
internal sealed record DayVisitEdited(VisitId Visit, VisitDetails Details) : DayPlanEvent;

/// <summary>A visit left the day: called off, or moved to another one.</summary>
[JournalName("day-visit-left", 1)]
internal sealed record DayVisitLeft(VisitId Visit, bool IsCancelled) : DayPlanEvent;

/// <summary>Where a visit stood: its technician, place in the route, and pins.</summary>
internal sealed record Placement(VisitId Visit, TechnicianId? Technician, int Position, TechnicianId? PinnedTechnician, Instant? PinnedStart)
{
    /// <summary>Whether the route was kept in its order up to there.</summary>
    public bool KeepsOrder { get; init; }
}

/// <summary>A route as it now is: what is done and under way first.</summary>
internal sealed record RouteNow(TechnicianId Technician, IReadOnlyList<VisitId> Visits);

/// <summary>Routes changed.</summary>
/// <param name="Change">Names the change, for undo.</param>
/// <param name="IsUndoable">Whether its maker may take it back.</param>
/// <param name="Undoes">The change that this one takes back; none otherwise.</param>
/// <param name="Redoes">The change that this one makes again; none otherwise.</param>
[JournalName("routes-changed", 1)]
internal sealed record RoutesChanged(
    CommandId Change, string Actor, Instant At, Reason What, IReadOnlyList<RouteNow> Routes, IReadOnlyList<Placement> Before,
    IReadOnlyList<Placement> After, bool IsUndoable, CommandId? Undoes, CommandId? Redoes) : DayPlanEvent
{
    /// <summary>What the planner gained by moving each visit; empty where people moved them.</summary>
    public IReadOnlyList<VisitGain> Gains { get; init; } = [];

    /// <summary>Promised visits that the planner gave to another technician of its own accord.</summary>
    public int PromisedMoved { get; init; }

    /// <summary>Promises that the planner broke of its own accord.</summary>
    public int PromisesBroken { get; init; }

    /// <summary>The visit that came in by this change: to take the change back calls it off; none otherwise.</summary>
    public VisitId? Books { get; init; }
}

/// <summary>What was gained by moving a visit.</summary>
internal sealed record VisitGain(VisitId Visit, Reason Why);

/// <summary>A van turned out to carry fewer of a part than the books say.</summary>
/// <param name="Short">How many fewer.</param>
[JournalName("part-missing", 1)]
internal sealed record PartMissing(TechnicianId Technician, PartId Part, int Short) : DayPlanEvent;

/// <summary>A visit was pinned or unpinned.</summary>
[JournalName("visit-pinned", 1)]
internal sealed record VisitPinned(VisitId Visit, TechnicianId? Technician, Instant? Start) : DayPlanEvent;

/// <summary>Something happened in the field.</summary>
[JournalName("fact-reported", 1)]
internal sealed record FactReported(TechnicianId Technician, TechnicianFact Fact, Instant OccurredAt, Instant ReceivedAt) : DayPlanEvent;

/// <summary>A technician dropped out.</summary>
[JournalName("technician-out", 1)]
internal sealed record TechnicianWentOut(TechnicianId Technician, string Reason, Instant? Until) : DayPlanEvent;

/// <summary>A technician came back.</summary>
[JournalName("technician-back", 1)]
internal sealed record TechnicianCameBack(TechnicianId Technician) : DayPlanEvent;

/// <summary>Who is on call was called in outside of the shift: the working day begins then.</summary>
[JournalName("technician-called-in", 1)]
internal sealed record TechnicianCalledIn(TechnicianId Technician, Instant At) : DayPlanEvent;

/// <summary>A patient was told an interval.</summary>
[JournalName("promise-told", 1)]
internal sealed record PromiseTold(VisitId Visit, Promise Promise) : DayPlanEvent
{
    /// <summary>What the interval was made of; none where the patient chose it, and of older days.</summary>
    public ToldEstimate? Estimate { get; init; }
}

/// <summary>The first promises of the day went out.</summary>
[JournalName("day-published", 1)]
internal sealed record DayPublished(Instant At) : DayPlanEvent;

/// <summary>A technician was shown a changed route.</summary>
[JournalName("route-card-shown", 1)]
internal sealed record RouteCardShown(TechnicianId Technician, RouteChangeCard Card) : DayPlanEvent;

/// <summary>A technician answered, or the route is again what was known.</summary>
[JournalName("route-card-answered", 1)]
internal sealed record RouteCardAnswered(TechnicianId Technician, long Number, bool IsAccepted, string Reason, string Code = "") : DayPlanEvent;

/// <summary>Nobody answered: a message went out, or a call was asked for.</summary>
[JournalName("route-card-raised", 1)]
internal sealed record RouteCardRaised(TechnicianId Technician, long Number, int Level) : DayPlanEvent;

/// <summary>A technician cannot have a visit.</summary>
[JournalName("visit-declined", 1)]
internal sealed record VisitDeclined(VisitId Visit, TechnicianId Technician, string Reason) : DayPlanEvent;

/// <summary>The patient answered.</summary>
[JournalName("day-patient-answered", 1)]
internal sealed record DayPatientAnswered(VisitId Visit, PatientAnswer Answer, Instant At) : DayPlanEvent;

/// <summary>A plan change waits for somebody's answer.</summary>
[JournalName("proposal-made", 1)]
internal sealed record ProposalMade(ProposalView Proposal) : DayPlanEvent;

/// <summary>A proposal was answered, or has lapsed.</summary>
[JournalName("proposal-closed", 1)]
internal sealed record ProposalAnswered(ProposalId Proposal, bool IsAccepted) : DayPlanEvent;

/// <summary>An alarm of this day stands on the desk, or does not any more.</summary>
[JournalName("day-alarm-standing", 1)]
internal sealed record DayAlarmStanding(string Alarm, bool Stands) : DayPlanEvent;

/// <summary>The day is over: what was open went on to another day.</summary>
[JournalName("day-closed", 1)]
internal sealed record DayClosed(Instant At) : DayPlanEvent;

/// <summary>A visit that was under way goes on to someone else.</summary>
[JournalName("visit-handed-on", 1)]
internal sealed record VisitHandedOn(VisitId Visit, TechnicianId From, Instant At) : DayPlanEvent;
