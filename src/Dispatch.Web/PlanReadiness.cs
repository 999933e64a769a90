using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dispatch.Web;

/// <summary>Ready means that today's plan of every territory has been read and a visit could be inserted.</summary>
internal sealed class PlanReadiness(IGrainFactory grains) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var territory in await grains.GetGrain<ITerritoriesGrain>(0).ListAsync())
        {
            var today = await grains.GetGrain<ITerritoryGrain>(territory.Id.Value).TodayAsync();
            if (!await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(territory.Id, today)).IsReadyAsync())
                return HealthCheckResult.Unhealthy("A plan has not been read yet.");
        }

        return HealthCheckResult.Healthy();
    }
}
