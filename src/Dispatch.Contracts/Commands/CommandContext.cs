using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Commands;

/// <summary>Who may do what; the least that serves.</summary>
public enum Role
{
    /// <summary>Runs the desk of a territory.</summary>
    Dispatcher,

    /// <summary>Sees the own route and its patients.</summary>
    Technician,

    /// <summary>Sees nothing yet.</summary>
    Clinician,

    /// <summary>Enters territories, people, equipment, accounts.</summary>
    Administrator,

    /// <summary>A patient with a link: sees one visit.</summary>
    Patient,

    /// <summary>The house itself: timers, the planner, the outbox.</summary>
    House,
}

/// <summary>Who sends a command, when, and the id that makes sending it twice harmless.</summary>
/// <param name="Id">Made where the person pressed the button.</param>
/// <param name="Actor">The account's name, or "planner", "clock", "patient"; never a patient's name.</param>
/// <param name="OccurredAt">When it happened or was pressed, by the domain's clock; a phone without a signal reports later than that.</param>
[GenerateSerializer, Immutable]
public sealed record CommandContext(CommandId Id, string Actor, Role Role, Instant OccurredAt);
