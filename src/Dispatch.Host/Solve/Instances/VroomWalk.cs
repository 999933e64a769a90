using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A rule that a route breaks.</summary>
/// <param name="Cause">As VROOM calls it.</param>
/// <param name="Duration">How much too early or too late; 0 of any other cause.</param>
internal readonly record struct VroomViolation(string Cause, long Duration);

/// <summary>One step of an answer; times without what was taken from all of them.</summary>
internal sealed record VroomStep(
    string Type, long? Id, int Place, double[]? Location, string? Description, long Arrival, int Setup, int Service, long Waiting, long Duration, long Distance, long[] Load,
    IReadOnlyList<VroomViolation> Violations);

/// <summary>One route of an answer.</summary>
internal sealed record VroomRoute(VroomVehicle Vehicle, IReadOnlyList<VroomStep> Steps, VroomSums Sums);

/// <summary>
/// Drives a route as it stands, as early as possible, and says what each step is and which rules it breaks: none, if a search made it.
/// Nobody begins before a window that is still to come, so that only delays are told, and each is as small as the order allows.
/// </summary>
internal sealed class VroomWalk
{
    private readonly VroomInstance instance;
    private readonly ErrandDay day;
    private readonly ErrandVehicle vehicle;
    private readonly VroomVehicle named;
    private readonly int number;
    private readonly KeptStep[] kept;
    private readonly List<VroomStep> steps = [];
    private readonly VroomSums sums;
    private readonly long[] load;
    private long free;
    private int place;

    // How much of the drive to the next place was driven before breaks.
    private long driven;

    private VroomWalk(VroomInstance instance, int number, KeptStep[] kept)
    {
        (this.instance, this.number, this.kept) = (instance, number, kept);
        (day, vehicle, named) = (instance.Day, instance.Day.Vehicles[number], instance.Vehicles[number]);
        (sums, load) = (new VroomSums(day.Dimensions), new long[day.Dimensions]);
    }

    /// <summary>The route of a vehicle.</summary>
    public static VroomRoute Route(VroomInstance instance, int vehicle, KeptStep[] kept) => new VroomWalk(instance, vehicle, kept).Run();

