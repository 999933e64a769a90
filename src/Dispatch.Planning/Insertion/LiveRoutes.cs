namespace Dispatch.Planning.Insertion;

/// <summary>
/// The routes of a plan while one change is being worked out: small, exact, and counting how often a route is timed, so that
/// whoever searches can stop in time.
/// </summary>
/// <remarks>Visits that are tied to others are held as in the plan it began with; how a change holds others is known when <see cref="ToPlan"/> times it anew.</remarks>
internal sealed class LiveRoutes
{
    private readonly int[][] stops;
    private readonly Score[] scores;
    private readonly int[] technicianOf;
    private readonly int[] trial;
    private readonly StrictBounds?[] bounds;
    private readonly RouteTimes times;
    private readonly int[] holds;
    private readonly int[] timed;

    public LiveRoutes(Plan plan)
    {
        Problem = plan.Problem;
        Score = plan.Score;
        (times, timed, holds) = (new RouteTimes(), [0], plan.Holds);
        stops = [.. plan.Routes];
        technicianOf = [.. plan.TechnicianOf];
        scores = new Score[stops.Length];
        bounds = new StrictBounds?[stops.Length];
        trial = new int[Problem.Visits.Length + 1];
        for (var t = 0; t < stops.Length; t++)
            scores[t] = times.Compute(Problem, t, stops[t], holds);
    }

    private LiveRoutes(LiveRoutes other)
    {
        (Problem, trial, times, timed, holds, Score) = (other.Problem, other.trial, other.times, other.timed, other.holds, other.Score);
        (stops, scores, technicianOf, bounds) = ([.. other.stops], [.. other.scores], [.. other.technicianOf], [.. other.bounds]);
    }

    /// <summary>What is planned.</summary>
    public Problem Problem { get; }

    /// <summary>The score of all routes and of all that nobody has.</summary>
    public Score Score { get; private set; }

    /// <summary>How many routes have been timed, by all copies together.</summary>
    public int Timed => timed[0];

    /// <summary>A technician's stops; not to be written to.</summary>
    public int[] Route(int technician) => stops[technician];

    /// <summary>The score of one route.</summary>
    public Score RouteScore(int technician) => scores[technician];

    /// <summary>Who has a visit; -1 for nobody.</summary>
    public int TechnicianOf(int visit) => technicianOf[visit];

    /// <summary>A copy that shares the routes that neither has changed.</summary>
    public LiveRoutes Copy() => new(this);

    /// <summary>Score of a route in which <paramref name="visit"/> stands at <paramref name="position"/>; none if a hard rule forbids it.</summary>
    public Score? With(int technician, int visit, int position) => !IsFreeFor(technician, visit) ? null : With(technician, visit, position, stops[technician], Bounds(technician));

    private Score? With(int technician, int visit, int position, int[] route, StrictBounds bound)
    {
        if (!bound.MayTake(visit, position))
            return null;
        route.AsSpan(0, position).CopyTo(trial);
        trial[position] = visit;
        route.AsSpan(position).CopyTo(trial.AsSpan(position + 1));
        return Time(technician, trial.AsSpan(0, route.Length + 1));
    }

    /// <summary>The best position for a visit on a route; none if a hard rule forbids all.</summary>
    public (Score Route, int Position)? Best(int technician, int visit) => Best(technician, visit, stops[technician], Bounds(technician));

    /// <summary>The same on a route that the technician does not have.</summary>
    public (Score Route, int Position)? Best(int technician, int visit, int[] route) =>
        Best(technician, visit, route, new StrictBounds(Problem, technician, route));

    private (Score Route, int Position)? Best(int technician, int visit, int[] route, StrictBounds bound)
    {
        if (!Problem.CanDo(technician, visit) || !IsFreeFor(technician, visit))
            return null;
        (Score Route, int Position)? best = null;
        for (var position = Problem.Technicians[technician].Frozen.Count; position <= route.Length; position++)
        {
            if (With(technician, visit, position, route, bound) is { } score && (best is not { } known || score < known.Route))
                best = (score, position);
        }

        return best;
    }

    /// <summary>Times any route; none if a hard rule forbids it.</summary>
    public Score? Time(int technician, ReadOnlySpan<int> route)
    {
        timed[0]++;
        var score = times.Compute(Problem, technician, route, holds);
        return times.IsPossible ? score : null;
    }

    /// <summary>Replaces a route by one that is possible.</summary>
    public void Set(int technician, int[] route, Score score)
    {
        foreach (var visit in stops[technician])
        {
            if (technicianOf[visit] == technician)
                (technicianOf[visit], Score) = (-1, Score + Score.OfUnassigned(Problem.Visits[visit]));
        }

        foreach (var visit in route)
        {
            if (technicianOf[visit] < 0)
                Score -= Score.OfUnassigned(Problem.Visits[visit]);
            technicianOf[visit] = technician;
        }

        Score += score - scores[technician];
        (stops[technician], scores[technician], bounds[technician]) = (route, score, null);
    }

    /// <summary>The plan as it now is.</summary>
    public Plan ToPlan() => new(Problem, stops);

    /// <summary>A route with one visit put in.</summary>
    public static int[] Put(int[] route, int visit, int position) => [.. route.AsSpan(0, position), visit, .. route.AsSpan(position)];

    /// <summary>A route with one visit taken off.</summary>
    public static int[] Without(int[] route, int at) => [.. route.AsSpan(0, at), .. route.AsSpan(at + 1)];

    // Whether nobody else has visits of its group.
    private bool IsFreeFor(int technician, int visit) => Problem.Groups?.Allows(technician, visit, technicianOf) is not false;

    private StrictBounds Bounds(int technician) => bounds[technician] ??= new StrictBounds(Problem, technician, stops[technician]);
}
