namespace Dispatch.Planning;

/// <summary>Times and price of one ordered route, computed along it; owns its buffers and is used again and again.</summary>
/// <remarks>
/// One pass from the first stop to the last. A technician leaves as soon as the stop before is done, but leaves the start only as
/// early as the first stop needs. The break is taken at the first gap after its earliest time, or before a stop that would carry it
/// past its latest. It is the plain definition of a plan's times; faster tests of moves are judged by it.
/// </remarks>
public sealed class RouteTimes
{
    private int[] depart = new int[16];
    private int[] arrive = new int[16];
    private int[] start = new int[16];
    private int[] end = new int[16];

    /// <summary>How many stops were timed.</summary>
    public int Count { get; private set; }

    /// <summary>When the drive to each stop begins.</summary>
    public ReadOnlySpan<int> Depart => depart.AsSpan(0, Count);

    /// <summary>When it ends.</summary>
    public ReadOnlySpan<int> Arrive => arrive.AsSpan(0, Count);

    /// <summary>When work begins.</summary>
    public ReadOnlySpan<int> Start => start.AsSpan(0, Count);

    /// <summary>When work ends.</summary>
    public ReadOnlySpan<int> End => end.AsSpan(0, Count);

    /// <summary>When the break begins; -1 if there is none.</summary>
    public int BreakStart { get; private set; }

    /// <summary>When the technician is back.</summary>
    public int HomeAt { get; private set; }

    /// <summary>Driving in all, seconds.</summary>
    public int DriveSeconds { get; private set; }

    /// <summary>Beyond the shift's end, seconds.</summary>
    public int OvertimeSeconds { get; private set; }

    /// <summary>Whether a road leads all the way and the van carries all parts.</summary>
    public bool IsPossible { get; private set; }

    /// <summary>Times a route and prices it.</summary>
    /// <returns>The route's share of the plan's score; meaningless unless <see cref="IsPossible"/>.</returns>
    public Score Compute(Problem problem, int technicianIndex, ReadOnlySpan<int> stops)
    {
        var technician = problem.Technicians[technicianIndex];
        var weights = problem.Weights;
        Reset(stops.Length);
        var score = default(Score);
        if (stops.Length == 0)
        {
            HomeAt = technician.AvailableFrom;
            return score;
        }

        var (time, place, cost) = (technician.AvailableFrom, technician.StartPlace, (long)weights.Technician);
        var pause = technician.Break;
        for (var i = 0; i < stops.Length; i++)
        {
            var visit = problem.Visits[stops[i]];
            var drive = problem.Travel[place, visit.Place];
            if (drive == TravelMatrix.NoRoad)
            {
                IsPossible = false;
                return score;
            }

            if (pause is not null && (time >= pause.Earliest || time + drive + visit.DurationSeconds > pause.Latest))
                (time, cost, pause) = TakeBreak(pause, time, cost, weights);
            var earliest = EarliestStart(visit, time + drive);
            depart[i] = i == 0 ? Math.Max(time, earliest - drive) : time;
            arrive[i] = depart[i] + drive;
            start[i] = earliest;
            end[i] = earliest + visit.DurationSeconds;
            DriveSeconds += drive;
            cost += drive + (long)(earliest - arrive[i]) * weights.WaitingTenths / 10 + (long)(depart[i] - time) * weights.IdleTenths / 10;
            score = Price(visit, technicianIndex, earliest, score, ref cost, weights);
            (time, place) = (end[i], visit.Place);
        }

        var home = problem.Travel[place, technician.EndPlace];
        if (home == TravelMatrix.NoRoad)
        {
            IsPossible = false;
            return score;
        }

        if (pause is not null && time + home > pause.Earliest)
            (time, cost, pause) = TakeBreak(pause, time, cost, weights);
        DriveSeconds += home;
        HomeAt = time + home;
        OvertimeSeconds = Math.Max(0, HomeAt - Math.Max(technician.ShiftEnd, technician.AvailableFrom));
        IsPossible = Carries(problem, technician, stops);
        return score with { Cost = score.Cost + cost + home + (long)OvertimeSeconds * weights.Overtime };
    }

    private void Reset(int count)
    {
        if (depart.Length < count)
        {
            var size = Math.Max(count, depart.Length * 2);
            (depart, arrive, start, end) = (new int[size], new int[size], new int[size], new int[size]);
        }

        (Count, BreakStart, HomeAt, DriveSeconds, OvertimeSeconds, IsPossible) = (count, -1, 0, 0, 0, true);
    }

    private (int Time, long Cost, PlanBreak? Left) TakeBreak(PlanBreak pause, int time, long cost, PlanWeights weights)
    {
        BreakStart = Math.Max(time, pause.Earliest);
        return (BreakStart + pause.Seconds, cost + (long)Math.Max(0, BreakStart - pause.Latest) * weights.BreakLate, null);
    }

    /// <summary>When work can begin for who arrives then: in the first window that is not over, not before what the patient was told or a dispatcher pinned.</summary>
    public static int EarliestStart(PlanVisit visit, int arrival)
    {
        var earliest = arrival;
        foreach (var window in visit.Windows)
        {
            if (arrival > window.End)
                continue;
            earliest = Math.Max(arrival, window.Start);
            break;
        }

        if (visit.PinnedStart != PlanVisit.None)
            return Math.Max(earliest, visit.PinnedStart);
        // Who is expected at a time waits at the door; nobody waits with a P0 or P1.
        return visit.PromiseStart != PlanVisit.None && visit.Urgency > 1 ? Math.Max(earliest, visit.PromiseStart) : earliest;
    }

    private static Score Price(PlanVisit visit, int technician, int start, Score score, ref long cost, PlanWeights weights)
    {
        if (visit.Windows.Count > 0)
        {
            var outside = int.MaxValue;
            var isHard = false;
            foreach (var window in visit.Windows)
            {
                var off = Math.Max(0, Math.Max(window.Start - start, start - window.End));
                if (off < outside)
                    (outside, isHard) = (off, window.IsHard);
            }

            cost += (long)outside * weights.Window * (isHard ? 10 : 1);
        }

        if (visit.PromiseEnd != PlanVisit.None && start > visit.PromiseEnd)
            cost += weights.PromiseBroken + (long)(start - visit.PromiseEnd) * weights.PromiseSecond;
        if (visit.PinnedStart != PlanVisit.None)
            cost += (long)Math.Abs(start - visit.PinnedStart) * weights.PromiseSecond * 10;
        if (visit.ToldTechnician >= 0 && visit.ToldTechnician != technician)
            cost += weights.OtherTechnician;
        return visit.Deadline != PlanVisit.None && start > visit.Deadline
            ? score.Late(visit.Urgency, (start - visit.Deadline + 59) / 60)
            : score;
    }

    private static bool Carries(Problem problem, PlanTechnician technician, ReadOnlySpan<int> stops)
    {
        for (var part = 0; part < technician.Stock.Count; part++)
        {
            var used = 0;
            foreach (var stop in stops)
            {
                var parts = problem.Visits[stop].Parts;
                used += part < parts.Count ? parts[part] : 0;
            }

            if (used > technician.Stock[part])
                return false;
        }

        return true;
    }
}
