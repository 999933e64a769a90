using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>A technician drops out: what is urgent is planned at once, what was promised is proposed, the rest follows.</summary>
internal static class OutRules
{
    /// <summary>Takes the technician out.</summary>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static Decided Out(DayPicture picture, MarkTechnicianOut command, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        var decided = FactRules.Out(picture, command, context);
        if (decided.Events.Count == 0)
            return decided;
        var name = DayReasons.Name(picture, command.Technician);
        var why = new Reason("technician-out", $"{name} is out.", new Dictionary<string, string> { ["technician"] = name });
        var state = decided.Events.Aggregate(picture.State, (s, e) => s.Evolve(e));
        var handedOn = command.VisitUnderWay == VisitUnderWay.HandedOn;
        if (handedOn)
            state = HandOn(state, command.Technician);
        var after = pictureOf(state);
        // Who is back later keeps what is not urgent.
        var ahead = new RouteEdit(after).AheadOf(command.Technician).Where(visit => command.Until is null || state.Visits[visit].Details.Urgency <= UrgencyClass.P1);
        var events = new List<DayPlanEvent>(decided.Events);
        if (handedOn)
            events.AddRange(HandedOnEvents(picture.State, command.Technician, picture.Now));
        events.AddRange(HandOver.Of(after, [.. ahead], why, context));
        return decided with { Events = events };
    }

    /// <summary>Accepts a proposal, whole or in part, or rejects it; what has changed since is named and stays.</summary>
    public static Decided Answer(DayPicture picture, AnswerProposal command, CommandContext context)
    {
        if (!picture.State.Proposals.TryGetValue(command.Proposal, out var proposal))
            return Decided.Refused(new Reason("proposal-gone", "That proposal was answered or has lapsed."));
        var events = new List<DayPlanEvent> { new ProposalAnswered(command.Proposal, command.IsAccepted) };
        if (!command.IsAccepted)
            return Decided.Happened(events);
        var edit = new RouteEdit(picture);
        var remarks = new List<Reason>();
        foreach (var move in proposal.Moves.Where(move => command.Visits is null || command.Visits.Contains(move.Visit)))
        {
            if (!picture.VisitIndex.ContainsKey(move.Visit) || picture.State.HolderOf(move.Visit) != move.From)
            {
                remarks.Add(new Reason("visit-moved-since", "A visit was moved since; it stays where it is.", new Dictionary<string, string> { ["visit"] = move.Visit.Value }));
                continue;
            }

            edit.TakeOff(move.Visit);
            edit.Pin(move.Visit, null, null);
            if (move.To is { } to && DayReasons.Hard(picture, move.Visit, to) is null && edit.PutBest(move.Visit, to))
                continue;
            edit.PutBest(move.Visit);
        }

        if (edit.IsChanged)
            events.Add(edit.ToEvent(context, proposal.Why, isUndoable: true));
        return Decided.Happened(events).Remarking(remarks);
    }

    private static DayPlanState HandOn(DayPlanState state, TechnicianId technician)
    {
        foreach (var id in state.Technicians[technician].Route)
        {
            if (state.Visits[id] is { Stop: StopState.OnTheWay or StopState.Arrived } visit)
                state = state.With(visit with { Stop = StopState.Planned, SetOutAt = null, ArrivedAt = null });
        }

        return state;
    }

    private static IEnumerable<DayPlanEvent> HandedOnEvents(DayPlanState state, TechnicianId technician, NodaTime.Instant now) =>
        state.Technicians[technician].Route
            .Where(id => state.Visits[id].Stop is StopState.OnTheWay or StopState.Arrived)
            .Select(id => new VisitHandedOn(id, technician, now));
}
