namespace Dispatch.Planning.Reasons;

/// <summary>A rule that has a price.</summary>
public enum PricedRule
{
    /// <summary>Driving, and distance where it counts.</summary>
    Driving,

    /// <summary>Waiting at a door.</summary>
    Waiting,

    /// <summary>Setting out later than could be.</summary>
    Idle,

    /// <summary>Beyond the shift's end.</summary>
    Overtime,

    /// <summary>Outside the wanted times.</summary>
    Window,

    /// <summary>After the end of what a patient was told.</summary>
    Promise,

    /// <summary>Off the start that a dispatcher pinned.</summary>
    PinnedStart,

    /// <summary>With another technician than people were told.</summary>
    OtherTechnician,

    /// <summary>A break that begins too late.</summary>
    Break,

    /// <summary>A technician who is sent out at all.</summary>
    Technician,

    /// <summary>Working time.</summary>
    Work,

    /// <summary>More work than others have, as a share of the shift.</summary>
    Balance,

    /// <summary>With a technician whom the patient does not prefer.</summary>
    Preference,

    /// <summary>With a technician who does not know the patient, where others do.</summary>
    Continuity,

    /// <summary>On a day that is not the best one for it.</summary>
    Day,

    /// <summary>Outside the technician's home area.</summary>
    Area,
}

/// <summary>What each rule costs on one route: the parts of its <see cref="Score.Cost"/>, which they sum up to.</summary>
public sealed class RuleCosts
{
    /// <summary>How many rules there are.</summary>
    public const int RuleCount = (int)PricedRule.Area + 1;

    private readonly long[] route = new long[RuleCount];
    private readonly long[][] stops;

    /// <summary>Prices a route as <see cref="RouteTimes"/> times it.</summary>
    /// <param name="holds">Those of the plan, where visits are tied.</param>
    public RuleCosts(Problem problem, int technician, ReadOnlySpan<int> visits, ReadOnlySpan<int> holds = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        stops = new long[visits.Length][];
        if (visits.Length == 0)
            return;
        var times = new RouteTimes();
        times.Compute(problem, technician, visits, holds);
        var (who, w) = (problem.Technicians[technician], problem.Weights);
        var place = who.StartPlace;
        for (var i = 0; i < visits.Length; i++)
        {
            var visit = problem.VisitOn(technician, visits[i]);
            stops[i] = new long[RuleCount];
            Stop(stops[i], problem, technician, visit, times, i, place);
            stops[i][(int)PricedRule.Preference] = HolderPrices.Preference(problem, technician, visits[i]);
            stops[i][(int)PricedRule.Continuity] = HolderPrices.Continuity(problem, technician, visits[i]);
            stops[i][(int)PricedRule.Area] = HolderPrices.Area(problem, technician, visits[i]);
            stops[i][(int)PricedRule.Day] = HolderPrices.Day(problem, technician, visits[i]);
            for (var rule = 0; rule < RuleCount; rule++)
                route[rule] += stops[i][rule];
            place = visit.Place;
        }

        route[(int)PricedRule.Driving] += Drive(problem, technician, place, who.EndPlace, times.HomeDriveSeconds);
        route[(int)PricedRule.Overtime] += (long)times.OvertimeSeconds * w.Overtime;
        route[(int)PricedRule.Technician] += w.Technician + (long)who.FixedCost;
        route[(int)PricedRule.Work] += (long)times.WorkSeconds * w.WorkSecond;
        route[(int)PricedRule.Balance] += WorkBalance.Cost(w, who, times.LoadSeconds);
        for (var b = 0; b < who.Breaks.Count; b++)
        {
            if (!who.Breaks[b].IsStrict && times.BreakStarts[b] >= 0)
                route[(int)PricedRule.Break] += (long)Math.Max(0, times.BreakStarts[b] - who.Breaks[b].Latest) * w.BreakLate;
        }
    }

    /// <summary>What a rule costs on the whole route.</summary>
    public long this[PricedRule rule] => route[(int)rule];

    /// <summary>What a rule costs at one stop; the drive is the one to it.</summary>
    public long AtStop(int index, PricedRule rule) => stops[index][(int)rule];

    /// <summary>All together.</summary>
    public long Sum => route.Sum();

    private static void Stop(long[] costs, Problem problem, int technician, PlanVisit visit, RouteTimes times, int i, int from)
    {
        var (w, start) = (problem.Weights, times.Start[i]);
        costs[(int)PricedRule.Driving] = Drive(problem, technician, from, visit.Place, times.Drive[i]);
        costs[(int)PricedRule.Waiting] = (long)(start - times.Arrive[i]) * w.WaitingTenths / 10;
        if (i == 0)
            costs[(int)PricedRule.Idle] = (long)(times.Depart[i] - Free(problem.Technicians[technician], times)) * w.IdleTenths / 10;
        if (visit.Windows.Count > 0)
        {
            var (outside, isHard) = (int.MaxValue, false);
            foreach (var window in visit.Windows)
            {
                var off = Math.Max(0, Math.Max(window.Start - start, start - window.End));
                if (off < outside)
                    (outside, isHard) = (off, window.IsHard);
            }

            costs[(int)PricedRule.Window] = WindowPrice.Of(w, outside, isHard);
        }

        if (visit.PromiseEnd != PlanVisit.None && start > visit.PromiseEnd)
            costs[(int)PricedRule.Promise] = w.PromiseBroken + (long)(start - visit.PromiseEnd) * w.PromiseSecond;
        if (visit.PinnedStart != PlanVisit.None)
            costs[(int)PricedRule.PinnedStart] = (long)Math.Abs(start - visit.PinnedStart) * w.PromiseSecond * 10;
        if (visit.ToldTechnician >= 0 && visit.ToldTechnician != technician)
            costs[(int)PricedRule.OtherTechnician] = w.OtherTechnician;
    }

    // Since when who sets out to the first stop could have: the breaks before it are over.
    private static int Free(PlanTechnician technician, RouteTimes times)
    {
        var free = technician.AvailableFrom;
        for (var b = 0; b < technician.Breaks.Count; b++)
        {
            if (times.BreaksBefore[b] == 0 && !technician.Breaks[b].IsStrict)
                free = times.BreakStarts[b] + technician.Breaks[b].Seconds;
        }

        return free;
    }

    private static long Drive(Problem problem, int technician, int from, int to, int seconds)
    {
        var travel = problem.TravelOf(technician);
        return travel[from, to] == TravelMatrix.NoRoad
            ? 0
            : (long)(travel.DependsOnDeparture ? seconds : travel[from, to]) * problem.Weights.DriveSecond + (long)travel.Distance(from, to) * problem.Weights.Distance;
    }
}
