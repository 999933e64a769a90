namespace Dispatch.Planning;

/// <summary>What must hold of a visit's rules on who has it: skills, preferred, known and excluded technicians.</summary>
internal static class HolderCheck
{
    /// <exception cref="ArgumentException">The first thing that does not hold.</exception>
    public static void Run(Problem problem, int index)
    {
        var visit = problem.Visits[index];
        if (visit.AnySkills.Contains(0UL))
            throw new ArgumentException($"A group of skills of visit {index} is empty, so that nobody could have it; name the skills that will do, or leave the group out.");
        Known(problem, visit.Preferred, $"visit {index} prefers");
        Known(problem, visit.Known, $"visit {index} is known to");
        Known(problem, visit.OutsideAreaOf, $"visit {index} is outside the area of");
        if (visit.Group < -1)
            throw new ArgumentException($"Visit {index} is of group {visit.Group}; a group is named by 0 or more, and -1 stands for none.");
        if (visit.NotPreferredCost is < 0 or > PlanVisit.MostHolderCost)
            throw new ArgumentException($"A technician whom visit {index} does not prefer costs {visit.NotPreferredCost}; it is 0 to {PlanVisit.MostHolderCost}.");
    }

    /// <exception cref="ArgumentException">Visits of one group that can never be with one technician.</exception>
    public static void Groups(Problem problem)
    {
        var pinned = new Dictionary<int, int>();
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            var visit = problem.Visits[v];
            if (visit.Group < 0)
                continue;
            if (visit.TiedTo >= 0 && visit.MostGapSeconds == 0 && problem.Visits[visit.TiedTo].Group == visit.Group)
                throw new ArgumentException($"Visits {visit.TiedTo} and {v} begin at once with two technicians, but are of one group, which one technician does.");
            if (visit.PinnedTechnician >= 0 && pinned.TryAdd(visit.Group, v) is false && problem.Visits[pinned[visit.Group]].PinnedTechnician is var other && !AreOne(problem, other, visit.PinnedTechnician))
                throw new ArgumentException($"Visits {pinned[visit.Group]} and {v} are of one group, but pinned to technicians {other} and {visit.PinnedTechnician}.");
        }
    }

    private static bool AreOne(Problem problem, int technician, int other) =>
        technician == other || (problem.Technicians[technician].Person >= 0 && problem.Technicians[technician].Person == problem.Technicians[other].Person);

    private static void Known(Problem problem, IReadOnlyList<int> technicians, string what)
    {
        for (var i = 0; i < technicians.Count; i++)
        {
            if (technicians[i] < 0 || technicians[i] >= problem.Technicians.Length)
                throw new ArgumentException($"There is no technician {technicians[i]}, whom {what}.");
            if (i > 0 && technicians[i] <= technicians[i - 1])
                throw new ArgumentException($"The technicians whom {what} are not ascending, or one is named twice.");
        }
    }
}
