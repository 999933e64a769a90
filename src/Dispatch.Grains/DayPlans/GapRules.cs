using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Backlog;
using Dispatch.Grains.Journaling;
using Dispatch.Planning;
using Dispatch.Planning.Days;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>Visits from the waiting list are booked together into the gaps that were proposed for them, and taken back together.</summary>
/// <param name="added">How a visit comes into the day, if the outbox has not brought it already.</param>
/// <param name="pictureOf">The day of a state, at this moment.</param>
internal sealed class GapRules(Func<GapWanted, DayVisitAdded> added, Func<DayPlanState, DayPicture> pictureOf)
{
    // So much longer than said a route may still be: the day's drive times may be those of another day of the week.
    private const int StandsSeconds = 300;

    /// <summary>Which of them find a gap.</summary>
    public IReadOnlyList<VisitId> Fitting(DayPicture picture, IReadOnlyList<GapWanted> wanted, CommandContext context)
    {
        var (free, _, at) = Free(picture, wanted, context);
        return Taken(at, free) is { } taken ? [.. free.Where((_, i) => taken.TechnicianOf[i] >= 0).Select(gap => gap.Visit)] : [];
    }

    /// <summary>Books them: one change each, so that each can be taken back alone.</summary>
    public Decided Book(DayPicture picture, IReadOnlyList<GapWanted> wanted, CommandContext context)
    {
        var (free, before, at) = Free(picture, wanted, context);
        var decided = Decided.Happened(before);
        if (Taken(at, free) is not { } taken)
            return decided;
        var (events, remarks) = (new List<DayPlanEvent>(before), new List<Reason>());
        var routes = at.TechnicianIds.ToDictionary(id => id, id => at.State.Technicians[id].Route);
        foreach (var gap in free.Where(gap => taken.Plan.TechnicianOf[at.VisitIndex[gap.Visit]] >= 0))
        {
            VisitId[] halves = at.State.Visits[gap.Visit].OtherHalf is { } other ? [gap.Visit, other] : [gap.Visit];
            var old = halves.Select(at.State.PlacementOf).ToList();
            var now = halves.Select((half, i) => Put(at, taken.Plan, routes, half, old[i])).ToList();
            var technician = now[0].Technician!.Value;
            events.Add(BookingRules.AsBooking(
                new RoutesChanged(
                    gap.Change, context.Actor, at.Now, BookingRules.Inserted(at, technician), [.. now.Select(place => new RouteNow(place.Technician!.Value, routes[place.Technician.Value]))],
                    old, now, IsUndoable: false, Undoes: null, Redoes: null),
                gap.Visit, context));
            if (technician != gap.Technician || now.Count > 1 && now[1].Technician != gap.Second?.Technician)
                remarks.Add(Elsewhere(at, gap.Visit, [.. now.Select(place => place.Technician!.Value)]));
        }

        var state = events.Skip(before.Count).Aggregate(at.State, (known, happened) => known.Evolve(happened));
        foreach (var (gap, _) in free.Zip(taken.TechnicianOf).Where(pair => pair.Second < 0))
        {
            // The gap has closed since it was asked for: the visit has its day, so it is taken in like any other.
            var placed = BookingRules.Book(pictureOf(state), new InsertVisit(gap.Visit, gap.Details, null, null), added(gap), context with { Id = gap.Change }, pictureOf);
            state = placed.Events.Aggregate(state, (known, happened) => known.Evolve(happened));
            events.AddRange(placed.Events);
            if (state.HolderOf(gap.Visit) is { } holder && holder != gap.Technician)
                remarks.Add(Elsewhere(at, gap.Visit, [holder]));
            remarks.AddRange(placed.Remarks.Select(remark => remark.About(gap.Visit)));
        }

        return Decided.Happened(events).Remarking(remarks);
    }

    /// <summary>Takes such bookings back, each that still can be.</summary>
    public Decided TakeBack(DayPicture picture, IReadOnlyList<GapWithdrawn> withdrawn, CommandContext context)
    {
        var (events, remarks, decided) = (new List<DayPlanEvent>(), new List<Reason>(), Decided.Nothing);
        for (var i = 0; i < withdrawn.Count; i++)
        {
            var (visit, id) = (withdrawn[i].Visit, withdrawn[i].Change);
            var own = context with { Id = new CommandId($"{context.Id.Value[..Math.Min(58, context.Id.Value.Length)]}-{i}") };
            var back = picture.State.Changes.LastOrDefault(change => change.Id == id) is { Books: not null }
                ? MoveRules.Undo(picture, id, own, pictureOf)
                : Decided.Refused(new Reason("booking-long-ago", "Its booking lies too far back; move or reschedule it by hand."));
            if (back.Refusal is { } refusal)
                remarks.Add(refusal.About(visit));
            if (back.Events.Count == 0)
                continue;
            events.AddRange(back.Events);
            remarks.AddRange(back.Remarks);
            decided = decided with { Deliveries = [.. decided.Deliveries, .. back.Deliveries] };
            picture = pictureOf(back.Events.Aggregate(picture.State, (known, happened) => known.Evolve(happened)));
        }

        return (decided with { Events = events }).Remarking(remarks);
    }

