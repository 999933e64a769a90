namespace Dispatch.Planning;

/// <summary>Routes for a problem: for each technician the visits in order, and the visits that nobody has.</summary>
public sealed class Plan
{
    /// <param name="problem">What is planned.</param>
    /// <param name="routes">One a technician, beginning with what is frozen there; a visit stands in one of them at most.</param>
    /// <exception cref="ArgumentException">A visit stands twice, is none of the problem's, or a frozen one is not in its place.</exception>
    public Plan(Problem problem, IReadOnlyList<IReadOnlyList<int>> routes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.Count != problem.Technicians.Length)
            throw new ArgumentException($"{routes.Count} routes for {problem.Technicians.Length} technicians.", nameof(routes));
        Problem = problem;
        Routes = [.. routes.Select(route => route.ToArray())];
        var technicianOf = new int[problem.Visits.Length];
        Array.Fill(technicianOf, -1);
        var times = new RouteTimes();
        var score = default(Score);
        for (var t = 0; t < Routes.Length; t++)
        {
            foreach (var visit in Routes[t])
            {
                if (visit < 0 || visit >= technicianOf.Length || technicianOf[visit] >= 0)
                    throw new ArgumentException($"Visit {visit} stands twice, or there is none such.", nameof(routes));
                technicianOf[visit] = t;
            }

            var frozen = problem.Technicians[t].Frozen;
            for (var i = 0; i < frozen.Count; i++)
            {
                if (i >= Routes[t].Length || Routes[t][i] != frozen[i])
                    throw new ArgumentException($"Frozen visit {frozen[i]} is not in its place on route {t}.", nameof(routes));
            }

        }

        (Holds, KeepsTies) = problem.HasTies ? Together.TiedStarts.Of(problem, Routes) : ([], true);
        for (var t = 0; t < Routes.Length; t++)
            score += times.Compute(problem, t, Routes[t], Holds);

        TechnicianOf = technicianOf;
        Unassigned = [.. Enumerable.Range(0, technicianOf.Length).Where(visit => technicianOf[visit] < 0)];
        foreach (var visit in Unassigned)
            score += Score.OfUnassigned(problem.Visits[visit]);
        Score = score;
    }

    /// <summary>What is planned.</summary>
    public Problem Problem { get; }

    /// <summary>The visits of each technician, in order.</summary>
    public int[][] Routes { get; }

    /// <summary>Who has each visit; -1 for nobody.</summary>
    public IReadOnlyList<int> TechnicianOf { get; }

    /// <summary>Visits that nobody has, ascending.</summary>
    public int[] Unassigned { get; }

    /// <summary>
    /// By visit, before when it does not begin because of the one that it is tied to; 0 for no such time, empty where the problem has no
    /// ties. <see cref="RouteTimes.Compute"/> takes it.
    /// </summary>
    public int[] Holds { get; }

    /// <summary>
    /// Whether ties are kept: false where one of two is left out or has both at once with one technician, or technicians wait for each
    /// other in a ring. Times are then those of the routes alone as far as they contradict each other.
    /// </summary>
    public bool KeepsTies { get; }

    /// <summary>Whether no group of visits (<see cref="PlanVisit.Group"/>) is with two technicians.</summary>
    public bool KeepsGroups => Problem.Groups is not { } groups || Enumerable.Range(0, TechnicianOf.Count).All(visit => TechnicianOf[visit] < 0 || groups.Allows(TechnicianOf[visit], visit, TechnicianOf));

    /// <summary>Whether no hard rule keeps a visit from a technician while the others are where they are; its times and the van's load apart.</summary>
    public bool MayHave(int technician, int visit) => Problem.CanDo(technician, visit) && Problem.Groups?.Allows(technician, visit, TechnicianOf) is not false;

    /// <summary>How good it is.</summary>
    public Score Score { get; }

    /// <summary>The plan in which nothing is assigned but what is frozen.</summary>
    public static Plan Empty(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new Plan(problem, [.. problem.Technicians.Select(technician => technician.Frozen)]);
    }
}
