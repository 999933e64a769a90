namespace Dispatch.Host.Solve.Instances;

/// <summary>A step of a route that is kept: an item, and when its service must be.</summary>
/// <param name="Item">A task by its number, a break b as ~b.</param>
internal readonly record struct KeptStep(int Item, int? At, int? After, int? Before);

/// <summary>The routes that a VROOM input has: in the vehicles' steps, or in "routes" of an earlier answer.</summary>
internal sealed class VroomSteps
{
    private readonly VroomTasks tasks;
    private readonly VroomVehicles vehicles;
    private readonly VroomTimes times;
    private readonly JsonPlace[][] steps;

    public VroomSteps(JsonPlace input, VroomTasks tasks, VroomVehicles vehicles, VroomTimes times)
    {
        (this.tasks, this.vehicles, this.times) = (tasks, vehicles, times);
        steps = [.. vehicles.Named.Select(vehicle => vehicle.Steps)];
        foreach (var route in input.ItemsOf("routes"))
        {
            var v = vehicles.Named.FindIndex(vehicle => vehicle.Id == route["vehicle"].Id());
            if (v < 0)
                throw route["vehicle"].Wrong($"there is no vehicle {route["vehicle"].Id()}.");
            steps[v] = route["steps"].Items();
        }

        Items = steps.All(list => list.Length == 0) ? null : [.. steps.Select((list, v) => Between(list).Select(step => Item(step, v)).ToArray())];
    }

    /// <summary>By vehicle the items to begin with; none if no vehicle has a route.</summary>
    public int[][]? Items { get; }

    /// <summary>By vehicle the route that is kept.</summary>
    /// <exception cref="RefusedException">A step stands twice, or no vehicle has a route.</exception>
    public KeptStep[][] Kept()
    {
        if (Items is null)
            throw new RefusedException("To keep routes there must be routes: give the vehicles 'steps'.");
        var seen = new HashSet<int>();
        return [.. steps.Select((list, v) =>
        {
            var breaks = new HashSet<int>();
            return Between(list).Select(step =>
            {
                var item = Item(step, v);
                if (!(item < 0 ? breaks : seen).Add(item))
                    throw step.Wrong("this stands twice in the routes.");
                return new KeptStep(item, times.At(step, "service_at"), times.At(step, "service_after"), times.At(step, "service_before"));
            }).ToArray();
        })];
    }

    private static IEnumerable<JsonPlace> Between(JsonPlace[] list) => list.Where(step => step["type"].Text() is not ("start" or "end"));

    private int Item(JsonPlace step, int vehicle)
    {
        var (type, id) = (step["type"].Text(), step["id"].Id());
        var at = type == "break" ? Array.FindIndex(vehicles.Named[vehicle].Breaks, pause => pause.Id == id) : tasks.Find(type, id);
        return at < 0 ? throw step.Wrong($"there is no {type} {id}{(type == "break" ? " of this vehicle" : "")}.") : type == "break" ? ~at : at;
    }
}
