using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>Facts from the field are always taken; where one contradicts the plan, the conflict stands on the board.</summary>
internal static class FactRules
{
    /// <summary>Takes a fact.</summary>
    public static Decided Take(DayPicture picture, TechnicianId technician, TechnicianFact fact, CommandContext context)
    {
        var state = picture.State;
        if (!state.Technicians.ContainsKey(technician))
            return Decided.Refused(CommandResult.NotFound("technician on this day").Refusal!);
        if (Mistake(fact) is { } mistake)
            return Decided.Refused(mistake);
        fact = OfOwnHalf(state, technician, fact);
        // A fact of the future is one of now: phones' clocks differ.
        var occurred = Instant.Min(context.OccurredAt, picture.Now);
        var decided = Decided.Happened(new FactReported(technician, fact, occurred, picture.Now));
        return Conflict(picture, technician, fact) is { } conflict
            ? decided.Telling(new Outgoing(ReceiverName.Desk(picture.Territory), new TellAlarm(new RaiseAlarm(
                new AlarmId($"conflict-{context.Id.Value[..Math.Min(50, context.Id.Value.Length)]}"), "conflict", UrgencyClass.P3, conflict,
                null, null, VisitOf(fact), technician))))
            : decided;
    }

    /// <summary>Takes an answer to a changed route. "Can't" gives back what was new on it.</summary>
    public static Decided Answer(DayPicture picture, TechnicianId technician, AnswerRouteChange answer, CommandContext context)
    {
        if (!picture.State.Technicians.TryGetValue(technician, out var day))
            return Decided.Refused(CommandResult.NotFound("technician on this day").Refusal!);
        if (answer.Reason.Length > 500)
            return Decided.Refused(new Reason("text-too-long", "Shorten the reason to 500 characters."));
        if (day.Card is not { } card || card.Number != answer.Number)
            return Decided.Nothing;
        var answered = Decided.Happened(new RouteCardAnswered(technician, answer.Number, answer.IsAccepted, answer.Reason, answer.IsAccepted ? "" : RouteRefusal.Known(answer.Code))).Telling(RouteCards.CallOver(picture, day));
        if (answer.IsAccepted)
            return answered;

        var given = card.Lines.Where(line => line.Change == "new" && picture.VisitIndex.ContainsKey(line.Visit) && day.Route.Contains(line.Visit)).Select(line => line.Visit).ToList();
        var events = new List<DayPlanEvent>(answered.Events);
        events.AddRange(given.Select(visit => new VisitDeclined(visit, technician, answer.Reason)));
        var why = RefusedBecause(day.Entry.Name, answer);
        if (given.Count > 0)
        {
            var edit = new RouteEdit(picture);
            foreach (var visit in given)
            {
                edit.TakeOff(visit);
                edit.Pin(visit, null, picture.State.Visits[visit].PinnedStart);
            }

            events.Add(edit.ToEvent(context, why, isUndoable: false));
        }

        return (answered with { Events = events }).Telling(new Outgoing(ReceiverName.Desk(picture.Territory), new TellAlarm(new RaiseAlarm(
            new AlarmId($"declined-{context.Id.Value[..Math.Min(50, context.Id.Value.Length)]}"), "declined", UrgencyClass.P2, why, null, null, given.FirstOrDefault() is { Value: not null } first ? first : null, technician))));
    }

    /// <summary>Takes a technician out; P0 and P1 find another at once, promised visits are proposed, the rest is planned anew.</summary>
    public static Decided Out(DayPicture picture, MarkTechnicianOut command, CommandContext context)
    {
        if (!picture.State.Technicians.TryGetValue(command.Technician, out var technician))
            return Decided.Refused(CommandResult.NotFound("technician on this day").Refusal!);
        if (technician.Duty == DutyState.Out)
            return Decided.Nothing;
        if (command.Until is { } until && until <= picture.Now)
            return Decided.Refused(new Reason("until-past", "That time is over; say until when, or for the rest of the day."));
        var underWay = technician.Route.Where(id => picture.State.Visits[id].Stop is StopState.OnTheWay or StopState.Arrived).ToList();
        if (underWay.Count > 0 && command.VisitUnderWay is null)
            return Decided.Refused(new Reason("visit-under-way", "A visit is under way: say whether it is finished first or handed on."));
        return Decided.Happened(new TechnicianWentOut(command.Technician, command.Reason, command.Until));
    }

