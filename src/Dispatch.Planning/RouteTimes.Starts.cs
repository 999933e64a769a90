namespace Dispatch.Planning;

/// <content>When a visit can begin, and what it costs to begin then.</content>
public sealed partial class RouteTimes
{
    /// <summary>When work can begin for who arrives then: in the first window that is not over, not before what the patient was told or a dispatcher pinned.</summary>
    public static int EarliestStart(PlanVisit visit, int arrival)
    {
        var earliest = arrival;
        foreach (var window in visit.WindowSpan)
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

    private static void Price(PlanVisit visit, int technician, int start, ref Reached at, PlanWeights weights)
    {
        if (visit.WindowSpan.Length > 0)
        {
            var outside = int.MaxValue;
            var isHard = false;
            foreach (var window in visit.WindowSpan)
            {
                var off = Math.Max(0, Math.Max(window.Start - start, start - window.End));
                if (off < outside)
                    (outside, isHard) = (off, window.IsHard);
            }

            at.Cost += WindowPrice.Of(weights, outside, isHard);
        }

        if (visit.PromiseEnd != PlanVisit.None && start > visit.PromiseEnd)
            at.Cost += weights.PromiseBroken + (long)(start - visit.PromiseEnd) * weights.PromiseSecond;
        if (visit.PinnedStart != PlanVisit.None)
            at.Cost += (long)Math.Abs(start - visit.PinnedStart) * weights.PromiseSecond * 10;
        if (visit.ToldTechnician >= 0 && visit.ToldTechnician != technician)
            (at.Cost, at.Owed) = (at.Cost + weights.OtherTechnician, at.Owed + weights.OtherTechnician);
        if (visit.Deadline != PlanVisit.None && start > visit.Deadline)
            at.Score = at.Score.Late(visit.Urgency, (start - visit.Deadline + 59) / 60);
    }

    // Later within its window costs nothing where windows are strict; elsewhere the start stands.
    private static int LatestLikeStart(PlanVisit visit, int start)
    {
        if (!visit.IsWindowStrict)
            return start;
        foreach (var window in visit.WindowSpan)
        {
            if (start >= window.Start && start <= window.End)
                return window.End;
        }

        return visit.WindowSpan.Length == 0 ? PlanVisit.None : start;
    }

    private static bool IsInWindow(PlanVisit visit, int start)
    {
        foreach (var window in visit.WindowSpan)
        {
            if (start >= window.Start && start <= window.End)
                return true;
        }

        return visit.WindowSpan.Length == 0;
    }
}
