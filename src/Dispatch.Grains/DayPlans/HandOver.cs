using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// Visits whose technician can no longer have them: P0 and P1, and whatever nobody was told of, find another technician at once, all within
/// one bound on the work; what was promised waits for a person's word, as a proposal.
/// </summary>
internal static class HandOver
{
    /// <summary>What happens to them.</summary>
    /// <param name="after">The day in which they stand with somebody who cannot have them.</param>
    public static IReadOnlyList<DayPlanEvent> Of(DayPicture after, IReadOnlyList<VisitId> visits, Reason why, CommandContext context)
    {
        var (edit, state) = (new RouteEdit(after), after.State);
        var promised = visits.Where(id => Halves.IsPromised(state, state.Visits[id]) && state.Visits[id].Details.Urgency > UrgencyClass.P1).ToList();
        var free = visits.Except(promised).ToList();
        foreach (var visit in free)
        {
            edit.TakeOff(visit);
            edit.Pin(visit, null, state.Visits[visit].PinnedStart);
        }

        edit.PutAll(free);
        var events = new List<DayPlanEvent>();
        if (edit.IsChanged)
            events.Add(edit.ToEvent(context, why, isUndoable: false));
        if (promised.Count > 0)
            events.Add(new ProposalMade(Propose(after, edit, [.. promised.OrderBy(id => state.Visits[id].Details.Urgency)], why, context)));
        return events;
    }

    private static ProposalView Propose(DayPicture after, RouteEdit done, IReadOnlyList<VisitId> promised, Reason why, CommandContext context)
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

        return new ProposalView(new ProposalId(context.Id.Value[..Math.Min(60, context.Id.Value.Length)]), after.State.Visits[moves[0].Visit].Details.Date ?? default, 0, after.Now, why, moves);
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
}
