using Dispatch.Contracts.Commands;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Clock;

/// <summary>The domain's clock as the apps run it on: now = <paramref name="At"/> + (real now − <paramref name="RealAt"/>) × <paramref name="Speed"/>.</summary>
/// <param name="IsSimulated">False on a real day; speed is then 1 and cannot be set.</param>
/// <param name="StartedAt">The instant at which a simulated clock was first started; none before that and on a real day.</param>
[GenerateSerializer, Immutable]
public sealed record ClockView(Instant At, Instant RealAt, double Speed, bool IsSimulated, Instant? StartedAt);

/// <summary>The domain's clock; one in the cluster, key 0. Anchor and speed are journaled.</summary>
[Alias("dispatch.clock")]
public interface IClockGrain : IGrainWithIntegerKey
{
    /// <summary>Sets the speed, 0 (stands) to 600; refused on a real day.</summary>
    [Alias("speed")]
    Task<CommandResult> SetSpeedAsync(double speed, CommandContext context);

    /// <summary>Starts a simulated clock at an instant; refused if one has been started.</summary>
    [Alias("start")]
    Task<CommandResult> StartAsync(Instant at, double speed, CommandContext context);

    /// <summary>Jumps forward: everything due until then falls due at once; refused on a real day, and nothing happens for an instant that has passed.</summary>
    [Alias("advance")]
    Task<CommandResult> AdvanceToAsync(Instant at, CommandContext context);

    /// <summary>The clock.</summary>
    [Alias("view"), AlwaysInterleave]
    Task<ClockView> ViewAsync();
}
