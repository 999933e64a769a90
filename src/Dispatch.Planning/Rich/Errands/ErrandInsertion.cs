using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Errands;

/// <summary>Finds where a job, or both ends of a shipment, cost least on a route.</summary>
/// <remarks>What a way round costs is found at once; whether all is in time by driving on until nothing is later than before.</remarks>
internal static class ErrandInsertion
{
    /// <summary>The cheapest place of a job, or of a pickup and its delivery (counted with the pickup in); a price of <see cref="long.MaxValue"/> if there is none below the bound.</summary>
    public static (long Price, int At, int Then) Cheapest(ErrandDay day, ErrandRoute route, int errand, long bound, ref Dice dice)
    {
        var vehicle = day.Vehicles[route.Number];
        var delivery = day.DeliveredAt[errand];
        var best = (Price: bound, At: -1, Then: -1);
        var start = route.Errands == 0 ? vehicle.FixedCost : 0;
        if (route.Errands + (delivery < 0 ? 1 : 2) > vehicle.MostErrands)
            return (long.MaxValue, -1, -1);
        for (var at = 0; at <= route.Count; at++)
        {
            if (dice.Below(Strings.StringSearch.Blink) == 0)
                continue;
            if (delivery >= 0)
            {
                // The way to the delivery only adds to that to the pickup.
                if (route.Detour(errand, at).Price + start < best.Price && InTime(route, vehicle, errand, at, -1, at))
                    Pair(day, route, vehicle, errand, delivery, at, start, ref best);
                continue;
            }

            var detour = route.Detour(errand, at);
            if (detour.Price + start < best.Price && route.IsShort(detour + route.Sum) && route.Loads.HasRoom(errand, at) && InTime(route, vehicle, errand, at, -1, at))
                best = (detour.Price + start, at, -1);
        }

        return best.At < 0 ? (long.MaxValue, -1, -1) : best;
    }

    // The delivery right after the pickup, or later, as long as there is room for the load.
    private static void Pair(ErrandDay day, ErrandRoute route, ErrandVehicle vehicle, int pickup, int delivery, int at, long start, ref (long Price, int At, int Then) best)
    {
        var amounts = day.Errands[delivery].Brings;
        var first = route.Detour(pickup, at);
        var isNext = true;
        for (var then = at; then <= route.Count; then++)
        {
            if (!route.Loads.HasRoom(amounts, then, then > at))
                return;
            // With nothing but breaks in between the two follow each other.
            isNext &= then == at || route.Items[then - 1] < 0;
            var detour = isNext ? route.Detour(pickup, delivery, at) : first + route.Detour(delivery, then);
            if (detour.Price + start < best.Price && route.IsShort(detour + route.Sum) && InTime(route, vehicle, pickup, at, delivery, then))
                best = (detour.Price + start, at, then + 1);
        }
    }

    // Drives on from the first change until nothing is later than it was; to the end where the route as it is comes home too late, as
    // breaks alone may.
    private static bool InTime(ErrandRoute route, ErrandVehicle vehicle, int errand, int at, int other, int then)
    {
        var (clock, moment) = (route.Clock, route.Before(at));
        var items = route.Items;
        if (!clock.TryGo(ref moment, errand))
            return false;
        if (other >= 0 && then == at)
        {
            if (!clock.TryGo(ref moment, other))
                return false;
            other = -1;
        }

        var mayStop = route.IsPossible && route.Errands > 0;
        for (var i = at; i < items.Length; i++)
        {
            if (!clock.TryGo(ref moment, items[i]))
                return false;
            if (other >= 0 && then == i + 1)
            {
                if (!clock.TryGo(ref moment, other))
                    return false;
                other = -1;
            }
            else if (other < 0 && mayStop)
            {
                ref readonly var was = ref route.Before(i + 1);
                if (moment.Free <= was.Free && moment.Place == was.Place && moment.Driven >= was.Driven)
                    return true;
            }
        }

        return clock.Back(moment) <= vehicle.Latest;
    }
}
