using System.Text.Json;
using Dispatch.Host.Solve.Instances;
using Dispatch.Planning;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>Something that happens on a live day.</summary>
/// <param name="At">Seconds of the day.</param>
internal sealed record LiveEvent(int At, string Kind, int Number, int ExtraSeconds, UrgentVisit? Visit);

/// <summary>An urgent visit as the instance describes one: a place in kilometres, a skill with its level.</summary>
internal sealed record UrgentVisit(double X, double Y, int DurationSeconds, int WindowStart, int WindowEnd, int Skill, int Level, int Priority);

/// <summary>One of the live days, with room for visits that come in during the day.</summary>
internal sealed class LiveDay
{
    private readonly int levels;
    private readonly int[] priorities;

    private LiveDay(string name, Problem problem, int[] visitNumbers, int[] technicianNumbers, double[][] xy, LiveEvent[] events, int levels, int[] priorities)
    {
        (Name, Problem, VisitNumbers, TechnicianNumbers, Xy, Events) = (name, problem, visitNumbers, technicianNumbers, xy, events);
        (this.levels, this.priorities) = (levels, priorities);
    }

    public string Name { get; }

    /// <summary>The day as it is known in the morning.</summary>
    public Problem Problem { get; }

    public int[] VisitNumbers { get; }

    public int[] TechnicianNumbers { get; }

    /// <summary>Kilometres, by place.</summary>
    public double[][] Xy { get; }

    /// <summary>In order of time.</summary>
    public LiveEvent[] Events { get; }

    /// <summary>Reads one by the name of its file, without folder and ending.</summary>
    public static LiveDay Read(string name)
    {
        var path = Path.Combine(SharedFolder.Instances, "live-day", name + ".json");
        var instance = (PlannedInstance)LiveDayFile.Read(path);
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        var events = root.GetProperty("events").EnumerateArray().Select(EventOf).OrderBy(happened => happened.At).ToArray();
        var visits = root.GetProperty("visits").EnumerateArray().ToList();
        return new LiveDay(
            name, instance.Problem, instance.VisitNumbers, instance.TechnicianNumbers!,
            [.. root.GetProperty("xy").EnumerateArray().Select(point => point.EnumerateArray().Select(value => value.GetDouble()).ToArray())],
            events, Math.Max(1, visits.Max(visit => visit.GetProperty("level").GetInt32())),
            [.. visits.Select(visit => visit.GetProperty("priority").GetInt32()).Distinct().OrderDescending()]);
    }

    /// <summary>A problem with more visits at places of their own; drives are 60 s and 45 km/h on 1.3 times the line, as the instances say.</summary>
    public Problem With(IReadOnlyList<UrgentVisit> more)
    {
        var (old, size) = (Problem.Travel.PlaceCount, Problem.Travel.PlaceCount + more.Count);
        var seconds = new int[size * size];
        for (var from = 0; from < size; from++)
        {
            for (var to = 0; to < size; to++)
                seconds[from * size + to] = from < old && to < old ? Problem.Travel[from, to] : from == to ? 0 : Drive(Point(from, more), Point(to, more));
        }

        return new Problem(
            Problem.Technicians, [.. Problem.Visits, .. more.Select((visit, i) => Planned(visit, old + i))], new TravelMatrix(seconds, size), Problem.Weights);
    }

    private (double X, double Y) Point(int place, IReadOnlyList<UrgentVisit> more) =>
        place < Xy.Length ? (Xy[place][0], Xy[place][1]) : (more[place - Xy.Length].X, more[place - Xy.Length].Y);

    private static int Drive((double X, double Y) a, (double X, double Y) b) =>
        (int)(60 + 1.3 * Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)) / 45 * 3600);

    private PlanVisit Planned(UrgentVisit visit, int place) => new()
    {
        Place = place,
        DurationSeconds = visit.DurationSeconds,
        Windows = [new PlanWindow(visit.WindowStart, visit.WindowEnd, true)],
        IsWindowStrict = true,
        Skills = visit.Level == 0 ? 0 : 1UL << (visit.Skill * levels + visit.Level - 1),
        Urgency = Math.Max(0, Array.IndexOf(priorities, visit.Priority)),
    };

    private static LiveEvent EventOf(JsonElement happened)
    {
        int Whole(string name) => happened.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
        var kind = happened.GetProperty("kind").GetString()!;
        var visit = kind != "urgent" ? null : new UrgentVisit(
            happened.GetProperty("xy")[0].GetDouble(), happened.GetProperty("xy")[1].GetDouble(), Whole("duration"),
            happened.GetProperty("window")[0].GetInt32(), happened.GetProperty("window")[1].GetInt32(), Whole("skill"), Whole("level"), Whole("priority"));
        return new LiveEvent(Whole("at"), kind, happened.TryGetProperty("technician", out _) ? Whole("technician") : Whole("visit"), Whole("extra"), visit);
    }
}
