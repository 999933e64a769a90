using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Dispatch.Grains.Feeds;

/// <summary>Pushes one technician's day to the own phone.</summary>
internal sealed class TechnicianFeedGrain(ILogger<TechnicianFeedGrain> log) : Grain, ITechnicianFeedGrain
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);
    private readonly ObserverManager<ITechnicianDayObserver> observers = new(TimeSpan.FromMinutes(3), log);
    private IGrainTimer? sending;

    private TechnicianId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        sending = this.RegisterGrainTimer(SendAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task TouchAsync()
    {
        if (observers.Count > 0)
            sending!.Change(Gathering, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<TechnicianDayView?> WatchAsync(ITechnicianDayObserver observer)
    {
        observers.Subscribe(observer, observer);
        return DayAsync();
    }

    /// <inheritdoc />
    public Task UnwatchAsync(ITechnicianDayObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (await DayAsync() is { } day)
            await observers.Notify(observer => observer.DayChangedAsync(day));
    }

    private async Task<TechnicianDayView?> DayAsync()
    {
        if (await GrainFactory.GetGrain<ITechnicianGrain>(Id.Value).ProfileAsync() is not { } profile)
            return null;
        var today = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).TodayAsync();
        return await GrainFactory.GetGrain<IDayPlanGrain>(DayPlanKey.Of(profile.Territory, today)).TechnicianDayAsync(Id);
    }
}
