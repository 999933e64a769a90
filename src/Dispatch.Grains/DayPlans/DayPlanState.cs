using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Technicians;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>A visit in a day.</summary>
/// <param name="SetOutAt">When the technician set out for it; none before.</param>
/// <param name="ExtraMinutes">By how much the technician said it will be later or longer.</param>
/// <param name="Declined">Technicians who said that they cannot.</param>
internal sealed record DayVisit(
    VisitId Id, VisitDetails Details, string TypeName, string PatientName, StopState Stop, Promise? Promise,
    TechnicianId? PinnedTechnician, Instant? PinnedStart, Instant? SetOutAt, Instant? ArrivedAt, Instant? EndedAt, int ExtraMinutes,
    ImmutableList<TechnicianId> Declined, bool? PatientIsHome, string Outcome, bool WasMovedByHand)
{
    /// <summary>The other half of a visit for two technicians; none where one does it alone.</summary>
    public VisitId? OtherHalf => VisitHalves.IsSecond(Id) ? VisitHalves.WholeOf(Id) : Details.SecondSkills is null ? null : VisitHalves.SecondOf(Id);

    /// <summary>Whether it is the second half of a visit for two technicians.</summary>
    public bool IsSecondHalf => VisitHalves.IsSecond(Id);

    /// <summary>What was gained when the planner last moved it; none if it never did, or a person moved it since.</summary>
    public Reason? Moved { get; init; }

    /// <summary>The estimates that were told, oldest first.</summary>
    public ImmutableList<ToldEstimate> Told { get; init; } = [];

    /// <summary>Whether a dispatcher keeps the route in its order up to this visit.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>Over, one way or the other.</summary>
    public bool IsOver => Stop is StopState.Done or StopState.CouldNotBeDone;

    /// <summary>Whether it may still be moved.</summary>
    public bool IsAhead => Stop == StopState.Planned;
}

/// <summary>A technician in a day.</summary>
/// <param name="Route">All stops of the day in order, done ones included.</param>
/// <param name="Known">The stops ahead as the technician last said OK to.</param>
/// <param name="CardLevel">0 shown, 1 written to, 2 to be called.</param>
internal sealed record TechnicianDay(
    RosterEntry Entry, ImmutableList<VisitId> Route, DutyState Duty, string OutReason, Instant? OutUntil, Instant? BreakStartedAt,
    Instant? BreakEndedAt, ImmutableList<VisitId> Known, RouteChangeCard? Card, int CardLevel, long Cards)
{
    /// <summary>How many fewer of a part the van carries than the books say.</summary>
    public ImmutableDictionary<PartId, int> Short { get; init; } = ImmutableDictionary<PartId, int>.Empty;

    /// <summary>When each break was begun that is over or under way.</summary>
    public ImmutableList<Instant> BreaksBegun { get; init; } = [];

    /// <summary>The breaks that are still to be taken, in order.</summary>
    public IReadOnlyList<RosterBreak> BreaksAhead() => [.. Entry.AllBreaks().Skip(Math.Max(BreaksBegun.Count, BreakStartedAt is null ? 0 : 1))];

    /// <summary>How long the break lasts that was begun last, by the books; 0 where there is none.</summary>
    public int LastBreakMinutes() => Entry.AllBreaks() is { Count: > 0 } all && BreaksBegun.Count > 0 ? all[Math.Min(BreaksBegun.Count, all.Count) - 1].Minutes : 0;

    /// <summary>When who is on call was called in outside of the shift; none otherwise.</summary>
    public Instant? CalledInAt { get; init; }

    /// <summary>When the working day begins: with the shift, or when called in; none on a free day.</summary>
    public Instant? WorksFrom => CalledInAt is { } called && (Entry.ShiftStart is not { } start || called < start || Entry.ShiftEnd is { } end && called >= end) ? called : Entry.ShiftStart;
}

/// <summary>A change that may be taken back.</summary>
internal sealed record DayChange(
    CommandId Id, string Actor, Instant At, Reason What, IReadOnlyList<Placement> Before, IReadOnlyList<Placement> After, bool IsUndone, bool IsUndoable)
{
    /// <summary>The visit that came in by this change; none otherwise.</summary>
    public VisitId? Books { get; init; }
}

