using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.LoadTests.Roads;

/// <summary>How long a tile takes that nobody has asked for yet: at random places of a map, at every zoom that a dispatcher sees.</summary>
internal static class TileTimes
{
    private const int TilesPerZoom = 200;
    private const int WarmUps = 100;

    public static int Run(string[] maps)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-tiles-").FullName;
        try
        {
            Console.WriteLine("| map | zoom | tiles | p50, ms | p95, ms | longest, ms | mean, KB | largest, KB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var file in maps)
            {
                using var map = RoadMap.Open(file, folder);
                Measure(map, Path.GetFileName(file).Split('.')[0]);
            }

            return 0;
        }
        catch (MapException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return 2;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(RoadMap map, string name)
    {
        var random = new Random(1);
        for (var i = 0; i < WarmUps; i++)
            Ask(map, 12 + i % 5, random);
        var all = new Latencies();
        for (var zoom = 8; zoom <= VectorTiles.MaxZoom; zoom++)
        {
            var (times, bytes, largest) = (new Latencies(), 0L, 0);
            for (var i = 0; i < TilesPerZoom; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var length = Ask(map, zoom, random);
                var time = Stopwatch.GetElapsedTime(started);
                times.Add(time);
                all.Add(time);
                (bytes, largest) = (bytes + length, Math.Max(largest, length));
            }

            Console.WriteLine($"| {name} | {zoom} | {times.Row()} | {bytes / TilesPerZoom / 1000} | {largest / 1000} |");
        }

        Console.WriteLine($"| **{name}** | **all** | {all.Row()} | | |");
    }

    private static int Ask(RoadMap map, int zoom, Random random)
    {
        var bounds = map.Bounds;
        var latitude = bounds.South + random.NextDouble() * (bounds.North - bounds.South);
        var longitude = bounds.West + random.NextDouble() * (bounds.East - bounds.West);
        var x = (int)((longitude + 180) / 360 * (1 << zoom));
        var y = (int)((1 - Math.Asinh(Math.Tan(double.DegreesToRadians(latitude))) / Math.PI) / 2 * (1 << zoom));
        return map.Tiles.Tile(zoom, x, y).Length;
    }
}
