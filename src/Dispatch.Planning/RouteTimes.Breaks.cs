namespace Dispatch.Planning;

/// <content>Where breaks are taken.</content>
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
            gaps[0] = gap;
            var score = Finish(route, at, isTrial: true);
            if (IsPossible && !paysForTimes)
                return score;
            if (IsPossible && (bestGap < 0 || score < best))
                (best, bestGap, bestAt) = (score, gap, at);
            IsPossible = true;
            gaps[0] = last;
            if (at.Time > pause.Latest || gap == last || !DriveOn(route, ref at) || !IsPossible)
                break;
        }

        Reset(last);
        gaps[0] = bestGap < 0 ? last : bestGap;
        return Finish(route, bestGap < 0 ? start : bestAt);
    }

    // Several: all the ways to lay them into gaps, in order of the gaps; several may be in one. The best that is possible is taken, the first of equals.
    private Score AroundStrictBreaks(in Route route, Reached start)
    {
        var (best, isFound, last) = (default(Score), false, route.Stops.Length);
        var chosen = gaps.AsSpan(0, breakCount);
        var kept = gaps.AsSpan(breakCount, breakCount);
        chosen.Clear();
        kept.Fill(last);
        do
        {
            Reset(last);
            var score = Finish(route, start, isTrial: true);
            if (!IsPossible || (isFound && score >= best))
                continue;
            (best, isFound) = (score, true);
            chosen.CopyTo(kept);
            if (!paysForTimes)
                break;
        }
        while (Advance(chosen, last));
        Reset(last);
        kept.CopyTo(chosen);
        return Finish(route, start);
    }

    // The next of the ascending rows of gaps, 0 to last; false after the last row.
    private static bool Advance(Span<int> row, int last)
    {
        for (var b = row.Length - 1; b >= 0; b--)
        {
            if (row[b] == last)
                continue;
            row[b..].Fill(row[b] + 1);
            return true;
        }

        return false;
    }

    // When the stop is reached with the strict breaks that are laid before it: each after the drive, or on the way, or before the drive
    // where that would carry it past its latest.
    private int AfterStrictBreaks(ReadOnlySpan<PlanBreak> breaks, ref Reached at, int drive)
    {
        var time = at.Time;
        for (; at.Rested < breakCount && gaps[at.Rested] == at.Stop; at.Rested++)
        {
            var pause = breaks[at.Rested];
            var begin = Math.Max(pause.MayInterruptDrive ? time : time + drive, pause.Earliest);
            if (!pause.MayInterruptDrive && begin > pause.Latest)
                begin = Math.Max(time, pause.Earliest);
            else
                drive = Math.Max(0, time + drive - begin);
            IsPossible &= begin <= pause.Latest;
            (breakStarts[at.Rested], breaksBefore[at.Rested]) = (begin, at.Stop);
            time = begin + pause.Seconds;
        }

        return time + drive;
    }

    // The latest at which one may set out to a stop for it to be reached by then, the breaks before it being taken in between.
    private int LatestBeforeBreaks(ReadOnlySpan<PlanBreak> breaks, int stop, int arrival, int drive)
    {
        var (first, end) = (0, 0);
        for (var b = 0; b < breakCount; b++)
        {
            if (breaksBefore[b] != stop || breakStarts[b] < 0)
                continue;
            (first, end) = (end > 0 ? first : b, b + 1);
        }

        return LatestBefore(breaks[first..end], arrival, drive);
    }

    // With the drive before or after the last of the breaks.
    private static int LatestBefore(ReadOnlySpan<PlanBreak> breaks, int arrival, int drive)
    {
        if (breaks.IsEmpty)
            return arrival - drive;
        var (pause, before) = (breaks[^1], arrival - breaks[^1].Seconds - drive);
        if (!pause.IsStrict || pause.MayInterruptDrive)
            return LatestBefore(breaks[..^1], Math.Min(before, pause.Latest), 0);
        var after = LatestBefore(breaks[..^1], Math.Min(arrival - pause.Seconds, pause.Latest), drive);
        return arrival - pause.Seconds >= pause.Earliest && before >= pause.Earliest ? Math.Max(after, LatestBefore(breaks[..^1], Math.Min(before, pause.Latest), 0)) : after;
    }

    // Takes what is due of the breaks that are not strict: before a stop of so long a stay, or before home (-1); whether any was.
    private bool TakeBreaks(ReadOnlySpan<PlanBreak> breaks, ref Reached at, int next, ref int drive, int stay, PlanVisit? visit, in Route route)
    {
        var isTaken = false;
        for (; at.Rested < breaks.Length; at.Rested++)
        {
            var pause = breaks[at.Rested];
            if (stay < 0 ? at.Time + drive <= pause.Earliest : at.Time < pause.Earliest && at.Time + drive + stay <= pause.Latest && !FitsIntoWaiting(pause, at, next, drive, stay, visit!, route))
                break;
            var begin = Math.Max(at.Time, pause.Earliest);
            (breakStarts[at.Rested], breaksBefore[at.Rested]) = (begin, at.Stop);
            at.Time = begin + pause.Seconds;
            at.Cost += (long)Math.Max(0, begin - pause.Latest) * route.Problem.Weights.BreakLate;
            drive = route.Travel.DriveSeconds(at.Place, next, at.Time);
            isTaken = true;
        }

        return isTaken;
    }

    // Whether the break would come too late after a stop that begins late, and delays nothing before it.
    private static bool FitsIntoWaiting(PlanBreak pause, in Reached at, int next, int drive, int stay, PlanVisit visit, in Route route)
    {
        var arrival = at.Time + drive;
        var start = EarliestStart(visit, route.Holds.IsEmpty ? arrival : Math.Max(arrival, route.Holds[route.Stops[at.Stop]]));
        var after = pause.Earliest + pause.Seconds;
        return start + stay > pause.Latest && after + route.Travel.DriveSeconds(at.Place, next, after) <= start;
    }
}
