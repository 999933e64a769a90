using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Strings;

/// <summary>
/// Takes strings of neighbouring visits off their routes, puts them back greedily with an occasional blink, and accepts by simulated
/// annealing: slack induction by string removals, Christiaens and Vanden Berghe (Transportation Science 2020).
/// </summary>
internal static class StringSearch
{
    /// <summary>Ways to sort what is put back; see <see cref="IStringRoutes.SortKey"/>.</summary>
    public const int SortKinds = 6;

    /// <summary>How seldom a place is overlooked: one in so many.</summary>
    public const int Blink = 100;

    /// <summary>Anneals once over all the time, from <paramref name="hot"/> to <paramref name="cold"/>; both in the unit of cost.</summary>
    /// <param name="better">Called whenever the routes are better than ever; the routes stand still meanwhile.</param>
    public static void Run<T>(T routes, PlannerOptions options, ulong seed, double hot, double cold, Action better, CancellationToken cancellation)
        where T : IStringRoutes
    {
        var (ruin, dice) = (new StringRuin(routes.VisitCount, routes.RouteCount), new Dice(seed));
        var (best, temperature, spent) = (routes.Cost, hot, 0.0);
        for (var i = 0L; i < options.Iterations && spent < 1; i++)
        {
            if ((i & 31) == 0)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                spent = Math.Max(options.Spent?.Invoke() ?? 0, options.Iterations == long.MaxValue ? 0 : (double)i / options.Iterations);
                temperature = hot * Math.Pow(cold / hot, spent);
            }

            var before = routes.Cost;
            routes.Begin();
            var absent = ruin.Take(routes, ref dice);
            Sort(routes, absent, ref dice);
            routes.Prepare(absent, ref dice);
            foreach (var visit in absent)
                routes.PutBack(visit, ref dice);
            routes.Settle();
            if (routes.Cost - before >= -temperature * Math.Log(1 - dice.Unit()))
            {
                routes.Undo();
            }
            else if (routes.Cost < best)
            {
                best = routes.Cost;
                better();
            }
        }
    }

    /// <summary>Orders what is put back: by chance mostly, else by one of the kinds; insertion sort, since few are absent.</summary>
    public static void Sort<T>(T routes, Span<int> absent, ref Dice dice)
        where T : IStringRoutes
    {
        for (var i = absent.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (absent[i], absent[j]) = (absent[j], absent[i]);
        }

        var kind = dice.Below(2 * SortKinds) - SortKinds;
        if (kind < 0 && dice.Below(2) == 0)
            return;
        kind = Math.Max(0, kind);
        for (var i = 1; i < absent.Length; i++)
        {
            var visit = absent[i];
            var key = routes.SortKey(kind, visit);
            var j = i;
            for (; j > 0 && routes.SortKey(kind, absent[j - 1]) > key; j--)
                absent[j] = absent[j - 1];
            absent[j] = visit;
        }
    }
}
