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

/// <summary>The day as boards, phones and pages see it.</summary>
internal sealed partial class DayPlanGrain
{
    private static readonly TimeSpan BooksLast = TimeSpan.FromSeconds(10);
    private readonly Dictionary<(GeoPoint From, GeoPoint To, int Part), string> lines = [];
    private readonly Dictionary<VisitId, (VisitDetails Of, long At, PatientProfile? Patient, IReadOnlyList<string> Devices)> books = [];

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
    public Task<IReadOnlyList<VisitView>> VisitsAsync() => Task.FromResult<IReadOnlyList<VisitView>>([.. Picture().State.Visits.Values.Select(visit => ViewOf(Picture(), visit))]);

    /// <inheritdoc />
    public async Task<VisitDetailsView?> VisitAsync(VisitId visit)
    {
        var picture = Picture();
        if (!picture.State.Visits.TryGetValue(visit, out var planned))
            return null;
        var found = ViewOf(picture, planned);
        var history = await GrainFactory.GetGrain<IVisitGrain>(VisitHalves.WholeOf(visit).Value).HistoryAsync();
        var why = found.Technician is { } holder && planned.IsAhead ? DayReasons.WhyHere(picture, visit, holder) : found.UnassignedReasons;
        return new VisitDetailsView(found, planned.Moved is { } moved ? [.. why, moved] : why, PlanReasons.Visit(picture, visit), history);
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
            asked.Add(StopAsync(visit, DayViews.Stop(picture, technician, visit, stop), picture.WorkOf(picture.State.Technicians[technician].Entry, visit), from));
            from = visit.Details.Place;
        }

        TechnicianStop[] stops = [.. (await Task.WhenAll(asked)).Select(stop => stop with { Partner = picture.PartnerOf(stop.Stop.Visit) })];

        var load = stops.Where(stop => stop.Stop.State is StopState.Planned).SelectMany(stop => stop.Parts)
            .GroupBy(part => part.Part).Select(group => new PartCount(group.Key, group.Sum(part => part.Count))).ToList();
        var messages = await GrainFactory.GetGrain<IDeskGrain>(TerritoryId.Value).TechnicianMessagesAsync(technician, DayStart, 30);
        // The last break is not told once it is over.
        var shown = day.BreakEndedAt is null || times.Breaks.Count > day.BreaksBegun.Count ? times.Break : null;
        return new TechnicianDayView(
            Version, technician, day.Entry.Name, Date, territory?.TimeZone ?? "UTC", territory?.DeskPhone ?? "", day.Duty, day.WorksFrom,
            day.Entry.ShiftEnd, shown?.Start, day.BreakEndedAt is null || shown is not null ? shown?.Minutes ?? day.Entry.BreakMinutes : 0,
            load, stops, day.Card, messages);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ChangeNote>> ChangesAsync(int count) =>
        Task.FromResult<IReadOnlyList<ChangeNote>>([.. State.Changes.Reverse().Take(Math.Clamp(count, 0, 200)).Select(change =>
            new ChangeNote(change.Id, change.At, change.Actor, change.What, [.. change.After.Select(place => place.Visit)], change is { IsUndoable: true, IsUndone: false }))]);

    /// <inheritdoc />
    public Task<bool> IsReadyAsync() => Task.FromResult(territory is not null);

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

    private VisitView ViewOf(DayPicture picture, DayVisit visit) => picture.HolderOf(visit.Id) is { } technician
        ? DayViews.Visit(picture, visit, picture.StopOf(visit.Id), technician, picture.TimesOf(technician), Version)
        : DayViews.Visit(picture, visit, null, null, null, Version);

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

    private async Task<TechnicianStop> StopAsync(DayVisit visit, StopView stop, NodaTime.Duration work, GeoPoint from)
    {
        var (patient, devices) = await BooksOfAsync(visit);
        var names = new CatalogueNames(territory);
        var type = territory?.VisitTypes.FirstOrDefault(known => known.Id == visit.Details.Type);
        return new TechnicianStop(
            stop, visit.TypeName, (int)Math.Ceiling(work.TotalMinutes), visit.Details.Urgency, visit.PatientName, patient?.Contact.Phone ?? "",
            visit.Details.Address, visit.Details.Place, patient?.AccessNotes ?? "", visit.Details.Note, devices, visit.Details.Parts,
            type?.Checklist ?? [], Line((from, visit.Details.Place, PartAt(stop.DepartAt))))
        {
            Instruments = [.. visit.Details.Instruments.Select(names.Of)],
            Brings = [.. visit.Details.Brings.Select(load => new LoadLine(names.Of(load.Space), load.Count))],
            Takes = [.. visit.Details.Takes.Select(load => new LoadLine(names.Of(load.Space), load.Count))],
        };
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
