using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dispatch.Host.Solve;

/// <summary>The two shapes of a solution file: the literature's .sol, and VROOM's JSON.</summary>
internal static class SolutionText
{
    /// <summary>"Route #1: 3 5 8" a line, then the cost. Vehicles that differ are known by the route's number.</summary>
    public static string Sol(Solution solution)
    {
        var text = new StringBuilder();
        foreach (var route in solution.Routes)
        {
            text.Append(CultureInfo.InvariantCulture, $"Route #{route.Vehicle}:");
            foreach (var step in route.Steps)
            {
                if (step.Type is "job" or "pickup" or "delivery" or "depot")
                    text.Append(CultureInfo.InvariantCulture, $" {step.Id}");
            }

            text.Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"Cost {Math.Round(solution.Cost, 4)}\n").ToString();
    }

    /// <summary>Routes with their steps, what is unassigned, and the cost.</summary>
    public static string Json(Solution solution)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("code", 0);
            json.WriteStartObject("summary");
            json.WriteNumber("cost", Math.Round(solution.Cost, 4));
            json.WriteNumber("routes", solution.Routes.Count);
            json.WriteNumber("unassigned", solution.Unassigned.Count);
            json.WriteEndObject();
            json.WriteStartArray("unassigned");
            foreach (var task in solution.Unassigned)
            {
                json.WriteStartObject();
                Id(json, "id", task.Id);
                json.WriteString("type", task.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("routes");
            foreach (var route in solution.Routes)
            {
                json.WriteStartObject();
                Id(json, "vehicle", route.Vehicle);
                json.WriteStartArray("steps");
                foreach (var step in route.Steps)
                    Step(json, step);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Step(Utf8JsonWriter json, SolutionStep step)
    {
        json.WriteStartObject();
        json.WriteString("type", step.Type);
        if (step.Id is not null)
            Id(json, "id", step.Id);
        if (step.Arrival is { } arrival)
            json.WriteNumber("arrival", arrival);
        if (step.WaitingTime is { } waiting)
            json.WriteNumber("waiting_time", waiting);
        if (step.Service is { } service)
            json.WriteNumber("service", service);
        if (step.Activity is not null)
            json.WriteString("activity", step.Activity);
        json.WriteEndObject();
    }

    private static void Id(Utf8JsonWriter json, string name, object id)
    {
        if (id is string text)
            json.WriteString(name, text);
        else
            json.WriteNumber(name, Convert.ToInt64(id, CultureInfo.InvariantCulture));
    }
}
