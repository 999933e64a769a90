using System.Globalization;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.LearnedTimes;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Patients;
using Dispatch.Grains.Visits;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// What follows from a change of the day: who must be shown, told, called. It is written in the same append as the change itself,
/// so that no crash can part them.
/// </summary>
internal sealed class Consequences(TerritoryId territory, LocalDate date, Func<DayPlanState, DayPicture> pictureOf)
{
    private readonly List<DayPlanEvent> events = [];
    private readonly List<Outgoing> deliveries = [];

    /// <summary>The decision with all that follows.</summary>
    /// <param name="before">The state that was decided on.</param>
    /// <param name="followsAlways">Whether something may follow where nothing was decided: time has passed.</param>
    public Decision<DayPlanEvent> Of(DayPlanState before, Decision<DayPlanEvent> decided, CommandContext context, bool followsAlways)
    {
        if (decided.Refusal is not null || decided.Events.Count == 0 && !followsAlways)
            return decided;
        var after = decided.Events.Aggregate(before, (state, happened) => state.Evolve(happened));
        var picture = pictureOf(after);
        Progress(before, after, picture);
        FollowUps(decided.Events, before, after);
        Cancelled(decided.Events, before);
        Promises(decided.Events, after, picture);
        foreach (var (_, technician) in after.Technicians)
            Append(RouteCards.Of(before, after, technician, picture, context, decided.Events));
        Alarms(after, picture);
        return decided with { Events = [.. decided.Events, .. events], Deliveries = [.. decided.Deliveries, .. deliveries] };
    }

    private void Append((IReadOnlyList<DayPlanEvent> Events, IReadOnlyList<Outgoing> Deliveries) more)
    {
        events.AddRange(more.Events);
        deliveries.AddRange(more.Deliveries);
    }

    // How far each visit got, to the visit itself.
    private void Progress(DayPlanState before, DayPlanState after, DayPicture picture)
    {
        foreach (var (id, visit) in after.Visits)
        {
            var old = before.Visits.TryGetValue(id, out var known) ? known : null;
            var whole = Halves.Whole(after, visit);
            if (!visit.IsSecondHalf && (old is null ? StopState.Planned : Halves.Whole(before, old)) != whole)
            {
                deliveries.Add(new Outgoing(
                    ReceiverName.Visit(id), new TellProgress(DayViews.Status(whole), after.HolderOf(id), visit.EndedAt ?? visit.ArrivedAt ?? visit.SetOutAt ?? picture.Now, visit.Outcome)));
            }

            if (visit.IsOver && old?.Stop != visit.Stop && after.HolderOf(id) is { } technician && DayObservations.Of(picture, id, technician) is { Count: > 0 } observed)
                deliveries.Add(new Outgoing(ReceiverName.LearnedTimes(territory), new TellTimesObserved(observed)));
        }
    }

    // A visit that could not be done is wanted again: at once if it is urgent, otherwise by whoever arranges it anew.
    private void FollowUps(IReadOnlyList<DayPlanEvent> happened, DayPlanState before, DayPlanState after)
    {
        foreach (var fact in happened.OfType<FactReported>())
        {
            if (fact.Fact is not CannotDoVisit cannot || !after.Visits.TryGetValue(VisitHalves.WholeOf(cannot.Visit), out var visit) || Halves.Whole(after, visit) != StopState.CouldNotBeDone
                || before.Visits.TryGetValue(visit.Id, out var was) && Halves.Whole(before, was) == StopState.CouldNotBeDone)
                continue;
            var isUrgent = visit.Details.Urgency <= UrgencyClass.P2;
            var details = visit.Details with
            {
                Date = isUrgent ? date : null,
                Windows = [],
                DueDate = visit.Details.DueDate ?? date.PlusDays(3),
                Note = visit.Details.Note,
            };
            deliveries.Add(new Outgoing(
                ReceiverName.Visit(FollowUpOf(visit.Id)), new TellFollowUp(details, visit.TypeName, visit.PatientName, visit.Id)));
            deliveries.Add(new Outgoing(
                ReceiverName.Patient(visit.Details.Patient), new TellPatient(visit.Id, "to-be-arranged", visit.Details.Urgency, null, date)));
        }
    }

