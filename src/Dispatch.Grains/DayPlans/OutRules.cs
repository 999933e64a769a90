using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Journaling;
using Dispatch.Planning;

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
        var edit = new RouteEdit(after);
        var ahead = edit.AheadOf(command.Technician).ToList();
        // P0 and P1, and whatever nobody was told of, find another technician at once; what was promised waits for a person's word.
        var promised = new List<VisitId>();
        foreach (var visit in ahead.OrderBy(id => state.Visits[id].Details.Urgency))
        {
            if (Halves.IsPromised(state, state.Visits[visit]) && state.Visits[visit].Details.Urgency > UrgencyClass.P1 && command.Until is null)
            {
                promised.Add(visit);
                continue;
            }

            if (command.Until is not null && state.Visits[visit].Details.Urgency > UrgencyClass.P1)
                continue;
            edit.TakeOff(visit);
            edit.Pin(visit, null, state.Visits[visit].PinnedStart);
            edit.PutBest(visit);
        }

        var events = new List<DayPlanEvent>(decided.Events);
        if (handedOn)
            events.AddRange(HandedOnEvents(picture.State, command.Technician, picture.Now));
        if (edit.IsChanged)
            events.Add(edit.ToEvent(context, why, isUndoable: false));
        if (promised.Count > 0 && Propose(after, edit, promised, why, context) is { } proposal)
            events.Add(new ProposalMade(proposal));
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

    private static ProposalView? Propose(DayPicture after, RouteEdit done, IReadOnlyList<VisitId> promised, Reason why, CommandContext context)
    {
        // On a copy of what is done at once, each promised visit where it costs least now.
        var edit = new RouteEdit(after);
        edit.Take(done.Plan(after.FreeProblem));
        var moves = new List<ProposedMove>();
        foreach (var visit in promised)
        {
            var from = after.State.HolderOf(visit);
            edit.TakeOff(visit);
            edit.Pin(visit, null, after.State.Visits[visit].PinnedStart);
            edit.PutBest(visit);
            moves.Add(Describe(after, edit, visit, from, why));
        }

        return moves.Count == 0
            ? null
            : new ProposalView(new ProposalId(context.Id.Value[..Math.Min(60, context.Id.Value.Length)]), after.State.Visits[moves[0].Visit].Details.Date ?? default, 0, after.Now, why, moves);
    }

    private static ProposedMove Describe(DayPicture picture, RouteEdit edit, VisitId visit, TechnicianId? from, Reason why)
    {
        var plan = edit.Plan(picture.FreeProblem);
        var index = picture.VisitIndex[visit];
        var t = plan.TechnicianOf[index];
        var times = new RouteTimes();
        NodaTime.Instant? arrival = null;
        if (t >= 0)
        {
            times.Compute(plan.Problem, t, plan.Routes[t], plan.Holds);
            arrival = picture.At(times.Arrive[Array.IndexOf(plan.Routes[t], index)]);
        }

        var promise = picture.State.Visits[visit].Promise;
        return new ProposedMove(
            visit, from, t >= 0 ? picture.TechnicianIds[t] : null, promise?.Start, arrival,
            promise is not null && (arrival is null || arrival > promise.End), why);
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
