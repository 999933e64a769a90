namespace Dispatch.Planning.Search;

/// <summary>How tours are changed, and how a change is taken back.</summary>
internal abstract partial class Tours
{
    // What Undo needs: the changed routes as they were.
    private readonly int[] changedAt;
    private readonly int[] changed;
    private readonly int[] savedUsed;
    private readonly (long Cost, int Length, bool IsBroken)[] savedRoute;
    private int[] savedIds;
    private TourNode[] savedNodes;
    private readonly int[] touchedAt;
    private readonly (int Visit, bool WasAbsent)[] touched;
    private int round;
    private int savedCount;
    private int touchedCount;

    /// <summary>The routes that changed since <see cref="Begin"/>.</summary>
    public ReadOnlySpan<int> Changed => changed.AsSpan(0, ChangedCount);

    private int ChangedCount { get; set; }

    /// <summary>Begins a change.</summary>
    public void Begin() => (round, ChangedCount, savedCount, touchedCount) = (round + 1, 0, 0, 0);

    /// <summary>Whether a route changed since <see cref="Begin"/>.</summary>
    public bool HasChanged(int route) => changedAt[route] == round;

    /// <summary>Takes visits that follow each other off their route: from first to last, which are free.</summary>
    public void TakeOff(int first, int last)
    {
        var route = nodes[first].Route;
        Remember(route);
        var (before, after) = (nodes[first].Previous, nodes[last].Next);
        for (var node = first; node != after; node = nodes[node].Next)
        {
            Part(node, route);
            Groups?.Left(node);
            lengths[route]--;
            Touch(node, wasAbsent: false);
            Leave(node);
        }

        (nodes[before].Next, nodes[after].Previous) = (after, before);
        if (lengths[route] == 0)
        {
            UsedRoutes--;
            Empties.Add(route);
        }

        Removed(route, first, last);
    }

    /// <summary>Puts a visit that is on no route behind a node.</summary>
    public void PutBehind(int visit, int node)
    {
        var route = nodes[node].Route;
        Remember(route);
        if (lengths[route]++ == 0)
        {
            UsedRoutes++;
            Empties.Remove(route);
        }

        Touch(visit, wasAbsent: true);
        Join(visit, route);
        var after = nodes[node].Next;
        (nodes[visit].Previous, nodes[visit].Next) = (node, after);
        nodes[node].Next = nodes[after].Previous = visit;
        Inserted(route, visit);
    }

    /// <summary>Swaps the ends of two routes: the one goes on behind a node with the other's visits from another node on, and the other with what followed.</summary>
    /// <param name="behind">The last node that stays with its route.</param>
    /// <param name="onward">The first node that goes there, of another route.</param>
    public void SwapTails(int behind, int onward)
    {
        var (one, other) = (nodes[behind].Route, nodes[onward].Route);
        Remember(one);
        Remember(other);
        var (after, before) = (nodes[behind].Next, nodes[onward].Previous);
        var come = Hand(onward, other, one);
        var go = Hand(after, one, other);
        Append(behind, come.Count, onward, come.Last, one);
        Append(before, go.Count, after, go.Last, other);
        Resize(one, lengths[one] + come.Count - go.Count);
        Resize(other, lengths[other] + go.Count - come.Count);
        Loaded(one);
        Loaded(other);
    }

    /// <summary>Takes back everything since <see cref="Begin"/>.</summary>
    public void Undo()
    {
        for (var i = 0; i < ChangedCount && Groups is not null; i++)
        {
            for (var node = nodes[day.Start(changed[i])].Next; node < day.VisitCount; node = nodes[node].Next)
                Groups.Left(node);
        }

        foreach (var (visit, wasAbsent) in touched.AsSpan(0, touchedCount))
        {
            if (nodes[visit].Route < 0 == wasAbsent)
                continue;
            if (wasAbsent)
                Leave(visit);
            else
                Enter(visit);
        }

        var at = 0;
        foreach (var route in Changed)
        {
            var was = savedRoute[route];
            Book(route, was.Cost, was.IsBroken);
            Resize(route, was.Length);
            for (var k = route * day.Van.Dimensions; k < (route + 1) * day.Van.Dimensions; k++)
                used[k] = savedUsed[k];
            for (var (i, drive) = (0, 0); i < was.Length + 2; i++, at++)
            {
                var id = savedIds[at];
                if (id < day.VisitCount)
                    Groups?.Joined(id, route);
                nodes[id] = savedNodes[at];
                driveIn[id] = drive;
                driveOut[id] = drive = savedNodes[at].DriveNext;
            }

            Restored(route);
        }
    }

