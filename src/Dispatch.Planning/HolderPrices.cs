namespace Dispatch.Planning;

/// <summary>
/// What it costs that a technician has a visit, whatever the time: whom the patient prefers, who knows the patient, whose area it is, and the day. A table by visit
/// and technician, worked out once for a problem that has such rules; other problems have none and pay for none.
/// </summary>
internal sealed class HolderPrices
{
    private readonly int[] prices;
    private readonly int technicians;

    private HolderPrices(Problem problem)
    {
        technicians = problem.Technicians.Length;
        prices = new int[problem.Visits.Length * technicians];
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (Has(problem, v))
                Fill(problem, v, prices.AsSpan(v * technicians, technicians));
        }
    }

    /// <summary>The table; none where nobody is preferred, known or out of the area anywhere, or where that costs nothing.</summary>
    public static HolderPrices? In(Problem problem)
    {
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (Has(problem, v))
                return new HolderPrices(problem);
        }

        return null;
    }

    /// <summary>All that it costs.</summary>
    public int Of(int technician, int visit) => prices[visit * technicians + technician];

    /// <summary>What it costs that the technician is not among the preferred ones.</summary>
    public static int Preference(Problem problem, int technician, int visit) =>
        problem.Visits[visit] is { Preferred: { Count: > 0 } preferred } what && !preferred.Contains(technician) ? what.NotPreferredCost : 0;

    /// <summary>What it costs that others know the patient and the technician does not.</summary>
    public static int Continuity(Problem problem, int technician, int visit) =>
        problem.Visits[visit].Known is { Count: > 0 } known && !known.Contains(technician) ? problem.Weights.UnknownTechnician : 0;

    /// <summary>What it costs that the visit lies outside the technician's home area.</summary>
    public static int Area(Problem problem, int technician, int visit) =>
        problem.Visits[visit].OutsideAreaOf is { Count: > 0 } outside && outside.Contains(technician) ? problem.Weights.OutsideArea : 0;

    /// <summary>What it costs that the visit is done on the technician's day.</summary>
    public static int Day(Problem problem, int technician, int visit)
    {
        var days = problem.Visits[visit].Days;
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].Day == problem.Technicians[technician].Day)
                return days[i].Cost;
        }

        return 0;
    }

    // Whoever is not named pays; those who are, few as they are, are let off.
    private static void Fill(Problem problem, int visit, Span<int> byTechnician)
    {
        var (what, unknown) = (problem.Visits[visit], problem.Weights.UnknownTechnician);
        byTechnician.Fill((what.Preferred.Count > 0 ? what.NotPreferredCost : 0) + (what.Known.Count > 0 ? unknown : 0));
        for (var i = 0; i < what.Preferred.Count; i++)
            byTechnician[what.Preferred[i]] -= what.NotPreferredCost;
        for (var i = 0; i < what.Known.Count; i++)
            byTechnician[what.Known[i]] -= unknown;
        for (var i = 0; i < what.OutsideAreaOf.Count; i++)
            byTechnician[what.OutsideAreaOf[i]] += problem.Weights.OutsideArea;
        for (var t = 0; t < byTechnician.Length && what.Days.Count > 0; t++)
            byTechnician[t] += Day(problem, t, visit);
    }

    private static bool Has(Problem problem, int visit) =>
        (problem.Visits[visit].Preferred.Count > 0 && problem.Visits[visit].NotPreferredCost > 0) || (problem.Visits[visit].Known.Count > 0 && problem.Weights.UnknownTechnician > 0)
        || (problem.Visits[visit].OutsideAreaOf.Count > 0 && problem.Weights.OutsideArea > 0) || problem.Visits[visit].Days.Any(day => day.Cost > 0);
}
