using System.Diagnostics;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

/// <summary>The pushing of what has changed, to whoever looks: boards by the day's feed, phones, patients' pages.</summary>
internal sealed partial class DayPlanGrain
{
    private readonly Dictionary<string, byte[]> published = [];
    private readonly FollowedPages followed = new();

    // Until the feed has said that nobody watches; a plan that has just awoken does not know.
    private bool isWatched = true;

    // What happened since views were last sent, when that was, and how long it took.
    private readonly List<DayPlanEvent> unsent = [];
    private IGrainTimer? sending;
    private long sentAt;
    private TimeSpan sendingTook;

    /// <inheritdoc />
    public Task<IReadOnlyList<BoardChange>> EntitiesAsync()
    {
        isWatched = true;
        return Task.FromResult<IReadOnlyList<BoardChange>>([.. Entities(Picture())]);
    }

    /// <inheritdoc />
    public Task UnwatchedAsync()
    {
        isWatched = false;
        foreach (var key in published.Keys.Where(key => !key.StartsWith("r/", StringComparison.Ordinal)).ToList())
            published.Remove(key);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task FollowPageAsync(VisitId visit)
    {
        followed.Follow(visit);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task PublishAsync(IReadOnlyList<DayPlanEvent> events) => PublishViewsAsync(events);

    // A change after silence goes out at once; in a burst those that come meanwhile go out together, so that making views never
    // takes more than a third of the plan's time.
    private Task PublishViewsAsync(IReadOnlyList<DayPlanEvent> events)
    {
        unsent.AddRange(events);
        var rest = 2 * sendingTook - Stopwatch.GetElapsedTime(sentAt);
        if (sentAt == 0 || rest <= TimeSpan.Zero)
            return SendViewsAsync(CancellationToken.None);
        sending!.Change(rest, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private async Task SendViewsAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        DayPlanEvent[] events = [.. unsent];
        unsent.Clear();
        try
        {
            await SendViewsAsync(events);
        }
        catch
        {
            // What of it got through is not known: it goes out again with the next change.
            unsent.InsertRange(0, events);
            throw;
        }

        sentAt = Stopwatch.GetTimestamp();
        sendingTook = Stopwatch.GetElapsedTime(began, sentAt);
    }

    // Only what differs from what was last sent goes out; an entity is compared as it crosses the wire.
    private async Task SendViewsAsync(IReadOnlyList<DayPlanEvent> events)
    {
        var picture = Picture();
        var changes = new List<BoardChange>();
        var written = new List<(string Key, byte[]? Bytes)>();
        var phones = new HashSet<TechnicianId>();
        var pages = new HashSet<VisitId>();
        foreach (var entity in isWatched ? Entities(picture) : FollowedEntities(picture))
        {
            var bytes = EventCatalogue.Write(entity is RouteChanged route ? route with { Route = route.Route with { Version = 0 } } : entity is VisitChanged v ? v with { Visit = v.Visit with { Version = 0 } } : entity);
            if (published.TryGetValue(entity.Key, out var sent) && sent.AsSpan().SequenceEqual(bytes))
                continue;
            written.Add((entity.Key, bytes));
            changes.Add(entity);
            if (entity is RouteChanged changed)
                phones.Add(changed.Route.Technician);
            if (entity is VisitChanged { Visit.Promise: not null } visit)
                pages.Add(visit.Visit.Id);
        }

        foreach (var gone in published.Keys.Where(key => key.StartsWith("v/", StringComparison.Ordinal) && !picture.State.Visits.ContainsKey(new VisitId(key[2..]))))
        {
            written.Add((gone, null));
            changes.Add(new VisitLeft(new VisitId(gone[2..])));
        }

        foreach (var happened in events)
        {
            switch (happened)
            {
                case RoutesChanged change:
                    changes.Add(new SomeoneChanged(DayViews.Note(change)));
                    break;
                case ProposalAnswered answered:
                    written.Add(("p/" + answered.Proposal.Value, null));
                    changes.Add(new ProposalClosed(answered.Proposal));
                    break;
                case RouteCardShown card:
                    phones.Add(card.Technician);
                    break;
                case RouteCardAnswered card:
                    phones.Add(card.Technician);
                    break;
                case FactReported fact:
                    phones.Add(fact.Technician);
                    break;
            }
        }

        if (isWatched && changes.Count > 0)
            await GrainFactory.GetGrain<IFeedGrain>(FeedName.Day(TerritoryId, Date)).PublishAsync(changes);
        foreach (var phone in phones)
            await GrainFactory.GetGrain<ITechnicianFeedGrain>(phone.Value).TouchAsync();
        foreach (var page in pages)
            await GrainFactory.GetGrain<IPatientFeedGrain>(page.Value).TouchAsync();
        foreach (var (key, bytes) in written)
        {
            if (bytes is null)
                published.Remove(key);
            else
                published[key] = bytes;
        }

        Forget(picture);
    }

    private IEnumerable<BoardChange> Entities(DayPicture picture)
    {
        var times = picture.AllTimes();
        yield return new DayChanged(DayViews.Day(picture, times, Date, Version, searching is not null));
        foreach (var technician in picture.State.Technicians.Values)
            yield return new TechnicianChanged(DayViews.Technician(technician));
        foreach (var route in times)
        {
            yield return new RouteChanged(DayViews.Route(picture, route, Date, Version));
            yield return new RoutePathChanged(Path(picture, route));
        }

        foreach (var visit in picture.State.Visits.Values)
            yield return new VisitChanged(ViewOf(picture, visit));
        foreach (var proposal in picture.State.Proposals.Values)
            yield return new ProposalChanged(proposal);
    }

    // What phones and open pages show, where no board watches.
    private IEnumerable<BoardChange> FollowedEntities(DayPicture picture)
    {
        foreach (var route in picture.AllTimes())
            yield return new RouteChanged(DayViews.Route(picture, route, Date, Version));
        foreach (var visit in picture.State.Visits.Values.Where(visit => followed.Holds(visit.Id)))
            yield return new VisitChanged(ViewOf(picture, visit));
    }
}
