namespace Dispatch.Planning.Search;

/// <summary>What visits use up on a van and how much there is, where a sum decides: parts, and loads that are all brought or all taken.</summary>
internal sealed class VanRoom
{
    public VanRoom(Problem problem)
    {
        var parts = problem.HasRestock ? 0 : problem.Technicians.Select(technician => technician.Stock.Count).DefaultIfEmpty(0).Max();
        var loads = problem.Technicians.Select(technician => technician.Capacity.Count).DefaultIfEmpty(0).Max();
        Dimensions = parts + loads;
        Needs = new int[problem.Visits.Length * Dimensions];
        Room = new int[problem.Technicians.Length * Dimensions];
        for (var k = 0; k < Dimensions; k++)
        {
            var (isLoad, kind) = (k >= parts, k >= parts ? k - parts : k);
            for (var v = 0; v < problem.Visits.Length; v++)
            {
                var visit = problem.Visits[v];
                Needs[v * Dimensions + k] = isLoad ? VanLoad.Amount(visit.Brings, kind) + VanLoad.Amount(visit.Takes, kind) : VanLoad.Amount(visit.Parts, kind);
            }

            for (var t = 0; t < problem.Technicians.Length; t++)
            {
                var room = isLoad ? problem.Technicians[t].Capacity : problem.Technicians[t].Stock;
                Room[t * Dimensions + k] = kind < room.Count ? room[kind] : int.MaxValue;
            }
        }
    }

    /// <summary>How many sums there are.</summary>
    public int Dimensions { get; }

    /// <summary>By visit, then dimension.</summary>
    public int[] Needs { get; }

    /// <summary>By technician, then dimension.</summary>
    public int[] Room { get; }

    /// <summary>Whether sums say all there is: nothing is fetched on the way, and no dimension is both brought and taken.</summary>
    public static bool Covers(Problem problem)
    {
        if (problem.HasRestock || problem.HasPairs)
            return false;
        if (!problem.HasLoads)
            return true;
        var (brings, takes) = (new HashSet<int>(), new HashSet<int>());
        foreach (var visit in problem.Visits)
        {
            for (var k = 0; k < visit.Brings.Count; k++)
            {
                if (visit.Brings[k] > 0)
                    brings.Add(k);
            }

            for (var k = 0; k < visit.Takes.Count; k++)
            {
                if (visit.Takes[k] > 0)
                    takes.Add(k);
            }
        }

        return !brings.Overlaps(takes);
    }
}
