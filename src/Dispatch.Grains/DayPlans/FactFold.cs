using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>What a fact from the field makes of the plan: the fact wins, and the route is repaired round it.</summary>
internal static class FactFold
{
    public static DayPlanState Take(DayPlanState state, FactReported reported)
    {
        if (!state.Technicians.TryGetValue(reported.Technician, out var technician))
            return state;
        var at = reported.OccurredAt;
        return reported.Fact switch
        {
            DutyStarted => state.With(technician with { Duty = DutyState.OnDuty, Known = technician.Route, Card = null }),
            DutyEnded => state.With(technician with { Duty = DutyState.Ended }),
            BreakStarted when technician.Duty != DutyState.OnBreak => state.With(technician with
            {
                Duty = DutyState.OnBreak,
                BreakStartedAt = at,
                BreakEndedAt = null,
                BreaksBegun = technician.BreaksBegun.Add(at),
            }),
            BreakEnded => state.With(technician with { Duty = DutyState.OnDuty, BreakEndedAt = at }),
            SetOut e => Stop(state, reported.Technician, e.Visit, at, visit => visit.IsOver || visit.Stop == StopState.Arrived
                ? visit
                : visit with { Stop = StopState.OnTheWay, SetOutAt = at }),
            ArrivedAtVisit e => Stop(state, reported.Technician, e.Visit, at, visit => visit.IsOver
                ? visit
                : visit with { Stop = StopState.Arrived, ArrivedAt = at, SetOutAt = visit.SetOutAt ?? at }),
            FinishedVisit e => Stop(state, reported.Technician, e.Visit, at, visit => visit with
            {
                Stop = StopState.Done,
                EndedAt = at,
                ArrivedAt = visit.ArrivedAt ?? at,
                SetOutAt = visit.SetOutAt ?? at,
                Outcome = e.Outcome,
            }),
            CannotDoVisit e => Stop(state, reported.Technician, e.Visit, at, visit => visit.Stop == StopState.Done
                ? visit
                : visit with { Stop = StopState.CouldNotBeDone, EndedAt = at, ArrivedAt = visit.ArrivedAt ?? at, SetOutAt = visit.SetOutAt ?? at, Outcome = e.Reason }),
            RunsLate e when state.Visits.TryGetValue(e.Visit, out var visit) => state.With(visit with { ExtraMinutes = visit.ExtraMinutes + e.Minutes }),
            _ => state,
        };
    }

    // What is under way or over stands before all that is ahead; a second drive that begins ends the first one's.
    private static DayPlanState Stop(DayPlanState state, TechnicianId who, VisitId id, Instant at, Func<DayVisit, DayVisit> change)
    {
        if (!state.Visits.TryGetValue(id, out var visit))
            return state;
        if (state.HolderOf(id) is { } holder && holder != who)
        {
            var other = state.Technicians[holder];
            state = state.With(other with { Route = other.Route.Remove(id), Known = other.Known.Remove(id) });
        }

        var changed = change(visit);
        state = state.With(changed);
        var technician = state.Technicians[who];
        if (changed.Stop == StopState.OnTheWay)
        {
            foreach (var otherId in technician.Route)
            {
                if (otherId != id && state.Visits[otherId] is { Stop: StopState.OnTheWay } left)
                    state = state.With(left with { Stop = StopState.Planned, SetOutAt = null });
            }
        }

        var rest = technician.Route.Remove(id);
        var begun = rest.TakeWhile(v => state.Visits[v].Stop != StopState.Planned).Count();
        var position = changed.Stop == StopState.Planned ? technician.Route.IndexOf(id) : begun;
        return Halves.Follow(state.With(technician with
        {
            Route = position < 0 ? rest.Add(id) : rest.Insert(Math.Min(position, rest.Count), id),
            Duty = technician.Duty is DutyState.OffDuty or DutyState.OnBreak && changed.Stop != StopState.Planned ? DutyState.OnDuty : technician.Duty,
        }), id, at);
    }
}
