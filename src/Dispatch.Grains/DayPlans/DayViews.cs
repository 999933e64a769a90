using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>The day as screens show it; pure.</summary>
internal static class DayViews
{
    // A promise is at risk when it is as likely as this that nobody is there by its end.
    private const int RiskPercent = 30;

    public static RouteView Route(DayPicture picture, RouteTime times, LocalDate date, long version)
    {
        var technician = picture.State.Technicians[times.Technician];
        return new RouteView(
            times.Technician, date, version, times.StartAt,
            [.. times.Stops.Select(stop => Stop(picture, times.Technician, picture.State.Visits[stop.Visit], stop))],
            times.Break?.Start, times.Break?.Minutes ?? technician.Entry.BreakMinutes, times.HomeDriveSeconds, times.HomeAt, times.OvertimeMinutes)
        { Breaks = times.Breaks, Spaces = VanSpaces.Use(picture.State, technician) };
    }

    public static StopView Stop(DayPicture picture, TechnicianId technician, DayVisit visit, StopTime stop)
    {
        var likely = visit.Stop is StopState.Planned or StopState.OnTheWay ? picture.Likely(technician, visit.Id) : null;
        return new StopView(
            stop.Visit, visit.Stop, stop.DriveSeconds, stop.DriveMetres, stop.Depart, stop.Arrive, stop.Start, stop.End, stop.IsFrozen,
            visit.PinnedTechnician is not null || visit.PinnedStart is not null || visit.KeepsOrder)
        { IsOrderKept = picture.IsOrderKept(technician, visit.Id), Likely = likely?.Interval, LatePercent = likely?.LatePercent ?? 0 };
    }

    public static VisitView Visit(DayPicture picture, DayVisit visit, StopTime? stop, TechnicianId? holder, RouteTime? route, long version)
    {
        var d = visit.Details;
        return new VisitView(
            visit.Id, version, Status(Halves.Whole(picture.State, visit)), d.Type, visit.TypeName, d.Patient, visit.PatientName, d.Place, d.Address, d.Equipment, d.Date,
            d.DueDate, d.DurationMinutes, d.Skills, d.Parts, d.Windows, d.Urgency, d.Deadline, d.Runway, holder, stop is { } seen ? picture.AllThereAt(seen) : null, stop?.End ?? visit.EndedAt,
            visit.Promise, visit.PinnedTechnician, visit.PinnedStart,
            holder is null && visit.IsAhead ? DayReasons.Unassigned(picture, visit.Id) : [],
            [.. Marks(picture, visit, stop, route)], visit.PatientIsHome, d.Note)
        { Partner = picture.PartnerOf(visit.Id), Instruments = d.Instruments, Brings = d.Brings, Takes = d.Takes, KeepsOrder = visit.KeepsOrder };
    }

    public static TechnicianView Technician(TechnicianDay technician) => new(
        technician.Entry.Id, technician.Entry.Name, Initials(technician.Entry.Name), technician.Entry.Phone, technician.Entry.Van,
        technician.Entry.Skills, technician.WorksFrom, technician.Entry.ShiftEnd, technician.Entry.StartPlace, technician.Entry.EndPlace,
        technician.Duty, technician.OutReason, technician.Card?.ChangedAt);

