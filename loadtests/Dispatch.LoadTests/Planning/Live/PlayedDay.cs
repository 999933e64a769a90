using System.Diagnostics;
using Dispatch.Planning;
using Dispatch.Planning.Comparison;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Repair;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>How a day's plan is kept up as things happen.</summary>
internal enum KeepingUp
{
    /// <summary>Insert and repair at once, then improve for a while within the churn budget.</summary>
    Live,

    /// <summary>All that has not begun is planned anew, for as long, as if nobody had been told anything.</summary>
    Anew,
}

/// <summary>What a played day came to.</summary>
/// <param name="Moved">Promised visits that went to another technician, counted at each event.</param>
/// <param name="Shifted">Visits whose start moved by more than 15 min, counted at each event.</param>
/// <param name="Milliseconds">What was done at once at each event, in order.</param>
internal sealed record PlayedOut(
    double DriveHours, int Unassigned, int UrgentUnassigned, double LateMinutes, int Moved, int Shifted, int Promises, int PromisesKept, double[] Milliseconds);

/// <summary>
/// Plays a live day through, event by event: what has begun is frozen where and when it was; an urgent visit comes in, one is called
/// off, one lasts longer, a patient is late, a technician drops out. Everybody has been promised an hour round the planned arrival.
/// </summary>
/// <remarks>Windows, shifts and breaks are soft once the day runs, for what is under way cannot be undone; what leaves them is counted as late.</remarks>
internal sealed class PlayedDay(LiveDay day, Plan morning, KeepingUp keeping, double secondsAnEvent)
{
    private const int PromiseSeconds = 3_600;
    private const int FreezeSeconds = 1_800;
    private const int MostMoved = 20;

    private readonly List<UrgentVisit> urgent = [.. day.Events.Select(happened => happened.Visit).OfType<UrgentVisit>()];
    private readonly List<double> milliseconds = [];
    private IReadOnlyList<int> waiting = [];
    private int moved;
    private int spent;
    private int shifted;

    /// <summary>Plays it.</summary>
    public PlayedOut Run()
    {
        var all = day.With(urgent);
        var visits = all.Visits.Select(Softened).ToArray();
        var technicians = all.Technicians.Select(technician => technician with { IsShiftStrict = false, Breaks = [.. technician.Breaks.Select(pause => pause with { IsStrict = false })] }).ToArray();
        var present = Enumerable.Range(0, day.Problem.Visits.Length).ToHashSet();
        Promise(visits, new Plan(new Problem(technicians, visits, all.Travel, all.Weights), morning.Routes));
        int[][] routes = [.. morning.Routes];
        var next = 0;
        foreach (var happened in day.Events)
        {
            switch (happened.Kind)
            {
                case "urgent":
                    present.Add(day.Problem.Visits.Length + next++);
                    break;
                case "cancel" when Array.IndexOf(day.VisitNumbers, happened.Number) is >= 0 and var gone && !IsBegun(technicians, visits, all, routes, gone, happened.At):
                    present.Remove(gone);
                    routes = [.. routes.Select(route => route.Where(visit => visit != gone).ToArray())];
                    break;
                case "overrun" when Array.IndexOf(day.VisitNumbers, happened.Number) is >= 0 and var longer:
                    visits[longer] = visits[longer] with { DurationSeconds = visits[longer].DurationSeconds + happened.ExtraSeconds };
                    break;
                case "customer-late" when Array.IndexOf(day.VisitNumbers, happened.Number) is >= 0 and var late && !IsBegun(technicians, visits, all, routes, late, happened.At):
                    visits[late] = visits[late] with { PinnedStart = Math.Max(happened.At, visits[late].Windows[0].Start) + happened.ExtraSeconds };
                    break;
                case "sick" when Array.IndexOf(day.TechnicianNumbers, happened.Number) is >= 0 and var sick:
                    technicians[sick] = technicians[sick] with { IsOut = true };
                    break;
            }

            routes = KeepUp(technicians, visits, all, present, routes, happened.At);
        }

        return Sum(new Problem(technicians, visits, all.Travel, all.Weights), routes, present);
    }

