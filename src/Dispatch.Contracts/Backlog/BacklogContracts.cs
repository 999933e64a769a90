using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Backlog;

/// <summary>Plans the visits that wait for a day over the next days; what is found comes as a proposal.</summary>
/// <param name="Days">Over so many working days of the desk, beginning tomorrow, 1 to 14; none takes the territory's. What is left of today comes on top.</param>
[GenerateSerializer, Immutable]
public sealed record PlanBacklog(int? Days);

/// <summary>A day for a visit that waits.</summary>
/// <param name="ArriveAt">About when the technician would be there, were all of the proposal taken.</param>
/// <param name="ExtraDriveMinutes">How much more is driven that day because of it.</param>
[GenerateSerializer, Immutable]
public sealed record ProposedDay(VisitId Visit, LocalDate Date, TechnicianId Technician, string TechnicianName, Instant ArriveAt, int ExtraDriveMinutes)
{
    /// <summary>The stop that it follows on the route; none if it is the first. May be another visit of the proposal.</summary>
    [Id(0)]
    public VisitId? After { get; init; }

    /// <summary>How much more is driven on the route because of all that the proposal puts there up to this one; of a visit for two, on both routes.</summary>
    [Id(1)]
    public int RouteExtraDriveMinutes { get; init; }

    /// <summary>Who comes too, where the visit needs two; none where one does it alone.</summary>
    [Id(2)]
    public ProposedSecond? Second { get; init; }
}

/// <summary>Who would be the second of a visit for two technicians.</summary>
/// <param name="After">The stop that it follows on that route; none if it is the first.</param>
[GenerateSerializer, Immutable]
public sealed record ProposedSecond(TechnicianId Technician, string TechnicianName, VisitId? After);

/// <summary>A visit that stays on the list.</summary>
/// <param name="Why">What keeps it there; one at least.</param>
[GenerateSerializer, Immutable]
public sealed record StayingVisit(VisitId Visit, IReadOnlyList<Reason> Why);

/// <summary>Days for the visits that wait, to be taken in whole or in part.</summary>
/// <param name="Days">The days over which was planned.</param>
/// <param name="Visits">Those that get a day, by day and time; what was taken is not among them any more.</param>
/// <param name="Staying">Those that stay, and why.</param>
/// <param name="ExtraDriveMinutes">More driving on all days together, were all of it taken.</param>
[GenerateSerializer, Immutable]
public sealed record BacklogProposal(
    ProposalId Id, Instant MadeAt, IReadOnlyList<LocalDate> Days, IReadOnlyList<ProposedDay> Visits, IReadOnlyList<StayingVisit> Staying, int ExtraDriveMinutes);

/// <summary>Books the visits of a proposal onto their days.</summary>
/// <param name="Visits">None means all.</param>
[GenerateSerializer, Immutable]
public sealed record TakeBacklogProposal(ProposalId Proposal, IReadOnlyList<VisitId>? Visits);

/// <summary>Puts all that was booked by one command back on the waiting list.</summary>
/// <param name="Booking">Id of the command that took the proposal; one of the last few of the territory, and one's own.</param>
[GenerateSerializer, Immutable]
public sealed record UndoBacklogBooking(CommandId Booking);

/// <summary>How the planning of the waiting list stands.</summary>
/// <param name="IsPlanning">The planner is at work on it.</param>
/// <param name="Proposal">What it found last; none before, and once it was put away.</param>
[GenerateSerializer, Immutable]
public sealed record BacklogPlanView(bool IsPlanning, BacklogProposal? Proposal);

/// <summary>The visits of a territory that wait for a day; key: the territory's id. Which ones there are says the search, from what the visits themselves say.</summary>
[Alias("dispatch.backlog")]
public interface IBacklogGrain : IGrainWithStringKey
{
    /// <summary>Lets the planner look for days; at once accepted, the proposal follows on the desk's feed. While it is at work, nothing new is begun.</summary>
    [Alias("plan")]
    Task<CommandResult> PlanAsync(PlanBacklog command, CommandContext context);

    /// <summary>Takes a proposal in whole or in part: each visit is booked as an offer is. Remarks name, by value "visit", what went elsewhere than proposed and what stays, and why.</summary>
    [Alias("take")]
    Task<CommandResult> TakeAsync(TakeBacklogProposal command, CommandContext context);

    /// <summary>Takes a booking back: each of its visits that is still free waits again and is proposed as it was. Remarks name, by value "visit", what stays on its day, and why.</summary>
    [Alias("undo")]
    Task<CommandResult> UndoAsync(UndoBacklogBooking command, CommandContext context);

    /// <summary>Puts a proposal away; one that is away already stays so.</summary>
    [Alias("dismiss")]
    Task<CommandResult> DismissAsync(ProposalId proposal, CommandContext context);

    /// <summary>How it stands.</summary>
    [Alias("view"), ReadOnly]
    Task<BacklogPlanView> ViewAsync();
}
