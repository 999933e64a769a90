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
internal sealed record BacklogProposalTaken(ProposalId Proposal, IReadOnlyList<VisitId> Booked, IReadOnlyList<StayingVisit> Staying) : BacklogEvent;

/// <summary>A proposal was put away.</summary>
[JournalName("backlog-proposal-dismissed", 1)]
internal sealed record BacklogProposalDismissed(ProposalId Proposal) : BacklogEvent;

/// <summary>The planning of a waiting list as its events have made it.</summary>
/// <param name="Proposal">What waits for an answer; none if nothing does.</param>
internal sealed record BacklogState(BacklogProposal? Proposal)
{
    /// <summary>The state after one more event.</summary>
    public BacklogState Evolve(BacklogEvent happened) => happened switch
    {
        BacklogPlanned e => new BacklogState(e.Proposal),
        BacklogProposalTaken e when Proposal is { } known && known.Id == e.Proposal => new BacklogState(Without(known, e)),
        BacklogProposalDismissed e when Proposal?.Id == e.Proposal => new BacklogState((BacklogProposal?)null),
        _ => this,
    };

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