    public static DayView Day(DayPicture picture, IReadOnlyList<RouteTime> times, LocalDate date, long version, bool isPlanning)
    {
        var state = picture.State;
        var (kept, broken, late) = (0, 0, 0);
        foreach (var stop in times.SelectMany(route => route.Stops))
        {
            var visit = state.Visits[stop.Visit];
            if (visit.Promise is { } promise)
                _ = PromiseRule.IsBroken(promise, picture.AllThereAt(stop)) ? broken++ : kept++;
            if (!visit.IsSecondHalf && visit.Details is { Urgency: <= UrgencyClass.P1, Deadline: { } deadline } && stop.Start > deadline)
                late += (int)Math.Ceiling((stop.Start - deadline).TotalMinutes);
        }

        var score = new PlanScore(
            state.Visits.Values.Count(visit => !visit.IsSecondHalf), Unassigned(picture), late, times.Sum(route => route.Stops.Sum(stop => stop.DriveSeconds) + route.HomeDriveSeconds),
            times.Sum(route => route.OvertimeMinutes), kept, broken, state.PlannerMoved + state.PlannerBroke)
        {
            Figures = WhatIfRules.Of(Planning.Comparison.PlanFigures.Of(picture.Plan)) with { PromisesKept = kept, PromisesBroken = broken },
            Churn = new ChurnAccount(state.PlannerMoved, picture.Settings.Planning.MostVisitsMoved, state.PlannerBroke, picture.Settings.Planning.MostPromisesMoved),
        };
        var actors = state.Changes.Where(change => change.IsUndoable).Select(change => change.Actor).Distinct().ToList();
        return new DayView(
            picture.Territory, date, version, isPlanning, score,
            actors.Select(actor => (actor, Change: state.Changes.LastOrDefault(c => c.Actor == actor && c is { IsUndoable: true, IsUndone: false })))
                .Where(pair => pair.Change is not null).ToDictionary(pair => pair.actor, pair => new UndoableChange(pair.Change!.Id, pair.Change.What)),
            actors.Select(actor => (actor, Change: MoveRules.Redoable(state, actor)))
                .Where(pair => pair.Change is not null).ToDictionary(pair => pair.actor, pair => new UndoableChange(pair.Change!.Id, pair.Change.What)));
    }

    // A visit for two of which either half is open counts once.
    private static int Unassigned(DayPicture picture) => picture.Problem.HasTies
        ? picture.Plan.Unassigned.Select(visit => VisitHalves.WholeOf(picture.VisitIds[visit])).Distinct().Count()
        : picture.Plan.Unassigned.Length;

    /// <summary>A change as news.</summary>
    public static ChangeNote Note(RoutesChanged change) => new(
        change.Change, change.At, change.Actor, change.What, [.. change.After.Select(place => place.Visit).Take(50)], change.IsUndoable);

    /// <summary>Two letters for a marker, from the first and the last word of a name.</summary>
    public static string Initials(string name)
    {
        var words = name.Split((char[])[' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "?" : string.Concat(words[0].AsSpan(0, 1), words.Length > 1 ? words[^1].AsSpan(0, 1) : "").ToUpperInvariant();
    }

    /// <summary>How far a visit has got, in the words of the contract.</summary>
    public static VisitStatus Status(StopState stop) => stop switch
    {
        StopState.OnTheWay => VisitStatus.OnTheWay,
        StopState.Arrived => VisitStatus.Arrived,
        StopState.Done => VisitStatus.Done,
        StopState.CouldNotBeDone => VisitStatus.CouldNotBeDone,
        _ => VisitStatus.Scheduled,
    };

    private static IEnumerable<string> Marks(DayPicture picture, DayVisit visit, StopTime? stop, RouteTime? route)
    {
        if (stop is not { } time || visit.IsOver)
            yield break;
        if (visit.IsAhead && route is not null && DayReasons.OfHolder(picture, visit.Id, route.Technician) is not null)
            yield return "may-not-have";
        if (visit.Details.Deadline is { } deadline && time.Start > deadline)
            yield return "late";
        if (visit.Promise is { } promise)
        {
            if (PromiseRule.IsBroken(promise, picture.AllThereAt(time)))
                yield return "promise-broken";
            else if (visit.Stop != StopState.Arrived && route is not null && picture.Likely(route.Technician, visit.Id) is { LatePercent: >= RiskPercent })
                yield return "promise-at-risk";
        }

        if (visit.IsAhead && visit.Details.Windows is { Count: > 0 } windows && windows.All(window => time.Start < window.Start || time.Start > window.End))
            yield return "outside-window";
        if (visit.IsAhead && route is { OvertimeMinutes: > 0 } && route.Stops[^1].Visit == visit.Id)
            yield return "overtime";
        if (visit.WasMovedByHand)
            yield return "moved-by-hand";
    }
}
