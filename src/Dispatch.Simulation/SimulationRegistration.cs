using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dispatch.Simulation;

/// <summary>Adds the demo's world to a host that has the map, the domain's clock and a grain factory.</summary>
public static class SimulationRegistration
{
    /// <summary>Adds it; readiness then waits until the demo day is open (health check "demo", tag "ready").</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IServiceCollection AddDispatchSimulation(this IServiceCollection services, DemoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mistake() is { } mistake)
            throw new ArgumentException(mistake, nameof(options));
        services.AddSingleton(options);
        services.AddSingleton<World>();
        services.AddSingleton<SimulationService>();
        services.AddHostedService(provider => provider.GetRequiredService<SimulationService>());
        services.AddHealthChecks().AddCheck<SimulationService>("demo", HealthStatus.Unhealthy, ["ready"]);
        return services;
    }
}
