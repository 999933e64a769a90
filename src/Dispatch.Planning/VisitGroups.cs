namespace Dispatch.Planning;

/// <summary>Visits that one technician does, as many of them as are done at all: a household, a training in parts. None where a problem has no such groups.</summary>
internal sealed class VisitGroups
{
    private readonly int[] of;
    private readonly int[][] members;

    private readonly int[] personOf;

    private VisitGroups(int[] of, int[][] members, int[] personOf) => (this.of, this.members, this.personOf) = (of, members, personOf);

    /// <summary>How many groups there are.</summary>
    public int Count => members.Length;

    /// <summary>The groups of two and more; none where there are none.</summary>
    public static VisitGroups? In(Problem problem)
    {
        var groups = Enumerable.Range(0, problem.Visits.Length).Where(v => problem.Visits[v].Group >= 0).GroupBy(v => problem.Visits[v].Group).Where(group => group.Count() > 1).Select(group => group.ToArray()).ToArray();
        if (groups.Length == 0)
            return null;
        var of = new int[problem.Visits.Length];
        Array.Fill(of, -1);
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var visit in groups[g])
                of[visit] = g;
        }

        return new VisitGroups(of, groups, [.. problem.Technicians.Select((technician, t) => technician.Person >= 0 ? technician.Person : -1 - t)]);
    }

    /// <summary>The group of a visit, 0 first; -1 for none.</summary>
    public int Of(int visit) => of[visit];

    /// <summary>All visits of the visit's group, itself included; empty if it is in none.</summary>
    public ReadOnlySpan<int> With(int visit) => of[visit] < 0 ? [] : members[of[visit]];

    /// <summary>The visits of a group.</summary>
    public ReadOnlySpan<int> Members(int group) => members[group];

    /// <summary>Whether two technicians are the same person, on one day or another.</summary>
    public bool AreOne(int technician, int other) => personOf[technician] == personOf[other];

    /// <summary>Whether no other visit of its group is with another technician.</summary>
    /// <param name="technicianOf">By visit; -1 for nobody.</param>
    public bool Allows(int technician, int visit, IReadOnlyList<int> technicianOf)
    {
        foreach (var other in With(visit))
        {
            if (other != visit && technicianOf[other] >= 0 && !AreOne(technicianOf[other], technician))
                return false;
        }

        return true;
    }
}