    private void Join(int visit, int route)
    {
        Enter(visit);
        Groups?.Joined(visit, route);
        nodes[visit].Route = route;
        for (var k = 0; k < day.Van.Dimensions; k++)
            used[route * day.Van.Dimensions + k] += day.Van.Needs[visit * day.Van.Dimensions + k];
    }

    private void Part(int visit, int route)
    {
        nodes[visit].Route = -1;
        for (var k = 0; k < day.Van.Dimensions; k++)
            used[route * day.Van.Dimensions + k] -= day.Van.Needs[visit * day.Van.Dimensions + k];
    }

    // Gives the visits from a node on to another route; their count, and the last of them.
    private (int Count, int Last) Hand(int first, int from, int to)
    {
        var (count, last, dimensions) = (0, -1, day.Van.Dimensions);
        for (var node = first; node < day.VisitCount; node = nodes[node].Next, count++)
        {
            nodes[node].Route = to;
            last = node;
            for (var k = 0; k < dimensions; k++)
            {
                used[from * dimensions + k] -= day.Van.Needs[node * dimensions + k];
                used[to * dimensions + k] += day.Van.Needs[node * dimensions + k];
            }
        }

        return (count, last);
    }

    // Lets a route end with so many visits behind a node, or right there.
    private void Append(int behind, int count, int first, int last, int route)
    {
        if (count > 0)
        {
            (nodes[behind].Next, nodes[first].Previous) = (first, behind);
            behind = last;
        }

        (nodes[behind].Next, nodes[day.End(route)].Previous) = (day.End(route), behind);
    }

    private void Resize(int route, int length)
    {
        if (lengths[route] == 0 != (length == 0))
        {
            UsedRoutes += length == 0 ? -1 : 1;
            if (length == 0)
                Empties.Add(route);
            else
                Empties.Remove(route);
        }

        lengths[route] = length;
    }

    private void Leave(int visit)
    {
        driveOut[visit] = driveIn[visit] = OnNone;
        nodes[visit].Route = -1;
        absentAt[visit] = AbsentCount;
        absent[AbsentCount++] = visit;
        Cost += day.SkipCost[visit];
        SoftUrgency += SoftOut[visit];
        if (ClassOut[visit] >= 0)
            Urgency.Out(ClassOut[visit], 1);
    }

    private void Enter(int visit)
    {
        var last = absent[--AbsentCount];
        absent[absentAt[visit]] = last;
        absentAt[last] = absentAt[visit];
        Cost -= day.SkipCost[visit];
        SoftUrgency -= SoftOut[visit];
        if (ClassOut[visit] >= 0)
            Urgency.Out(ClassOut[visit], -1);
    }

    // Notes that a visit was, or was not, on a route when the change began.
    private void Touch(int visit, bool wasAbsent)
    {
        if (touchedAt[visit] == round)
            return;
        touchedAt[visit] = round;
        touched[touchedCount++] = (visit, wasAbsent);
    }

    private void Remember(int route)
    {
        if (changedAt[route] == round)
            return;
        changedAt[route] = round;
        changed[ChangedCount++] = route;
        savedRoute[route] = (routeCost[route], lengths[route], isBroken[route]);
        for (var k = route * day.Van.Dimensions; k < (route + 1) * day.Van.Dimensions; k++)
            savedUsed[k] = used[k];
        for (var node = day.Start(route); node >= 0; node = nodes[node].Next)
        {
            savedIds[savedCount] = node;
            savedNodes[savedCount++] = nodes[node];
        }
    }
}
