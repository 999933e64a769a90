using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Visits;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>A visit is booked at the place that was chosen; its maker may take the booking back while the visit is free, and that calls it off.</summary>
internal static class BookingRules
{
    /// <summary>Takes a visit in at the option that was chosen, or where it is best.</summary>
    /// <param name="added">How it comes into the day, if the outbox has not brought it already.</param>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static Decided Book(DayPicture picture, InsertVisit command, DayVisitAdded added, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        var before = new List<DayPlanEvent>();
        if (!picture.State.Visits.TryGetValue(command.Visit, out var known))
        {
            before.Add(added);
            picture = pictureOf(picture.State.Evolve(added));
        }
        else if (!known.IsAhead || known.WasMovedByHand || picture.State.Changes.Any(change => !change.IsUndone && change.Books == command.Visit))
        {
            return Decided.Nothing;
        }
        else if (picture.State.HolderOf(command.Visit) is { } holder)
        {
            // The outbox was quicker, and the plan has given the visit to somebody: what the dispatcher chose goes before that.
            if (command.Option is null || command.Option.Technician == holder && command.Option.Partner?.Technician == picture.PartnerOf(command.Visit)?.Technician)
                return Decided.Happened(AsBooking(new RouteEdit(picture).ToEvent(context, Inserted(picture, holder), isUndoable: false), command.Visit, context));
            var edit = new RouteEdit(picture);
            edit.TakeOff(command.Visit);
            if (known.OtherHalf is { } other)
                edit.TakeOff(other);
            var off = edit.ToEvent(context with { Id = new CommandId(context.Id.Value[..Math.Min(60, context.Id.Value.Length)] + "-off") }, Inserted(picture, holder), isUndoable: false);
            before.Add(off);
            picture = pictureOf(picture.State.Evolve(off));
        }

        var placed = InsertRules.Place(picture, command.Visit, command.Option, context);
        DayPlanEvent[] events = placed.Events.Count > 0
            ? [.. placed.Events.Select(happened => happened is RoutesChanged change ? AsBooking(change, command.Visit, context) : happened)]
            : [AsBooking(new RouteEdit(picture).ToEvent(context, new Reason("booked-unassigned", "New visit; nobody can do it as things are."), isUndoable: false), command.Visit, context)];
        return placed with { Events = [.. before, .. events] };
    }

    /// <summary>Takes a booking back: the visit is called off, and those that gave way to it go back where they are still free.</summary>
    public static Decided TakeBack(DayPicture picture, DayChange booking, VisitId booked, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        if (!picture.State.Visits.TryGetValue(booked, out var visit) || !visit.IsAhead)
            return Decided.Refused(new Reason("visit-not-free", "The visit has begun or has left the day; it stays.", Values(booked)));
        if (visit.WasMovedByHand)
            return Decided.Refused(new Reason("visit-moved-since", "The visit was moved by hand since; cancel it if it is not wanted.", Values(booked)));
        var left = new DayVisitLeft(booked, IsCancelled: true);
        var what = new Reason("undone", $"Took back: {booking.What.Text}", booking.What.Values);
        var gaveWay = booking.Before.Where(place => VisitHalves.WholeOf(place.Visit) != booked && booking.After.First(other => other.Visit == place.Visit).Technician != place.Technician).ToList();
        var back = gaveWay.Count == 0
            ? Decided.Nothing
            : MoveRules.PutBack(pictureOf(picture.State.Evolve(left)), booking, gaveWay, booking.After, context, what, booking.Id, null);
        IReadOnlyList<DayPlanEvent> events = back.Events.Count > 0
            ? [left, .. back.Events]
            : [left, new RoutesChanged(context.Id, context.Actor, picture.Now, what, [], [], [], IsUndoable: false, Undoes: booking.Id, Redoes: null)];
        return Decided.Happened(events).Remarking(back.Refusal is { } refusal ? [refusal] : back.Remarks)
            .Telling(new Outgoing(ReceiverName.Visit(booked), new TellTakenBack(context.Actor)));
    }

    /// <summary>Books again what was taken back: the visit is open again, and the plan finds its best place anew.</summary>
    public static Decided BookAgain(DayPicture picture, DayChange booking, VisitId booked, CommandContext context) =>
        Decided.Happened(new RoutesChanged(
                context.Id, context.Actor, picture.Now, new Reason("redone", $"Made again: {booking.What.Text}", booking.What.Values), [], [], [],
                IsUndoable: false, Undoes: null, Redoes: booking.Id))
            .Telling(new Outgoing(ReceiverName.Visit(booked), new TellReinstated()));

    /// <summary>The change as one that books a visit, which people may take back.</summary>
    public static RoutesChanged AsBooking(RoutesChanged change, VisitId visit, CommandContext context) =>
        change with { Books = visit, IsUndoable = context.Role is Role.Dispatcher or Role.Administrator };

    /// <summary>What is said of it.</summary>
    public static Reason Inserted(DayPicture picture, TechnicianId technician)
    {
        var name = DayReasons.Name(picture, technician);
        return new Reason("inserted", $"New visit to {name}.", new Dictionary<string, string> { ["technician"] = name });
    }

    private static Dictionary<string, string> Values(VisitId visit) => new() { ["visit"] = visit.Value };
}
