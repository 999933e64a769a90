using System.Text;
using System.Text.Json;
using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>VROOM's output: summary, routes with their steps, and what is unassigned.</summary>
internal sealed class VroomAnswer(VroomInstance instance, ErrandPlan plan)
{
    private readonly ErrandDay day = instance.Day;

    // The driving up to the last place.
    private long reached;

    /// <summary>What is summed up by step, route and all routes.</summary>
    private sealed class Sums(int dimensions)
    {
        public readonly long[] Delivery = new long[dimensions];
        public readonly long[] Pickup = new long[dimensions];
        public long Cost, Setup, Service, Duration, Waiting, Priority, Distance;

        public void Add(Sums other)
        {
            for (var d = 0; d < dimensions; d++)
                (Delivery[d], Pickup[d]) = (Delivery[d] + other.Delivery[d], Pickup[d] + other.Pickup[d]);
            (Cost, Setup, Service, Duration) = (Cost + other.Cost, Setup + other.Setup, Service + other.Service, Duration + other.Duration);
            (Waiting, Priority, Distance) = (Waiting + other.Waiting, Priority + other.Priority, Distance + other.Distance);
        }
    }

    /// <summary>The file; computing times in milliseconds.</summary>
    public string Write(int loading, int solving)
    {
        using var routes = new MemoryStream();
        var (all, used) = (new Sums(day.Dimensions), 0);
        using (var json = new Utf8JsonWriter(routes))
        {
            json.WriteStartArray();
            for (var v = 0; v < day.Vehicles.Length; v++)
            {
                if (!plan.Routes[v].Any(item => item >= 0))
                    continue;
                used++;
                all.Add(Route(json, v));
            }

            json.WriteEndArray();
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("code", 0);
            json.WriteStartObject("summary");
            json.WriteNumber("routes", used);
            json.WriteNumber("unassigned", plan.Unassigned.Count);
            Write(json, all);
            json.WriteStartObject("computing_times");
            json.WriteNumber("loading", loading);
            json.WriteNumber("solving", solving);
            json.WriteNumber("routing", 0);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("unassigned");
            foreach (var task in plan.Unassigned)
            {
                json.WriteStartObject();
                json.WriteNumber("id", instance.Tasks[task].Id);
                json.WriteString("type", instance.Tasks[task].Type);
                Place(json, day.Errands[task].Place, instance.Tasks[task].Location, instance.Tasks[task].Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("routes");
            json.WriteRawValue(routes.ToArray());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private Sums Route(Utf8JsonWriter json, int v)
    {
        var (vehicle, named, items) = (day.Vehicles[v], instance.Vehicles[v], plan.Routes[v]);
        var times = ErrandSearch.Times(day, v, items);
        var sums = new Sums(day.Dimensions);
        var load = new long[day.Dimensions];
        foreach (var item in items.Where(item => item >= 0 && day.Errands[item].PickedUpAt < 0))
            Add(load, day.Errands[item].Brings, 1);
        json.WriteStartObject();
        json.WriteNumber("vehicle", named.Id);
        if (named.Description is not null)
            json.WriteString("description", named.Description);
        json.WriteStartArray("steps");
        // Whoever would wait at the first stop leaves later.
        var first = items.Length > 0 && items[0] >= 0 ? times.Begin[0] - times.Arrive[0] : 0;
        var (place, left) = (vehicle.Start, vehicle.Earliest + first);
        (sums.Cost, reached) = (vehicle.FixedCost, 0);
        if (place >= 0)
            Step(json, "start", null, left, 0, 0, 0, sums, load, place, named.Start, null);
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            var arrive = i == 0 ? times.Arrive[i] + first : times.Arrive[i];
            if (item < 0)
            {
                // The drive goes on until the break begins.
                var pause = vehicle.Breaks[~item];
                var toward = Next(items, i, vehicle);
                var driven = Math.Min(times.Begin[i] - left, Leg(vehicle, place, toward) - (sums.Duration - reached));
                sums.Duration += driven;
                var waits = times.Begin[i] - left - driven;
                sums.Waiting += waits;
                sums.Service += pause.Seconds;
                Step(json, "break", named.Breaks[~item], times.Begin[i] - waits, 0, pause.Seconds, waits, sums, load, -1, null, null);
                left = times.Begin[i] + pause.Seconds;
                continue;
            }

            var errand = day.Errands[item];
            Go(sums, vehicle, named, place, errand.Place);
            var (setup, task) = (place == errand.Place ? 0 : errand.Setup, instance.Tasks[item]);
            sums.Setup += setup;
            sums.Service += errand.Service;
            sums.Waiting += times.Begin[i] - arrive;
            sums.Priority += task.Priority;
            Add(load, errand.Brings, -1);
            Add(load, errand.Takes, 1);
            Add(sums.Delivery, errand.Brings, 1);
            Add(sums.Pickup, errand.Takes, 1);
            if (task.Type == "pickup")
            {
                Add(load, day.Errands[item + 1].Brings, 1);
                Add(sums.Pickup, day.Errands[item + 1].Brings, 1);
            }

            Step(json, task.Type, task.Id, arrive, setup, errand.Service, times.Begin[i] - arrive, sums, load, errand.Place, task.Location, task.Description);
            (place, left) = (errand.Place, times.Begin[i] + setup + errand.Service);
        }

        Go(sums, vehicle, named, place, vehicle.End);
        if (vehicle.End >= 0)
            Step(json, "end", null, times.Back, 0, 0, 0, sums, load, vehicle.End, named.End, null);
        json.WriteEndArray();
        Write(json, sums);
        json.WriteEndObject();
        return sums;
    }

    private void Go(Sums sums, ErrandVehicle vehicle, VroomVehicle named, int from, int to)
    {
        if (from >= 0 && to >= 0)
        {
            sums.Cost += day.Tables[vehicle.Table].Costs[from * day.PlaceCount + to];
            sums.Distance += named.Metres?[from * day.PlaceCount + to] ?? 0;
        }

        reached += Leg(vehicle, from, to);
        sums.Duration = reached;
    }

    private int Leg(ErrandVehicle vehicle, int from, int to) => from < 0 || to < 0 ? 0 : day.Tables[vehicle.Table].Seconds[from * day.PlaceCount + to];

    private int Next(int[] items, int at, ErrandVehicle vehicle)
    {
        while (at < items.Length && items[at] < 0)
            at++;
        return at == items.Length ? vehicle.End : day.Errands[items[at]].Place;
    }

    private static void Add(long[] into, IReadOnlyList<int> amounts, int sign)
    {
        for (var d = 0; d < amounts.Count; d++)
            into[d] += sign * amounts[d];
    }

    private void Step(
        Utf8JsonWriter json, string type, long? id, long arrival, int setup, int service, long waiting, Sums sums, long[] load, int place, double[]? location, string? description)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (id is { } number)
            json.WriteNumber("id", number);
        Place(json, place, location, description);
        json.WriteNumber("arrival", arrival + instance.From);
        json.WriteNumber("setup", setup);
        json.WriteNumber("service", service);
        json.WriteNumber("waiting_time", waiting);
        json.WriteNumber("duration", sums.Duration);
        if (instance.HasDistances && type != "break")
            json.WriteNumber("distance", sums.Distance);
        Numbers(json, "load", load);
        json.WriteStartArray("violations");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Place(Utf8JsonWriter json, int place, double[]? location, string? description)
    {
        if (description is not null)
            json.WriteString("description", description);
        if (location is not null)
        {
            json.WriteStartArray("location");
            foreach (var number in location)
                json.WriteNumberValue(number);
            json.WriteEndArray();
        }

        if (instance.HasIndices && place >= 0)
            json.WriteNumber("location_index", place);
    }

    private void Write(Utf8JsonWriter json, Sums sums)
    {
        json.WriteNumber("cost", (long)Math.Round(sums.Cost / (double)instance.Unit));
        if (day.Dimensions > 0)
        {
            Numbers(json, "delivery", sums.Delivery);
            Numbers(json, "amount", sums.Delivery);
            Numbers(json, "pickup", sums.Pickup);
        }

        json.WriteNumber("setup", sums.Setup);
        json.WriteNumber("service", sums.Service);
        json.WriteNumber("duration", sums.Duration);
        json.WriteNumber("waiting_time", sums.Waiting);
        json.WriteNumber("priority", sums.Priority);
        if (instance.HasDistances)
            json.WriteNumber("distance", sums.Distance);
        json.WriteStartArray("violations");
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
