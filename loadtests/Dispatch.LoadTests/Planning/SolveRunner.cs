using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Dispatch.LoadTests.Planning;

/// <summary>Runs "dispatch solve" as a process of its own, and has the referee judge what it wrote.</summary>
internal sealed class SolveRunner(string program, string instances, string scratch)
{
    /// <summary>One run, one process, one verdict.</summary>
    public async Task<BenchResult> RunAsync(BenchWork work, int seed)
    {
        var instance = work.Row == "vroom" ? await ConvertAsync(Path.Combine(instances, work.Instance)) : work.Row == "growth" ? await MakeAsync(int.Parse(work.Instance, CultureInfo.InvariantCulture)) : Path.Combine(instances, work.Instance);
        var (solution, trace) = (Path.Combine(scratch, "solution" + work.Ending), Path.Combine(scratch, "trace.csv"));
        File.Delete(solution);
        string[] release = work.Release is null ? [] : ["--release", Path.Combine(instances, work.Release)];
        string[] arguments =
        [
            "solve", instance, "--format", work.Format, "--seconds", work.Seconds.ToString(CultureInfo.InvariantCulture), "--threads", "1",
            "--seed", seed.ToString(CultureInfo.InvariantCulture), "--out", solution, "--trace", trace, .. release,
        ];
        var since = Stopwatch.GetTimestamp();
        var (code, _, errors, peak) = await ProcessAsync(program, arguments);
        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        if (code != 0)
            return new BenchResult(work.Row, work.Name, work.Seconds, seed, $"exit {code}: {errors.Trim().Replace(',', ';').Replace('\n', ' ')}", null, null, 0, 0, null, "", wall, 0, peak);
        var first = File.ReadLines(trace).Skip(1).FirstOrDefault()?.Split(',')[0];
        var (_, said, complaint, _) = await ProcessAsync("python3", ["-B", Path.Combine(instances, "referee.py"), work.Family, instance, solution, "--json", .. release]);
        if (!said.StartsWith('{'))
            return new BenchResult(work.Row, work.Name, work.Seconds, seed, $"unjudged: {complaint.Trim().Replace(',', ';').Replace('\n', ' ')}", null, null, 0, 0, null, "", wall, 0, peak);
        using var verdict = JsonDocument.Parse(said);
        return new BenchResult(
            work.Row, work.Name, work.Seconds, seed, verdict.RootElement.GetProperty("ok").GetBoolean() ? "ok" : "infeasible", Number(verdict, "cost"), Number(verdict, "gap"),
            (int)(Number(verdict, "vehicles") ?? 0), (int)(Number(verdict, "unassigned") ?? 0), Number(verdict, "palns_gap"), Extra(verdict), wall,
            double.TryParse(first, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0, peak);
    }

    private static double? Number(JsonDocument verdict, string name) =>
        verdict.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string Extra(JsonDocument verdict)
    {
        var words = new List<string>();
        foreach (var name in (string[])["travel_hours", "by_priority", "palns_rejected", "executed", "vehicle_gap", "outsourcing"])
        {
            if (verdict.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                words.Add($"{name}={value.ToString().Replace(',', ' ').Replace("\"", "", StringComparison.Ordinal)}");
        }

        return string.Join(' ', words);
    }

    // A live day as VROOM's input.
    private async Task<string> ConvertAsync(string day)
    {
        var file = Path.Combine(scratch, "vroom.json");
        await ProcessAsync("python3", ["-B", Path.Combine(instances, "referee.py"), "convert", "live-day", day, file]);
        return file;
    }

    private async Task<string> MakeAsync(int visits)
    {
        var file = Path.Combine(scratch, $"growth-{visits}.vrp");
        await File.WriteAllTextAsync(file, GrowthDay.Of(visits));
        return file;
    }

    private static async Task<(int Code, string Said, string Errors, long PeakMegabytes)> ProcessAsync(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, errors, peak) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), 0L);
        using var ended = new CancellationTokenSource();
        var waiting = process.WaitForExitAsync();
        while (await Task.WhenAny(waiting, Task.Delay(200, ended.Token)) != waiting)
        {
            process.Refresh();
            if (!process.HasExited)
                peak = Math.Max(peak, process.PeakWorkingSet64 / (1 << 20));
        }

        await ended.CancelAsync();
        return (process.ExitCode, await said, await errors, peak);
    }
}
