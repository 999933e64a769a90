namespace Dispatch.Planning;

/// <content>Where a break is taken.</content>
public sealed partial class RouteTimes
{
    // A strict break: every gap is tried, and the best that is possible taken, the first of equals. No gap is better than one
    // in which nothing is paid for times, and none is possible after one that is reached when the break should have begun. Up to a
    // gap the route is the same whichever later one is taken, so that far it is driven once.
    private Score AroundStrictBreak(in Route route, Reached start, PlanBreak pause)
    {
        var (best, bestAt, at) = (default(Score), default(Reached), start);
        var (bestGap, last) = (-1, route.Stops.Length);
        for (var gap = 0; gap <= last; gap++)
        {
            var score = Finish(route, at, gap, isTrial: true);
            if (IsPossible && !paysForTimes)
                return score;
            if (IsPossible && (bestGap < 0 || score < best))
                (best, bestGap, bestAt) = (score, gap, at);
            IsPossible = true;
            if (at.Time > pause.Latest || gap == last || !DriveOn(route, ref at, last) || !IsPossible)
                break;
        }

        Reset(last);
        return bestGap < 0 ? Finish(route, start, last) : Finish(route, bestAt, bestGap);
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

    private static int LatestBeforeBreak(PlanBreak pause, int arrival, int drive)
    {
        var before = arrival - pause.Seconds - drive;
        if (!pause.IsStrict || pause.MayInterruptDrive)
            return Math.Min(before, pause.Latest);
        return arrival - pause.Seconds >= pause.Earliest && Math.Min(arrival - pause.Seconds, pause.Latest) - drive is var after && before >= pause.Earliest
            ? Math.Max(after, Math.Min(before, pause.Latest))
            : Math.Min(arrival - pause.Seconds, pause.Latest) - drive;
    }

    private void TakeBreak(PlanBreak pause, ref Reached at, PlanWeights weights)
    {
        BreakStart = Math.Max(at.Time, pause.Earliest);
        (at.Time, at.IsRested) = (BreakStart + pause.Seconds, true);
        at.Cost += (long)Math.Max(0, BreakStart - pause.Latest) * weights.BreakLate;
    }
}