    private void Cancelled(IReadOnlyList<DayPlanEvent> happened, DayPlanState before)
    {
        foreach (var left in happened.OfType<DayVisitLeft>())
        {
            if (left.IsCancelled && before.Visits.TryGetValue(left.Visit, out var visit) && visit.Promise is not null)
                deliveries.Add(new Outgoing(ReceiverName.Patient(visit.Details.Patient), new TellPatient(left.Visit, "cancelled", visit.Details.Urgency, null, date)));
        }
    }

    private void Promises(IReadOnlyList<DayPlanEvent> happened, DayPlanState after, DayPicture picture)
    {
        foreach (var route in picture.AllTimes())
        {
            foreach (var stop in route.Stops)
            {
                var visit = after.Visits[stop.Visit];
                if (visit.IsSecondHalf)
                    continue;
                if (Halves.Whole(after, visit) == StopState.OnTheWay && Halves.HaveAllSetOut(after, visit) && visit.Promise is not { IsOnTheWay: true }
                    && happened.OfType<FactReported>().Any(fact => fact.Fact is SetOut e && VisitHalves.WholeOf(e.Visit) == stop.Visit))
                {
                    TellOnTheWay(visit, "on-the-way", stop, picture);
                }
                else if (visit is { IsAhead: true, Promise: null } && after.PublishedAt is not null)
                {
                    Tell(visit, "promised", route.Technician, stop, picture);
                }
            }
        }
    }

    /// <summary>Tells a patient when somebody comes, as an interval that likely holds, and notes it as promised.</summary>
    public void Tell(DayVisit visit, string code, TechnicianId technician, StopTime stop, DayPicture picture)
    {
        var estimate = ToldEstimate.Of(picture, technician, stop.Start);
        Tell(visit, code, estimate.Interval(picture), picture.Now, isOnTheWay: false, estimate);
    }

    /// <summary>The same, narrower, once somebody has set out.</summary>
    public void TellOnTheWay(DayVisit visit, string code, StopTime stop, DayPicture picture) =>
        Tell(visit, code, PromiseRule.Around(stop.Start, picture.Settings.OnTheWayPromiseMinutes, picture.Now), picture.Now, isOnTheWay: true, null);

    private void Tell(DayVisit visit, string code, ArrivalInterval interval, Instant now, bool isOnTheWay, ToldEstimate? estimate)
    {
        var promise = new Promise(interval.Start, interval.End, now, isOnTheWay);
        events.Add(new PromiseTold(visit.Id, promise) { Estimate = estimate });
        deliveries.Add(new Outgoing(ReceiverName.Visit(visit.Id), new TellPromised(promise)));
        deliveries.Add(new Outgoing(ReceiverName.Patient(visit.Details.Patient), new TellPatient(visit.Id, code, visit.Details.Urgency, interval, date)));
    }

    /// <summary>What has been gathered so far.</summary>
    public Decision<DayPlanEvent> Gathered() => new(events, deliveries, null, []);

    private void Alarms(DayPlanState after, DayPicture picture)
    {
        var wanted = DayAlarms.Of(after, picture);
        foreach (var standing in after.Alarms)
        {
            if (wanted.All(alarm => !standing.StartsWith(alarm.Key + ".", StringComparison.Ordinal)))
            {
                events.Add(new DayAlarmStanding(standing, false));
                deliveries.Add(new Outgoing(ReceiverName.Desk(territory), new TellAlarmOver(new AlarmId(standing), "The plan has mended it.")));
            }
        }

        foreach (var alarm in wanted)
        {
            if (after.Alarms.Any(standing => standing.StartsWith(alarm.Key + ".", StringComparison.Ordinal)))
                continue;
            var id = $"{alarm.Key}.{picture.Now.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture)}";
            events.Add(new DayAlarmStanding(id, true));
            deliveries.Add(new Outgoing(ReceiverName.Desk(territory), new TellAlarm(alarm.Raise(new AlarmId(id)))));
        }
    }

    /// <summary>The visit that this one follows up; none where its id is not that of a follow-up.</summary>
    public static VisitId? OriginOf(VisitId visit) => visit.Value.EndsWith("-f", StringComparison.Ordinal) && visit.Value.Length > 2 ? new VisitId(visit.Value[..^2]) : null;

    /// <summary>The follow-up of a visit that could not be done.</summary>
    public static VisitId FollowUpOf(VisitId visit) => new(visit.Value.Length <= 61 ? visit.Value + "-f" : visit.Value[..60] + "-ff");
}
