using System.Diagnostics;

namespace Dispatch.Host.Tests.Solve;

/// <summary>The referee beside the checkout, which recomputes a written solution from the instance alone.</summary>
internal static class Referee
{
    /// <summary>Fails unless the solution is feasible, visits that are missing apart; says nothing where there is no Python or no referee.</summary>
    /// <returns>Its line.</returns>
    public static async Task<string> JudgeAsync(params string[] arguments)
    {
        var script = Path.Combine(SharedInstances.Folder, "referee.py");
        if (!File.Exists(script) || !HasPython)
            return "";
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-B", script, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        // Half a second does not always find a place for everyone; whoever has none is missing, and nothing else may be wrong.
        var lines = (await said).Trim().Split('\n');
        var isFeasible = process.ExitCode == 0 || (process.ExitCode == 1 && lines.Skip(1).All(line => line.EndsWith(" missing", StringComparison.Ordinal)));
        Assert.True(isFeasible, $"{await said}{await errors}");
        return await said;
    }

    private static bool HasPython { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
}
