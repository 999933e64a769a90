namespace Dispatch.Planning.Search;

/// <summary>Which route has the visits of each group while routes change; a group that is on no route may go to any.</summary>
internal sealed class GroupHolders(VisitGroups groups)
{
    private readonly int[] count = new int[groups.Count];
    private readonly int[] route = new int[groups.Count];

    /// <summary>All visits of the visit's group, itself included; empty if it is in none.</summary>
    public ReadOnlySpan<int> With(int visit) => groups.With(visit);

    /// <summary>Whether a visit that is on no route may join this one.</summary>
    public bool Allows(int route, int visit) => groups.Of(visit) is var group && (group < 0 || count[group] == 0 || groups.AreOne(this.route[group], route));

    /// <summary>A visit has come onto a route.</summary>
    public void Joined(int visit, int route)
    {
        if (groups.Of(visit) is not (>= 0 and var group))
            return;
        count[group]++;
        this.route[group] = route;
    }

    /// <summary>A visit has left its route.</summary>
    public void Left(int visit)
    {
        if (groups.Of(visit) is >= 0 and var group)
            count[group]--;
    }

    /// <summary>Nobody has anything.</summary>
    public void Clear() => Array.Clear(count);
}
