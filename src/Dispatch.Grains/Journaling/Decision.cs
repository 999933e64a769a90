using Dispatch.Contracts.Commands;

namespace Dispatch.Grains.Journaling;

/// <summary>What a command comes to: events with what must be told elsewhere, or a refusal; neither means there was nothing to do.</summary>
/// <param name="Deliveries">Written in the same append, delivered at least once.</param>
/// <param name="Remarks">For whoever sent the command.</param>
internal sealed record Decision<TEvent>(
    IReadOnlyList<TEvent> Events, IReadOnlyList<Outgoing> Deliveries, Reason? Refusal, IReadOnlyList<Reason> Remarks)
{
    /// <summary>Accepted, and nothing changes.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], [], null, []);

    /// <summary>It happened.</summary>
    public static Decision<TEvent> Happened(params IReadOnlyList<TEvent> events) => new(events, [], null, []);

    /// <summary>It is refused, and nothing changes.</summary>
    public static Decision<TEvent> Refused(Reason reason) => new([], [], reason, []);

    /// <summary>The same, and told to others as well.</summary>
    public Decision<TEvent> Telling(params IEnumerable<Outgoing> deliveries) => this with { Deliveries = [.. Deliveries, .. deliveries] };

    /// <summary>The same, with remarks.</summary>
    public Decision<TEvent> Remarking(params IEnumerable<Reason> remarks) => this with { Remarks = [.. Remarks, .. remarks] };
}

/// <summary>Something for another grain.</summary>
/// <param name="Receiver">As <see cref="Outbox.ReceiverName"/> makes it.</param>
/// <param name="Payload">A type with a <see cref="JournalNameAttribute"/>.</param>
internal sealed record Outgoing(string Receiver, object Payload);
