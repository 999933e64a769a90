using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Microsoft.Extensions.Logging;
using NodaTime;
using Orleans.Utilities;

namespace Dispatch.Grains.Feeds;

/// <summary>Pushes one visit's page to its patient; while the technician is on the way, the position too.</summary>
internal sealed class PatientFeedGrain(DomainClock clock, ILogger<PatientFeedGrain> log) : Grain, IPatientFeedGrain
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PositionPeriod = TimeSpan.FromSeconds(5);
    private readonly ObserverManager<IPatientVisitObserver> observers = new(TimeSpan.FromMinutes(3), log);
    private IGrainTimer? sending;
    private long number;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        number = FirstNumber.Now();
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
    public async Task<PatientVisitView?> WatchAsync(IPatientVisitObserver observer)
    {
        observers.Subscribe(observer, observer);
        var page = await FollowedPageAsync();
        FollowApproach(page);
        return page;
    }

    /// <inheritdoc />
    public Task<PatientVisitView?> PageAsync() =>
        PatientPage.ComposeAsync(GrainFactory, new VisitId(this.GetPrimaryKeyString()), ++number, clock.Now);

    /// <inheritdoc />
    public Task UnwatchAsync(IPatientVisitObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (observers.Count == 0 || await FollowedPageAsync() is not { } page)
            return;
        await observers.Notify(observer => observer.PageChangedAsync(page));
        FollowApproach(page);
    }

    // Those of whom something stands on the page are told first: nothing that changes meanwhile is missed.
    private async Task<PatientVisitView?> FollowedPageAsync()
    {
        var visit = new VisitId(this.GetPrimaryKeyString());
        await GrainFactory.GetGrain<IVisitPageSource>(visit.Value).FollowPageAsync();
        if (await GrainFactory.GetGrain<IVisitGrain>(visit.Value).DetailsAsync() is { Date: { } date } details)
            await GrainFactory.GetGrain<IDayFeedSource>(DayPlanKey.Of(details.Territory, date)).FollowPageAsync(visit);
        return await PageAsync();
    }

    private void FollowApproach(PatientVisitView? page)
    {
        if (page?.State == PatientPageState.OnTheWay)
            sending!.Change(PositionPeriod, Timeout.InfiniteTimeSpan);
    }
}