    // The day with all that is to be booked on no route; what has been booked already, or moved by hand since, stays.
    private (IReadOnlyList<GapWanted> Free, IReadOnlyList<DayPlanEvent> Before, DayPicture At) Free(DayPicture picture, IReadOnlyList<GapWanted> wanted, CommandContext context)
    {
        var (free, before, edit) = (new List<GapWanted>(), new List<DayPlanEvent>(), new RouteEdit(picture));
        foreach (var gap in wanted)
        {
            if (!picture.State.Visits.TryGetValue(gap.Visit, out var known))
                before.Add(added(gap));
            else if (!known.IsAhead || known.WasMovedByHand || picture.State.Changes.Any(change => !change.IsUndone && change.Books == gap.Visit))
                continue;
            edit.TakeOff(gap.Visit);
            if (known?.OtherHalf is { } half)
                edit.TakeOff(half);
            free.Add(gap);
        }

        // The outbox was quicker with some, and the plan has given them to somebody: what was proposed goes before that.
        if (edit.IsChanged)
            before.Add(edit.ToEvent(
                context with { Id = new CommandId(context.Id.Value[..Math.Min(60, context.Id.Value.Length)] + "-off") },
                new Reason("making-room", "Made room for what is booked from the waiting list."), isUndoable: false));
        return before.Count == 0 ? (free, before, picture) : (free, before, pictureOf(before.Aggregate(picture.State, (state, happened) => state.Evolve(happened))));
    }

    private static TakenGaps? Taken(DayPicture picture, IReadOnlyList<GapWanted> free)
    {
        if (free.Count == 0)
            return null;
        var day = new DayGaps(0, picture.Plan, [.. Enumerable.Range(0, picture.TechnicianIds.Length)], [.. free.Select(gap => picture.VisitIndex[gap.Visit])]);
        return GapTaking.Take(day, [.. free.Select(gap => new WantedGap(
            picture.VisitIndex[gap.Visit], Index(picture, gap.Technician), Stop(picture, gap.After), gap.MostExtraDriveMinutes * 60 + StandsSeconds)
        {
            Second = Index(picture, gap.Second?.Technician),
            SecondAfter = Stop(picture, gap.Second?.After),
        })]);
    }

    private static int Index(DayPicture picture, TechnicianId? technician) => technician is { } who && picture.TechnicianIndex.TryGetValue(who, out var index) ? index : -1;

    // A stop that has left the day is no place at all.
    private static int Stop(DayPicture picture, VisitId? stop) => stop is not { } visit ? -1 : picture.VisitIndex.TryGetValue(visit, out var index) ? index : int.MaxValue;

    // Behind the nearest stop before it that stands there already, as the plan has them in the end.
    private static Placement Put(DayPicture picture, Plan plan, Dictionary<TechnicianId, ImmutableList<VisitId>> routes, VisitId visit, Placement old)
    {
        var index = picture.VisitIndex[visit];
        var technician = picture.TechnicianIds[plan.TechnicianOf[index]];
        var route = routes[technician];
        var begun = route.TakeWhile(stop => !picture.VisitIndex.ContainsKey(stop)).Count();
        var position = plan.Routes[plan.TechnicianOf[index]].TakeWhile(stop => stop != index).Select(stop => route.IndexOf(picture.VisitIds[stop]) + 1).Append(begun).Max();
        routes[technician] = route.Insert(position, visit);
        return old with { Technician = technician, Position = position };
    }

    private static Reason Elsewhere(DayPicture picture, VisitId visit, params ReadOnlySpan<TechnicianId> technicians)
    {
        var name = string.Join(", ", technicians.ToArray().Select(technician => DayReasons.Name(picture, technician)));
        return new Reason("backlog-booked-otherwise", $"The day has moved on; {name} has it now.", new Dictionary<string, string> { ["technician"] = name }).About(visit);
    }
}
