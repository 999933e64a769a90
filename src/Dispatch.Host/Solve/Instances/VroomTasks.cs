using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A job, pickup or delivery as the input names it.</summary>
internal sealed record VroomTask(string Type, long Id, int Priority, string? Description, double[]? Location, HashSet<int> Skills);

/// <summary>Reads the jobs and shipments of a VROOM input.</summary>
internal sealed class VroomTasks
{
    private readonly VroomPlaces places;
    private readonly VroomTimes times;
    private readonly Dictionary<(string Type, long Id), int> taskOf = [];
    private readonly List<string> types = [];

    public VroomTasks(JsonPlace input, VroomPlaces places, VroomTimes times)
    {
        (this.places, this.times) = (places, times);
        foreach (var vehicle in input["vehicles"].Items())
        {
            if (vehicle.Has("type") && !types.Contains(vehicle["type"].Text()))
                types.Add(vehicle["type"].Text());
        }

        foreach (var job in input.ItemsOf("jobs"))
            Job(job);
        foreach (var shipment in input.ItemsOf("shipments"))
            Shipment(shipment);
    }

    /// <summary>As the input names them.</summary>
    public List<VroomTask> Named { get; } = [];

    /// <summary>As they are planned, without their price.</summary>
    public List<Errand> Errands { get; } = [];

    /// <summary>The number of a vehicle's type; -1 for none.</summary>
    public int TypeOf(JsonPlace vehicle) => vehicle.Has("type") ? types.IndexOf(vehicle["type"].Text()) : -1;

    /// <summary>The task of that name; -1 for none.</summary>
    public int Find(string type, long id) => taskOf.TryGetValue((type, id), out var task) ? task : -1;

    /// <summary>Skills, wanted or held.</summary>
    public static HashSet<int> Skills(JsonPlace item) => item.Has("skills") ? [.. item["skills"].Wholes()] : [];

    /// <summary>A length of time or a count; 0 where there is none.</summary>
    public static int Whole(JsonPlace item, string name, int most = 10_000_000) => item.Has(name) ? item[name].Whole(0, most) : 0;

    /// <summary>Amounts by dimension; none where there are none.</summary>
    public static int[] Amounts(JsonPlace item, string name) => item.Has(name) ? item[name].Wholes() : [];

    /// <summary>Coordinates to be told again; none where there are none.</summary>
    public static double[]? Coordinates(JsonPlace item, string name) => item.Has(name) ? [.. item[name].Items().Select(number => number.Number())] : null;

    /// <summary>A description to be told again; none where there is none.</summary>
    public static string? Description(JsonPlace item) => item.Has("description") ? item["description"].Text() : null;

    private void Job(JsonPlace job) =>
        Add(job, "job", Whole(job, "priority", 100), Skills(job), Timed(job) with { Brings = Amounts(job, job.Has("delivery") ? "delivery" : "amount"), Takes = Amounts(job, "pickup") });

    private void Shipment(JsonPlace shipment)
    {
        var (priority, wanted, pickup) = (Whole(shipment, "priority", 100), Skills(shipment), Errands.Count);
        Add(shipment["pickup"], "pickup", priority, wanted, Timed(shipment["pickup"]));
        Add(shipment["delivery"], "delivery", priority, wanted, Timed(shipment["delivery"]) with { Brings = Amounts(shipment, "amount"), PickedUpAt = pickup });
    }

    private Errand Timed(JsonPlace item) => new()
    {
        Place = places.Of(item, "location", isNeeded: true),
        Windows = times.Windows(item),
        Service = Whole(item, "service"),
        Setup = Whole(item, "setup"),
        ServiceByType = ByType(item, "service_per_type"),
        SetupByType = ByType(item, "setup_per_type"),
        SkipCost = 0,
    };

    private int[] ByType(JsonPlace item, string name)
    {
        if (!item.Has(name))
            return [];
        var own = new int[types.Count];
        Array.Fill(own, -1);
        foreach (var type in item[name].Names())
        {
            var time = item[name][type].Whole(0, 10_000_000);
            if (types.IndexOf(type) is >= 0 and var number)
                own[number] = time;
        }

        return own;
    }

    private void Add(JsonPlace item, string type, int priority, HashSet<int> wanted, Errand errand)
    {
        var id = item["id"].Id();
        if (!taskOf.TryAdd((type, id), Named.Count))
            throw item["id"].Wrong($"the {type} {id} stands twice.");
        Named.Add(new VroomTask(type, id, priority, Description(item), Coordinates(item, "location"), wanted));
        Errands.Add(errand);
    }
}
