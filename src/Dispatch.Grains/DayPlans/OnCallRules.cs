using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Journaling;
using Dispatch.Planning.Reasons;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>Outside of working time, what is urgent and cannot wait for the morning goes to who is on call, and is planned to that person.</summary>
internal static class OnCallRules
{
    /// <summary>Calls in the first on the list whom no hard rule forbids the visit, and gives it to that person.</summary>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static Decided CallIn(DayPicture picture, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        var events = new List<DayPlanEvent>();
        foreach (var visit in picture.VisitIds.Where(visit => CannotWait(picture, visit)).OrderBy(visit => picture.State.Visits[visit].Details.Urgency))
        {
            foreach (var technician in picture.Settings.OnCall.Where(picture.TechnicianIndex.ContainsKey))
            {
                var called = new TechnicianCalledIn(technician, picture.Now);
                var isCalled = picture.State.Technicians[technician].CalledInAt is not null;
                var with = isCalled ? picture : pictureOf(picture.State.Evolve(called));
                if (picture.State.Technicians[technician].Duty == DutyState.Out || DayReasons.Hard(with, visit, technician) is not null)
                    continue;
                var edit = new RouteEdit(with);
                edit.TakeOff(visit);
                if (!edit.PutBest(visit, technician))
                    continue;
                edit.Pin(visit, technician, null);
                var name = DayReasons.Name(with, technician);
                var change = edit.ToEvent(
                    context with { Id = CommandId.Fresh() }, new Reason("to-on-call", $"Urgent outside of working time: {name} is on call and has it.", new Dictionary<string, string> { ["technician"] = name }),
                    isUndoable: false);
                if (!isCalled)
                    events.Add(called);
                events.Add(change);
                picture = pictureOf(with.State.Evolve(change));
                break;
            }
        }

        return Decided.Happened(events);
    }

    // Urgent, due before anybody who may do it begins to work, and nobody at work now may do it.
    private static bool CannotWait(DayPicture picture, VisitId id)
    {
        var visit = picture.State.Visits[id];
        if (visit.Details is not { Urgency: <= UrgencyClass.P2, Deadline: { } deadline } || visit.PinnedTechnician is not null || visit.WasMovedByHand)
            return false;
        for (var t = 0; t < picture.TechnicianIds.Length; t++)
        {
            var technician = picture.State.Technicians[picture.TechnicianIds[t]];
            if (BeginsWork(technician, picture.Now) is { } from && (from <= picture.Now || from <= deadline)
                && Blocking.Of(picture.Problem, t, picture.VisitIndex[id]) == BlockingRule.None)
                return false;
        }

        return true;
    }

    // When a technician can next set out by the shift; none if that is over, or there is none.
    private static Instant? BeginsWork(TechnicianDay technician, Instant now) => technician switch
    {
        { Duty: DutyState.OnDuty or DutyState.OnBreak } => now,
        { Duty: DutyState.OffDuty, CalledInAt: not null } => now,
        { Duty: DutyState.OffDuty, Entry: { ShiftStart: { } start, ShiftEnd: { } end } } when now < end => Instant.Max(start, now),
        _ => null,
    };
}
