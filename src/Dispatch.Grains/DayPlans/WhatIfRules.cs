using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using Dispatch.Planning.Comparison;
using Dispatch.Planning.Repair;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

using Figures = Planning.Comparison.PlanFigures;

/// <summary>Lays the plan as it is and the plan as it would be side by side; on paper, nothing of it is kept.</summary>
internal static class WhatIfRules
{
    private const int ShiftedFromMinutes = 15;
    private const int LongestExtraMinutes = 480;
    private const long ImproveIterations = 400;

    /// <summary>Compares.</summary>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static PlanComparison Compare(DayPicture picture, WhatIf question, Func<DayPlanState, DayPicture> pictureOf, CommandContext context, long version)
    {
        var before = Of(Figures.Of(picture.Plan));
        PlanComparison Refused(Reason reason) => new(version, before, before, [], [], reason);
        if (Mistake(picture.State, question) is { } mistake)
            return Refused(mistake);

        var state = With(picture, question);
        var after = pictureOf(state);
        var plan = PlanRepair.Run(after.Problem, Routes(picture, after), DayLimits.Of(picture.Settings)).Plan;
        foreach (var move in question.Moves ?? [])
        {
            // Each move is decided on the day as the ones before it have left it.
            state = Take(state, after, plan);
            after = pictureOf(state);
            var decided = MoveRules.Move(after, move, context);
            if (decided.Refusal is { } refusal)
                return Refused(refusal);
            state = decided.Events.Aggregate(state, (s, e) => s.Evolve(e));
            after = pictureOf(state);
            plan = after.Plan;
        }

        if (question.Improve)
            plan = Planner.Improve(plan, new PlannerOptions { Iterations = ImproveIterations });
        return Side(picture, after, plan, before, version);
    }

    private static DayPlanState With(DayPicture picture, WhatIf question)
    {
        var state = picture.State;
        foreach (var id in question.Out ?? [])
            state = state.With(state.Technicians[id] with { Duty = DutyState.Out });
        foreach (var longer in question.Longer ?? [])
            state = state.With(state.Visits[longer.Visit] with { ExtraMinutes = state.Visits[longer.Visit].ExtraMinutes + longer.ExtraMinutes });
        foreach (var missing in question.Missing ?? [])
            state = PartRules.Missing(picture, missing) is { } happened ? state.Evolve(happened) : state;
        return state;
    }

    private static Reason? Mistake(DayPlanState state, WhatIf question)
    {
        var technicians = (question.Out ?? []).Concat((question.Missing ?? []).Select(missing => missing.Technician));
        if (technicians.Any(id => !state.Technicians.ContainsKey(id)))
            return CommandResult.NotFound("technician on this day").Refusal;
        if ((question.Longer ?? []).Any(longer => !state.Visits.ContainsKey(longer.Visit)))
            return CommandResult.NotFound("visit on this day").Refusal;
        if ((question.Longer ?? []).Any(longer => longer.ExtraMinutes is < 1 or > LongestExtraMinutes))
            return new Reason("minutes-out-of-range", "Say 1 to 480 minutes.");
        return (question.Missing ?? []).Select(missing => PartRules.Mistake(missing)).FirstOrDefault(reason => reason is not null);
    }

    private static IReadOnlyList<IReadOnlyList<int>> Routes(DayPicture before, DayPicture after) =>
        [.. after.TechnicianIds.Select(id => (IReadOnlyList<int>)[.. before.Plan.Routes[before.TechnicianIndex[id]].Select(visit => after.VisitIndex[before.VisitIds[visit]])])];

    private static DayPlanState Take(DayPlanState state, DayPicture picture, Plan plan)
    {
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var technician = state.Technicians[picture.TechnicianIds[t]];
            var begun = technician.Route.Where(id => !picture.VisitIndex.ContainsKey(id));
            state = state.With(technician with { Route = [.. begun, .. plan.Routes[t].Select(visit => picture.VisitIds[visit])] });
        }

        return state;
    }

    private static PlanComparison Side(DayPicture before, DayPicture after, Plan plan, Contracts.DayPlans.PlanFigures old, long version)
    {
        var was = Arrivals(before, before.Plan);
        var becomes = Arrivals(after, plan);
        var visits = new List<(double Shift, AffectedVisit Visit)>();
        foreach (var id in before.VisitIds)
        {
            var (oldTechnician, oldArrival) = was.GetValueOrDefault(id);
            var (newTechnician, newArrival) = becomes.GetValueOrDefault(id);
            var shift = oldArrival is { } from && newArrival is { } to ? Math.Abs((to - from).TotalMinutes) : double.MaxValue;
            if (oldTechnician == newTechnician && (oldArrival is null || shift < ShiftedFromMinutes))
                continue;
            var promise = before.State.Visits[id].Promise;
            var breaks = promise is not null && (newArrival is null || newArrival > promise.End) && oldArrival <= promise.End;
            visits.Add((shift, new AffectedVisit(id, before.State.Visits[id].PatientName, oldTechnician, newTechnician, oldArrival, newArrival, breaks)));
        }

        var technicians = before.TechnicianIds.Select(id => Technician(before, after, plan, id)).OfType<AffectedTechnician>().ToList();
        return new PlanComparison(
            version, old, Of(Figures.Of(plan)),
            [.. visits.OrderByDescending(v => v.Visit.BreaksPromise).ThenByDescending(v => v.Shift).Select(v => v.Visit)], technicians, null);
    }

    private static AffectedTechnician? Technician(DayPicture before, DayPicture after, Plan plan, TechnicianId id)
    {
        var (t, u) = (before.TechnicianIndex[id], after.TechnicianIndex[id]);
        if (before.Plan.Routes[t].Select(v => before.VisitIds[v]).SequenceEqual(plan.Routes[u].Select(v => after.VisitIds[v])))
            return null;
        var (old, now) = (new RouteTimes(), new RouteTimes());
        old.Compute(before.Problem, t, before.Plan.Routes[t], before.Plan.Holds);
        now.Compute(after.Problem, u, plan.Routes[u], plan.Holds);
        return new AffectedTechnician(
            id, DayReasons.Name(before, id), now.DriveSeconds - old.DriveSeconds, (now.OvertimeSeconds - old.OvertimeSeconds) / 60,
            plan.Routes[u].Length - before.Plan.Routes[t].Length);
    }

    private static Dictionary<VisitId, (TechnicianId? Technician, Instant? Arrival)> Arrivals(DayPicture picture, Plan plan)
    {
        var arrivals = new Dictionary<VisitId, (TechnicianId?, Instant?)>();
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(picture.Problem, t, plan.Routes[t], plan.Holds);
            for (var i = 0; i < plan.Routes[t].Length; i++)
                arrivals[picture.VisitIds[plan.Routes[t][i]]] = (picture.TechnicianIds[t], picture.At(times.Arrive[i]));
        }

        return arrivals;
    }

    /// <summary>The planner's figures in the words of the contract.</summary>
    public static Contracts.DayPlans.PlanFigures Of(Figures figures) => new(
        figures.DriveSeconds, (figures.OvertimeSeconds + 59) / 60,
        [.. Enumerable.Range(0, 5).Select(figures.Score.Unassigned)], [.. Enumerable.Range(0, 5).Select(figures.Score.LateMinutes)],
        figures.Promises - figures.PromisesBroken, figures.PromisesBroken, figures.Score.Cost, PlanReasons.Named(rule => figures.Costs[(int)rule]));
}
