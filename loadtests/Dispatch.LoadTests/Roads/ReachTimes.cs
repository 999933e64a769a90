using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.LoadTests.Roads;

/// <summary>How long it takes to draw how far one gets in 10, 20 and 30 minutes from random places.</summary>
internal static class ReachTimes
{
    private const int Places = 20;

    public static int Run(string[] maps)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-reach-").FullName;
        try
        {
            Console.WriteLine("| map | asked | p50, ms | p95, ms | longest, ms |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (var file in maps)
            {
                using var map = RoadMap.Open(file, folder);
                var times = new Latencies();
                var homes = map.Addresses.HomesOnStreets(Places + 2, seed: 1);
                for (var i = 0; i < homes.Count; i++)
                {
                    var started = Stopwatch.GetTimestamp();
                    map.Reach(map.SnapToRoad(homes[i].Position)!.Value, [600, 1200, 1800]);
                    if (i >= 2)
                        times.Add(Stopwatch.GetElapsedTime(started));
                }

                Console.WriteLine($"| {Path.GetFileName(file).Split('.')[0]} | {times.Row()} |");
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
}
