using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using NodaTime;

namespace Dispatch.Grains.Clock;

/// <summary>The clock was started, set forward, or its speed changed.</summary>
/// <param name="At">The domain's time of that moment.</param>
/// <param name="Speed">Domain seconds a real second from then on.</param>
[JournalName("clock-set", 1)]
internal sealed record ClockSet(Instant At, double Speed);

/// <summary>The domain's clock; it sets the process's <see cref="SimulatedClock"/>, which a host brings to the last journaled instant at its start.</summary>
internal sealed class ClockGrain(GrainServices services) : JournaledGrain<ClockGrain.Setting, ClockSet>(services, "clock"), IClockGrain
{
    private const double HighestSpeed = 600;

    /// <inheritdoc />
    protected override Setting Initial { get; } = new(null, null);

    /// <inheritdoc />
    protected override string Key => "domain";

    /// <inheritdoc />
    public Task<CommandResult> SetSpeedAsync(double speed, CommandContext context) =>
        SetAsync(context, state => speed is < 0 or > HighestSpeed or double.NaN
            ? Decision<ClockSet>.Refused(new Reason("speed-out-of-range", "The speed is 0 (the clock stands) to 600."))
            : state.Last?.Speed == speed ? Decision<ClockSet>.Nothing : Decision<ClockSet>.Happened(new ClockSet(Now, speed)));

    /// <inheritdoc />
    public Task<CommandResult> StartAsync(Instant at, double speed, CommandContext context) =>
        SetAsync(context, state => state.StartedAt is not null
            ? Decision<ClockSet>.Refused(new Reason("clock-started", "The clock was started before; it goes on from where it was."))
            : Decision<ClockSet>.Happened(new ClockSet(at, speed)));

    /// <inheritdoc />
    public async Task<CommandResult> AdvanceToAsync(Instant at, CommandContext context)
    {
        if (Clock is not SimulatedClock simulated)
            return NotSimulated();
        // Not journaled by itself: what happens at the new time is, and with it the time.
        simulated.Set(at, simulated.Speed);
        await TellAsync();
        return CommandResult.Accepted(Version);
    }

    /// <inheritdoc />
    public Task<ClockView> ViewAsync() => Task.FromResult(View());

    /// <inheritdoc />
    protected override Setting Evolve(Setting state, ClockSet happened) => new(state.StartedAt ?? happened.At, happened);

    /// <inheritdoc />
    protected override async Task PublishAsync(IReadOnlyList<ClockSet> events)
    {
        ((SimulatedClock)Clock).Set(events[^1].At, events[^1].Speed);
        await TellAsync();
    }

    private ClockView View() => new(Now, SystemClock.Instance.GetCurrentInstant(), Clock.Speed, Clock is SimulatedClock, State.StartedAt);

    private Task<CommandResult> SetAsync(CommandContext context, Func<Setting, Decision<ClockSet>> decide) =>
        Clock is SimulatedClock ? ExecuteAsync(context, decide) : Task.FromResult(NotSimulated());

    private async Task TellAsync()
    {
        foreach (var territory in await GrainFactory.GetGrain<ITerritoriesGrain>(0).ListAsync())
            await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(territory.Id)).PublishAsync([new ClockChanged(View())]);
    }

    private static CommandResult NotSimulated() =>
        CommandResult.Refused(new Reason("clock-is-real", "The clock shows the real time and cannot be set."));

    /// <summary>When it was started, and how it was last set.</summary>
    internal sealed record Setting(Instant? StartedAt, ClockSet? Last);
}
