namespace Dispatch.Planning.Rich.Restocking;

/// <summary>A problem in which working time counts and a van may fetch what it lacks at the depot, in flat arrays.</summary>
/// <remarks>Visits are numbered as in the problem, the restocks among them left out; the restock of a route is a place in it, not a stop.</remarks>
internal sealed class RestockDay
{
    /// <exception cref="ArgumentException">The problem is none that <see cref="Supports"/> names.</exception>
    public RestockDay(Problem problem)
    {
        if (!Supports(problem))
            throw new ArgumentException("The problem has other rules than windows, skills, tools, parts and working time.", nameof(problem));
        Problem = problem;
        Visits = [.. Enumerable.Range(0, problem.Visits.Length).Where(v => !problem.Visits[v].IsRestock)];
        VisitCount = Visits.Length;
        (PlaceCount, Travel) = (problem.Travel.PlaceCount, problem.Travel.Seconds);
        (Place, At) = (new int[VisitCount], new Stretch[VisitCount]);
        PartKinds = Math.Max(problem.Technicians.Max(technician => technician.Stock.Count), Visits.Length == 0 ? 0 : Visits.Max(v => problem.Visits[v].Parts.Count));
        (Parts, Stock) = (new int[VisitCount * PartKinds], new int[problem.Technicians.Length * PartKinds]);
        May = new bool[VisitCount * problem.Technicians.Length];
        for (var i = 0; i < VisitCount; i++)
        {
            var visit = problem.Visits[Visits[i]];
            (Place[i], At[i]) = (visit.Place, Alone(visit));
            for (var kind = 0; kind < PartKinds; kind++)
                Parts[i * PartKinds + kind] = VanLoad.Amount(visit.Parts, kind);
            for (var t = 0; t < problem.Technicians.Length; t++)
                May[i * problem.Technicians.Length + t] = problem.CanDo(t, Visits[i]);
        }

        RestockOf = new int[problem.Technicians.Length];
        Array.Fill(RestockOf, -1);
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (problem.Visits[v].IsRestock)
                RestockOf[problem.Visits[v].PinnedTechnician] = v;
        }

        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            for (var kind = 0; kind < PartKinds; kind++)
                Stock[t * PartKinds + kind] = VanLoad.Amount(problem.Technicians[t].Stock, kind);
        }

        Near = NearLists();
    }

    /// <summary>What is planned.</summary>
    public Problem Problem { get; }

    /// <summary>The problem's number of each visit.</summary>
    public int[] Visits { get; }

    public int VisitCount { get; }

    public int PlaceCount { get; }

    public int[] Travel { get; }

    public int[] Place { get; }

    /// <summary>Each visit as a stretch of its own.</summary>
    public Stretch[] At { get; }

    public int PartKinds { get; }

    /// <summary>By visit, then kind.</summary>
    public int[] Parts { get; }

    /// <summary>By technician, then kind.</summary>
    public int[] Stock { get; }

    /// <summary>By visit, then technician: whether skills allow it.</summary>
    public bool[] May { get; }

    /// <summary>The problem's visit that is a technician's restock; -1 for none.</summary>
    public int[] RestockOf { get; }

    /// <summary>The other visits of each, the nearest first.</summary>
    public int[][] Near { get; }

    /// <summary>Whether a problem has these rules and no others.</summary>
    public static bool Supports(Problem problem)
    {
        var weights = problem.Weights;
        if (weights.WorkSecond <= 0 || weights.DriveSecond != 0 || weights.Distance != 0 || weights.BalanceTenths != 0 || weights.WaitingTenths != 0 || weights.IdleTenths != 0 || problem.HasPairs || problem.HolderPrices is not null || problem.Groups is not null || problem.Durations is not null || problem.HasDriveBounds || problem.DayVisits is not null || problem.Travel.VehicleCount > 1)
            return false;
        foreach (var visit in problem.Visits)
        {
            if (visit.Windows.Count != 1 || !visit.IsWindowStrict || visit.Deadline != PlanVisit.None || visit.PromiseEnd != PlanVisit.None
                || visit.PinnedStart != PlanVisit.None || visit.ToldTechnician >= 0 || visit.Brings.Count > 0 || visit.Takes.Count > 0
                || (visit.IsRestock ? visit.PinnedTechnician < 0 || visit.SkipCost != 0 : visit.SkipCost != PlanVisit.NoPrice))
                return false;
        }

        return problem.Technicians.Length > 0 && problem.Technicians.All(technician => technician is { IsShiftStrict: true, Break: null, MostWorkSeconds: PlanVisit.None, LatestEnd: PlanVisit.None, FixedCost: 0, Frozen.Count: 0 })
            && weights.Technician == 0 && !problem.Travel.Seconds.AsSpan().Contains(TravelMatrix.NoRoad);
    }

    /// <summary>A visit as a stretch of its own.</summary>
    public static Stretch Alone(PlanVisit visit) => new(visit.DurationSeconds, visit.Windows[0].Start, visit.Windows[0].End);

    private int[][] NearLists()
    {
        var lists = new int[VisitCount][];
        var (keys, items) = (new long[VisitCount], new int[VisitCount]);
        for (var v = 0; v < VisitCount; v++)
        {
            for (var other = 0; other < VisitCount; other++)
            {
                items[other] = other;
                keys[other] = other == v ? long.MaxValue : (long)Travel[Place[v] * PlaceCount + Place[other]] + Travel[Place[other] * PlaceCount + Place[v]];
            }

            Array.Sort(keys, items);
            lists[v] = items[..Math.Max(0, Math.Min(100, VisitCount - 1))];
        }

        return lists;
    }
}
