using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>Moves, pins, undo: what a dispatcher does by hand. Hard rules refuse, soft ones are broken and marked.</summary>
internal static class MoveRules
{
    /// <summary>Moves visits; the move pins them to whom they went, for a dispatcher's own hand is not undone by the planner.</summary>
    public static Decided Move(DayPicture picture, MoveVisits command, CommandContext context)
    {
        if (command.Visits.Count == 0)
            return Decided.Nothing;
        if (command.Technician is { } wanted && !picture.State.Technicians.ContainsKey(wanted))
            return Decided.Refused(CommandResult.NotFound("technician on this day").Refusal!);
        foreach (var visit in command.Visits)
        {
            if (Refusal(picture, visit, command.Technician) is { } refusal)
                return Decided.Refused(refusal);
        }

        if (command.Technician is { } one && command.Visits.Any(visit => picture.State.Visits[visit].OtherHalf is { } half && command.Visits.Contains(half)))
            return Decided.Refused(NeedsTwo(picture, one));
        // A visit for two is on nobody's route or on two: off one, it is off both.
        if (command.Technician is null)
            command = command with { Visits = [.. command.Visits.Concat(command.Visits.Select(visit => picture.State.Visits[visit].OtherHalf).OfType<VisitId>().Where(picture.VisitIndex.ContainsKey)).Distinct()] };
        var edit = new RouteEdit(picture);
        foreach (var visit in command.Visits)
            edit.TakeOff(visit);
        var position = command.Position;
        foreach (var visit in command.Visits)
        {
            if (command.Technician is not { } technician)
            {
                edit.Pin(visit, null, null);
                continue;
            }

            edit.Pin(visit, technician, visit == command.Visits[0] && command.StartAt is { } start ? start : picture.State.Visits[visit].PinnedStart);
            if (position is { } at)
            {
                edit.Put(visit, technician, at);
                position = at + 1;
            }
            else if (command.StartAt is { } when)
            {
                edit.Put(visit, technician, edit.AheadOf(technician).TakeWhile(other => StartOf(picture, other) is { } begins && begins < when).Count());
            }
            else if (!edit.PutBest(visit, technician))
            {
                return Decided.Refused(new Reason("no-road", "No road leads there for this technician; choose another."));
            }
        }

        var name = command.Technician is { } to ? DayReasons.Name(picture, to) : "";
        var what = command.Technician is null
            ? new Reason("unassigned-by-hand", $"Took {command.Visits.Count} off the routes.", Values(("count", $"{command.Visits.Count}")))
            : new Reason("moved-by-hand", $"Moved {command.Visits.Count} to {name}.", Values(("count", $"{command.Visits.Count}"), ("technician", name)));
        return Decided.Happened(edit.ToEvent(context, what, isUndoable: true)).Remarking(Remarks(picture, edit, command));
    }

    /// <summary>Pins or unpins.</summary>
    public static Decided Pin(DayPicture picture, PinVisit command, CommandContext context)
    {
        if (!picture.State.Visits.TryGetValue(command.Visit, out var visit))
            return Decided.Refused(CommandResult.NotFound("visit on this day").Refusal!);
        if (!visit.IsAhead)
            return Decided.Refused(new Reason("visit-under-way", "The visit has begun; there is nothing to pin."));
        if (picture.State.HolderOf(command.Visit) is not { } holder)
            return command.ToTechnician || command.ToStart || command.KeepsOrder ? Decided.Refused(new Reason("visit-unassigned", "Nobody has the visit yet; move it to someone first.")) : Decided.Nothing;
        var start = command.ToStart ? StartOf(picture, command.Visit) : null;
        var pinned = command.ToTechnician || command.KeepsOrder ? holder : (TechnicianId?)null;
        if (visit.PinnedTechnician == pinned && visit.PinnedStart == start && visit.KeepsOrder == command.KeepsOrder)
            return Decided.Nothing;
        var edit = new RouteEdit(picture);
        edit.Pin(command.Visit, pinned, start, command.KeepsOrder);
        var what = command.KeepsOrder ? new Reason("order-kept-by-hand", $"Kept {DayReasons.Name(picture, holder)}'s route in its order up to a visit.", Values(("technician", DayReasons.Name(picture, holder)))) : command.ToTechnician || command.ToStart ? new Reason("pinned-by-hand", "Pinned a visit.") : new Reason("unpinned-by-hand", "Unpinned a visit.");
        return Decided.Happened(edit.ToEvent(context, what, isUndoable: true));
    }

