using System.Diagnostics;

namespace Dispatch.LoadTests;

/// <summary>From starting the published program to 200 on /health/ready: once on fresh data, then four times on what is there.</summary>
internal static class StartTime
{
    private const int Starts = 5;

    public static async Task<int> MeasureAsync(string program, string[] arguments)
    {
        for (var fresh = 0; fresh < 2; fresh++)
        {
            var seconds = new List<double>();
            var folder = Directory.CreateTempSubdirectory("dispatch-start-");
            for (var i = 0; i < Starts; i++)
            {
                if (fresh == 0)
                    folder = Directory.CreateTempSubdirectory("dispatch-start-");
                else if (i == 0)
                    await OnceAsync(program, [.. arguments, "--data", folder.FullName]);
                seconds.Add(await OnceAsync(program, [.. arguments, "--data", folder.FullName]));
            }

            seconds.Sort();
            Console.WriteLine($"{(fresh == 0 ? "first start on new data" : "start on data that is there")}: median {seconds[Starts / 2]:0.00} s ({seconds[0]:0.00}–{seconds[^1]:0.00})");
        }

        return 0;
    }

    private static async Task<double> OnceAsync(string program, string[] arguments)
    {
        const string url = "http://127.0.0.1:5099";
        var clock = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["serve", "--urls", url, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                if ((await client.GetAsync(new Uri(url + "/health/ready"))).IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException)
            {
                await Task.Yield(); // It does not listen yet.
            }
        }

        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return seconds;
    }
}
