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
    public Task ReceiveAsync(Delivery delivery)
    {
        var (payload, context) = Opened(delivery);
        return ReceiveAsync(payload, context);
    }

    /// <inheritdoc />
    public Task ReceiveTogetherAsync(Delivery[] deliveries) => ReceiveTogetherAsync([.. deliveries.Select(Opened)]);

    /// <summary>Takes several payloads in order; a grain that can make some durable with one append does.</summary>
    protected virtual async Task ReceiveTogetherAsync(IReadOnlyList<(object Payload, CommandContext Context)> told)
    {
        foreach (var (payload, context) in told)
            await ReceiveAsync(payload, context);
    }

    private (object Payload, CommandContext Context) Opened(Delivery delivery) => (
        services.Catalogue.Read(delivery.Name, delivery.Version, delivery.Data),
        new CommandContext(new Domain.Ids.CommandId(delivery.Id), "house", Role.House, Now));

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

    /// <summary>
    /// Decides several commands one after another, each on what the ones before it come to, and makes them durable with one wait: their
    /// appends are queued together, so that they share one commit. A command that was taken before is passed over.
    /// </summary>
    /// <param name="decide">Given the state and the index of the command.</param>
    /// <exception cref="StreamConflictException">Another activation wrote; this one goes, and those of the commands that are not durable are to be tried again.</exception>
    protected async Task ExecuteTogetherAsync(IReadOnlyList<CommandContext> contexts, Func<TState, int, Decision<TEvent>> decide)
    {
        var (state, version) = (State, Version);
        var decided = new List<(CommandContext Context, Decision<TEvent> Decision)>();
        var appends = new List<Task>();
        for (var i = 0; i < contexts.Count; i++)
        {
            if (HasSeen(contexts[i]) || decide(state, i) is not { Refusal: null, Events.Count: > 0 } decision)
                continue;
            appends.Add(AppendAsync(decision, contexts[i], version));
            decided.Add((contexts[i], decision));
            version += decision.Events.Count;
            state = decision.Events.Aggregate(state, Evolve);
        }

        if (decided.Count == 0)
            return;
        await DurablyAsync(() => Task.WhenAll(appends));
        (State, Version) = (state, version);
        foreach (var (context, decision) in decided)
            Remember(context.Id.Value, CommandResult.Accepted(Version, decision.Remarks));
        await WriteSnapshotIfDueAsync();
        await PublishAsync([.. decided.SelectMany(one => one.Decision.Events)]);
    }

    /// <summary>Whether the command was taken before.</summary>
    protected bool HasSeen(CommandContext context) => results.ContainsKey(context.Id.Value);

    private async Task AppendAsync(Decision<TEvent> decision, CommandContext context)
    {
        await DurablyAsync(() => AppendAsync(decision, context, Version));
        Version += decision.Events.Count;
        State = decision.Events.Aggregate(State, Evolve);
        await WriteSnapshotIfDueAsync();
    }

    private async Task AppendAsync(Decision<TEvent> decision, CommandContext context, long version)
    {
        NewEvent[] events = [.. decision.Events.Select(happened =>
        {
            var name = services.Catalogue.NameOf(happened);
            return new NewEvent(name.Name, name.Version, EventCatalogue.Write(happened));
        })];
        NewDelivery[] deliveries = [.. decision.Deliveries.Select((outgoing, index) =>
        {
            var name = services.Catalogue.NameOf(outgoing.Payload);
            return new NewDelivery(outgoing.Receiver, $"{Stream}-{version + 1}-{index}", name.Name, name.Version, EventCatalogue.Write(outgoing.Payload));
        })];
        var metadata = new AppendMetadata(context.Id.Value, context.Actor, Now.ToUnixTimeTicks() / 10);
        if (await services.Journal.AppendAsync(Stream, version, events, deliveries, metadata, CancellationToken.None) is not AppendResult.Appended)
            throw new StreamConflictException();
    }

    private async Task DurablyAsync(Func<Task> append)
    {
        try
        {
            await append();
        }
        catch
        {
            // Whether it was written or not is the journal's to say: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }
    }

    private Task WriteSnapshotIfDueAsync() => Version - snapshotVersion >= SnapshotEveryEvents ? WriteSnapshotAsync() : Task.CompletedTask;

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
