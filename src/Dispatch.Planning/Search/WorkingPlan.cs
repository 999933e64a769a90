namespace Dispatch.Planning.Search;

/// <summary>A plan under work: routes in flat buffers that change in place, with the score of each.</summary>
internal sealed class WorkingPlan
{
    private readonly int[][] stops;
    private readonly int[] counts;
    private readonly Score[] scores;
    private readonly bool[] isBroken;
    private readonly int[] technicianOf;
    private readonly int[] trial;
    private readonly RouteTimes times = new();

    public WorkingPlan(Plan plan)
    {
        Problem = plan.Problem;
        var (technicians, visits) = (Problem.Technicians.Length, Problem.Visits.Length);
        (stops, counts, scores) = (new int[technicians][], new int[technicians], new Score[technicians]);
        isBroken = new bool[technicians];
        technicianOf = new int[visits];
        trial = new int[visits + 1];
        for (var t = 0; t < technicians; t++)
            stops[t] = new int[Math.Max(4, plan.Routes[t].Length * 2)];
        Load(plan);
    }

    /// <summary>What is planned.</summary>
    public Problem Problem { get; }

    /// <summary>The score of all routes and of all that nobody has.</summary>
    public Score Score { get; private set; }

    /// <summary>Routes that no road connects or whose van runs out of a part: what a removal may leave, and a plan may start with.</summary>
    public int Broken { get; private set; }

    /// <summary>Who has a visit; -1 for nobody.</summary>
    public int TechnicianOf(int visit) => technicianOf[visit];

    /// <summary>A technician's stops, in order.</summary>
    public ReadOnlySpan<int> Route(int technician) => stops[technician].AsSpan(0, counts[technician]);

    /// <summary>The score of one route.</summary>
    public Score RouteScore(int technician) => scores[technician];

    /// <summary>Whether the search may take a visit off its route.</summary>
    public bool IsFree(int visit)
    {
        var technician = technicianOf[visit];
        return technician < 0 || !Problem.Technicians[technician].Frozen.Contains(visit);
    }

    /// <summary>Takes the routes of a plan.</summary>
    public void Load(Plan plan)
    {
        Array.Fill(technicianOf, -1);
        Array.Clear(counts);
        for (var t = 0; t < stops.Length; t++)
            SetRoute(t, plan.Routes[t]);
        Score = plan.Score;
    }

    /// <summary>Replaces one route; the plan's score follows.</summary>
    public void SetRoute(int technician, ReadOnlySpan<int> route)
    {
        foreach (var visit in Route(technician))
        {
            if (technicianOf[visit] == technician)
            {
                technicianOf[visit] = -1;
                Score += Score.OfUnassigned(Problem.Visits[visit]);
            }
        }

        if (stops[technician].Length < route.Length)
            stops[technician] = new int[route.Length * 2];
        route.CopyTo(stops[technician]);
        counts[technician] = route.Length;
        foreach (var visit in route)
        {
            technicianOf[visit] = technician;
            Score -= Score.OfUnassigned(Problem.Visits[visit]);
        }

        Retime(technician);
    }

    /// <summary>Takes visits off a route at once.</summary>
    public void RemoveRange(int technician, int first, int count)
    {
        var route = stops[technician];
        for (var i = first; i < first + count; i++)
        {
            technicianOf[route[i]] = -1;
            Score += Score.OfUnassigned(Problem.Visits[route[i]]);
        }

        Array.Copy(route, first + count, route, first, counts[technician] - first - count);
        counts[technician] -= count;
        Retime(technician);
    }

    /// <summary>Puts a visit that nobody has into a route.</summary>
    public void Insert(int visit, int technician, int position)
    {
        if (stops[technician].Length == counts[technician])
            Array.Resize(ref stops[technician], counts[technician] * 2);
        var route = stops[technician];
        Array.Copy(route, position, route, position + 1, counts[technician] - position);
        route[position] = visit;
        counts[technician]++;
        technicianOf[visit] = technician;
        Score -= Score.OfUnassigned(Problem.Visits[visit]);
        Retime(technician);
    }

    /// <summary>What putting a visit there would add to the route's score; none if a hard rule forbids it. Touches nothing.</summary>
    public Score? Evaluate(int visit, int technician, int position)
    {
        var route = Route(technician);
        route[..position].CopyTo(trial);
        trial[position] = visit;
        route[position..].CopyTo(trial.AsSpan(position + 1));
        var score = times.Compute(Problem, technician, trial.AsSpan(0, route.Length + 1));
        return times.IsPossible ? score - scores[technician] : null;
    }

    /// <summary>The plan as it now is.</summary>
    public Plan ToPlan() => new(Problem, [.. Enumerable.Range(0, stops.Length).Select(t => Route(t).ToArray())]);

    private void Retime(int technician)
    {
        var score = times.Compute(Problem, technician, Route(technician));
        Score += score - scores[technician];
        scores[technician] = score;
        Broken += (times.IsPossible ? 0 : 1) - (isBroken[technician] ? 1 : 0);
        isBroken[technician] = !times.IsPossible;
    }
}
