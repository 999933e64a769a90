namespace Dispatch.Planning.Search;

/// <summary>
/// Improves a plan: takes strings of neighbouring visits off their routes, puts them back greedily with an occasional blink, and
/// accepts by simulated annealing. Slack induction by string removals, Christiaens and Vanden Berghe (Transportation Science 2020).
/// </summary>
/// <remarks>
/// Our departures: urgency comes before cost, so a change that is worse in urgency is never accepted and annealing works on cost
/// alone; visits go back in the order of their urgency first; frozen stops are never taken off.
/// </remarks>
internal sealed class RuinAndRecreate
{
    private const double AverageRemoved = 10;
    private const int LongestString = 10;
    private const double BlinkShare = 0.01;

    // Seconds of driving: at first a detour of five minutes is taken now and then, in the end hardly one of a second.
    private const double Hot = 300;
    private const double Cold = 1;

    private readonly Problem problem;
    private readonly Neighbours neighbours;
    private readonly WorkingPlan work;
    private readonly List<int> absent = [];
    private readonly List<(int Technician, int[] Stops, int Count)> before = [];
    private readonly bool[] isRuined;
    private readonly int[] order;
    private Dice dice;

    public RuinAndRecreate(Plan start, ulong seed)
    {
        problem = start.Problem;
        neighbours = new Neighbours(problem, 80);
        work = new WorkingPlan(start);
        dice = new Dice(seed);
        isRuined = new bool[problem.Technicians.Length];
        order = new int[problem.Visits.Length];
    }

    /// <summary>Runs so many iterations, or until cancelled, and gives the best plan seen; never one worse than the start.</summary>
    public Plan Run(Plan start, long iterations, Action<Plan>? better, CancellationToken cancellation)
    {
        var best = start;
        var bestScore = start.Score;
        if (problem.Visits.Length == 0)
            return best;
        for (var i = 0L; i < iterations && !cancellation.IsCancellationRequested; i++)
        {
            var temperature = Hot * Math.Pow(Cold / Hot, (double)i / iterations);
            var (old, broken) = (work.Score, work.Broken);
            Ruin();
            Recreate();
            if (work.Broken > broken || !Accepts(old, work.Score, temperature))
            {
                Restore();
                continue;
            }

            if (work.Score < bestScore)
            {
                best = work.ToPlan();
                bestScore = best.Score;
                better?.Invoke(best);
            }
        }

        return best;
    }

    private bool Accepts(Score old, Score now, double temperature)
    {
        if (now <= old)
            return true;
        return now.SameUrgencyAs(old) && now.Cost - old.Cost < -temperature * Math.Log(1 - dice.Unit());
    }

    // Strings round one seed visit, each from another route, as long as the average route allows.
    private void Ruin()
    {
        absent.Clear();
        before.Clear();
        Array.Clear(isRuined);
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (work.TechnicianOf(v) < 0)
                absent.Add(v);
        }

        var used = 0;
        for (var t = 0; t < problem.Technicians.Length; t++)
            used += work.Route(t).IsEmpty ? 0 : 1;
        var averageLength = used == 0 ? 1 : Math.Max(1, (problem.Visits.Length - absent.Count) / used);
        // Whole short routes now and then: from a tight one nothing shorter leads on.
        var longest = dice.Below(8) == 0 ? LongestString : Math.Min(LongestString, averageLength);
        var strings = 1 + dice.Below(Math.Max(1, (int)(4 * AverageRemoved / (1 + longest)) - 1));
        var seed = dice.Below(problem.Visits.Length);
        RuinRouteOf(seed, longest, ref strings);
        foreach (var near in neighbours.Of(seed))
        {
            if (strings == 0)
                break;
            RuinRouteOf(near, longest, ref strings);
        }
    }

    private void RuinRouteOf(int visit, int longest, ref int strings)
    {
        var technician = work.TechnicianOf(visit);
        if (technician < 0 || isRuined[technician] || !work.IsFree(visit))
            return;
        var route = work.Route(technician);
        var frozen = problem.Technicians[technician].Frozen.Count;
        var free = route.Length - frozen;
        var length = 1 + dice.Below(Math.Min(longest, free));
        var at = route.IndexOf(visit);
        var first = Math.Clamp(at - dice.Below(length), frozen, route.Length - length);
        Remember(technician);
        isRuined[technician] = true;
        strings--;
        foreach (var taken in route.Slice(first, length))
            absent.Add(taken);
        work.RemoveRange(technician, first, length);
    }

    private void Recreate()
    {
        // Mostly urgency first; now and then by deadline alone, or by chance alone, since the most urgent placed first can bar the way.
        var rule = dice.Below(4);
        for (var i = 0; i < absent.Count; i++)
            order[i] = dice.Below(1 << 20);
        for (var i = 1; i < absent.Count; i++)
        {
            for (var j = i; j > 0 && Comes(absent[j], order[j], absent[j - 1], order[j - 1], rule); j--)
            {
                (absent[j], absent[j - 1]) = (absent[j - 1], absent[j]);
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
            }
        }

        foreach (var visit in absent)
            InsertBest(visit);
    }

    private bool Comes(int a, int lotA, int b, int lotB, int rule)
    {
        var (first, second) = (problem.Visits[a], problem.Visits[b]);
        if (rule <= 1 && first.Urgency != second.Urgency)
            return first.Urgency < second.Urgency;
        return rule is 1 or 2 && first.Deadline != second.Deadline ? first.Deadline < second.Deadline : lotA < lotB;
    }

    private void InsertBest(int visit)
    {
        Score? least = null;
        var (bestTechnician, bestPosition) = (-1, -1);
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (!problem.CanDo(t, visit))
                continue;
            var length = work.Route(t).Length;
            for (var position = problem.Technicians[t].Frozen.Count; position <= length; position++)
            {
                if (dice.Unit() < BlinkShare)
                    continue;
                if (work.Evaluate(visit, t, position) is { } change && (least is null || change < least))
                    (least, bestTechnician, bestPosition) = (change, t, position);
            }
        }

        if (bestTechnician < 0)
            return;
        Remember(bestTechnician);
        work.Insert(visit, bestTechnician, bestPosition);
    }

    private void Remember(int technician)
    {
        foreach (var kept in before)
        {
            if (kept.Technician == technician)
                return;
        }

        before.Add((technician, work.Route(technician).ToArray(), work.Route(technician).Length));
    }

    // Emptied first, so that no visit stands in two routes on the way back.
    private void Restore()
    {
        foreach (var (technician, _, _) in before)
            work.SetRoute(technician, []);
        foreach (var (technician, stops, count) in before)
            work.SetRoute(technician, stops.AsSpan(0, count));
    }
}