    private VroomRoute Run()
    {
        foreach (var step in kept)
        {
            if (step.Item >= 0 && day.Errands[step.Item].PickedUpAt < 0)
                Add(load, day.Errands[step.Item].Brings, 1);
        }

        (free, place, sums.Cost) = (vehicle.Earliest, vehicle.Start, vehicle.FixedCost);
        if (kept is [{ Item: >= 0 } first, ..])
        {
            // Whoever would wait at the first stop leaves later.
            var arrive = free + Leg(place, day.Errands[first.Item].Place);
            free += Begin(first, day.Errands[first.Item].Windows, arrive) - arrive;
        }

        if (place >= 0)
            Tell("start", null, place, named.Start, null, free, 0, 0, 0, Overload());
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i].Item < 0)
                Rest(i);
            else
                Do(kept[i]);
        }

        Go(vehicle.End);
        List<VroomViolation> late = free > vehicle.Latest ? [new VroomViolation("delay", free - vehicle.Latest)] : [];
        if (vehicle.End >= 0)
            Tell("end", null, vehicle.End, named.End, null, free, 0, 0, 0, late);
        foreach (var step in steps)
            sums.Add(step.Violations);
        if (vehicle.End < 0)
            sums.Add(late);
        sums.Add(OfTheWhole());
        return new VroomRoute(named, steps, sums);
    }

    private IEnumerable<VroomViolation> OfTheWhole()
    {
        if (kept.Count(step => step.Item >= 0) > vehicle.MostErrands)
            yield return new VroomViolation("max_tasks", 0);
        if (sums.Duration > vehicle.MostDriving)
            yield return new VroomViolation("max_travel_time", 0);
        if (sums.Distance > vehicle.MostMetres)
            yield return new VroomViolation("max_distance", 0);
        for (var b = 0; b < vehicle.Breaks.Count; b++)
        {
            if (!kept.Any(step => step.Item == ~b))
                yield return new VroomViolation("missing_break", 0);
        }
    }

    // The drive goes on until the break begins.
    private void Rest(int at)
    {
        var pause = vehicle.Breaks[~kept[at].Item];
        var (id, description) = named.Breaks[~kept[at].Item];
        var next = Array.FindIndex(kept, at, step => step.Item >= 0);
        var left = Leg(place, next < 0 ? vehicle.End : day.Errands[kept[next].Item].Place) - driven;
        var begin = Begin(kept[at], pause.Windows, free);
        var drives = Math.Clamp(begin - free, 0, Math.Max(0, left));
        var waits = begin - free - drives;
        (driven, sums.Duration, sums.Waiting, sums.Service) = (driven + drives, sums.Duration + drives, sums.Waiting + waits, sums.Service + pause.Seconds);
        var wrong = Off(kept[at], pause.Windows, begin);
        if (Enumerable.Range(0, Math.Min(pause.MostLoad.Count, load.Length)).Any(d => load[d] > pause.MostLoad[d]))
            wrong.Add(new VroomViolation("max_load", 0));
        Tell("break", id, -1, null, description, begin - waits, 0, pause.Seconds, waits, wrong);
        free = begin + pause.Seconds;
    }

    private void Do(KeptStep step)
    {
        var (errand, task, from) = (day.Errands[step.Item], instance.Tasks[step.Item], place);
        Go(errand.Place);
        var begin = Begin(step, errand.Windows, free);
        var (setup, service, waits) = (from == errand.Place ? 0 : day.SetupOf(step.Item, number), day.ServiceOf(step.Item, number), begin - free);
        sums.Cost += vehicle.TaskCost(setup) + vehicle.TaskCost(service);
        (sums.Setup, sums.Service, sums.Waiting, sums.Priority) = (sums.Setup + setup, sums.Service + service, sums.Waiting + waits, sums.Priority + task.Priority);
        Carry(step.Item);
        var wrong = Off(step, errand.Windows, begin);
        wrong.AddRange(Overload());
        if (!day.May(step.Item, number))
            wrong.Add(new VroomViolation("skills", 0));
        if (!KeepsPair(step.Item))
            wrong.Add(new VroomViolation("precedence", 0));
        Tell(task.Type, task.Id, errand.Place, task.Location, task.Description, free, setup, service, waits, wrong);
        free = begin + setup + service;
    }

    private void Carry(int item)
    {
        var errand = day.Errands[item];
        Add(load, errand.Brings, -1);
        Add(load, errand.Takes, 1);
        Add(sums.Delivery, errand.Brings, 1);
        Add(sums.Pickup, errand.Takes, 1);
        if (instance.Tasks[item].Type != "pickup")
            return;
        Add(load, day.Errands[item + 1].Brings, 1);
        Add(sums.Pickup, day.Errands[item + 1].Brings, 1);
    }

    // A delivery follows its pickup.
    private bool KeepsPair(int item)
    {
        var at = Array.FindIndex(kept, step => step.Item == item);
        return instance.Tasks[item].Type switch
        {
            "pickup" => Array.FindIndex(kept, step => step.Item == item + 1) > at,
            "delivery" => Array.FindIndex(kept, step => step.Item == item - 1) is >= 0 and var pickup && pickup < at,
            _ => true,
        };
    }

    private void Go(int to)
    {
        var leg = Leg(place, to);
        var left = Math.Max(0, leg - driven);
        if (place >= 0 && to >= 0)
        {
            sums.Cost += day.Tables[vehicle.Table].Costs[place * day.PlaceCount + to];
            sums.Distance += named.Metres?[place * day.PlaceCount + to] ?? 0;
        }

        (free, sums.Duration, driven) = (free + left, sums.Duration + left, 0);
        place = to >= 0 ? to : place;
    }

    private int Leg(int from, int to) => from < 0 || to < 0 ? 0 : day.Tables[vehicle.Table].Seconds[from * day.PlaceCount + to];

    private List<VroomViolation> Overload() =>
        Enumerable.Range(0, load.Length).Any(d => load[d] > (d < vehicle.Capacity.Count ? vehicle.Capacity[d] : 0)) ? [new VroomViolation("load", 0)] : [];

    // In a window that is not over, or at once after the last; not before the step says.
    private static long Begin(KeptStep step, IReadOnlyList<(int Start, int End)> windows, long arrival)
    {
        if (step.At is { } at)
            return Math.Max(arrival, at);
        var from = Math.Max(arrival, step.After ?? arrival);
        foreach (var (start, end) in windows)
        {
            if (from <= end)
                return Math.Max(from, start);
        }

        return from;
    }

    private static List<VroomViolation> Off(KeptStep step, IReadOnlyList<(int Start, int End)> windows, long begin)
    {
        var wrong = new List<VroomViolation>();
        if (windows.Count > 0 && !windows.Any(window => begin >= window.Start && begin <= window.End))
        {
            // The nearest bound that is missed.
            var late = windows.Where(window => window.End < begin).Select(window => begin - window.End).DefaultIfEmpty(long.MaxValue).Min();
            var early = windows.Where(window => window.Start > begin).Select(window => window.Start - begin).DefaultIfEmpty(long.MaxValue).Min();
            wrong.Add(late <= early ? new VroomViolation("delay", late) : new VroomViolation("lead_time", early));
        }

        var latest = Math.Min(step.At ?? int.MaxValue, step.Before ?? int.MaxValue);
        if (begin > latest)
            wrong.Add(new VroomViolation("delay", begin - latest));
        return wrong;
    }

    private static void Add(long[] into, IReadOnlyList<int> amounts, int sign)
    {
        for (var d = 0; d < amounts.Count; d++)
            into[d] += sign * amounts[d];
    }

    private void Tell(string type, long? id, int at, double[]? location, string? description, long arrival, int setup, int service, long waits, List<VroomViolation> wrong) =>
        steps.Add(new VroomStep(type, id, at, location, description, arrival, setup, service, waits, sums.Duration, sums.Distance, [.. load], wrong));
}
