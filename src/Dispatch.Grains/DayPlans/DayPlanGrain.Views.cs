using System.Diagnostics;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

/// <summary>The day as boards, phones and pages see it, and the pushing of what has changed.</summary>
internal sealed partial class DayPlanGrain
{
    private static readonly TimeSpan BooksLast = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, byte[]> published = [];
    private readonly Dictionary<(GeoPoint From, GeoPoint To, int Part), string> lines = [];
    private readonly Dictionary<VisitId, (VisitDetails Of, long At, PatientProfile? Patient, IReadOnlyList<string> Devices)> books = [];

    // What happened since views were last sent, when that was, and how long it took.
    private readonly List<DayPlanEvent> unsent = [];
    private IGrainTimer? sending;
    private long sentAt;
    private TimeSpan sendingTook;

    /// <inheritdoc />
    public Task<DayView> ViewAsync() => Task.FromResult(DayViews.Day(Picture(), Picture().AllTimes(), Date, Version, searching is not null));

    /// <inheritdoc />
    public Task<IReadOnlyList<RouteView>> RoutesAsync()
    {
        var picture = Picture();
        return Task.FromResult<IReadOnlyList<RouteView>>(
            [.. picture.AllTimes().Select(times => DayViews.Route(picture, times, Date, Version)).OrderBy(route => DayReasons.Name(picture, route.Technician), StringComparer.OrdinalIgnoreCase)]);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<VisitView>> VisitsAsync() => Task.FromResult<IReadOnlyList<VisitView>>([.. VisitViews(Picture())]);

    /// <inheritdoc />
    public async Task<VisitDetailsView?> VisitAsync(VisitId visit)
    {
        var picture = Picture();
        if (VisitViews(picture).FirstOrDefault(view => view.Id == visit) is not { } found)
            return null;
        var history = await GrainFactory.GetGrain<IVisitGrain>(VisitHalves.WholeOf(visit).Value).HistoryAsync();
        var why = found.Technician is { } holder && picture.State.Visits[visit].IsAhead ? DayReasons.WhyHere(picture, visit, holder) : found.UnassignedReasons;
        return new VisitDetailsView(found, picture.State.Visits[visit].Moved is { } moved ? [.. why, moved] : why, PlanReasons.Visit(picture, visit), history);
    }

    /// <inheritdoc />
    public async Task<TechnicianDayView?> TechnicianDayAsync(TechnicianId technician)
    {
        var picture = Picture();
        if (!picture.State.Technicians.TryGetValue(technician, out var day))
            return null;
        var times = picture.TimesOf(technician);
        var asked = new List<Task<TechnicianStop>>();
        var from = day.Entry.StartPlace;
        foreach (var stop in times.Stops)
        {
            var visit = picture.State.Visits[stop.Visit];
            asked.Add(StopAsync(visit, DayViews.Stop(picture, technician, visit, stop), from));
            from = visit.Details.Place;
        }

        TechnicianStop[] stops = [.. (await Task.WhenAll(asked)).Select(stop => stop with { Partner = picture.PartnerOf(stop.Stop.Visit) })];

        var load = stops.Where(stop => stop.Stop.State is StopState.Planned).SelectMany(stop => stop.Parts)
            .GroupBy(part => part.Part).Select(group => new PartCount(group.Key, group.Sum(part => part.Count))).ToList();
        var messages = await GrainFactory.GetGrain<IDeskGrain>(TerritoryId.Value).TechnicianMessagesAsync(technician, DayStart, 30);
        return new TechnicianDayView(
            Version, technician, day.Entry.Name, Date, territory?.TimeZone ?? "UTC", territory?.DeskPhone ?? "", day.Duty, day.WorksFrom,
            day.Entry.ShiftEnd, day.BreakEndedAt is null ? times.BreakStart : null, day.BreakEndedAt is null ? day.Entry.BreakMinutes : 0,
            load, stops, day.Card, messages);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ChangeNote>> ChangesAsync(int count) =>
        Task.FromResult<IReadOnlyList<ChangeNote>>([.. State.Changes.Reverse().Take(Math.Clamp(count, 0, 200)).Select(change =>
            new ChangeNote(change.Id, change.At, change.Actor, change.What, [.. change.After.Select(place => place.Visit)], change is { IsUndoable: true, IsUndone: false }))]);

    /// <inheritdoc />
    public Task<bool> IsReadyAsync() => Task.FromResult(territory is not null);

    /// <inheritdoc />
    public Task<IReadOnlyList<BoardChange>> EntitiesAsync() => Task.FromResult<IReadOnlyList<BoardChange>>([.. Entities(Picture())]);

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
        var present = new HashSet<string>();
        var written = new List<(string Key, byte[]? Bytes)>();
        var phones = new HashSet<TechnicianId>();
        var pages = new HashSet<VisitId>();
        foreach (var entity in Entities(picture))
        {
            present.Add(entity.Key);
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

        foreach (var gone in published.Keys.Where(key => key.StartsWith("v/", StringComparison.Ordinal) && !present.Contains(key)))
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

        if (changes.Count > 0)
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

    // Lines of drives that no route has any more are let go once they are many.
    private void Forget(DayPicture picture)
    {
        if (lines.Count < 8 * (picture.State.Visits.Count + picture.State.Technicians.Count) + 100)
            return;
        var kept = picture.AllTimes().SelectMany(route => Drives(picture, route)).Where(lines.ContainsKey).Distinct().Select(drive => (drive, lines[drive])).ToList();
        lines.Clear();
        foreach (var (drive, line) in kept)
            lines[drive] = line;
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

        foreach (var visit in VisitViews(picture))
            yield return new VisitChanged(visit);
        foreach (var proposal in picture.State.Proposals.Values)
            yield return new ProposalChanged(proposal);
    }

    private IEnumerable<VisitView> VisitViews(DayPicture picture)
    {
        var stops = picture.AllTimes().SelectMany(route => route.Stops.Select(stop => (stop, route))).ToDictionary(pair => pair.stop.Visit);
        foreach (var visit in picture.State.Visits.Values)
        {
            yield return stops.TryGetValue(visit.Id, out var pair)
                ? DayViews.Visit(picture, visit, pair.stop, pair.route.Technician, pair.route, Version)
                : DayViews.Visit(picture, visit, null, null, null, Version);
        }
    }

    private RoutePathView Path(DayPicture picture, RouteTime route) =>
        new(route.Technician, Date, 0, [.. Drives(picture, route).Select(Line)]);

    // The way of each drive is that of the part of the day in which it begins.
    private IEnumerable<(GeoPoint From, GeoPoint To, int Part)> Drives(DayPicture picture, RouteTime route)
    {
        var entry = picture.State.Technicians[route.Technician].Entry;
        GeoPoint[] places = [entry.StartPlace, .. route.Stops.Select(stop => picture.State.Visits[stop.Visit].Details.Place), entry.EndPlace];
        return route.Stops.Count == 0 ? [] : places.Zip(places.Skip(1), route.Stops.Select(stop => PartAt(stop.Depart)).Append(PartAt(route.Stops[^1].End)));
    }

    private string Line((GeoPoint From, GeoPoint To, int Part) drive)
    {
        if (!lines.TryGetValue(drive, out var line))
            lines[drive] = line = EncodedPolyline.Encode(roads.Path(drive.From, drive.To, drive.Part));
        return line;
    }

    private int PartAt(NodaTime.Instant departure) => table.PartAt((int)(departure - DayStart).TotalSeconds);

    private async Task<TechnicianStop> StopAsync(DayVisit visit, StopView stop, GeoPoint from)
    {
        var (patient, devices) = await BooksOfAsync(visit);
        var type = territory?.VisitTypes.FirstOrDefault(known => known.Id == visit.Details.Type);
        return new TechnicianStop(
            stop, visit.TypeName, visit.Details.DurationMinutes, visit.Details.Urgency, visit.PatientName, patient?.Contact.Phone ?? "",
            visit.Details.Address, visit.Details.Place, patient?.AccessNotes ?? "", visit.Details.Note, devices, visit.Details.Parts,
            type?.Checklist ?? [], Line((from, visit.Details.Place, PartAt(stop.DepartAt))));
    }

    // What the books say of a patient is asked again after some seconds: a phone's route changes by the minute, and they do not.
    private async Task<(PatientProfile? Patient, IReadOnlyList<string> Devices)> BooksOfAsync(DayVisit visit)
    {
        if (books.TryGetValue(visit.Id, out var read) && ReferenceEquals(read.Of, visit.Details) && Stopwatch.GetElapsedTime(read.At) < BooksLast)
            return (read.Patient, read.Devices);
        var patient = await GrainFactory.GetGrain<IPatientGrain>(visit.Details.Patient.Value).ProfileAsync();
        var devices = new List<string>();
        foreach (var id in visit.Details.Equipment)
        {
            if (await GrainFactory.GetGrain<IEquipmentGrain>(id.Value).ProfileAsync() is { } device)
                devices.Add($"{device.Model} · {device.Serial}");
        }

        books[visit.Id] = (visit.Details, Stopwatch.GetTimestamp(), patient, devices);
        return (patient, devices);
    }
}
