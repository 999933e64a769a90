using Dispatch.Domain.Time;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Dispatch.Simulation;

/// <summary>Opens the demo's world when the house is up, and keeps it going.</summary>
internal sealed partial class SimulationService(World world, DomainClock clock, DemoOptions options, ILogger<SimulationService> log)
    : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan PositionPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewalPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private volatile bool isOpen;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isOpen ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The demo day is being set up."));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date;
        await world.OpenAsync(today, stoppingToken);
        isOpen = true;
        LogOpened(options.Technicians, options.Visits);
        await Task.WhenAll(
            KeepAsync("world", () => world.RunAsync(stoppingToken), null, stoppingToken),
            KeepAsync("positions", SendPositionsAsync, PositionPeriod, stoppingToken),
            KeepAsync("renewal", world.RenewAsync, RenewalPeriod, stoppingToken));
    }

    private async Task SendPositionsAsync()
    {
        var now = clock.Now;
        foreach (var technician in world.Technicians)
            await technician.SendPositionAsync(now);
    }

    // A call that fails (a silo restarts, the disk is full) is told and tried again: the world must not stand still for it.
    private async Task KeepAsync(string what, Func<Task> work, TimeSpan? period, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
                if (period is { } wait)
                    await Task.Delay(wait, TimeProvider.System, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong in one round, the next one is tried; it is logged with its cause.
            catch (Exception error)
#pragma warning restore CA1031
            {
                LogFailed(error, what);
                await Task.Delay(Pause, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo day is open: {Technicians} technicians, {Visits} visits")]
    private partial void LogOpened(int technicians, int visits);

    [LoggerMessage(Level = LogLevel.Error, Message = "The simulation's {What} failed and is tried again")]
    private partial void LogFailed(Exception error, string what);
}
