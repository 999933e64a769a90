using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Planning;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// A visit for two technicians in its day: two halves on two routes, which begin at once. What was promised, wanted and asked for
/// stands with the first half; how far the visit has got is what both have done.
/// </summary>
internal static class Halves
{
    /// <summary>The state with a visit that came in; both halves of it where it needs two.</summary>
    public static DayPlanState Added(DayPlanState state, DayVisitAdded e)
    {
        state = state.With(New(e.Visit, e.Details, e));
        return e.Details.SecondSkills is null ? state : state.With(New(VisitHalves.SecondOf(e.Visit), OfSecond(e.Details), e));
    }

    /// <summary>The state with a visit's changed details.</summary>
    public static DayPlanState Edited(DayPlanState state, DayVisitEdited e)
    {
        state = state.With(state.Visits[e.Visit] with { Details = e.Details });
        return state.Visits.TryGetValue(VisitHalves.SecondOf(e.Visit), out var second) && e.Details.SecondSkills is not null
            ? state.With(second with { Details = OfSecond(e.Details) })
            : state;
    }

    /// <summary>The other half as it stands in the day; none where one technician does it alone.</summary>
    public static DayVisit? Other(DayPlanState state, DayVisit visit) =>
        visit.OtherHalf is { } other && state.Visits.TryGetValue(other, out var half) ? half : null;

    /// <summary>
    /// How far the whole visit has got: ahead while nobody has set out, arrived when both are there, over when both halves are, and
    /// not done if either could not be.
    /// </summary>
    public static StopState Whole(DayPlanState state, DayVisit visit)
    {
        if (Other(state, visit) is not { } other)
            return visit.Stop;
        if (visit.IsOver && other.IsOver)
            return visit.Stop == StopState.CouldNotBeDone || other.Stop == StopState.CouldNotBeDone ? StopState.CouldNotBeDone : StopState.Done;
        if (visit.IsAhead && other.IsAhead)
            return StopState.Planned;
        return IsThere(visit) && IsThere(other) ? StopState.Arrived : StopState.OnTheWay;
    }

    /// <summary>Whether everybody whom the visit needs has set out.</summary>
    public static bool HaveAllSetOut(DayPlanState state, DayVisit visit) => !visit.IsAhead && Other(state, visit) is not { IsAhead: true };

    /// <summary>
    /// What the report on one half means for the other: what could not be done by one is not done by the other; what one has
    /// finished, somebody who had not even set out need not begin.
    /// </summary>
    public static DayPlanState Follow(DayPlanState state, VisitId reported, Instant at)
    {
        if (!state.Visits.TryGetValue(reported, out var visit) || !visit.IsOver || Other(state, visit) is not { IsOver: false } other)
            return state;
        if (visit.Stop == StopState.Done && !other.IsAhead)
            return state;
        state = state.With(other with { Stop = visit.Stop, EndedAt = at, Outcome = visit.Outcome });
        // Who had not set out was never there: it is on no route any more.
        return other.IsAhead && state.HolderOf(other.Id) is { } holder && state.Technicians[holder] is { } technician
            ? state.With(technician with { Route = technician.Route.Remove(other.Id), Known = technician.Known.Remove(other.Id) })
            : state;
    }

    /// <summary>A plan without the halves that stand alone, but for those that are frozen or pinned: one technician alone does such a visit no good.</summary>
    public static Plan WithoutLone(Plan plan)
    {
        var problem = plan.Problem;
        if (!problem.HasTies)
            return plan;
        bool IsLone(int t, int visit) =>
            problem.OtherOfTie(visit) is >= 0 and var other && plan.TechnicianOf[other] < 0
            && problem.Visits[visit].PinnedTechnician < 0 && !problem.Technicians[t].Frozen.Contains(visit);
        return new Plan(problem, [.. plan.Routes.Select((route, t) => route.Where(visit => !IsLone(t, visit)).ToArray())]);
    }

    /// <summary>Whether the patient was told an interval; it stands with the first half.</summary>
    public static bool IsPromised(DayPlanState state, DayVisit visit) =>
        visit.Promise is not null || visit.IsSecondHalf && Other(state, visit) is { Promise: not null };

    private static bool IsThere(DayVisit visit) => visit.IsOver || visit.Stop == StopState.Arrived;

    private static VisitDetails OfSecond(VisitDetails details) => details with { Skills = details.SecondSkills!, Parts = [], Instruments = [], Brings = [], Takes = [] };

    private static DayVisit New(VisitId id, VisitDetails details, DayVisitAdded e) => new(
        id, details, e.TypeName, e.PatientName, StopState.Planned, null, null, null, null, null, null, 0, [], null, "", false);
}
