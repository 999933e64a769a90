namespace Dispatch.Planning.Together;

/// <summary>When tied visits begin: the earliest starts at which every route is driven in order and no two of a tie begin too far apart.</summary>
/// <remarks>
/// Each route is timed alone; where one of a tie begins too early for the other it is held, and the routes with ties are timed again
/// until nothing is held any longer. Holds only grow, and each pass settles at least one more tie of those that wait for no other, so
/// routes that do not wait for each other in a ring are settled after as many passes as there are ties. (Rousseau, Gendreau and Pesant,
/// The synchronized dynamic vehicle dispatching problem, 2013, propagate in the same way.) Where who starts later takes the break
/// before a visit and not after it, what follows may be earlier: a hold that has outlived its reason in this way is given back where
/// the ties are kept without it, and so are the holds of two that are left with nothing but each other to wait for.
/// </remarks>
internal static class TiedStarts
{
    /// <summary>By visit, before when it does not begin (0: it is not held); and whether every tie is kept.</summary>
    public static (int[] Holds, bool AreKept) Of(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes)
    {
        var timing = new Timing(problem, routes);
        var holds = new int[problem.Visits.Length];
        // A ring: the ties cannot all be kept, and each route is timed for itself.
        if (!timing.Settle(holds))
            return (new int[holds.Length], false);
        while (timing.Loosened(holds) is { } loosened)
            holds = loosened;
        return (holds, timing.AreWhole(holds));
    }

    /// <summary>The routes with ties, timed again and again.</summary>
    private sealed class Timing
    {
        private readonly Problem problem;
        private readonly (int Technician, int[] Stops)[] tied;
        private readonly int[] start;
        private readonly int[] day;
        private readonly RouteTimes times = new();

        public Timing(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes)
        {
            this.problem = problem;
            tied = [.. Enumerable.Range(0, routes.Count).Where(t => routes[t].Any(visit => problem.OtherOfTie(visit) >= 0)).Select(t => (t, routes[t].ToArray()))];
            (start, day) = (new int[problem.Visits.Length], new int[problem.Visits.Length]);
            Array.Fill(start, -1);
        }

        /// <summary>Holds more until nothing begins too early; whether that came to an end.</summary>
        public bool Settle(int[] holds)
        {
            for (var pass = 0; pass <= problem.Ties.Length + 1; pass++)
            {
                Time(holds);
                if (!Hold(holds))
                    return true;
            }

            return false;
        }

        /// <summary>Less holds that settle as well: one given back as far as its reason goes, or both of a tie; none if there are no such ones.</summary>
        public int[]? Loosened(int[] holds)
        {
            Time(holds);
            foreach (var second in problem.Ties)
            {
                var (visit, first) = (problem.Visits[second], problem.Visits[second].TiedTo);
                if (!AreTogether(first, second))
                    continue;
                foreach (var (held, reason) in (ReadOnlySpan<(int, int)>)[(first, start[second] - visit.MostGapSeconds), (second, start[first] + visit.LeastGapSeconds)])
                {
                    if (holds[held] == 0 || holds[held] <= reason)
                        continue;
                    var less = holds.ToArray();
                    less[held] = Math.Max(0, reason);
                    if (SettlesSooner(less, holds))
                        return less;
                    Time(holds);
                }

                if (holds[first] == 0 || holds[second] == 0)
                    continue;
                var neither = holds.ToArray();
                (neither[first], neither[second]) = (0, 0);
                if (SettlesSooner(neither, holds))
                    return neither;
                Time(holds);
            }

            return null;
        }

        /// <summary>Whether both of each tie are done on one day, or neither.</summary>
        public bool AreWhole(int[] holds)
        {
            Time(holds);
            return problem.Ties.All(second => start[second] >= 0 == start[problem.Visits[second].TiedTo] >= 0 && day[second] == day[problem.Visits[second].TiedTo]);
        }

        private bool SettlesSooner(int[] less, int[] holds) => Settle(less) && less.Sum(hold => (long)hold) < holds.Sum(hold => (long)hold);

        private void Time(int[] holds)
        {
            foreach (var (technician, stops) in tied)
            {
                times.Compute(problem, technician, stops, holds);
                for (var i = 0; i < times.Count; i++)
                    (start[stops[i]], day[stops[i]]) = (times.Start[i], problem.Technicians[technician].Day);
            }
        }

        // Whether something must begin later than it does.
        private bool Hold(int[] holds)
        {
            var isHeld = false;
            foreach (var second in problem.Ties)
            {
                var (visit, first) = (problem.Visits[second], problem.Visits[second].TiedTo);
                if (!AreTogether(first, second))
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

        private bool AreTogether(int first, int second) => start[first] >= 0 && start[second] >= 0 && day[first] == day[second];
    }
}
