namespace Dispatch.Planning.Search;

/// <summary>The best tours seen, kept as an order of nodes.</summary>
internal sealed class BestTours
{
    private readonly Tours tours;
    private readonly int[] order;
    private long cost;
    private Int128 urgency;
    private int broken;

    private bool isKept;

    public BestTours(Tours tours)
    {
        this.tours = tours;
        order = new int[tours.Day.NodeCount];
        (cost, urgency, broken) = (tours.Cost, tours.Urgency, tours.Broken);
    }

    /// <summary>The tours that it watches.</summary>
    public Tours Tours => tours;

    /// <summary>Whether there is one that was not taken yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Keeps the tours if they are better than all before.</summary>
    public void Offer()
    {
        if (tours.Broken > broken || (tours.Broken == broken && (tours.Urgency > urgency || (tours.Urgency == urgency && tours.Cost >= cost))))
            return;
        (cost, urgency, broken, IsNew, isKept) = (tours.Cost, tours.Urgency, tours.Broken, true, true);
        var at = 0;
        for (var route = 0; route < tours.Day.RouteCount; route++)
        {
            for (var node = tours.Next(tours.Day.Start(route)); node < tours.Day.VisitCount; node = tours.Next(node))
                order[at++] = node;
            order[at++] = -1;
        }
    }

    /// <summary>Whether these are better than other ones.</summary>
    public bool IsBetterThan(BestTours other) => (broken, urgency, cost).CompareTo((other.broken, other.urgency, other.cost)) < 0;

    /// <summary>The routes, which are then no longer new.</summary>
    public int[][] Take()
    {
        IsNew = false;
        return Routes()!;
    }

    /// <summary>The routes; none while nothing better than the start was seen.</summary>
    public int[][]? Routes()
    {
        if (!isKept)
            return null;
        var routes = new int[tours.Day.RouteCount][];
        var from = 0;
        for (var route = 0; route < routes.Length; route++)
        {
            var length = order.AsSpan(from).IndexOf(-1);
            routes[route] = order.AsSpan(from, length).ToArray();
            from += length + 1;
        }

        return routes;
    }
}
