namespace Dispatch.Planning.Search;

/// <summary>Technicians who are alike in everything but their number; of their empty routes one is worth a test.</summary>
internal sealed class TechnicianKinds
{
    private TechnicianKinds(int[] of, int count) => (Of, Count) = (of, count);

    /// <summary>The kind of each technician, 0 first.</summary>
    public int[] Of { get; }

    /// <summary>How many kinds there are.</summary>
    public int Count { get; }

    /// <summary>Whether most technicians have another who is like them.</summary>
    public bool AreMostAlike => Count == 1 || Count <= Of.Length / 2;

    /// <summary>Finds them; a technician to whom a visit is pinned, told or refused, preferred, known or out of the area, is of a kind of his own.</summary>
    public static TechnicianKinds In(Problem problem)
    {
        var named = new bool[problem.Technicians.Length];
        if (problem.Visits.Any(visit => visit.DurationByTechnician.Count > 0))
            Array.Fill(named, true);
        foreach (var visit in problem.Visits)
        {
            foreach (var technician in visit.Preferred.Concat(visit.Known).Concat(visit.OutsideAreaOf))
                named[technician] = true;
            if (visit.PinnedTechnician >= 0)
                named[visit.PinnedTechnician] = true;
            if (visit.ToldTechnician >= 0 && visit.ToldTechnician < named.Length)
                named[visit.ToldTechnician] = true;
            foreach (var excluded in visit.Excluded)
            {
                if (excluded >= 0 && excluded < named.Length)
                    named[excluded] = true;
            }
        }

        var (of, count) = (new int[named.Length], 0);
        var known = new Dictionary<string, int>();
        var allowed = new Dictionary<HashSet<int>, int>(HashSet<int>.CreateSetComparer());
        for (var t = 0; t < of.Length; t++)
        {
            var technician = problem.Technicians[t];
            if (named[t] || technician.Frozen.Count > 0 || (technician.Person >= 0 && problem.Groups is not null))
            {
                of[t] = count++;
                continue;
            }

            var key = string.Join(
                '|', technician.StartPlace, technician.EndPlace, technician.AvailableFrom, technician.ShiftEnd, technician.IsShiftStrict, technician.LatestEnd,
                technician.Day, technician.LowestUrgency, technician.MostWorkSeconds, technician.MostDriveSeconds, technician.DoneSeconds, technician.PaidSeconds,
                technician.DurationPercent, technician.Vehicle, technician.FixedCost, technician.IsOut, technician.Skills, technician.Tools, string.Join(',', technician.Stock),
                string.Join(',', technician.Capacity), string.Join(',', technician.Breaks), Allowed(technician.AllowedVisits));
            if (!known.TryGetValue(key, out of[t]))
                known.Add(key, of[t] = count++);
        }

        return new TechnicianKinds(of, count);

        // The number of the set of visits that a technician may have; -1 for any.
        int Allowed(IReadOnlySet<int>? visits)
        {
            if (visits is null)
                return -1;
            var set = visits as HashSet<int> ?? [.. visits];
            if (!allowed.TryGetValue(set, out var number))
                allowed.Add(set, number = allowed.Count);
            return number;
        }
    }
}
