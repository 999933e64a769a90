using Dispatch.Roads;
using Dispatch.Roads.Guidance;

namespace Dispatch.Web.Osrm;

/// <summary>A drive between two waypoints; it may come by places that are none.</summary>
internal sealed class OsrmLeg
{
    private OsrmLeg(List<MapPoint> points, List<int> milliseconds, long centimetres, List<RouteStep> steps)
    {
        (Points, Milliseconds, Centimetres, Steps) = (points, milliseconds, centimetres, steps);
    }

    /// <summary>The line.</summary>
    public List<MapPoint> Points { get; }

    /// <summary>By point: since the leg began.</summary>
    public List<int> Milliseconds { get; }

    public long Centimetres { get; }

    /// <summary>Empty where none are wanted.</summary>
    public List<RouteStep> Steps { get; }

    public double Seconds => Math.Round(Milliseconds[^1] / 1000.0, 1);

    public double Metres => Math.Round(Centimetres / 100.0, 1);

    /// <summary>The two roads that one follows longest, in the order of driving.</summary>
    public string Summary => string.Join(", ", Steps.Where(step => step.Name.Length + step.Number.Length > 0)
        .GroupBy(step => step.Name.Length > 0 ? step.Name : step.Number)
        .Select((road, order) => (Name: road.Key, Metres: road.Sum(step => step.Metres), order))
        .OrderByDescending(road => road.Metres).Take(2).OrderBy(road => road.order).Select(road => road.Name));

    /// <summary>Joins drives.</summary>
    /// <param name="paths">One at least; each begins where the one before ends.</param>
    /// <param name="guidance">Makes the steps; none for none.</param>
    /// <param name="from">The place at the beginning, beside the road.</param>
    /// <param name="to">The place at the end.</param>
    public static OsrmLeg Join(IReadOnlyList<RoadPath> paths, RouteGuidance? guidance, MapPoint from, MapPoint to)
    {
        var (points, milliseconds, centimetres, steps) = (new List<MapPoint>(), new List<int>(), 0L, new List<RouteStep>());
        for (var i = 0; i < paths.Count; i++)
        {
            var path = paths[i];
            var (firstPoint, before) = (Math.Max(0, points.Count - 1), milliseconds.Count > 0 ? milliseconds[^1] : 0);
            points.AddRange(i == 0 ? path.Points : path.Points.Skip(1));
            foreach (var one in i == 0 ? path.MillisecondsAtPoint : path.MillisecondsAtPoint[1..])
                milliseconds.Add(before + one);
            centimetres += path.Centimetres;
            if (guidance is not null)
                AddSteps(steps, guidance.Steps(path, i == 0 ? from : null, i == paths.Count - 1 ? to : null), firstPoint);
        }

        return new OsrmLeg(points, milliseconds, centimetres, steps);
    }

    /// <summary>At a place that is no waypoint one neither arrives nor sets out: the road goes on.</summary>
    private static void AddSteps(List<RouteStep> steps, IReadOnlyList<RouteStep> more, int firstPoint)
    {
        foreach (var step in more)
        {
            var moved = step with { FirstPoint = step.FirstPoint + firstPoint, LastPoint = step.LastPoint + firstPoint };
            if (step.Kind != StepKind.Depart || steps.Count == 0)
            {
                steps.Add(moved);
                continue;
            }

            steps.RemoveAt(steps.Count - 1);
            var last = steps[^1];
            steps[^1] = last with
            {
                Metres = last.Metres + step.Metres,
                Milliseconds = last.Milliseconds + step.Milliseconds,
                LastPoint = moved.LastPoint,
                Crossings = [.. last.Crossings, .. step.Crossings.Skip(1)],
            };
        }
    }
}
