using System.Diagnostics;
using System.Globalization;
using Dispatch.Roads;

namespace Dispatch.LoadTests.Roads;

/// <summary>How long maps take from extract to ready, and how much memory: each in a process of its own.</summary>
internal static class MapImport
{
    private const int OpenedAgain = 5;

    public static async Task<int> RunAsync(string[] maps)
    {
        if (maps is ["--here", var one])
            return Measure(one);

        Console.WriteLine("| map | file, MB | extract to ready, s | peak memory, MB | prepared file, MB | opened again, ms (median of 5) |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var map in maps)
        {
            using var process = Process.Start(Environment.ProcessPath!, ["roads", "import", "--here", map]);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                return process.ExitCode;
        }

        return 0;
    }

    private static int Measure(string file)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-prepare-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            using (RoadMap.Open(file, folder))
                clock.Stop();
            var peakBytes = Process.GetCurrentProcess().PeakWorkingSet64;
            var opened = new List<double>();
            for (var i = 0; i < OpenedAgain; i++)
            {
                var started = Stopwatch.GetTimestamp();
                using var map = RoadMap.Open(file, folder);
                opened.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            opened.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(file).Split('.')[0]} | {Megabytes(new FileInfo(file).Length):F1} | {clock.Elapsed.TotalSeconds:F1} | {Megabytes(peakBytes):F0} | {Megabytes(Directory.GetFiles(folder).Sum(one => new FileInfo(one).Length)):F1} | {opened[OpenedAgain / 2]:F0} |"));
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

    private static double Megabytes(long bytes) => bytes / 1e6;
}
