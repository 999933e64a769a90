namespace Dispatch.Planning.Tests.Plain;

/// <summary>A route with strict breaks, driven once for every row of gaps that they may be in.</summary>
internal static class PlainBreak
{
    /// <summary>The least cost of all rows of gaps, and the first that has it; none where every row breaks a rule.</summary>
    public static (long Cost, int[] Gaps)? Best(Problem problem, int technician, int[] route)
    {
        (long Cost, int[] Gaps)? best = null;
        foreach (var gaps in Rows(problem.Technicians[technician].Breaks.Count, 0, route.Length))
        {
            if (With(problem, technician, route, gaps) is { } cost && (best is not { } known || cost < known.Cost))
                best = (cost, gaps);
        }

        return best;
    }

    private static IEnumerable<int[]> Rows(int breaks, int from, int last) => breaks == 0
        ? [[]]
        : Enumerable.Range(from, last - from + 1).SelectMany(gap => Rows(breaks - 1, gap, last).Select(rest => (int[])[gap, .. rest]));

    private static long? With(Problem problem, int technician, int[] route, int[] gaps)
    {
        var (who, w) = (problem.Technicians[technician], problem.Weights);
        var travel = problem.Travel.Of(who.Vehicle);
        var (now, here, cost) = (who.AvailableFrom, who.StartPlace, (long)w.Technician + who.FixedCost);
        for (var i = 0; i <= route.Length; i++)
        {
            var next = i < route.Length ? problem.Visits[route[i]].Place : who.EndPlace;
            var drive = travel[here, next];
            if (drive == TravelMatrix.NoRoad)
                return null;
            var arrival = now + drive;
            var (from, left) = (now, drive);
            for (var b = 0; b < gaps.Length; b++)
            {
                if (gaps[b] != i)
                    continue;
                if (Take(who.Breaks[b], from, left) is not { } after)
                    return null;
                (from, left) = after;
                arrival = from + left;
            }

            cost += (long)drive * w.DriveSecond + (long)travel.Distance(here, next) * w.Distance;
            if (i == route.Length)
                return arrival > Math.Max(who.ShiftEnd, who.AvailableFrom) || arrival > who.LatestEnd ? null : cost;
            var visit = problem.Visits[route[i]];
            var start = RouteTimes.EarliestStart(visit, arrival);
            if (visit.Windows.Count > 0 && !visit.Windows.Any(window => start >= window.Start && start <= window.End))
                return null;
            cost += (long)(start - arrival) * (i == 0 && !gaps.Contains(0) ? w.IdleTenths : w.WaitingTenths) / 10;
            cost += visit.ToldTechnician >= 0 && visit.ToldTechnician != technician ? w.OtherTechnician : 0;
            cost += visit.Preferred.Count == 0 || visit.Preferred.Contains(technician) ? 0 : visit.NotPreferredCost;
            cost += visit.Days.Where(day => day.Day == who.Day).Sum(day => day.Cost);
            cost += visit.OutsideAreaOf.Contains(technician) ? w.OutsideArea : 0;
            cost += visit.Known.Count == 0 || visit.Known.Contains(technician) ? 0 : w.UnknownTechnician;
            (now, here) = (start + visit.DurationSeconds, visit.Place);
        }

        return null;
    }

    // After the drive if it then still begins in time, or before; on the way where that is allowed. When it is over, and how much of the drive is left.
    private static (int Time, int Drive)? Take(PlanBreak pause, int now, int drive)
    {
        if (now > pause.Latest)
            return null;
        if (pause.MayInterruptDrive)
        {
            var begins = Math.Max(now, pause.Earliest);
            return (begins + pause.Seconds, Math.Max(0, drive - (begins - now)));
        }

        return now + drive <= pause.Latest ? (Math.Max(now + drive, pause.Earliest) + pause.Seconds, 0) : (Math.Max(now, pause.Earliest) + pause.Seconds, drive);
    }
}
