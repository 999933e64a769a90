using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Web.Patients;
using Dispatch.Web.Protection;
using Dispatch.Web.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Dispatch.Web.Hubs;

/// <summary>A technician's own phone.</summary>
[Authorize(Policy = Access.Technician)]
public sealed class TechnicianHub(IGrainFactory grains, TimeProvider time) : Hub
{
    /// <summary>The own day, whole, and again whenever it changes.</summary>
    /// <param name="cancellation">Ends the stream.</param>
    public async IAsyncEnumerable<TechnicianDayView> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        var technician = Context.User?.TechnicianOf() ?? throw new HubException("This account has no route.");
        var feed = grains.GetGrain<ITechnicianFeedGrain>(technician.Value);
        var listener = new Listener();
        var reference = grains.CreateObjectReference<ITechnicianDayObserver>(listener);
        if (await feed.WatchAsync(reference) is { } first)
            yield return first;
        await foreach (var day in Latest.ReadAsync(listener.Days.Reader, () => feed.WatchAsync(reference), time, cancellation))
            yield return day;
        await feed.UnwatchAsync(reference);
        GC.KeepAlive(listener); // The reference alone does not hold it.
    }

    private sealed class Listener : ITechnicianDayObserver
    {
        public Channel<TechnicianDayView> Days { get; } = Latest.Channel<TechnicianDayView>();

        public Task DayChangedAsync(TechnicianDayView day)
        {
            Days.Writer.TryWrite(day);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A patient's own page.</summary>
[Authorize(Policy = Access.Patient)]
public sealed class PatientHub(IGrainFactory grains, TimeProvider time) : Hub
{
    /// <summary>The page, whole, and again whenever it changes.</summary>
    /// <param name="cancellation">Ends the stream.</param>
    public async IAsyncEnumerable<PatientVisitView> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        var visit = Context.User!.VisitOf();
        var feed = grains.GetGrain<IPatientFeedGrain>(visit.Value);
        var listener = new Listener();
        var reference = grains.CreateObjectReference<IPatientVisitObserver>(listener);
        if (await feed.WatchAsync(reference) is { } first)
            yield return first;
        await foreach (var page in Latest.ReadAsync(listener.Pages.Reader, () => feed.WatchAsync(reference), time, cancellation))
            yield return page;
        await feed.UnwatchAsync(reference);
        GC.KeepAlive(listener); // The reference alone does not hold it.
    }

    private sealed class Listener : IPatientVisitObserver
    {
        public Channel<PatientVisitView> Pages { get; } = Latest.Channel<PatientVisitView>();

        public Task PageChangedAsync(PatientVisitView page)
        {
            Pages.Writer.TryWrite(page);
            return Task.CompletedTask;
        }
    }
}