/// <summary>A day's plan as its events have made it.</summary>
internal sealed record DayPlanState(
    ImmutableDictionary<TechnicianId, TechnicianDay> Technicians,
    ImmutableDictionary<VisitId, DayVisit> Visits,
    ImmutableList<DayChange> Changes,
    ImmutableDictionary<ProposalId, ProposalView> Proposals,
    ImmutableHashSet<string> Alarms,
    Instant? PublishedAt,
    bool IsOpen,
    bool IsClosed)
{
    private const int ChangesKept = 200;

    /// <summary>Promised visits that the planner has given to another technician of its own accord.</summary>
    public int PlannerMoved { get; init; }

    /// <summary>Promises that the planner has broken of its own accord.</summary>
    public int PlannerBroke { get; init; }

    public static DayPlanState Empty { get; } = new(
        ImmutableDictionary<TechnicianId, TechnicianDay>.Empty, ImmutableDictionary<VisitId, DayVisit>.Empty, [],
        ImmutableDictionary<ProposalId, ProposalView>.Empty, [], null, false, false);

    /// <summary>Who has a visit; none if nobody.</summary>
    public TechnicianId? HolderOf(VisitId visit)
    {
        foreach (var (id, technician) in Technicians)
        {
            if (technician.Route.Contains(visit))
                return id;
        }

        return null;
    }

    /// <summary>Where a visit stands.</summary>
    public Placement PlacementOf(VisitId visit)
    {
        var holder = HolderOf(visit);
        var position = holder is { } id ? Technicians[id].Route.IndexOf(visit) : -1;
        return new Placement(visit, holder, position, Visits[visit].PinnedTechnician, Visits[visit].PinnedStart) { KeepsOrder = Visits[visit].KeepsOrder };
    }

    /// <summary>The state after one more event.</summary>
    public DayPlanState Evolve(DayPlanEvent happened) => happened switch
    {
        DayOpened e => Opened(e),
        DayVisitAdded e => Halves.Added(this, e),
        DayVisitEdited e when Visits.ContainsKey(e.Visit) => Halves.Edited(this, e),
        DayVisitLeft e => Without(e.Visit).Without(VisitHalves.SecondOf(e.Visit)),
        PartMissing e when Technicians.TryGetValue(e.Technician, out var technician) =>
            With(technician with { Short = technician.Short.SetItem(e.Part, technician.Short.GetValueOrDefault(e.Part) + e.Short) }),
        RoutesChanged e => Changed(e),
        VisitPinned e => With(Visits[e.Visit] with { PinnedTechnician = e.Technician, PinnedStart = e.Start }),
        FactReported e => FactFold.Take(this, e),
        TechnicianWentOut e => With(Technicians[e.Technician] with { Duty = DutyState.Out, OutReason = e.Reason, OutUntil = e.Until }),
        TechnicianCameBack e => With(Technicians[e.Technician] with { Duty = DutyState.OnDuty, OutReason = "", OutUntil = null }),
        TechnicianCalledIn e => With(Technicians[e.Technician] with
        {
            CalledInAt = e.At,
            Duty = Technicians[e.Technician].Duty == DutyState.Ended ? DutyState.OffDuty : Technicians[e.Technician].Duty,
        }),
        PromiseTold e when Visits.ContainsKey(e.Visit) => With(Visits[e.Visit] with { Promise = e.Promise, Told = e.Estimate is { } told ? Visits[e.Visit].Told.Add(told) : Visits[e.Visit].Told }),
        VisitHandedOn e when Visits.ContainsKey(e.Visit) => With(Visits[e.Visit] with { Stop = StopState.Planned, SetOutAt = null, ArrivedAt = null }),
        DayClosed => this with { IsClosed = true },
        DayPublished e => this with { PublishedAt = e.At },
        RouteCardShown e => With(Technicians[e.Technician] with { Card = e.Card, CardLevel = 0, Cards = e.Card.Number }),
        RouteCardAnswered e => Answered(e),
        RouteCardRaised e => With(Technicians[e.Technician] with { CardLevel = e.Level }),
        VisitDeclined e when Visits.ContainsKey(e.Visit) => With(Visits[e.Visit] with { Declined = Visits[e.Visit].Declined.Add(e.Technician) }),
        DayPatientAnswered e when Visits.ContainsKey(e.Visit) && e.Answer.Kind == PatientAnswerKind.AtHome =>
            With(Visits[e.Visit] with { PatientIsHome = true }),
        ProposalMade e => this with { Proposals = Proposals.SetItem(e.Proposal.Id, e.Proposal) },
        ProposalAnswered e => this with { Proposals = Proposals.Remove(e.Proposal) },
        DayAlarmStanding e => this with { Alarms = e.Stands ? Alarms.Add(e.Alarm) : Alarms.Remove(e.Alarm) },
        _ => this,
    };

    /// <summary>The same with one visit replaced.</summary>
    public DayPlanState With(DayVisit visit) => this with { Visits = Visits.SetItem(visit.Id, visit) };

    /// <summary>The same with one technician replaced.</summary>
    public DayPlanState With(TechnicianDay technician) => this with { Technicians = Technicians.SetItem(technician.Entry.Id, technician) };

    private DayPlanState Opened(DayOpened e)
    {
        var state = this with { IsOpen = true };
        foreach (var entry in e.Roster)
        {
            state = state.With(state.Technicians.TryGetValue(entry.Id, out var known)
                ? known with { Entry = entry }
                : new TechnicianDay(entry, [], DutyState.OffDuty, "", null, null, null, [], null, 0, 0));
        }

        return state;
    }

    private DayPlanState Without(VisitId visit)
    {
        if (!Visits.ContainsKey(visit))
            return this;
        var state = this with { Visits = Visits.Remove(visit) };
        return HolderOf(visit) is { } holder
            ? state.With(Technicians[holder] with { Route = Technicians[holder].Route.Remove(visit) })
            : state;
    }

    private DayPlanState Changed(RoutesChanged e)
    {
        var state = this;
        foreach (var route in e.Routes)
        {
            var technician = state.Technicians[route.Technician];
            // Before anyone is at work a route is simply news; afterwards the phone asks for an OK.
            var known = technician.Duty == DutyState.OffDuty ? [.. route.Visits] : technician.Known;
            state = state.With(technician with { Route = [.. route.Visits], Known = known });
        }

        foreach (var placed in e.After)
        {
            if (state.Visits.TryGetValue(placed.Visit, out var visit))
                state = state.With(visit with { PinnedTechnician = placed.PinnedTechnician, PinnedStart = placed.PinnedStart, KeepsOrder = placed.KeepsOrder, WasMovedByHand = visit.WasMovedByHand || e is { IsUndoable: true, Books: null }, Moved = null });
        }

        foreach (var gain in e.Gains)
        {
            if (state.Visits.TryGetValue(gain.Visit, out var visit))
                state = state.With(visit with { Moved = gain.Why });
        }

        state = state with { PlannerMoved = state.PlannerMoved + e.PromisedMoved, PlannerBroke = state.PlannerBroke + e.PromisesBroken };

        var changes = state.Changes;
        if (e.Undoes is { } undone)
            changes = Mark(changes, undone, true);
        if (e.Redoes is { } redone)
            changes = Mark(changes, redone, false);
        changes = changes.Add(new DayChange(e.Change, e.Actor, e.At, e.What, e.Before, e.After, false, e.IsUndoable) { Books = e.Books });
        return state with { Changes = changes.Count > ChangesKept ? changes.RemoveAt(0) : changes };
    }

    private DayPlanState Answered(RouteCardAnswered e)
    {
        var technician = Technicians[e.Technician];
        return technician.Card?.Number == e.Number
            ? With(technician with { Card = null, CardLevel = 0, Known = technician.Route })
            : this;
    }

    private static ImmutableList<DayChange> Mark(ImmutableList<DayChange> changes, CommandId id, bool isUndone)
    {
        var at = changes.FindIndex(change => change.Id == id);
        return at < 0 ? changes : changes.SetItem(at, changes[at] with { IsUndone = isUndone });
    }
}
