namespace Dispatch.Planning.Tests.Plain;

/// <summary>A route with a strict break, driven once for every gap that the break may be in.</summary>
internal static class PlainBreak
{
    /// <summary>The least cost of all gaps, and the first that has it; none where every gap breaks a rule.</summary>
    public static (long Cost, int Gap)? Best(Problem problem, int technician, int[] route)
    {
        (long Cost, int Gap)? best = null;
        for (var gap = 0; gap <= route.Length; gap++)
        {
            if (With(problem, technician, route, gap) is { } cost && (best is not { } known || cost < known.Cost))
                best = (cost, gap);
        }

        return best;
    }

    private static long? With(Problem problem, int technician, int[] route, int gap)
    {
        var (who, w) = (problem.Technicians[technician], problem.Weights);
        var (now, here, cost) = (who.AvailableFrom, who.StartPlace, (long)w.Technician + who.FixedCost);
        for (var i = 0; i <= route.Length; i++)
        {
            var next = i < route.Length ? problem.Visits[route[i]].Place : who.EndPlace;
            var drive = problem.Travel[here, next];
            if (drive == TravelMatrix.NoRoad)
                return null;
            var arrival = now + drive;
            if (i == gap)
            {
                if (Arrival(who.Break!, now, drive) is not { } after)
                    return null;
                arrival = after;
            }

            cost += (long)drive * w.DriveSecond + (long)problem.Travel.Distance(here, next) * w.Distance;
            if (i == route.Length)
                return arrival > Math.Max(who.ShiftEnd, who.AvailableFrom) || arrival > who.LatestEnd ? null : cost;
            var visit = problem.Visits[route[i]];
            var start = RouteTimes.EarliestStart(visit, arrival);
            if (visit.Windows.Count > 0 && !visit.Windows.Any(window => start >= window.Start && start <= window.End))
                return null;
            cost += (long)(start - arrival) * (i == 0 && gap != 0 ? w.IdleTenths : w.WaitingTenths) / 10;
            cost += visit.ToldTechnician >= 0 && visit.ToldTechnician != technician ? w.OtherTechnician : 0;
            cost += visit.Preferred.Count == 0 || visit.Preferred.Contains(technician) ? 0 : visit.NotPreferredCost;
            cost += visit.Days.Where(day => day.Day == who.Day).Sum(day => day.Cost);
            cost += visit.OutsideAreaOf.Contains(technician) ? w.OutsideArea : 0;
            cost += visit.Known.Count == 0 || visit.Known.Contains(technician) ? 0 : w.UnknownTechnician;
            (now, here) = (start + visit.DurationSeconds, visit.Place);
        }

        return null;
    }

    // After the drive if it then still begins in time, or before; on the way where that is allowed.
    private static int? Arrival(PlanBreak pause, int now, int drive)
    {
        if (now > pause.Latest)
            return null;
        if (pause.MayInterruptDrive || now + drive <= pause.Latest)
            return Math.Max(now + drive, pause.Earliest) + pause.Seconds;
        return Math.Max(now, pause.Earliest) + pause.Seconds + drive;
    }
}
