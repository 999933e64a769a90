using System.Text.Json;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Serialization;
using Dispatch.Domain.Time;
using Dispatch.Grains.Outbox;
using Dispatch.Journal;
using NodaTime;

namespace Dispatch.Grains.Journaling;

/// <summary>What every journaled grain needs.</summary>
internal sealed record GrainServices(IJournal Journal, EventCatalogue Catalogue, DomainClock Clock);

/// <summary>
/// A grain whose state is a fold over its events: it loads, decides, appends, evolves, publishes. State evolves only when the
/// append has returned, and a command that was seen before changes nothing.
/// </summary>
/// <typeparam name="TState">An immutable record that JSON can carry, for snapshots.</typeparam>
/// <typeparam name="TEvent">The closed set of its events.</typeparam>
internal abstract class JournaledGrain<TState, TEvent>(GrainServices services, string kind) : Grain, IDeliveryReceiver
    where TState : class
    where TEvent : class
{
    private const int SnapshotEveryEvents = 250;
    private const int CommandsRemembered = 4_000;

    private readonly Dictionary<string, CommandResult> results = [];
    private readonly Queue<string> oldestCommands = new();
    private long snapshotVersion;

    /// <summary>The state as of the last durable event.</summary>
    protected TState State { get; private set; } = null!;

    /// <summary>How many events the stream has.</summary>
    protected long Version { get; private set; }

    /// <summary>The stream's name: kind and key.</summary>
    protected string Stream => $"{kind}/{Key}";

    /// <summary>The stream's name within its kind.</summary>
    protected virtual string Key => this.GetPrimaryKeyString();

    /// <summary>The domain's time.</summary>
    protected Instant Now => services.Clock.Now;

    /// <summary>The domain's clock.</summary>
    protected DomainClock Clock => services.Clock;

    /// <summary>The journal, for reading histories.</summary>
    protected IJournal Journal => services.Journal;

    /// <summary>The state before any event.</summary>
    protected abstract TState Initial { get; }

    /// <summary>The state after one more event; pure.</summary>
    protected abstract TState Evolve(TState state, TEvent happened);

    /// <summary>Called when events are durable and in the state; publishes to feeds.</summary>
    protected virtual Task PublishAsync(IReadOnlyList<TEvent> events) => Task.CompletedTask;

    /// <summary>Called when the state has been read, before any call.</summary>
    protected virtual Task LoadedAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Turns a delivery into a command; the delivery's id is the command's.</summary>
    protected virtual Task<CommandResult> ReceiveAsync(object payload, CommandContext context) =>
        throw new InvalidOperationException($"A {kind} does not take {payload.GetType().Name}.");

    /// <inheritdoc />
    public sealed override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = Initial;
        if (await services.Journal.ReadSnapshotAsync(Stream, cancellationToken) is { } snapshot
            && snapshot.Version == SnapshotShape
            && JsonSerializer.Deserialize<Kept>(snapshot.Data.Span, DispatchJson.Options) is { } kept)
        {
            State = kept.State;
            Version = snapshotVersion = snapshot.StreamVersion;
            foreach (var command in kept.Commands)
                Remember(command, CommandResult.Accepted(Version));
        }

        await foreach (var recorded in services.Journal.ReadStreamAsync(Stream, Version, cancellationToken))
        {
            State = Evolve(State, (TEvent)services.Catalogue.Read(recorded.Name, recorded.Version, recorded.Data.Span));
            Version = recorded.StreamVersion;
            Remember(recorded.CommandId, CommandResult.Accepted(Version));
        }

        await LoadedAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task ReceiveAsync(Delivery delivery)
    {
        var payload = services.Catalogue.Read(delivery.Name, delivery.Version, delivery.Data);
        var context = new CommandContext(new Domain.Ids.CommandId(delivery.Id), "house", Role.House, Now);
        await ReceiveAsync(payload, context);
    }

    /// <summary>Shape of the state in snapshots; raise it when an older snapshot must not be read. The events are then read instead.</summary>
    protected virtual int SnapshotShape => 1;

    /// <summary>Decides a command against the present state, and makes what it comes to durable.</summary>
    /// <exception cref="StreamConflictException">Another activation wrote; this one goes, and the caller tries again.</exception>
    protected async Task<CommandResult> ExecuteAsync(CommandContext context, Func<TState, Decision<TEvent>> decide)
    {
        if (results.TryGetValue(context.Id.Value, out var seen))
            return seen;
        var decision = decide(State);
        if (decision.Refusal is { } refusal)
            return CommandResult.Refused(refusal, Version);
        if (decision.Events.Count == 0)
            return CommandResult.Accepted(Version, decision.Remarks);

        await AppendAsync(decision, context);
        var result = CommandResult.Accepted(Version, decision.Remarks);
        Remember(context.Id.Value, result);
        await PublishAsync(decision.Events);
        return result;
    }

    /// <summary>Whether the command was taken before.</summary>
    protected bool HasSeen(CommandContext context) => results.ContainsKey(context.Id.Value);

    private async Task AppendAsync(Decision<TEvent> decision, CommandContext context)
    {
        NewEvent[] events = [.. decision.Events.Select(happened =>
        {
            var name = services.Catalogue.NameOf(happened);
            return new NewEvent(name.Name, name.Version, EventCatalogue.Write(happened));
        })];
        NewDelivery[] deliveries = [.. decision.Deliveries.Select((outgoing, index) =>
        {
            var name = services.Catalogue.NameOf(outgoing.Payload);
            return new NewDelivery(outgoing.Receiver, $"{Stream}-{Version + 1}-{index}", name.Name, name.Version, EventCatalogue.Write(outgoing.Payload));
        })];
        var metadata = new AppendMetadata(context.Id.Value, context.Actor, Now.ToUnixTimeTicks() / 10);
        try
        {
            switch (await services.Journal.AppendAsync(Stream, Version, events, deliveries, metadata, CancellationToken.None))
            {
                case AppendResult.Appended appended:
                    Version = appended.StreamVersion;
                    break;
                default:
                    throw new StreamConflictException();
            }
        }
        catch
        {
            // Whether it was written or not is the journal's to say: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        foreach (var happened in decision.Events)
            State = Evolve(State, happened);
        if (Version - snapshotVersion >= SnapshotEveryEvents)
            await WriteSnapshotAsync();
    }

    private async Task WriteSnapshotAsync()
    {
        snapshotVersion = Version;
        var data = JsonSerializer.SerializeToUtf8Bytes(new Kept(State, [.. oldestCommands]), DispatchJson.Options);
        await services.Journal.WriteSnapshotAsync(new Snapshot(Stream, Version, kind, SnapshotShape, data), CancellationToken.None);
    }

    private void Remember(string command, CommandResult result)
    {
        if (results.TryAdd(command, result))
            oldestCommands.Enqueue(command);
        while (oldestCommands.Count > CommandsRemembered)
            results.Remove(oldestCommands.Dequeue());
    }

    private sealed record Kept(TState State, IReadOnlyList<string> Commands);
}