    // The technician's own words stand in the second of the two, since only a sentence that has a place for them can be translated.
    private static Reason RefusedBecause(string name, AnswerRouteChange answer)
    {
        var code = RouteRefusal.Known(answer.Code);
        var because = code switch
        {
            "time" => "not enough time",
            "part" => "a part is missing",
            "skill" => "not trained for it",
            "van" => "trouble with the van",
            _ => "another reason",
        };
        var words = answer.Reason.Trim();
        return words.Length == 0
            ? new Reason("declined-route", $"{name} cannot drive the changed route: {because}.", new Dictionary<string, string> { ["technician"] = name, ["why"] = code })
            : new Reason("declined-route-words", $"{name} cannot drive the changed route: {because} (“{words}”).",
                new Dictionary<string, string> { ["technician"] = name, ["why"] = code, ["words"] = words });
    }

    private static Reason? Mistake(TechnicianFact fact) => fact switch
    {
        FinishedVisit { Outcome.Length: > 500 } or CannotDoVisit { Remark.Length: > 500 } => new Reason("text-too-long", "Shorten the text to 500 characters."),
        RunsLate { Minutes: < 1 or > 240 } => new Reason("minutes-out-of-range", "Say 1 to 240 minutes."),
        _ => null,
    };

    // Who has one half of a visit for two reports on that one, by whichever id it is called.
    private static TechnicianFact OfOwnHalf(DayPlanState state, TechnicianId technician, TechnicianFact fact)
    {
        if (VisitOf(fact) is not { } id || !state.Visits.TryGetValue(id, out var visit) || visit.OtherHalf is not { } other
            || state.Technicians[technician].Route is var route && (route.Contains(id) || !route.Contains(other)))
            return fact;
        return fact switch
        {
            SetOut => new SetOut(other),
            ArrivedAtVisit => new ArrivedAtVisit(other),
            FinishedVisit e => e with { Visit = other },
            CannotDoVisit e => e with { Visit = other },
            RunsLate e => e with { Visit = other },
            _ => fact,
        };
    }

    /// <summary>The visit that a fact is about; none for duty and breaks.</summary>
    public static VisitId? VisitOf(TechnicianFact fact) => fact switch
    {
        SetOut e => e.Visit,
        ArrivedAtVisit e => e.Visit,
        FinishedVisit e => e.Visit,
        CannotDoVisit e => e.Visit,
        RunsLate e => e.Visit,
        _ => null,
    };

    private static Reason? Conflict(DayPicture picture, TechnicianId technician, TechnicianFact fact)
    {
        if (VisitOf(fact) is not { } id)
            return null;
        var name = DayReasons.Name(picture, technician);
        if (!picture.State.Visits.TryGetValue(id, out var visit))
        {
            return new Reason("late-report", $"{name} reports on a visit that is no longer on this day.", new Dictionary<string, string> { ["technician"] = name });
        }

        if (picture.State.HolderOf(id) is { } holder && holder != technician)
        {
            var other = DayReasons.Name(picture, holder);
            return new Reason("conflict", $"{name} is at a visit that {other} had; the plan follows {name}.", new Dictionary<string, string> { ["technician"] = name, ["other"] = other });
        }

        return visit.IsOver && fact is SetOut or ArrivedAtVisit
            ? new Reason("late-report", $"{name} reports on a visit that is over.", new Dictionary<string, string> { ["technician"] = name })
            : null;
    }
}
