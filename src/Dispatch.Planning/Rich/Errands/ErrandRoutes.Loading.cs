namespace Dispatch.Planning.Rich.Errands;

/// <summary>Whole plans: other routes in the place of all, and who is near whom.</summary>
internal sealed partial class ErrandRoutes
{
    /// <summary>Other routes in the place of all.</summary>
    public void Replace(IReadOnlyList<int[]> others)
    {
        Begin();
        for (var v = 0; v < routes.Length; v++)
        {
            while (Stops(v) is [var first, ..])
                TakeOff(first);
        }

        for (var v = 0; v < routes.Length; v++)
        {
            Cost -= routes[v].Cost;
            routes[v].Set(others[v]);
            Cost += routes[v].Cost;
            foreach (var item in routes[v].Items)
            {
                if (item < 0)
                    continue;
                routeOf[item] = v;
                Cost -= Skip(item);
            }
        }
    }

    /// <summary>Takes routes as they are, as far as they can be: what stands in the way of the rest is given back.</summary>
    public void Load(IReadOnlyList<int[]> given)
    {
        for (var v = 0; v < routes.Length; v++)
        {
            var route = routes[v];
            Cost -= route.Cost;
            var missing = Enumerable.Range(0, day.Vehicles[v].Breaks.Count).Select(b => ~b).Except(given[v]);
            var items = given[v].Where(item => item < 0 || (day.May(item, v) && routeOf[item] < 0)).Distinct().ToList();
            items.RemoveAll(item => item >= 0 && day.Errands[item].PickedUpAt is >= 0 and var pickup && items.IndexOf(pickup) is var at && (at < 0 || at > items.IndexOf(item)));
            items.RemoveAll(item => item >= 0 && day.DeliveredAt[item] is >= 0 and var delivery && !items.Contains(delivery));
            route.Set([.. items, .. missing]);
            route.Settle();
            while (!route.IsPossible)
            {
                var last = route.Items.ToArray().Last(item => item >= 0);
                foreach (var item in (int[])[last, day.Errands[last].PickedUpAt, day.DeliveredAt[last]])
                {
                    if (item >= 0 && route.Items.Contains(item))
                        route.Remove(item);
                }

                if (route.Errands == 0)
                    route.Clear();
                else
                    route.Settle();
            }

            Cost += route.Cost;
            foreach (var item in route.Items)
            {
                if (item < 0)
                    continue;
                routeOf[item] = v;
                Cost -= Skip(item);
            }
        }
    }

    private int[][] NearLists()
    {
        var count = day.Errands.Length;
        var (lists, keys, items) = (new int[count][], new long[count], new int[count]);
        var table = day.Tables[0].Seconds;
        for (var e = 0; e < count; e++)
        {
            var place = day.Errands[e].Place;
            for (var other = 0; other < count; other++)
            {
                var there = day.Errands[other].Place;
                (keys[other], items[other]) = (other == e ? long.MaxValue : (long)table[place * day.PlaceCount + there] + table[there * day.PlaceCount + place], other);
            }

            Array.Sort(keys, items);
            lists[e] = items[..Math.Max(0, Math.Min(MostNear, count - 1))];
        }

        return lists;
    }
}
