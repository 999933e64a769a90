using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A vehicle as the input names it.</summary>
/// <param name="Breaks">The ids of its breaks, and what they are called.</param>
/// <param name="Steps">Its route as the input has it.</param>
/// <param name="Metres">Distances of its table, where there are any.</param>
internal sealed record VroomVehicle(
    long Id, string? Description, HashSet<int> Skills, (long Id, string? Description)[] Breaks, double[]? Start, double[]? End, JsonPlace[] Steps, int[]? Metres);

/// <summary>Reads the vehicles of a VROOM input, with the tables that they drive by.</summary>
internal sealed class VroomVehicles
{
    private const double AnHour = 3600;
    private readonly VroomPlaces places;
    private readonly VroomTimes times;
    private readonly VroomTasks tasks;
    private readonly List<int[]?> metres = [];
    private readonly Dictionary<(string, double, double, double), int> tableOf = [];

    public VroomVehicles(JsonPlace input, VroomPlaces places, VroomTimes times, VroomTasks tasks)
    {
        (this.places, this.times, this.tasks) = (places, times, tasks);
        var crew = input["vehicles"].Items();
        // Whole seconds are what is paid, unless money is; then its hundredths are counted.
        var isPlain = crew.All(vehicle => !vehicle.Has("costs") || (Rate(vehicle, "per_hour", AnHour) == AnHour && Rate(vehicle, "per_km", 0) == 0 && Rate(vehicle, "per_task_hour", 0) == 0));
        Unit = isPlain ? 1 : 100;
        // All places must be known before the first table between them.
        var ends = crew.Select(vehicle => (places.Of(vehicle, "start", isNeeded: false), places.Of(vehicle, "end", isNeeded: false))).ToArray();
        for (var v = 0; v < crew.Length; v++)
            Vehicle(crew[v], ends[v]);
    }

    /// <summary>As the input names them.</summary>
    public List<VroomVehicle> Named { get; } = [];

    /// <summary>As they are planned.</summary>
    public List<ErrandVehicle> Drivers { get; } = [];

    /// <summary>What they drive by.</summary>
    public List<ErrandTable> Tables { get; } = [];

    /// <summary>How many parts a unit of cost has.</summary>
    public int Unit { get; }

    private static double Rate(JsonPlace vehicle, string name, double otherwise) => vehicle.Has("costs") && vehicle["costs"].Has(name) ? vehicle["costs"][name].Number(0) : otherwise;

    private void Vehicle(JsonPlace vehicle, (int Start, int End) ends)
    {
        var id = vehicle["id"].Id();
        if (Named.Any(other => other.Id == id))
            throw vehicle["id"].Wrong($"the vehicle {id} stands twice.");
        var (start, end) = ends;
        if (start < 0 && end < 0)
            throw vehicle.Wrong("a vehicle has a start, an end, or both.");
        var window = vehicle.Has("time_window") ? times.Window(vehicle["time_window"]) : (Start: 0, End: ErrandVehicle.Never);
        var pauses = vehicle.ItemsOf("breaks");
        var ids = pauses.Select(pause => pause["id"].Id()).ToArray();
        for (var b = 1; b < ids.Length; b++)
        {
            if (Array.IndexOf(ids, ids[b]) < b)
                throw pauses[b]["id"].Wrong($"the break {ids[b]} stands twice.");
        }

        var table = Table(vehicle);
        if (vehicle.Has("max_distance") && metres[table] is null)
            throw vehicle["max_distance"].Wrong("there are no distances; give 'distances' beside 'durations'.");
        Drivers.Add(new ErrandVehicle
        {
            Start = start,
            End = end,
            Earliest = window.Start,
            Latest = window.End,
            Capacity = vehicle.Has("capacity") ? VroomTasks.Amounts(vehicle, "capacity") : [.. Enumerable.Repeat((int)InstanceText.Largest, 64)],
            Breaks = [.. pauses.Select(pause => new ErrandBreak(times.Windows(pause), VroomTasks.Whole(pause, "service")) { MostLoad = VroomTasks.Amounts(pause, "max_load") })],
            MostErrands = vehicle.Has("max_tasks") ? vehicle["max_tasks"].Whole() : int.MaxValue,
            MostDriving = vehicle.Has("max_travel_time") ? vehicle["max_travel_time"].Whole() : int.MaxValue,
            MostMetres = vehicle.Has("max_distance") ? vehicle["max_distance"].Whole() : int.MaxValue,
            FixedCost = (long)Math.Round(Rate(vehicle, "fixed", 0) * Unit),
            TaskHourCost = (long)Math.Round(Rate(vehicle, "per_task_hour", 0) * Unit),
            Type = tasks.TypeOf(vehicle),
            Table = table,
        });
        Named.Add(new VroomVehicle(
            id, VroomTasks.Description(vehicle), VroomTasks.Skills(vehicle), [.. pauses.Select((pause, b) => (ids[b], VroomTasks.Description(pause)))],
            VroomTasks.Coordinates(vehicle, "start"), VroomTasks.Coordinates(vehicle, "end"), vehicle.ItemsOf("steps"), metres[table]));
    }

    private int Table(JsonPlace vehicle)
    {
        var profile = vehicle.Has("profile") ? vehicle["profile"].Text() : "car";
        var speed = vehicle.Has("speed_factor") ? vehicle["speed_factor"].Number(0.01, 100) : 1;
        var (hour, kilometre) = (Rate(vehicle, "per_hour", AnHour), Rate(vehicle, "per_km", 0));
        if (tableOf.TryGetValue((profile, speed, hour, kilometre), out var known))
            return known;
        var (given, distances, costs) = places.Table(vehicle, profile);
        if (costs is not null && (hour != AnHour || kilometre != 0))
            throw vehicle["costs"].Wrong($"the profile '{profile}' has a matrix of costs; leave per_hour and per_km out, or the matrix.");
        if (kilometre != 0 && distances is null)
            throw vehicle["costs"]["per_km"].Wrong("there are no distances; give 'distances' beside 'durations'.");
        var seconds = speed == 1 ? given : [.. given.Select(time => time >= ErrandVehicle.Never ? time : (int)Math.Min(ErrandVehicle.Never, Math.Round(time / speed)))];
        var price = costs is not null ? [.. costs.Select(cost => (int)Math.Min(ErrandVehicle.Never, (long)cost * Unit))] : Unit == 1 ? seconds : new int[seconds.Length];
        for (var i = 0; i < price.Length && costs is null && Unit != 1; i++)
            price[i] = (int)Math.Min(ErrandVehicle.Never, Math.Round(Unit * (seconds[i] * hour / AnHour + (distances?[i] ?? 0) * kilometre / 1000)));
        Tables.Add(new ErrandTable(seconds, price, distances));
        metres.Add(distances);
        return tableOf[(profile, speed, hour, kilometre)] = Tables.Count - 1;
    }
}
