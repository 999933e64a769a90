using System.Diagnostics;

namespace Dispatch.LoadTests;

/// <summary>From starting the published program to 200 on /health/ready: five times on new data, then five times on what is there.</summary>
internal static class StartTime
{
    private const int Starts = 5;
    private const int Port = 5099;

    public static async Task<int> MeasureAsync(string program, string[] arguments)
    {
        foreach (var isFresh in (bool[])[true, false])
        {
            var seconds = new List<double>();
            var folder = Directory.CreateTempSubdirectory("dispatch-start-");
            if (!isFresh)
                await OnceAsync(program, [.. arguments, "--data", folder.FullName]);
            for (var i = 0; i < Starts; i++)
            {
                if (isFresh)
                {
                    folder.Delete(recursive: true);
                    folder.Create();
                }

                seconds.Add(await OnceAsync(program, [.. arguments, "--data", folder.FullName]));
            }

            folder.Delete(recursive: true);
            seconds.Sort();
            Console.WriteLine($"{(isFresh ? "first start on new data" : "start on data that is there")}: median {seconds[Starts / 2]:0.00} s ({seconds[0]:0.00}–{seconds[^1]:0.00})");
        }

        return 0;
    }

    private static async Task<double> OnceAsync(string program, string[] arguments)
    {
        var clock = Stopwatch.GetTimestamp();
        await using var house = DispatchHouse.Start(program, Port, arguments);
        await house.BecomeReadyAsync();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }
}