    private int[][] KeepUp(PlanTechnician[] technicians, PlanVisit[] visits, Problem all, HashSet<int> present, int[][] routes, int now)
    {
        var told = new Problem(technicians, visits, all.Travel, all.Weights);
        var begun = routes.Select((route, t) => Begun(told, t, route, now)).ToArray();
        var problem = new Problem(
            [.. technicians.Select((technician, t) => technician with { Frozen = begun[t] })],
            [.. visits.Select((visit, v) => present.Contains(v) ? visit with { ToldTechnician = Array.FindIndex(routes, route => route.Contains(v)) } : visit with { SkipCost = 0, Excluded = [.. Enumerable.Range(0, technicians.Length)] })],
            all.Travel, all.Weights);
        var since = Stopwatch.GetTimestamp();
        var before = PlanRepair.Run(problem, routes).Plan;
        var intake = VisitIntake.Run(before, before.Unassigned.Where(present.Contains), waited: waiting);
        (before, waiting) = (intake.Plan, intake.Waiting);
        milliseconds.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        Plan after;
        if (keeping == KeepingUp.Live)
        {
            var found = KeptPlan.Solve(problem, before, secondsAnEvent, 1);
            var taken = ChurnAccounting.Take(before, found, new ChurnBudget(Math.Max(0, MostMoved - spent), 0));
            (after, spent) = (taken.Plan, spent + taken.Moved);
        }
        else
        {
            var unknown = new Problem(
                problem.Technicians, [.. problem.Visits.Select(visit => visit with { ToldTechnician = -1, PromiseStart = PlanVisit.None, PromiseEnd = PlanVisit.None })], problem.Travel, problem.Weights);
            after = new Plan(problem, KeptPlan.Solve(unknown, Planner.FirstPlan(unknown), secondsAnEvent, 1).Routes);
        }

        var whole = new Plan(problem, [.. routes.Select((route, t) => (int[])[.. begun[t], .. route.Where(visit => !begun[t].Contains(visit) && present.Contains(visit))])]);
        Count(whole, after);
        return after.Routes;
    }

    private void Count(Plan before, Plan after)
    {
        foreach (var move in PlanDifference.Between(before, after))
        {
            moved += move.From >= 0 && move.From != move.To && after.Problem.Visits[move.Visit].PromiseEnd != PlanVisit.None ? 1 : 0;
            shifted += Math.Abs(move.ShiftSeconds) > 900 ? 1 : 0;
        }
    }

    // What has begun, or begins so soon that the technician is as good as on the way.
    private static int[] Begun(Problem problem, int technician, int[] route, int now)
    {
        var times = new RouteTimes();
        times.Compute(problem, technician, route);
        var count = 0;
        while (count < route.Length && times.Start[count] <= now + (problem.Technicians[technician].IsOut ? 0 : FreezeSeconds))
            count++;
        return route[..count];
    }

    private static bool IsBegun(PlanTechnician[] technicians, PlanVisit[] visits, Problem all, int[][] routes, int visit, int now)
    {
        var t = Array.FindIndex(routes, route => route.Contains(visit));
        return t >= 0 && Begun(new Problem(technicians, visits, all.Travel, all.Weights), t, routes[t], now).Contains(visit);
    }

    // An instance's window becomes a soft one with a deadline at its end: late is counted, and left out is worse.
    private static PlanVisit Softened(PlanVisit visit) => visit with { IsWindowStrict = false, Deadline = visit.Windows.Count > 0 ? visit.Windows[^1].End : PlanVisit.None };

    private static void Promise(PlanVisit[] visits, Plan plan)
    {
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            times.Compute(plan.Problem, t, plan.Routes[t]);
            for (var i = 0; i < times.Count; i++)
            {
                var start = times.Start[i] - PromiseSeconds / 3;
                visits[plan.Routes[t][i]] = visits[plan.Routes[t][i]] with { PromiseStart = start, PromiseEnd = start + PromiseSeconds };
            }
        }
    }

    private PlayedOut Sum(Problem problem, int[][] routes, HashSet<int> present)
    {
        var (drive, late, promises, kept) = (0L, 0L, 0, 0);
        var times = new RouteTimes();
        for (var t = 0; t < routes.Length; t++)
        {
            times.Compute(problem, t, routes[t]);
            drive += times.DriveSeconds;
            for (var i = 0; i < times.Count; i++)
            {
                var visit = problem.Visits[routes[t][i]];
                late += visit.Deadline == PlanVisit.None ? 0 : Math.Max(0, times.Start[i] - visit.Deadline);
                kept += visit.PromiseEnd != PlanVisit.None && times.Start[i] <= visit.PromiseEnd && times.Start[i] >= visit.PromiseStart ? 1 : 0;
            }
        }

        promises = present.Count(visit => problem.Visits[visit].PromiseEnd != PlanVisit.None);
        var open = present.Where(visit => !routes.Any(route => route.Contains(visit))).ToList();
        return new PlayedOut(
            drive / 3600.0, open.Count, open.Count(visit => problem.Visits[visit].Urgency == 0), late / 60.0, moved, shifted, promises, kept, [.. milliseconds]);
    }
}
