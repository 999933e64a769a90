namespace Dispatch.Planning.Days;

/// <summary>A day in which nothing that is booked may get worse: its rules are made hard as far as its plan keeps them.</summary>
/// <remarks>
/// A visit that begins within its window, or within what the patient was told, goes on to do so; a visit for two technicians begins when it
/// does; nobody works longer than the shift, or than is planned already. A technician whose route breaks a hard rule as it is gets
/// nothing more.
/// </remarks>
public sealed class FixedDay
{
    private FixedDay(Plan plan, bool[] isOpen) => (Plan, IsOpen) = (plan, isOpen);

    /// <summary>The plan as it was, of the problem with its rules made hard.</summary>
    public Plan Plan { get; }

    /// <summary>By technician: whether the route may take more.</summary>
    public IReadOnlyList<bool> IsOpen { get; }

    /// <summary>Makes the rules of a day hard.</summary>
    /// <param name="day">The day.</param>
    /// <param name="latestEnds">By technician: home by then for the rest before the next shift; <see cref="PlanVisit.None"/> without.</param>
    public static FixedDay Of(DayGaps day, IReadOnlyList<int> latestEnds)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(latestEnds);
        var (plan, problem, times) = (day.Booked, day.Booked.Problem, new RouteTimes());
        PlanTechnician[] technicians = [.. problem.Technicians];
        PlanVisit[] visits = [.. problem.Visits.Select((visit, v) => IsOff(plan, v) && IsOff(plan, problem.OtherOfTie(v)) ? visit : visit with { TiedTo = -1 })];
        foreach (var waiting in day.Waiting.Where(index => index >= 0))
        {
            visits[waiting] = visits[waiting] with { IsWindowStrict = true };
            if (problem.OtherOfTie(waiting) is >= 0 and var other)
                visits[other] = visits[other] with { IsWindowStrict = true };
        }

        var isOpen = new bool[technicians.Length];
        for (var t = 0; t < technicians.Length; t++)
        {
            var (who, route) = (technicians[t], plan.Routes[t]);
            times.Compute(problem, t, route, plan.Holds);
            isOpen[t] = times.IsPossible && !who.IsOut;
            for (var i = 0; i < route.Length && isOpen[t]; i++)
                visits[route[i]] = Fixed(visits[route[i]], times.Start[i], problem.OtherOfTie(route[i]) >= 0);
            technicians[t] = isOpen[t]
                ? who with { IsShiftStrict = true, ShiftEnd = Math.Max(who.ShiftEnd, times.HomeAt), LatestEnd = Math.Min(who.LatestEnd, Math.Max(latestEnds[t], times.HomeAt)) }
                : Closed(who, route);
        }

        // What holds a route fast may contradict its breaks, which then are taken otherwise: such a route stays as it was.
        var made = new Problem(technicians, visits, problem.Travel, problem.Weights);
        foreach (var t in Enumerable.Range(0, technicians.Length).Where(t => isOpen[t]))
        {
            times.Compute(made, t, plan.Routes[t]);
            if (times.IsPossible)
                continue;
            (isOpen[t], technicians[t]) = (false, Closed(problem.Technicians[t], plan.Routes[t]));
            foreach (var visit in plan.Routes[t])
                visits[visit] = problem.Visits[visit] with { TiedTo = -1 };
        }

        return new FixedDay(new Plan(new Problem(technicians, visits, problem.Travel, problem.Weights), plan.Routes), isOpen);
    }

    private static bool IsOff(Plan plan, int visit) => visit < 0 || plan.TechnicianOf[visit] < 0;

    private static PlanTechnician Closed(PlanTechnician who, int[] route) => who with { AllowedVisits = route.ToHashSet() };

    private static PlanVisit Fixed(PlanVisit visit, int start, bool isForTwo)
    {
        if (isForTwo)
            return visit with { Windows = [new PlanWindow(start, start, IsHard: true)], IsWindowStrict = true };
        if (visit.Windows.Count > 0 && !visit.Windows.Any(window => start >= window.Start && start <= window.End))
            return visit;
        if (visit.PromiseEnd == PlanVisit.None || start > visit.PromiseEnd)
            return visit with { IsWindowStrict = true };
        return visit with
        {
            Windows = visit.Windows.Count == 0
                ? [new PlanWindow(0, visit.PromiseEnd, IsHard: true)]
                : [.. visit.Windows.Where(window => window.Start <= visit.PromiseEnd).Select(window => window with { End = Math.Min(window.End, visit.PromiseEnd) })],
            IsWindowStrict = true,
        };
    }
}
