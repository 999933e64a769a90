using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>VROOM's input: jobs, shipments, vehicles with breaks, and matrices or coordinates. Keys that VROOM does not know are passed over, as it does.</summary>
/// <remarks>
/// First the greatest sum of priorities done, then the most tasks, then cost: what VROOM wants. A warm start is taken from the
/// vehicles' steps, or from "routes" of an earlier answer put into the input.
/// </remarks>
internal sealed class VroomFile
{
    private static readonly string[] Unsupported = ["service_per_type", "setup_per_type", "type", "max_distance", "max_load"];

    private readonly JsonPlace input;
    private readonly VroomPlaces places;
    private readonly List<VroomTask> tasks = [];
    private readonly List<Errand> errands = [];
    private readonly List<HashSet<int>> skills = [];
    private readonly List<VroomVehicle> vehicles = [];
    private readonly List<ErrandVehicle> drivers = [];
    private readonly List<ErrandTable> tables = [];
    private readonly List<int[]?> metres = [];
    private readonly Dictionary<(string, double, double, double), int> tableOf = [];
    private readonly long from;
    private bool isWhole = true;

    private VroomFile(string path, string? mapFile)
    {
        input = JsonPlace.Read(path);
        places = new VroomPlaces(input, mapFile);
        from = Base();
        foreach (var job in input.ItemsOf("jobs"))
            Job(job);
        foreach (var shipment in input.ItemsOf("shipments"))
            Shipment(shipment);
        var crew = input["vehicles"].Items();
        if (crew.Length == 0 || tasks.Count == 0)
            throw input.Wrong("there must be a vehicle, and a job or a shipment.");
        foreach (var vehicle in crew)
            isWhole &= !vehicle.Has("costs") || Rate(vehicle, "per_hour", 3600) == 3600 && Rate(vehicle, "per_km", 0) == 0;
        foreach (var vehicle in crew)
            Vehicle(vehicle);
    }

    /// <exception cref="RefusedException">The file is malformed, or asks for what there is not; the sentence has the place.</exception>
    public static Instance Read(string path, string? mapFile)
    {
        var file = new VroomFile(path, mapFile);
        var day = new ErrandDay(file.Priced(), file.drivers, file.tables, file.places.Size, (task, vehicle) => file.skills[task].IsSubsetOf(file.vehicles[vehicle].Skills));
        return new VroomInstance
        {
            Day = day,
            Tasks = [.. file.tasks],
            Vehicles = [.. file.vehicles],
            From = file.from,
            Unit = file.isWhole ? 1 : 100,
            Start = file.WarmStart(),
            HasDistances = file.places.HasDistances,
            HasIndices = file.places.HasMatrices,
        };
    }

