namespace Dispatch.Planning.Together;

/// <summary>Prices a place for both visits of a tie by their two routes alone, each held for the other; other ties stay held as they are.</summary>
internal sealed class PairTimer
{
    private readonly Plan plan;
    private readonly Problem problem;
    private readonly int first;
    private readonly int second;
    private readonly RouteTimes one = new();
    private readonly RouteTimes two = new();
    private readonly Score[] before;
    private readonly Score skipped;
    private readonly int[] holds;

    public PairTimer(Plan plan, int first, int second)
    {
        (this.plan, problem, this.first, this.second) = (plan, plan.Problem, first, second);
        holds = [.. plan.Holds];
        (holds[first], holds[second]) = (0, 0);
        before = [.. Enumerable.Range(0, plan.Routes.Length).Select(t => one.Compute(problem, t, plan.Routes[t], plan.Holds))];
        foreach (var visit in (ReadOnlySpan<int>)[first, second])
            skipped += plan.TechnicianOf[visit] < 0 ? Score.OfUnassigned(problem.Visits[visit]) : default;
    }

    /// <summary>What the two routes cost more; none if a hard rule or the tie forbids it. A position of -1 is of a visit that stands on its route.</summary>
    public Score? Change((int Technician, int Position) a, (int Technician, int Position) b)
    {
        if (a.Technician == b.Technician)
            return problem.Visits[second].MostGapSeconds == 0 ? null : Alone(a.Technician, Both(plan.Routes[a.Technician], a.Position, b.Position));
        if (problem.Technicians[a.Technician].Day != problem.Technicians[b.Technician].Day || !MayBeApart(a.Technician, b.Technician))
            return null;
        var (mine, theirs) = (Insert(plan.Routes[a.Technician], first, a.Position), Insert(plan.Routes[b.Technician], second, b.Position));
        var (atOne, atTwo) = (Array.IndexOf(mine, first), Array.IndexOf(theirs, second));
        var (scoreOne, scoreTwo) = (one.Compute(problem, a.Technician, mine, holds), two.Compute(problem, b.Technician, theirs, holds));
        var tie = problem.Visits[second];
        var (start, then) = (one.Start[atOne], two.Start[atTwo]);
        if (then < start + tie.LeastGapSeconds)
        {
            holds[second] = start + tie.LeastGapSeconds;
            scoreTwo = two.Compute(problem, b.Technician, theirs, holds);
            then = two.Start[atTwo];
        }

        if (start < then - tie.MostGapSeconds)
        {
            holds[first] = then - tie.MostGapSeconds;
            scoreOne = one.Compute(problem, a.Technician, mine, holds);
            start = one.Start[atOne];
        }

        (holds[first], holds[second]) = (0, 0);
        // Windows may open at other times for the two; then the whole plan must say.
        if (!one.IsPossible || !two.IsPossible)
            return null;
        return scoreOne + scoreTwo - before[a.Technician] - before[b.Technician] - skipped;
    }

    /// <summary>All routes with the two in their places.</summary>
    public int[][] With((int Technician, int Position) a, (int Technician, int Position) b)
    {
        var routes = plan.Routes.ToArray();
        if (a.Technician == b.Technician)
        {
            routes[a.Technician] = Both(routes[a.Technician], a.Position, b.Position);
            return routes;
        }

        routes[a.Technician] = Insert(routes[a.Technician], first, a.Position);
        routes[b.Technician] = Insert(routes[b.Technician], second, b.Position);
        return routes;
    }

    /// <summary>Whether the routes of a plan keep all hard rules that they kept before. Who is held for one of the two may make others wait in turn.</summary>
    public static bool IsPossible(Plan plan, Plan before)
    {
        var times = new RouteTimes();
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            if ((plan.Routes[t] != before.Routes[t] || Array.Exists(plan.Routes[t], visit => plan.Problem.OtherOfTie(visit) >= 0)) && !IsKept(times, plan, t) && IsKept(times, before, t))
                return false;
        }

        return true;
    }

    private static bool IsKept(RouteTimes times, Plan plan, int technician)
    {
        times.Compute(plan.Problem, technician, plan.Routes[technician], plan.Holds);
        return times.IsPossible;
    }

    // Of one group both are one technician's.
    private bool MayBeApart(int technician, int other) =>
        problem.Groups is not { } groups || groups.Of(first) < 0 || groups.Of(first) != groups.Of(second) || groups.AreOne(technician, other);

    private Score? Alone(int technician, int[] stops)
    {
        var score = one.Compute(problem, technician, stops, holds);
        return one.IsPossible ? score - before[technician] - skipped : null;
    }

    private int[] Both(int[] route, int a, int b)
    {
        // The later place first, so that the earlier stays where it was meant; at one place the first comes before the second.
        if (a > b)
            return Insert(Insert(route, first, a), second, b);
        return Insert(Insert(route, second, b), first, a);
    }

    private static int[] Insert(int[] route, int visit, int position) => position < 0 ? route : [.. route[..position], visit, .. route[position..]];
}