    /// <summary>Takes back the actor's newest change, or the one named; each visit that is still free goes back, the rest is named.</summary>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static Decided Undo(DayPicture picture, CommandId? change, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        var found = change is { } id
            ? picture.State.Changes.LastOrDefault(known => known.Id == id)
            : picture.State.Changes.LastOrDefault(known => known.Actor == context.Actor && known is { IsUndoable: true, IsUndone: false });
        if (found is null)
            return Decided.Refused(new Reason("nothing-to-undo", "There is nothing of yours to take back."));
        if (found.Actor != context.Actor)
            return Decided.Refused(new Reason("not-yours", "Somebody else made that change; ask them, or move the visit yourself."));
        if (found is { IsUndone: false, Books: { } booked })
            return BookingRules.TakeBack(picture, found, booked, context, pictureOf);
        return found.IsUndone
            ? Decided.Nothing
            : PutBack(picture, found, found.Before, found.After, context, new Reason("undone", $"Took back: {found.What.Text}", found.What.Values), found.Id, null);
    }

    /// <summary>Makes an undone change again.</summary>
    public static Decided Redo(DayPicture picture, CommandId? change, CommandContext context)
    {
        var found = change is { } id
            ? picture.State.Changes.LastOrDefault(known => known.Id == id)
            : Redoable(picture.State, context.Actor);
        if (found is null || found.Actor != context.Actor)
            return Decided.Refused(new Reason("nothing-to-redo", "There is nothing of yours to make again."));
        if (found is { IsUndone: true, Books: { } booked })
            return BookingRules.BookAgain(picture, found, booked, context);
        return found.IsUndone
            ? PutBack(picture, found, found.After, found.Before, context, new Reason("redone", $"Made again: {found.What.Text}", found.What.Values), null, found.Id)
            : Decided.Nothing;
    }

    /// <summary>The actor's change that was undone last, unless a new one was made since.</summary>
    public static DayChange? Redoable(DayPlanState state, string actor)
    {
        var own = state.Changes.Where(known => known.Actor == actor && known.IsUndoable).ToList();
        var lastLive = own.FindLastIndex(known => !known.IsUndone);
        return own.Skip(lastLive + 1).FirstOrDefault();
    }

    /// <summary>Puts each visit that is still free where it stood, and names what stands in the way of the rest.</summary>
    public static Decided PutBack(
        DayPicture picture, DayChange change, IReadOnlyList<Placement> to, IReadOnlyList<Placement> from, CommandContext context, Reason what,
        CommandId? undoes, CommandId? redoes)
    {
        var edit = new RouteEdit(picture);
        var remarks = new List<Reason>();
        foreach (var place in to.OrderBy(place => place.Position))
        {
            var left = from.First(other => other.Visit == place.Visit);
            if (!picture.State.Visits.TryGetValue(place.Visit, out var visit) || !visit.IsAhead)
                remarks.Add(new Reason("visit-not-free", "A visit has begun or has left the day; it stays.", Values(("visit", place.Visit.Value))));
            else if (picture.State.HolderOf(place.Visit) != left.Technician)
                remarks.Add(new Reason("visit-moved-since", "A visit was moved since; it stays where it is.", Values(("visit", place.Visit.Value))));
            else if (place.Technician is { } technician && Refusal(picture, place.Visit, technician) is { } refusal)
                remarks.Add(refusal);
            else
            {
                edit.TakeOff(place.Visit);
                edit.Pin(place.Visit, place.PinnedTechnician, place.PinnedStart, place.KeepsOrder);
                if (place.Technician is { } back)
                {
                    var begun = picture.State.Technicians[back].Route.Count(id => !picture.VisitIndex.ContainsKey(id));
                    edit.Put(place.Visit, back, place.Position - begun);
                }
            }
        }

        return edit.IsChanged
            ? Decided.Happened(edit.ToEvent(context, what, isUndoable: false, undoes, redoes)).Remarking(remarks)
            : Decided.Refused(remarks.FirstOrDefault() ?? new Reason("nothing-to-undo", $"Nothing of '{change.What.Text}' can be taken back any more."));
    }

    private static Reason? Refusal(DayPicture picture, VisitId id, TechnicianId? technician)
    {
        if (!picture.State.Visits.TryGetValue(id, out var visit))
            return CommandResult.NotFound("visit on this day").Refusal;
        if (visit.Stop == StopState.OnTheWay)
            return new Reason("visit-under-way", "The technician is on the way there; call first, or wait.");
        if (!visit.IsAhead)
            return new Reason("visit-under-way", "The visit has begun or is over; it cannot be moved.");
        if (!picture.VisitIndex.ContainsKey(id))
            return new Reason("being-planned", "It has just come in and is being planned; try again in a moment.");
        if (technician is { } wanted && visit.OtherHalf is { } half && picture.State.HolderOf(half) == wanted)
            return NeedsTwo(picture, wanted);
        return technician is { } who ? DayReasons.Hard(picture, id, who) : null;
    }

    private static Reason NeedsTwo(DayPicture picture, TechnicianId technician)
    {
        var name = DayReasons.Name(picture, technician);
        return new Reason("needs-two", $"The visit needs two technicians at once; {name} cannot be both of them.", Values(("technician", name)));
    }

    private static NodaTime.Instant? StartOf(DayPicture picture, VisitId visit)
    {
        if (picture.State.HolderOf(visit) is not { } holder)
            return null;
        foreach (var stop in picture.TimesOf(holder).Stops)
        {
            if (stop.Visit == visit)
                return stop.Start;
        }

        return null;
    }

    // Soft rules that the move breaks: they stay marked on the board.
    private static IEnumerable<Reason> Remarks(DayPicture picture, RouteEdit edit, MoveVisits command)
    {
        if (command.Technician is not { } technician)
            yield break;
        var plan = edit.Plan(picture.FreeProblem);
        var times = new Planning.RouteTimes();
        times.Compute(plan.Problem, picture.TechnicianIndex[technician], plan.Routes[picture.TechnicianIndex[technician]], plan.Holds);
        if (times.OvertimeSeconds > 0)
            yield return new Reason("overtime", $"{(times.OvertimeSeconds + 59) / 60} min overtime.", Values(("minutes", $"{(times.OvertimeSeconds + 59) / 60}")));
        for (var i = 0; i < times.Count; i++)
        {
            var id = picture.VisitIds[plan.Routes[picture.TechnicianIndex[technician]][i]];
            if (picture.State.Visits[id].Promise is { } promise && picture.At(times.Start[i]) > promise.End)
                yield return new Reason("promise-broken", "A promise is broken.", Values(("visit", id.Value)));
        }
    }

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
            values[name] = value;
        return values;
    }
}
