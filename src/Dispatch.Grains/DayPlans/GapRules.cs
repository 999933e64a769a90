using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Backlog;
using Dispatch.Grains.Journaling;
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
        var changeOf = free.ToDictionary(gap => gap.Visit);
        for (var t = 0; t < at.TechnicianIds.Length; t++)
        {
            var (technician, ahead) = (at.TechnicianIds[t], taken.Plan.Routes[t]);
            var route = at.State.Technicians[technician].Route;
            for (var i = 0; i < ahead.Length; i++)
            {
                if (!changeOf.TryGetValue(at.VisitIds[ahead[i]], out var gap))
                    continue;
                var position = i == 0 ? route.TakeWhile(stop => !at.VisitIndex.ContainsKey(stop)).Count() : route.IndexOf(at.VisitIds[ahead[i - 1]]) + 1;
                var old = at.State.PlacementOf(gap.Visit);
                route = route.Insert(position, gap.Visit);
                events.Add(BookingRules.AsBooking(
                    new RoutesChanged(
                        gap.Change, context.Actor, at.Now, BookingRules.Inserted(at, technician), [new RouteNow(technician, route)],
                        [old], [old with { Technician = technician, Position = position }], IsUndoable: false, Undoes: null, Redoes: null),
                    gap.Visit, context));
                if (technician != gap.Technician)
                    remarks.Add(Elsewhere(at, gap.Visit, technician));
            }
        }

        var state = events.Skip(before.Count).Aggregate(at.State, (known, happened) => known.Evolve(happened));
        foreach (var (gap, _) in free.Zip(taken.TechnicianOf).Where(pair => pair.Second < 0))
        {
            // The gap has closed since it was asked for: the visit has its day, so it is taken in like any other.
            var placed = BookingRules.Book(pictureOf(state), new InsertVisit(gap.Visit, gap.Details, null, null), added(gap), context with { Id = gap.Change }, pictureOf);
            state = placed.Events.Aggregate(state, (known, happened) => known.Evolve(happened));
            events.AddRange(placed.Events);
            if (state.HolderOf(gap.Visit) is { } holder && holder != gap.Technician)
                remarks.Add(Elsewhere(at, gap.Visit, holder));
            remarks.AddRange(placed.Remarks.Select(remark => Of(remark, gap.Visit)));
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
                remarks.Add(Of(refusal, visit));
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
            picture.VisitIndex[gap.Visit], picture.TechnicianIndex.TryGetValue(gap.Technician, out var technician) ? technician : -1,
            gap.After is not { } after ? -1 : picture.VisitIndex.TryGetValue(after, out var stop) ? stop : int.MaxValue, gap.MostExtraDriveMinutes * 60 + StandsSeconds))]);
    }

    private static Reason Elsewhere(DayPicture picture, VisitId visit, TechnicianId technician)
    {
        var name = DayReasons.Name(picture, technician);
        return Of(new Reason("backlog-booked-otherwise", $"The day has moved on; {name} has it now.", new Dictionary<string, string> { ["technician"] = name }), visit);
    }

    private static Reason Of(Reason reason, VisitId visit) => reason with { Values = new Dictionary<string, string>(reason.Values) { ["visit"] = visit.Value } };
}
