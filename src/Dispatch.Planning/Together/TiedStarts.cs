namespace Dispatch.Planning.Together;

/// <summary>When tied visits begin: the earliest starts at which every route is driven in order and no two of a tie begin too far apart.</summary>
/// <remarks>
/// Each route is timed alone; where one of a tie begins too early for the other it is held, and the routes with ties are timed again
/// until nothing is held any longer. Holds only grow, and each pass settles at least one more tie of those that wait for no other, so
/// routes that do not wait for each other in a ring are settled after as many passes as there are ties. (Rousseau, Gendreau and Pesant,
/// The synchronized dynamic vehicle dispatching problem, 2013, propagate in the same way.)
/// </remarks>
internal static class TiedStarts
{
    /// <summary>By visit, before when it does not begin (0: it is not held); and whether every tie is kept.</summary>
    public static (int[] Holds, bool AreKept) Of(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes)
    {
        var holds = new int[problem.Visits.Length];
        var start = new int[problem.Visits.Length];
        Array.Fill(start, -1);
        var day = new int[start.Length];
        var tied = Enumerable.Range(0, routes.Count).Where(t => routes[t].Any(visit => problem.OtherOfTie(visit) >= 0)).Select(t => (Technician: t, Stops: routes[t].ToArray())).ToArray();
        var times = new RouteTimes();
        for (var pass = 0; pass <= problem.Ties.Length + 1; pass++)
        {
            foreach (var (technician, stops) in tied)
            {
                times.Compute(problem, technician, stops, holds);
                for (var i = 0; i < times.Count; i++)
                    (start[stops[i]], day[stops[i]]) = (times.Start[i], problem.Technicians[technician].Day);
            }

            if (!Hold(problem, start, day, holds))
                return (holds, problem.Ties.All(second => start[second] >= 0 == start[problem.Visits[second].TiedTo] >= 0 && day[second] == day[problem.Visits[second].TiedTo]));
        }

        // A ring: the ties cannot all be kept, and each route is timed for itself.
        return (new int[holds.Length], false);
    }

    // Whether something must begin later than it does.
    private static bool Hold(Problem problem, int[] start, int[] day, int[] holds)
    {
        var isHeld = false;
        foreach (var second in problem.Ties)
        {
            var visit = problem.Visits[second];
            var first = visit.TiedTo;
            if (start[first] < 0 || start[second] < 0 || day[first] != day[second])
                continue;
            if (start[second] < start[first] + visit.LeastGapSeconds)
            {
                holds[second] = start[first] + visit.LeastGapSeconds;
                isHeld = true;
            }
            else if (start[first] < start[second] - visit.MostGapSeconds)
            {
                holds[first] = start[second] - visit.MostGapSeconds;
                isHeld = true;
            }
        }

        return isHeld;
    }
}
