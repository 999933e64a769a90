using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>Shows a technician at work what changed against the route that was last said OK to, and asks for an answer.</summary>
internal static class RouteCards
{
    /// <summary>The card that a change asks for, or the end of one that has become needless.</summary>
    public static (IReadOnlyList<DayPlanEvent> Events, IReadOnlyList<Outgoing> Deliveries) Of(
        DayPlanState before, DayPlanState after, TechnicianDay technician, DayPicture picture, CommandContext context, IReadOnlyList<DayPlanEvent> happened)
    {
        var id = technician.Entry.Id;
        if (technician.Duty is not (DutyState.OnDuty or DutyState.OnBreak))
            return technician is { Card: { } left, CardLevel: >= 2 } ? ([new RouteCardAnswered(id, left.Number, true, "")], CallOver(picture, technician)) : ([], []);
        // Only a change of order asks for an OK; what the technician reports changes times and nothing else.
        if (before.Technicians.TryGetValue(id, out var was) && was.Route.SequenceEqual(technician.Route) && was.Duty == technician.Duty)
            return ([], []);
        var lines = Lines(before, after, technician, picture);
        if (lines.Count == 0)
            return technician.Card is { } old ? ([new RouteCardAnswered(id, old.Number, true, "")], CallOver(picture, technician)) : ([], []);
        if (technician.Card is { } shown && shown.Lines.Select(Brief).SequenceEqual(lines.Select(Brief)))
            return ([], []);

        var why = happened.OfType<RoutesChanged>().LastOrDefault()?.What
            ?? (happened.OfType<DayVisitLeft>().Any() ? new Reason("visit-left", "A visit was called off or moved to another day.") : new Reason("route-changed", "The route changed."));
        var card = new RouteChangeCard(technician.Cards + 1, picture.Now, why, context.Actor, lines);
        var isUrgent = lines.Any(line => line.Change == "new" && after.Visits.TryGetValue(line.Visit, out var visit) && visit.Details.Urgency <= UrgencyClass.P1);
        // A call about the card before this one is idle: there is a new one to answer.
        return isUrgent
            ? ([new RouteCardShown(id, card), new RouteCardRaised(id, card.Number, 1)], [Message(technician, picture, card), .. CallOver(picture, technician)])
            : ([new RouteCardShown(id, card)], CallOver(picture, technician));
    }

    /// <summary>That the call about a technician's card is not needed any more; nothing where none was asked for.</summary>
    public static IReadOnlyList<Outgoing> CallOver(DayPicture picture, TechnicianDay technician) => technician is { Card: { } card, CardLevel: >= 2 }
        ? [new Outgoing(ReceiverName.Desk(picture.Territory), new TellCallOver(CallOf(technician, card)))]
        : [];

    /// <summary>What silence asks for: a message after two minutes, a call after five.</summary>
    public static (IReadOnlyList<DayPlanEvent> Events, IReadOnlyList<Outgoing> Deliveries) OfSilence(DayPicture picture)
    {
        var (events, deliveries) = (new List<DayPlanEvent>(), new List<Outgoing>());
        foreach (var technician in picture.State.Technicians.Values)
        {
            if (technician.Card is not { } card)
                continue;
            var silence = (picture.Now - card.ChangedAt).TotalSeconds;
            if (technician.CardLevel == 0 && silence >= picture.Settings.AnswerSeconds)
            {
                events.Add(new RouteCardRaised(technician.Entry.Id, card.Number, 1));
                deliveries.Add(Message(technician, picture, card));
            }
            else if (technician.CardLevel == 1 && silence >= picture.Settings.AnswerCallSeconds)
            {
                events.Add(new RouteCardRaised(technician.Entry.Id, card.Number, 2));
                deliveries.Add(new Outgoing(ReceiverName.Desk(picture.Territory), new TellCall(new RequestCall(
                    CallOf(technician, card),
                    new Reason("route-unanswered", $"{technician.Entry.Name} has not answered a changed route.", new Dictionary<string, string> { ["technician"] = technician.Entry.Name }),
                    UrgencyClass.P2, picture.Now, null, technician.Entry.Id, null))));
            }
        }

        return (events, deliveries);
    }

    /// <summary>The call task of a card.</summary>
    public static CallTaskId CallOf(TechnicianDay technician, RouteChangeCard card) =>
        new($"card-{technician.Entry.Id.Value[..Math.Min(24, technician.Entry.Id.Value.Length)]}-{card.Number}-{card.ChangedAt.ToUnixTimeSeconds()}");

    private static List<RouteChangeLine> Lines(DayPlanState before, DayPlanState after, TechnicianDay technician, DayPicture picture)
    {
        var now = technician.Route.Where(visit => after.Visits[visit].IsAhead).ToList();
        // What has begun or is over is no news; what is gone is, also when it left the day.
        var known = technician.Known.Where(visit => !after.Visits.TryGetValue(visit, out var state) || state.IsAhead).ToList();
        var kept = known.Where(now.Contains).ToList();
        var keptNow = now.Where(known.Contains).ToList();
        var arrivals = picture.TimesOf(technician.Entry.Id).Stops.ToDictionary(stop => stop.Visit, stop => stop.Arrive);
        var lines = new List<RouteChangeLine>();
        foreach (var visit in now)
        {
            var change = !known.Contains(visit) ? "new" : kept.IndexOf(visit) != keptNow.IndexOf(visit) ? "moved" : "kept";
            lines.Add(new RouteChangeLine(
                visit, after.Visits[visit].PatientName, change, known.Contains(visit) ? known.IndexOf(visit) : null, now.IndexOf(visit), null,
                arrivals.TryGetValue(visit, out var arrival) ? arrival : null));
        }

        foreach (var visit in known.Where(visit => !now.Contains(visit)))
        {
            var label = before.Visits.TryGetValue(visit, out var gone) ? gone.PatientName
                : technician.Card?.Lines.FirstOrDefault(line => line.Visit == visit)?.Label ?? "";
            if (label.Length > 0)
                lines.Add(new RouteChangeLine(visit, label, "gone", known.IndexOf(visit), null, null, null));
        }

        return lines.All(line => line.Change == "kept") ? [] : lines;
    }

    private static (VisitId, string, int?) Brief(RouteChangeLine line) => (line.Visit, line.Change, line.NewPosition);

    private static Outgoing Message(TechnicianDay technician, DayPicture picture, RouteChangeCard card) =>
        new(ReceiverName.Desk(picture.Territory), new TellMessage(new MessageView(
            new MessageId($"card-{technician.Entry.Id.Value[..Math.Min(24, technician.Entry.Id.Value.Length)]}-{card.Number}-{card.ChangedAt.ToUnixTimeSeconds()}"),
            MessageAudience.Technician, "route-changed", "Your route changed. Open it and say OK or can't.", "", picture.Now, null, technician.Entry.Id, null, "Dispatch")));
}
