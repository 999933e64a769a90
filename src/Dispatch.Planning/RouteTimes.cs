namespace Dispatch.Planning;

/// <summary>Times and price of one ordered route, computed along it; owns its buffers and is used again and again.</summary>
/// <remarks>
/// One pass from the first stop to the last. A technician leaves as soon as the stop before is done, but leaves the start only as
/// early as the first stop needs. The break is taken at the first gap after its earliest time, or before a stop that would carry it
/// past its latest; a strict one where it serves best. A drive takes what it takes at the time one leaves. It is the plain definition of a plan's times; faster tests of moves are judged by it.
/// </remarks>
public sealed class RouteTimes
{
    private int[] depart = new int[16];
    private int[] arrive = new int[16];
    private int[] start = new int[16];
    private int[] end = new int[16];
    private int[] drives = new int[16];
    private bool isBreakOver;
    private bool paysForTimes;

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

    /// <summary>How long the drive to each stop takes, seconds.</summary>
    public ReadOnlySpan<int> Drive => drives.AsSpan(0, Count);

    /// <summary>How long the drive from the last stop to the end takes, seconds.</summary>
    public int HomeDriveSeconds { get; private set; }

    /// <summary>When the break begins; -1 if there is none.</summary>
    public int BreakStart { get; private set; }

    /// <summary>Index of the stop before which the break is taken, <see cref="Count"/> for after the last; -1 if there is none.</summary>
    public int BreakBefore { get; private set; }

    /// <summary>When the technician is back.</summary>
    public int HomeAt { get; private set; }

    /// <summary>Driving in all, seconds.</summary>
    public int DriveSeconds { get; private set; }

    /// <summary>Distance in all, in the unit of <see cref="TravelMatrix.Distance"/>.</summary>
    public long Distance { get; private set; }

    /// <summary>From leaving to being back, leaving as late as the visits allow; 0 where the problem gives working time neither bound nor price.</summary>
    public int WorkSeconds { get; private set; }

    /// <summary>Visits and driving in all, seconds: the route's share of the technician's work. A drive counts as the shortest of the day, so that the share does not depend on when.</summary>
    public long LoadSeconds { get; private set; }

    /// <summary>Beyond the shift's end, seconds.</summary>
    public int OvertimeSeconds { get; private set; }

    /// <summary>Whether no hard rule of the route is broken: roads lead all the way, the van carries what it must, strict windows, shifts and breaks hold.</summary>
    public bool IsPossible { get; private set; }

    /// <summary>Times a route and prices it.</summary>
    /// <param name="problem">What is planned.</param>
    /// <param name="technicianIndex">Whose route.</param>
    /// <param name="stops">The visits in order.</param>
    /// <param name="holds">By visit, before when it does not begin because of another that it is tied to (<see cref="Plan.Holds"/>); empty: nothing is held.</param>
    /// <returns>The route's share of the plan's score; meaningless unless <see cref="IsPossible"/>.</returns>
    public Score Compute(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Technicians[technicianIndex].Break is not { IsStrict: true } || stops.Length == 0)
            return Pass(problem, technicianIndex, stops, holds, -1);
        // A strict break: every gap is tried, and the best that is possible taken, the first of equals. No gap is better than one
        // in which nothing is paid for times, and none is possible after one that is reached when the break should have begun.
        var (best, bestGap) = (default(Score), -1);
        isBreakOver = false;
        for (var gap = 0; gap <= stops.Length && !isBreakOver; gap++)
        {
            var score = Pass(problem, technicianIndex, stops, holds, gap, isTrial: true);
            if (!IsPossible)
                continue;
            if (!paysForTimes)
                return score;
            if (bestGap < 0 || score < best)
                (best, bestGap) = (score, gap);
        }

