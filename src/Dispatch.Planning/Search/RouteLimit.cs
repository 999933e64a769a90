namespace Dispatch.Planning.Search;

/// <summary>
/// How many routes a plan may use where all technicians are alike and routes are long. A route of fifty visits never goes by itself once it
/// has cooled, though the best plan may have fewer.
/// </summary>
internal static class RouteLimit
{
    /// <summary>No limit.</summary>
    public const int None = int.MaxValue;

    // Visits to a route from which it is long: on shorter ones a route fewer is far dearer (rc1_4_5, 11 visits a route: 2 to 4 %); on those of
    // rc2_10_4, with 55, plans of 20, 19 and 18 routes were 2.6, 1.5 and 1.7 % above the best known after one annealing of 50 s.
    private const int LongRoute = 28;

    /// <summary>Whether the routes of a plan are so long that one fewer is worth a try.</summary>
    public static bool Supports(Tours tours) => tours.Day.Kinds.Count == 1 && tours.UsedRoutes > 1 && tours.Day.VisitCount > LongRoute * tours.UsedRoutes;

    /// <summary>A plan without its shortest routes, so that no more than so many are left; their visits are nobody's then.</summary>
    public static int[][] Within(int[][] routes, int most)
    {
        var used = routes.Count(route => route.Length > 0);
        if (used <= most)
            return routes;
        var kept = routes.ToArray();
        foreach (var r in Enumerable.Range(0, routes.Length).Where(r => routes[r].Length > 0).OrderBy(r => routes[r].Length).Take(used - most))
            kept[r] = [];
        return kept;
    }
}
