namespace Dispatch.Planning;

/// <summary>What it costs that work is unevenly spread: a convex price of the share of the paid shift that each technician's work and driving fill.</summary>
/// <remarks>
/// The price of one more second rises in proportion to the share, from nothing for who has nothing to do to
/// <see cref="PlanWeights.BalanceTenths"/> for whose shift is full. So it depends on one route alone, its sum is least where all
/// shares are equal, and what a change of load costs is known without timing the route. (Workload as a convex term by route rather than the range
/// between the most and the least: Matl, Hartl and Vidal, Workload equity in vehicle routing problems, 2018.)
/// </remarks>
internal static class WorkBalance
{
    // Shorter shifts count as an hour: whoever is called in for nothing paid is no free hand.
    private const int LeastPaidSeconds = 3600;
    private const long MostSeconds = 1 << 23;

    /// <summary>The price of a route.</summary>
    /// <param name="loadSeconds">Its visits and driving together; what was done before it is in <see cref="PlanTechnician.DoneSeconds"/>.</param>
    public static long Cost(PlanWeights weights, PlanTechnician technician, long loadSeconds)
    {
        if (weights.BalanceTenths == 0)
            return 0;
        var (load, done) = (Math.Min(loadSeconds, MostSeconds), Math.Min(technician.DoneSeconds, MostSeconds));
        return load * (load + 2 * done) * weights.BalanceTenths / (20L * PaidSeconds(technician));
    }

    /// <summary>The seconds that make a full shift.</summary>
    public static int PaidSeconds(PlanTechnician technician)
    {
        var paid = technician.PaidSeconds != PlanVisit.None ? technician.PaidSeconds : Math.Max(0, technician.ShiftEnd - technician.AvailableFrom) + technician.DoneSeconds;
        return Math.Max(LeastPaidSeconds, paid);
    }
}
