using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Planning.Tests.Plain;

/// <summary>Drives the routes of a plan of errands item by item, second by second in words, and says what is wrong with them.</summary>
internal static class PlainErrands
{
    /// <summary>Fails at the first rule that is broken; gives the cost recomputed.</summary>
    public static long Check(ErrandDay day, ErrandPlan plan)
    {
        var seen = new HashSet<int>();
        var cost = 0L;
        for (var v = 0; v < day.Vehicles.Length; v++)
        {
            foreach (var item in plan.Routes[v].Where(item => item >= 0))
            {
                Assert.True(seen.Add(item), $"errand {item} is done twice");
                Assert.True(day.May(item, v), $"vehicle {v} may not do errand {item}");
            }

            if (plan.Routes[v].Any(item => item >= 0))
                cost += Drive(day, day.Vehicles[v], plan.Routes[v]) + day.Vehicles[v].FixedCost;
        }

        Assert.Equal(Enumerable.Range(0, day.Errands.Length).Except(seen), plan.Unassigned);
        Assert.Equal(cost, plan.TravelCost);
        return cost + plan.Unassigned.Sum(errand => day.Errands.Any(other => other.PickedUpAt == errand) ? 0 : day.Errands[errand].SkipCost);
    }

    private static long Drive(ErrandDay day, ErrandVehicle vehicle, int[] items)
    {
        var errands = items.Where(item => item >= 0).ToArray();
        Assert.Equal(Enumerable.Range(0, vehicle.Breaks.Count), items.Where(item => item < 0).Select(item => ~item).Order());
        Assert.True(errands.Length <= vehicle.MostErrands);
        Loads(day, vehicle, errands);
        Breaks(day, vehicle, items);
        var table = day.Tables[vehicle.Table];
        var (clock, place, driven, metres, cost) = (vehicle.Earliest, vehicle.Start, 0, 0, 0L);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] < 0)
                continue;
            var errand = day.Errands[items[i]];
            var leg = Arrive(errand.Place, i);
            Assert.NotEmpty(Open(errand.Windows, clock));
            var service = ByType(errand.ServiceByType, vehicle.Type, errand.Service);
            var setup = place == errand.Place ? 0 : ByType(errand.SetupByType, vehicle.Type, errand.Setup);
            clock = Open(errand.Windows, clock).First() + service + setup;
            cost += (long)Math.Round(vehicle.TaskHourCost * service / 3600m, MidpointRounding.AwayFromZero) + (long)Math.Round(vehicle.TaskHourCost * setup / 3600m, MidpointRounding.AwayFromZero);
            (place, driven) = (errand.Place, driven + leg);
        }

        driven += Arrive(vehicle.End, items.Length);
        Assert.True(clock <= vehicle.Latest && driven <= vehicle.MostDriving && metres <= vehicle.MostMetres);
        return cost;

        // Breaks right before a stop are taken on the way there, each as soon as its window is open.
        int Arrive(int to, int at)
        {
            var leg = place < 0 || to < 0 ? 0 : table.Seconds[place * day.PlaceCount + to];
            cost += place < 0 || to < 0 ? 0 : table.Costs[place * day.PlaceCount + to];
            metres += place < 0 || to < 0 ? 0 : table.Metres?[place * day.PlaceCount + to] ?? 0;
            var left = leg;
            var first = at;
            while (first > 0 && items[first - 1] < 0)
                first--;
            foreach (var pause in items[first..at].Select(item => vehicle.Breaks[~item]))
            {
                Assert.NotEmpty(Open(pause.Windows, clock));
                var begin = Open(pause.Windows, clock).First();
                left = Math.Max(0, left - (begin - clock));
                clock = begin + pause.Seconds;
            }

            clock += left;
            return leg;
        }
    }

    // When something with these windows can begin, the soonest first.
    private static IEnumerable<int> Open(IReadOnlyList<(int Start, int End)> windows, int clock) =>
        windows.Count == 0 ? [clock] : windows.Where(window => window.End >= clock).Select(window => Math.Max(window.Start, clock)).Order();

    private static void Loads(ErrandDay day, ErrandVehicle vehicle, int[] errands)
    {
        for (var d = 0; d < day.Dimensions; d++)
        {
            var load = errands.Sum(errand => day.Errands[errand].PickedUpAt < 0 ? At(day.Errands[errand].Brings, d) : 0);
            Assert.True(load <= At(vehicle.Capacity, d), "too much is loaded");
            for (var i = 0; i < errands.Length; i++)
            {
                var errand = day.Errands[errands[i]];
                if (errand.PickedUpAt >= 0)
                    Assert.Contains(errand.PickedUpAt, errands[..i]);
                load += At(errand.Takes, d) - At(errand.Brings, d);
                var delivery = Array.FindIndex(day.Errands, other => other.PickedUpAt == errands[i]);
                if (delivery >= 0)
                {
                    Assert.Contains(delivery, errands[i..]);
                    load += At(day.Errands[delivery].Brings, d);
                }

                Assert.True(load <= At(vehicle.Capacity, d), "too much is on board");
            }
        }
    }

    private static int ByType(IReadOnlyList<int> own, int type, int usual) => type >= 0 && type < own.Count && own[type] >= 0 ? own[type] : usual;

    // During a break no more is on board than it allows.
    private static void Breaks(ErrandDay day, ErrandVehicle vehicle, int[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] >= 0)
                continue;
            var bound = vehicle.Breaks[~items[i]].MostLoad;
            for (var d = 0; d < Math.Min(bound.Count, day.Dimensions); d++)
            {
                var (done, all) = (items[..i].Where(item => item >= 0).ToArray(), items.Where(item => item >= 0).ToArray());
                var load = all.Where(item => day.Errands[item].PickedUpAt < 0).Sum(item => At(day.Errands[item].Brings, d))
                    + done.Sum(item => At(day.Errands[item].Takes, d) - At(day.Errands[item].Brings, d))
                    + done.Sum(item => day.Errands.Where(other => other.PickedUpAt == item).Sum(other => At(other.Brings, d)));
                Assert.True(load <= bound[d], "too much is on board during a break");
            }
        }
    }

    private static int At(IReadOnlyList<int> amounts, int dimension) => dimension < amounts.Count ? amounts[dimension] : 0;
}
