using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Feeds;

/// <summary>The names of the feeds.</summary>
public static class FeedName
{
    /// <summary>What belongs to the territory and no day: alarms, calls, messages, backlog, clock, positions.</summary>
    public static string Desk(TerritoryId territory) => "desk/" + territory.Value;

    /// <summary>What belongs to one service day: the day, its technicians, routes, paths, visits, proposals.</summary>
    public static string Day(TerritoryId territory, LocalDate date) => "day/" + DayPlans.DayPlanKey.Of(territory, date);
}

/// <summary>Hears a feed; lives in a web host, which fans out to its own connections.</summary>
public interface IFeedObserver : IGrainObserver
{
    /// <summary>What is new, in the order of its numbers; about twenty at once under load.</summary>
    [Alias("changed"), OneWay]
    Task ChangedAsync(BoardMessage message);
}

/// <summary>Numbers the changes of one feed and keeps the latest of each entity; key: <see cref="FeedName"/>.</summary>
[Alias("dispatch.feed")]
public interface IFeedGrain : IGrainWithStringKey
{
    /// <summary>Takes changes from their writers.</summary>
    [Alias("publish"), OneWay]
    Task PublishAsync(IReadOnlyList<BoardChange> changes);

    /// <summary>Subscribes, or says that one still listens (every minute; silence for three ends it). Gives what came after <paramref name="afterNumber"/>, or a snapshot where that is too long ago or unknown (-1).</summary>
    [Alias("watch")]
    Task<BoardMessage> WatchAsync(IFeedObserver observer, long afterNumber);

    /// <summary>Ends a subscription.</summary>
    [Alias("unwatch")]
    Task UnwatchAsync(IFeedObserver observer);
}

/// <summary>Hears when a technician's day changed.</summary>
public interface ITechnicianDayObserver : IGrainObserver
{
    /// <summary>The day as it now is.</summary>
    [Alias("day-changed"), OneWay]
    Task DayChangedAsync(TechnicianDayView day);
}

/// <summary>Pushes one technician's day to the own phone; key: the technician's id.</summary>
[Alias("dispatch.technician-feed")]
public interface ITechnicianFeedGrain : IGrainWithStringKey
{
    /// <summary>Says that the day changed; the feed asks the day plan for it.</summary>
    [Alias("touch"), OneWay]
    Task TouchAsync();

    /// <summary>Subscribes or renews; gives the present day, none if the technician has none today.</summary>
    [Alias("watch")]
    Task<TechnicianDayView?> WatchAsync(ITechnicianDayObserver observer);

    /// <summary>Ends a subscription.</summary>
    [Alias("unwatch")]
    Task UnwatchAsync(ITechnicianDayObserver observer);
}

/// <summary>Hears when a patient's page changed.</summary>
public interface IPatientVisitObserver : IGrainObserver
{
    /// <summary>The page as it now is.</summary>
    [Alias("page-changed"), OneWay]
    Task PageChangedAsync(Patients.PatientVisitView page);
}

/// <summary>Pushes one visit's page to its patient; key: the visit's id.</summary>
[Alias("dispatch.patient-feed")]
public interface IPatientFeedGrain : IGrainWithStringKey
{
    /// <summary>Says that something changed; the feed composes the page anew.</summary>
    [Alias("touch"), OneWay]
    Task TouchAsync();

    /// <summary>Subscribes or renews; gives the present page, none if there is no such visit.</summary>
    [Alias("watch")]
    Task<Patients.PatientVisitView?> WatchAsync(IPatientVisitObserver observer);

    /// <summary>The present page without subscribing.</summary>
    [Alias("page")]
    Task<Patients.PatientVisitView?> PageAsync();

    /// <summary>Ends a subscription.</summary>
    [Alias("unwatch")]
    Task UnwatchAsync(IPatientVisitObserver observer);
}
