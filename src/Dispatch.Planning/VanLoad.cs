namespace Dispatch.Planning;

/// <summary>Whether a van carries what its route needs: parts and tools until the first restock, room for loads, pickups before deliveries.</summary>
internal static class VanLoad
{
    /// <summary>Whether it does, whatever the times.</summary>
    public static bool Fits(Problem problem, int technicianIndex, ReadOnlySpan<int> stops)
    {
        var technician = problem.Technicians[technicianIndex];
        return CarriesParts(problem, technician, stops)
            && (!problem.HasLoads || HasRoom(problem, technician, stops))
            && (!problem.HasPairs || KeepsPairs(problem, stops));
    }

    private static bool CarriesParts(Problem problem, PlanTechnician technician, ReadOnlySpan<int> stops)
    {
        if (problem.HasRestock)
        {
            for (var i = 0; i < stops.Length; i++)
            {
                if (problem.Visits[stops[i]].IsRestock)
                    stops = stops[..i];
                else if ((problem.Visits[stops[i]].Tools & ~technician.Tools) != 0)
                    return false;
            }
        }

        for (var part = 0; part < technician.Stock.Count; part++)
        {
            var used = 0;
            foreach (var stop in stops)
                used += Amount(problem.Visits[stop].Parts, part);
            if (used > technician.Stock[part])
                return false;
        }

        return true;
    }

    /// <summary>Whether the van has room for all that lies in it along the route.</summary>
    public static bool HasRoom(Problem problem, PlanTechnician technician, ReadOnlySpan<int> stops)
    {
        for (var dimension = 0; dimension < technician.Capacity.Count; dimension++)
        {
            if (Most(problem, stops, dimension) > technician.Capacity[dimension])
                return false;
        }

        return true;
    }

    /// <summary>The most of one dimension that lies in the van along a route.</summary>
    public static int Most(Problem problem, ReadOnlySpan<int> stops, int dimension)
    {
        var load = 0;
        foreach (var stop in stops)
            load += problem.Visits[stop].PickedUpAt < 0 ? Amount(problem.Visits[stop].Brings, dimension) : 0;
        var most = load;
        foreach (var stop in stops)
        {
            var visit = problem.Visits[stop];
            load += Amount(visit.Takes, dimension) - Amount(visit.Brings, dimension);
            if (problem.DeliveredAt(stop) is >= 0 and var delivery)
                load += Amount(problem.Visits[delivery].Brings, dimension);
            most = Math.Max(most, load);
        }

        return most;
    }

    private static bool KeepsPairs(Problem problem, ReadOnlySpan<int> stops)
    {
        for (var i = 0; i < stops.Length; i++)
        {
            if (problem.Visits[stops[i]].PickedUpAt is >= 0 and var pickup && !stops[..i].Contains(pickup))
                return false;
            if (problem.DeliveredAt(stops[i]) is >= 0 and var delivery && !stops[i..].Contains(delivery))
                return false;
        }

        return true;
    }

    /// <summary>An amount by kind; kinds beyond the list are none.</summary>
    public static int Amount(IReadOnlyList<int> amounts, int kind) => kind < amounts.Count ? amounts[kind] : 0;
}