    // Priorities in order, then the number of tasks, then cost, as far as 64 bits go.
    private IReadOnlyList<Errand> Priced()
    {
        decimal most = 1 + drivers.Sum(driver => driver.FixedCost);
        var dearest = new long[places.Size];
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Costs.Length; i++)
            {
                if (table.Seconds[i] < ErrandVehicle.Never)
                    dearest[i / places.Size] = Math.Max(dearest[i / places.Size], table.Costs[i]);
            }
        }

        most += errands.Sum(errand => 2 * dearest[errand.Place]) + drivers.Sum(driver => driver.Start < 0 ? 0 : dearest[driver.Start]);
        var sum = tasks.Sum(task => (decimal)task.Priority * (errands.Count + 1) + 1) * most;
        var unit = sum > long.MaxValue / 16 ? Math.Max(1, (long)(long.MaxValue / 16 / (sum / most))) : (long)most;
        long Price(int task) => ((long)tasks[task].Priority * (errands.Count + 1) + 1) * unit;
        return [.. errands.Select((errand, e) => errand with { SkipCost = errand.PickedUpAt >= 0 ? 2 * Price(e) : Price(e) })];
    }

    // Times may be seconds since 1970; they are counted from the first that is named.
    private long Base()
    {
        var first = long.MaxValue;
        foreach (var item in input.ItemsOf("jobs").Concat(input.ItemsOf("shipments").SelectMany(shipment => (JsonPlace[])[shipment["pickup"], shipment["delivery"]])))
            First(item.ItemsOf("time_windows"));
        foreach (var vehicle in input["vehicles"].Items())
        {
            if (vehicle.Has("time_window"))
                First([vehicle["time_window"]]);
            foreach (var pause in vehicle.ItemsOf("breaks"))
                First(pause.ItemsOf("time_windows"));
        }

        return first == long.MaxValue ? 0 : first;

        void First(JsonPlace[] windows)
        {
            foreach (var window in windows)
                first = Math.Min(first, Ends(window).Start);
        }
    }

    private static (long Start, long End) Ends(JsonPlace window)
    {
        var ends = window.Items();
        if (ends.Length != 2)
            throw window.Wrong("a window is [start, end].");
        var (start, end) = (ends[0].Number(0, 1e11), ends[1].Number(0, 1e11));
        return start <= end ? ((long)start, (long)end) : throw window.Wrong("the window ends before it starts.");
    }

    private (int Start, int End) Window(JsonPlace window)
    {
        var (start, end) = Ends(window);
        return ((int)Math.Min(start - from, ErrandVehicle.Never - 1), (int)Math.Min(end - from, ErrandVehicle.Never - 1));
    }

    private (int Start, int End)[] Windows(JsonPlace item)
    {
        var windows = item.ItemsOf("time_windows").Select(Window).Order().ToArray();
        for (var i = 1; i < windows.Length; i++)
        {
            if (windows[i].Start <= windows[i - 1].End)
                throw item["time_windows"].Wrong("two windows overlap.");
        }

        return windows;
    }

    private static void Refuse(JsonPlace item)
    {
        foreach (var name in Unsupported)
        {
            if (item.Has(name))
                throw item[name].Wrong("this is not supported; leave it out.");
        }
    }

    private static int Whole(JsonPlace item, string name, int most = 10_000_000) => item.Has(name) ? item[name].Whole(0, most) : 0;

    private static int[] Amounts(JsonPlace item, string name) => item.Has(name) ? item[name].Wholes() : [];

    private void Job(JsonPlace job)
    {
        Refuse(job);
        var brings = Amounts(job, job.Has("delivery") ? "delivery" : "amount");
        Add(job, "job", Whole(job, "priority", 100), Wanted(job), new Errand
        {
            Place = places.Of(job, "location", isNeeded: true),
            Windows = Windows(job),
            Service = Whole(job, "service"),
            Setup = Whole(job, "setup"),
            Brings = brings,
            Takes = Amounts(job, "pickup"),
            SkipCost = 0,
        });
    }

    private void Shipment(JsonPlace shipment)
    {
        Refuse(shipment);
        var (priority, wanted, pickup) = (Whole(shipment, "priority", 100), Wanted(shipment), errands.Count);
        foreach (var name in (string[])["pickup", "delivery"])
        {
            var end = shipment[name];
            Refuse(end);
            Add(end, name, priority, wanted, new Errand
            {
                Place = places.Of(end, "location", isNeeded: true),
                Windows = Windows(end),
                Service = Whole(end, "service"),
                Setup = Whole(end, "setup"),
                Brings = name == "delivery" ? Amounts(shipment, "amount") : [],
                PickedUpAt = name == "delivery" ? pickup : -1,
                SkipCost = 0,
            });
        }
    }

    private void Add(JsonPlace item, string type, int priority, HashSet<int> wanted, Errand errand)
    {
        var id = item["id"].Id();
        if (tasks.Any(task => task.Type == type && task.Id == id))
            throw item["id"].Wrong($"the {type} {id} stands twice.");
        tasks.Add(new VroomTask(type, id, priority, item.Has("description") ? item["description"].Text() : null, Coordinates(item, "location")));
        errands.Add(errand);
        skills.Add(wanted);
    }

    private static HashSet<int> Wanted(JsonPlace item) => item.Has("skills") ? [.. item["skills"].Wholes()] : [];

    private static double[]? Coordinates(JsonPlace item, string name) => item.Has(name) ? [.. item[name].Items().Select(number => number.Number())] : null;

    private static double Rate(JsonPlace vehicle, string name, double otherwise) => vehicle.Has("costs") && vehicle["costs"].Has(name) ? vehicle["costs"][name].Number(0) : otherwise;

    private void Vehicle(JsonPlace vehicle)
    {
        Refuse(vehicle);
        if (Rate(vehicle, "per_task_hour", 0) != 0)
            throw vehicle["costs"]["per_task_hour"].Wrong("this is not supported; leave it out.");
        var id = vehicle["id"].Id();
        if (vehicles.Any(other => other.Id == id))
            throw vehicle["id"].Wrong($"the vehicle {id} stands twice.");
        var (start, end) = (places.Of(vehicle, "start", isNeeded: false), places.Of(vehicle, "end", isNeeded: false));
        if (start < 0 && end < 0)
            throw vehicle.Wrong("a vehicle has a start, an end, or both.");
        var window = vehicle.Has("time_window") ? Window(vehicle["time_window"]) : (Start: 0, End: ErrandVehicle.Never);
        var pauses = vehicle.ItemsOf("breaks");
        foreach (var pause in pauses)
            Refuse(pause);
        drivers.Add(new ErrandVehicle
        {
            Start = start,
            End = end,
            Earliest = window.Start,
            Latest = window.End,
            Capacity = Amounts(vehicle, "capacity") is { Length: > 0 } room ? room : [.. Enumerable.Repeat((int)InstanceText.Largest, vehicle.Has("capacity") ? 0 : 64)],
            Breaks = [.. pauses.Select(pause => new ErrandBreak(Windows(pause), Whole(pause, "service")))],
            MostErrands = vehicle.Has("max_tasks") ? vehicle["max_tasks"].Whole() : int.MaxValue,
            MostDriving = vehicle.Has("max_travel_time") ? vehicle["max_travel_time"].Whole() : int.MaxValue,
            FixedCost = (long)Math.Round(Rate(vehicle, "fixed", 0) * (isWhole ? 1 : 100)),
            Table = Table(vehicle),
        });
        vehicles.Add(new VroomVehicle(
            id, vehicle.Has("description") ? vehicle["description"].Text() : null, Wanted(vehicle), [.. pauses.Select(pause => pause["id"].Id())],
            vehicle.Has("start") ? Coordinates(vehicle, "start") : null, vehicle.Has("end") ? Coordinates(vehicle, "end") : null, vehicle.ItemsOf("steps"), metres[drivers[^1].Table]));
    }

    private int Table(JsonPlace vehicle)
    {
        var profile = vehicle.Has("profile") ? vehicle["profile"].Text() : "car";
        var speed = vehicle.Has("speed_factor") ? vehicle["speed_factor"].Number(0.01, 100) : 1;
        var (hour, kilometre) = (Rate(vehicle, "per_hour", 3600), Rate(vehicle, "per_km", 0));
        if (tableOf.TryGetValue((profile, speed, hour, kilometre), out var known))
            return known;
        var (given, distances, costs) = places.Table(vehicle, profile);
        var seconds = speed == 1 ? given : [.. given.Select(time => time >= ErrandVehicle.Never ? time : (int)Math.Round(time / speed))];
        var price = costs is not null ? [.. costs.Select(cost => cost * (isWhole ? 1 : 100))] : isWhole ? seconds : new int[seconds.Length];
        for (var i = 0; i < price.Length && costs is null && !isWhole; i++)
            price[i] = (int)Math.Min(ErrandVehicle.Never, Math.Round(100 * (seconds[i] * hour / 3600 + (distances?[i] ?? 0) * kilometre / 1000)));
        tables.Add(new ErrandTable(seconds, price));
        metres.Add(distances);
        return tableOf[(profile, speed, hour, kilometre)] = tables.Count - 1;
    }

    // By vehicle what its steps say, or the routes of an earlier answer; none if neither is there.
    private int[][]? WarmStart()
    {
        var steps = vehicles.Select(vehicle => vehicle.Steps).ToArray();
        foreach (var route in input.ItemsOf("routes"))
        {
            var v = vehicles.FindIndex(vehicle => vehicle.Id == route["vehicle"].Id());
            if (v < 0)
                throw route["vehicle"].Wrong($"there is no vehicle {route["vehicle"].Id()}.");
            steps[v] = route["steps"].Items();
        }

        if (steps.All(list => list.Length == 0))
            return null;
        return [.. steps.Select((list, v) => list.Where(step => step["type"].Text() is not ("start" or "end")).Select(step => Item(step, v)).ToArray())];
    }

    private int Item(JsonPlace step, int vehicle)
    {
        var (type, id) = (step["type"].Text(), step["id"].Id());
        var at = type == "break" ? Array.IndexOf(vehicles[vehicle].Breaks, id) : tasks.FindIndex(task => task.Type == type && task.Id == id);
        return at < 0 ? throw step.Wrong($"there is no {type} {id}{(type == "break" ? " of this vehicle" : "")}.") : type == "break" ? ~at : at;
    }
}

/// <summary>A job, pickup or delivery as the input names it.</summary>
internal sealed record VroomTask(string Type, long Id, int Priority, string? Description, double[]? Location);

/// <summary>A vehicle as the input names it.</summary>
/// <param name="Breaks">The ids of its breaks.</param>
/// <param name="Steps">Its warm start.</param>
/// <param name="Metres">Distances of its table, where there are any.</param>
internal sealed record VroomVehicle(
    long Id, string? Description, HashSet<int> Skills, long[] Breaks, double[]? Start, double[]? End, JsonPlace[] Steps, int[]? Metres);