        return bestGap < 0 || bestGap == stops.Length ? Pass(problem, technicianIndex, stops, holds, stops.Length) : Pass(problem, technicianIndex, stops, holds, bestGap);
    }

    // A gap of -1 takes a break at the first chance. A trial ends where it proves to be impossible.
    private Score Pass(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds, int gap, bool isTrial = false)
    {
        var technician = problem.Technicians[technicianIndex];
        var (weights, travel) = (problem.Weights, problem.Travel);
        Reset(stops.Length);
        var score = default(Score);
        if (stops.Length == 0)
        {
            HomeAt = technician.AvailableFrom;
            return score;
        }

        var (time, place, cost) = (technician.AvailableFrom, technician.StartPlace, (long)weights.Technician + technician.FixedCost);
        var (pause, owed) = (technician.Break, cost);
        for (var i = 0; i <= stops.Length; i++)
        {
            var isHome = i == stops.Length;
            var visit = isHome ? null : problem.VisitOn(technicianIndex, stops[i]);
            var next = visit?.Place ?? technician.EndPlace;
            var stay = isHome ? 0 : problem.StaySeconds(technicianIndex, stops[i], place);
            var drive = travel.DriveSeconds(place, next, time);
            if (drive == TravelMatrix.NoRoad)
            {
                IsPossible = false;
                return score;
            }

            LoadSeconds += travel[place, next];
            var arrival = time + drive;
            if (i == gap)
            {
                isBreakOver = time > pause!.Latest;
                arrival = ArriveAfterStrictBreak(pause, time, drive);
                BreakBefore = i;
            }
            else if (gap < 0 && pause is not null
                && (isHome ? time + drive > pause.Earliest : time >= pause.Earliest || time + drive + stay > pause.Latest))
            {
                (time, cost, pause) = TakeBreak(pause, time, cost, weights);
                drive = travel.DriveSeconds(place, next, time);
                (arrival, BreakBefore) = (time + drive, i);
            }

            Distance += travel.Distance(place, next);
            if (isHome)
            {
                (HomeAt, HomeDriveSeconds, DriveSeconds) = (arrival, drive, DriveSeconds + drive);
                break;
            }

            var earliest = EarliestStart(visit!, holds.IsEmpty ? arrival : Math.Max(arrival, holds[stops[i]]));
            var isFree = i == 0 && gap != 0;
            depart[i] = isFree ? Math.Max(time, travel.LatestDeparture(place, next, earliest)) : time;
            if (isFree)
                drive = travel.DriveSeconds(place, next, depart[i]);
            DriveSeconds += drive;
            drives[i] = drive;
            arrive[i] = isFree ? depart[i] + drive : arrival;
            start[i] = earliest;
            end[i] = earliest + stay;
            LoadSeconds += stay;
            cost += (long)(earliest - arrive[i]) * weights.WaitingTenths / 10 + (long)(depart[i] - time) * weights.IdleTenths / 10;
            IsPossible &= !visit!.IsWindowStrict || IsInWindow(visit, earliest);
            score = Price(visit, technicianIndex, earliest, score, ref cost, weights);
            cost += problem.HolderPrices?.Of(technicianIndex, stops[i]) ?? 0;
            owed += (problem.HolderPrices?.Of(technicianIndex, stops[i]) ?? 0) + (visit.ToldTechnician >= 0 && visit.ToldTechnician != technicianIndex ? weights.OtherTechnician : 0);
            if (isTrial && !IsPossible)
                return score;
            (time, place) = (end[i], visit.Place);
        }

        OvertimeSeconds = Math.Max(0, HomeAt - Math.Max(technician.ShiftEnd, technician.AvailableFrom));
        IsPossible &= DriveSeconds <= technician.MostDriveSeconds && HomeAt <= technician.LatestEnd && !(technician.IsShiftStrict && OvertimeSeconds > 0) && VanLoad.Fits(problem, technicianIndex, stops);
        paysForTimes = cost != owed || OvertimeSeconds > 0 || weights.WorkSecond != 0 || score != default;
        cost += (long)DriveSeconds * weights.DriveSecond + Distance * weights.Distance + (long)OvertimeSeconds * weights.Overtime + WorkBalance.Cost(weights, technician, LoadSeconds);
        if (technician.MostWorkSeconds != PlanVisit.None || weights.WorkSecond != 0)
        {
            WorkSeconds = HomeAt - LatestLeaving(problem, technicianIndex, stops, holds);
            IsPossible &= WorkSeconds <= technician.MostWorkSeconds;
            cost += (long)WorkSeconds * weights.WorkSecond;
        }

        return score with { Cost = score.Cost + cost };
    }

    // After the drive, or on the way, or before it where the drive would carry it past its latest.
    private int ArriveAfterStrictBreak(PlanBreak pause, int time, int drive)
    {
        if (pause.MayInterruptDrive)
        {
            BreakStart = Math.Max(time, pause.Earliest);
            IsPossible &= BreakStart <= pause.Latest;
            return Math.Max(time + drive, pause.Earliest) + pause.Seconds;
        }

        BreakStart = Math.Max(time + drive, pause.Earliest);
        if (BreakStart <= pause.Latest)
            return BreakStart + pause.Seconds;
        BreakStart = Math.Max(time, pause.Earliest);
        IsPossible &= BreakStart <= pause.Latest;
        return BreakStart + pause.Seconds + drive;
    }

    // From the end back to the start: how late each stop can be reached without coming home later.
    private int LatestLeaving(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds)
    {
        var technician = problem.Technicians[technicianIndex];
        var latest = HomeAt;
        for (var i = stops.Length; i >= 0; i--)
        {
            if (i < stops.Length)
            {
                var visit = problem.VisitOn(technicianIndex, stops[i]);
                latest = Math.Min(latest - (end[i] - start[i]), !holds.IsEmpty && holds[stops[i]] > 0 ? start[i] : LatestLikeStart(visit, start[i]));
            }

            var from = i == 0 ? technician.StartPlace : problem.Visits[stops[i - 1]].Place;
            var leave = problem.Travel.LatestDeparture(from, i == stops.Length ? technician.EndPlace : problem.Visits[stops[i]].Place, latest);
            latest = BreakBefore == i && BreakStart >= 0 ? LatestBeforeBreak(technician.Break!, latest, latest - leave) : leave;
        }

        return Math.Max(latest, technician.AvailableFrom);
    }

    private static int LatestBeforeBreak(PlanBreak pause, int arrival, int drive)
    {
        var before = arrival - pause.Seconds - drive;
        if (!pause.IsStrict || pause.MayInterruptDrive)
            return Math.Min(before, pause.Latest);
        return arrival - pause.Seconds >= pause.Earliest && Math.Min(arrival - pause.Seconds, pause.Latest) - drive is var after && before >= pause.Earliest
            ? Math.Max(after, Math.Min(before, pause.Latest))
            : Math.Min(arrival - pause.Seconds, pause.Latest) - drive;
    }

    // Later within its window costs nothing where windows are strict; elsewhere the start stands.
    private static int LatestLikeStart(PlanVisit visit, int start)
    {
        if (!visit.IsWindowStrict)
            return start;
        foreach (var window in visit.Windows)
        {
            if (start >= window.Start && start <= window.End)
                return window.End;
        }

        return visit.Windows.Count == 0 ? PlanVisit.None : start;
    }

    private static bool IsInWindow(PlanVisit visit, int start)
    {
        foreach (var window in visit.Windows)
        {
            if (start >= window.Start && start <= window.End)
                return true;
        }

        return visit.Windows.Count == 0;
    }

    private void Reset(int count)
    {
        if (depart.Length < count)
        {
            var size = Math.Max(count, depart.Length * 2);
            (depart, arrive, start, end, drives) = (new int[size], new int[size], new int[size], new int[size], new int[size]);
        }

        (Count, BreakStart, BreakBefore, HomeAt, DriveSeconds, OvertimeSeconds, IsPossible) = (count, -1, -1, 0, 0, 0, true);
        (Distance, WorkSeconds, LoadSeconds, HomeDriveSeconds) = (0, 0, 0, 0);
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

            cost += WindowPrice.Of(weights, outside, isHard);
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
}
