using System.Diagnostics;
using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Snapping;

namespace Dispatch.LoadTests.Roads;

/// <summary>Repeated timings: by the clock, and by what the process had of the processors, which others' work disturbs less.</summary>
internal sealed class Samples
{
    private readonly List<double> wall = [];
    private readonly List<double> cpu = [];

    /// <summary>Milliseconds by the clock, the median.</summary>
    public double Wall => Median(wall);

    /// <summary>Milliseconds of processor time, the median.</summary>
    public double Cpu => Median(cpu);

    /// <summary>Times some work often, after having done it a few times.</summary>
    public static Samples Of(int times, Action work)
    {
        var samples = new Samples();
        for (var i = 0; i < 3; i++)
            work();
        for (var i = 0; i < times; i++)
            samples.Add(work);
        return samples;
    }

    public void Add(Action work)
    {
        var (before, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        work();
        wall.Add(clock.Elapsed.TotalMilliseconds);
        cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    /// <summary>Milliseconds by the clock that a share of the samples kept within.</summary>
    public double Within(double share) => wall.Order().ElementAt(Math.Min(wall.Count - 1, (int)(wall.Count * share)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:0.0} ({Cpu:0.0})");

    /// <summary>Places by chance, each on the road nearest to a point somewhere over the map, within 300 m.</summary>
    public static Snap[] Places(SnapGrid grid, int count, int seed)
    {
        var random = new Random(seed);
        var (bounds, places) = (grid.Bounds, new List<Snap>());
        while (places.Count < count)
        {
            var place = new MapPoint(
                bounds.South + random.NextDouble() * (bounds.North - bounds.South),
                bounds.West + random.NextDouble() * (bounds.East - bounds.West));
            if (grid.Nearest(place, 300) is { } snap)
                places.Add(snap);
        }

        return [.. places];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
