namespace Dispatch.Planning.Search;

/// <summary>
/// Gives one plan some neighbouring routes of another: selective route exchange, Nagata and Kobayashi, "A memetic algorithm for the
/// pickup and delivery problem with time windows using selective route exchange crossover" (2010).
/// </summary>
/// <remarks>
/// The routes that come stand in place of those that they have most in common with, of technicians who are alike; all other routes give
/// up the visits that came, and what nobody has then is put in again where it costs least.
/// </remarks>
internal sealed class RouteExchange(Tours tours)
{
    private const int Least = 3;
    private const int Most = 8;

    private readonly FlatDay day = tours.Day;
    private readonly int[] mineOf = new int[tours.Day.VisitCount];
    private readonly int[] theirsOf = new int[tours.Day.VisitCount];
    private readonly bool[] comes = new bool[tours.Day.VisitCount];
    private readonly List<int> chosen = [];

    /// <summary>Loads the first plan with routes of the second into the tours.</summary>
    /// <returns>The visits of all routes that differ from the first plan's; none if nothing was to be exchanged.</returns>
    public int[] Load(int[][] mine, int[][] theirs, ref Dice dice)
    {
        Index(mine, mineOf);
        Index(theirs, theirsOf);
        Choose(mine, theirs, Least + dice.Below(Most - Least + 1), ref dice);
        var child = Join(mine, theirs);
        if (child is null)
            return [];
        var area = Differing(child, mine);
        tours.Load(child);
        // What was kept to take the last change back is of other routes.
        tours.Begin();
        dice.Shuffle(area);
        foreach (var visit in area)
        {
            if (tours.RouteOf(visit) < 0 && tours.Cheapest(visit, true, ref dice) is ( >= 0 and var behind, _))
                tours.PutBehind(visit, behind);
        }

        // What came back may stand on routes that were the same until then.
        return Differing(tours.ToRoutes(), mine);
    }

    private static int[] Differing(int[][] routes, int[][] mine) =>
        [.. Enumerable.Range(0, routes.Length).Where(r => !routes[r].AsSpan().SequenceEqual(mine[r])).SelectMany(r => routes[r].Concat(mine[r])).Distinct()];

    private static void Index(int[][] routes, int[] of)
    {
        Array.Fill(of, -1);
        for (var r = 0; r < routes.Length; r++)
        {
            foreach (var visit in routes[r])
                of[visit] = r;
        }
    }

    // Routes of the second plan round a visit, those left out that the first has as well.
    private void Choose(int[][] mine, int[][] theirs, int wanted, ref Dice dice)
    {
        chosen.Clear();
        var seed = dice.Below(day.VisitCount);
        Add(seed);
        foreach (var near in day.Near.Around(seed))
        {
            if (chosen.Count >= wanted)
                break;
            Add(near);
        }

        chosen.RemoveAll(r => mineOf[theirs[r][0]] is >= 0 and var same && theirs[r].AsSpan().SequenceEqual(mine[same]));

        void Add(int visit)
        {
            if (theirsOf[visit] is >= 0 and var route && !chosen.Contains(route))
                chosen.Add(route);
        }
    }

    private int[][]? Join(int[][] mine, int[][] theirs)
    {
        if (chosen.Count == 0)
            return null;
        Array.Clear(comes);
        foreach (var route in chosen)
        {
            foreach (var visit in theirs[route])
                comes[visit] = true;
        }

        var (child, isTaken) = (new int[mine.Length][], new bool[mine.Length]);
        foreach (var route in chosen)
        {
            if (Place(mine, route, isTaken) is not (>= 0 and var place))
            {
                foreach (var visit in theirs[route])
                    comes[visit] = false;
                continue;
            }

            isTaken[place] = true;
            child[place] = theirs[route];
        }

        for (var r = 0; r < child.Length; r++)
            child[r] ??= Array.Exists(mine[r], visit => comes[visit]) ? Array.FindAll(mine[r], visit => !comes[visit]) : mine[r];
        return child;
    }

    // The route of a technician who is like the route's own of which most would come as well, and at least half; else an empty one; -1 for none.
    private int Place(int[][] mine, int route, bool[] isTaken)
    {
        var (best, most, kinds) = (-1, 0.5, day.Kinds.Of);
        for (var r = 0; r < mine.Length; r++)
        {
            if (isTaken[r] || kinds[r] != kinds[route])
                continue;
            var share = mine[r].Length == 0 ? 0.5 : (double)mine[r].Count(visit => comes[visit]) / mine[r].Length;
            if (share > most || (best < 0 && share >= most))
                (best, most) = (r, share);
        }

        return best < 0 && !isTaken[route] && IsAlone(route) ? route : best;
    }

    private bool IsAlone(int route) => day.Kinds.Of.Count(kind => kind == day.Kinds.Of[route]) == 1;
}
