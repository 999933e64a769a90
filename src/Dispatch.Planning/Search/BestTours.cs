namespace Dispatch.Planning.Search;

/// <summary>The best tours seen, kept as an order of nodes.</summary>
internal sealed class BestTours
{
    private readonly Tours tours;
    private readonly int[] order;
    private long cost;
    private readonly UrgencyLevels urgency = new();
    private int broken;

    private bool isKept;

    public BestTours(Tours tours)
    {
        this.tours = tours;
        order = new int[tours.Day.NodeCount];
        (cost, broken, UsedRoutes) = (tours.Cost, tours.Broken, tours.UsedRoutes);
        urgency.CopyFrom(tours.Urgency);
    }

    /// <summary>The tours that it watches.</summary>
    public Tours Tours => tours;

    /// <summary>How many routes the best use.</summary>
    public int UsedRoutes { get; private set; }

    /// <summary>Whether there is one that was not taken yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Keeps the tours if they are better than all before.</summary>
    public void Offer()
    {
        if (Order(tours.Broken, tours.Urgency, tours.Cost, this) >= 0)
            return;
        Keep();
    }

    /// <summary>Begins anew from the tours as they are.</summary>
    public void Restart()
    {
        Keep();
        IsNew = false;
    }

    /// <summary>Takes over what another one keeps.</summary>
    public void CopyFrom(BestTours other)
    {
        (cost, broken, UsedRoutes, IsNew, isKept) = (other.cost, other.broken, other.UsedRoutes, true, true);
        urgency.CopyFrom(other.urgency);
        other.order.CopyTo(order, 0);
    }

    private void Keep()
    {
        (cost, broken, UsedRoutes, IsNew, isKept) = (tours.Cost, tours.Broken, tours.UsedRoutes, true, true);
        urgency.CopyFrom(tours.Urgency);
        var at = 0;
        for (var route = 0; route < tours.Day.RouteCount; route++)
        {
            for (var node = tours.Next(tours.Day.Start(route)); node < tours.Day.VisitCount; node = tours.Next(node))
                order[at++] = node;
            order[at++] = -1;
        }
    }

    /// <summary>Whether these are better than other ones.</summary>
    public bool IsBetterThan(BestTours other) => Order(broken, urgency, cost, other) < 0;

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

    // Below 0 if better than the other, 0 if the same.
    private static int Order(int broken, UrgencyLevels urgency, long cost, BestTours other)
    {
        if (broken != other.broken)
            return broken.CompareTo(other.broken);
        var order = urgency.CompareTo(other.urgency);
        return order != 0 ? order : cost.CompareTo(other.cost);
    }
}
