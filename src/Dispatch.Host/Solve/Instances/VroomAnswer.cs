using System.Text;
using System.Text.Json;

namespace Dispatch.Host.Solve.Instances;

/// <summary>VROOM's output: summary, routes with their steps, and what is unassigned.</summary>
internal sealed class VroomAnswer(VroomInstance instance, IReadOnlyList<VroomRoute> routes, IReadOnlyList<int> unassigned)
{
    private readonly bool hasLoads = instance.Day.Dimensions > 0;

    /// <summary>The answer to an input that cannot be: code 2 and what is wrong with it.</summary>
    public static string Refusal(string sentence) => JsonSerializer.Serialize(new { code = 2, error = sentence });

    /// <summary>The file; computing times in milliseconds.</summary>
    public string Write(int loading, int solving)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("code", 0);
            Summary(json, loading, solving);
            json.WriteStartArray("unassigned");
            foreach (var task in unassigned)
            {
                json.WriteStartObject();
                json.WriteNumber("id", instance.Tasks[task].Id);
                json.WriteString("type", instance.Tasks[task].Type);
                Place(json, instance.Day.Errands[task].Place, instance.Tasks[task].Location, instance.Tasks[task].Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("routes");
            foreach (var route in routes)
                Route(json, route);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Summary(Utf8JsonWriter json, int loading, int solving)
    {
        var all = new VroomSums(instance.Day.Dimensions);
        foreach (var route in routes)
            all.Add(route.Sums);
        json.WriteStartObject("summary");
        json.WriteNumber("routes", routes.Count);
        json.WriteNumber("unassigned", unassigned.Count);
        Write(json, all);
        json.WriteStartObject("computing_times");
        json.WriteNumber("loading", loading);
        json.WriteNumber("solving", solving);
        json.WriteNumber("routing", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Route(Utf8JsonWriter json, VroomRoute route)
    {
        json.WriteStartObject();
        json.WriteNumber("vehicle", route.Vehicle.Id);
        if (route.Vehicle.Description is not null)
            json.WriteString("description", route.Vehicle.Description);
        json.WriteStartArray("steps");
        foreach (var step in route.Steps)
            Step(json, step);
        json.WriteEndArray();
        Write(json, route.Sums);
        json.WriteEndObject();
    }

    private void Step(Utf8JsonWriter json, VroomStep step)
    {
        json.WriteStartObject();
        json.WriteString("type", step.Type);
        if (step.Id is { } number)
        {
            json.WriteNumber("id", number);
            if (step.Type == "job")
                json.WriteNumber("job", number);
        }

        Place(json, step.Place, step.Location, step.Description);
        json.WriteNumber("arrival", step.Arrival + instance.From);
        json.WriteNumber("setup", step.Setup);
        json.WriteNumber("service", step.Service);
        json.WriteNumber("waiting_time", step.Waiting);
        json.WriteNumber("duration", step.Duration);
        if (instance.HasDistances && step.Type != "break")
            json.WriteNumber("distance", step.Distance);
        if (hasLoads)
            Numbers(json, "load", step.Load);
        Violations(json, step.Violations);
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

    private void Write(Utf8JsonWriter json, VroomSums sums)
    {
        json.WriteNumber("cost", (long)Math.Round(sums.Cost / (double)instance.Unit));
        if (hasLoads)
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
        Violations(json, sums.Violations);
    }

    private static void Violations(Utf8JsonWriter json, IEnumerable<VroomViolation> violations)
    {
        json.WriteStartArray("violations");
        foreach (var violation in violations)
        {
            json.WriteStartObject();
            json.WriteString("cause", violation.Cause);
            if (violation.Cause is "delay" or "lead_time")
                json.WriteNumber("duration", violation.Duration);
            json.WriteEndObject();
        }

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
