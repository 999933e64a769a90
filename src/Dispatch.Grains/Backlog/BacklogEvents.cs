using System.Collections.Immutable;
using Dispatch.Contracts.Backlog;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>What happened to the planning of a waiting list.</summary>
internal abstract record BacklogEvent;

/// <summary>Somebody had it planned.</summary>
/// <param name="Days">Over so many working days.</param>
[JournalName("backlog-planning-asked", 1)]
internal sealed record BacklogPlanningAsked(int Days, Instant At) : BacklogEvent;

/// <summary>The planner found days; this takes the place of what it found before.</summary>
[JournalName("backlog-planned", 1)]
internal sealed record BacklogPlanned(BacklogProposal Proposal) : BacklogEvent;

/// <summary>A proposal was taken, in whole or in part.</summary>
/// <param name="Booked">Visits that now have a day.</param>
/// <param name="Staying">Visits that were to be taken and stay on the list, with what is in the way now.</param>
[JournalName("backlog-proposal-taken", 1)]
internal sealed record BacklogProposalTaken(ProposalId Proposal, IReadOnlyList<VisitId> Booked, IReadOnlyList<StayingVisit> Staying) : BacklogEvent
{
    /// <summary>What can be taken back of it; none in journals from before that was possible.</summary>
    public WaitingBooking? Booking { get; init; }
}

/// <summary>A booking was taken back.</summary>
/// <param name="Back">The visits that wait again.</param>
[JournalName("backlog-booking-taken-back", 1)]
internal sealed record BacklogBookingTakenBack(CommandId Booking, IReadOnlyList<VisitId> Back) : BacklogEvent;

/// <summary>A visit that was booked from the waiting list.</summary>
/// <param name="Change">The day's change by which it was booked.</param>
internal sealed record BookedWaiting(VisitId Visit, LocalDate Date, CommandId Change);

/// <summary>What one command booked.</summary>
/// <param name="Id">The command.</param>
/// <param name="Of">The proposal as it was before.</param>
internal sealed record WaitingBooking(CommandId Id, string Actor, BacklogProposal Of, IReadOnlyList<BookedWaiting> Visits);

/// <summary>A proposal was put away.</summary>
[JournalName("backlog-proposal-dismissed", 1)]
internal sealed record BacklogProposalDismissed(ProposalId Proposal) : BacklogEvent;

/// <summary>The planning of a waiting list as its events have made it.</summary>
/// <param name="Proposal">What waits for an answer; none if nothing does.</param>
internal sealed record BacklogState(BacklogProposal? Proposal)
{
    private const int BookingsKept = 5;

    /// <summary>The last bookings, which can be taken back; the newest last.</summary>
    public ImmutableList<WaitingBooking> Bookings { get; init; } = [];

    /// <summary>The state after one more event.</summary>
    public BacklogState Evolve(BacklogEvent happened) => happened switch
    {
        BacklogPlanned e => this with { Proposal = e.Proposal },
        BacklogProposalTaken e => this with { Proposal = Proposal is { } known && known.Id == e.Proposal ? Without(known, e) : Proposal, Bookings = Kept(e.Booking) },
        BacklogBookingTakenBack e when Bookings.Find(known => known.Id == e.Booking) is { } booking =>
            this with { Proposal = With(booking, e.Back), Bookings = Bookings.Replace(booking, booking with { Visits = [.. booking.Visits.Where(visit => !e.Back.Contains(visit.Visit))] }) },
        BacklogProposalDismissed e when Proposal?.Id == e.Proposal => this with { Proposal = null },
        _ => this,
    };

    private ImmutableList<WaitingBooking> Kept(WaitingBooking? booking) =>
        booking is null ? Bookings : Bookings.Add(booking) is { Count: > BookingsKept } many ? many.RemoveAt(0) : Bookings.Add(booking);

    // What waits again is proposed as it was, unless the list has been planned anew since.
    private BacklogProposal? With(WaitingBooking booking, IReadOnlyList<VisitId> back)
    {
        if (Proposal is { } newer && newer.Id != booking.Of.Id || back.Count == 0)
            return Proposal;
        var visits = booking.Of.Visits.Where(visit => back.Contains(visit.Visit) || Proposal?.Visits.Any(known => known.Visit == visit.Visit) is true).ToList();
        return booking.Of with
        {
            Visits = visits,
            Staying = Proposal?.Staying ?? booking.Of.Staying,
            ExtraDriveMinutes = visits.Count == booking.Of.Visits.Count ? booking.Of.ExtraDriveMinutes : visits.Sum(visit => visit.ExtraDriveMinutes),
        };
    }

    // What is left of a proposal can be taken later; nothing is left of one that got all its visits their days.
    private static BacklogProposal? Without(BacklogProposal proposal, BacklogProposalTaken taken)
    {
        var gone = taken.Booked.Concat(taken.Staying.Select(visit => visit.Visit)).ToHashSet();
        var left = proposal with
        {
            Visits = [.. proposal.Visits.Where(visit => !gone.Contains(visit.Visit))],
            Staying = [.. proposal.Staying, .. taken.Staying],
            ExtraDriveMinutes = Math.Max(0, proposal.ExtraDriveMinutes - proposal.Visits.Where(visit => gone.Contains(visit.Visit)).Sum(visit => visit.ExtraDriveMinutes)),
        };
        return left.Visits.Count + left.Staying.Count == 0 ? null : left;
    }
}
