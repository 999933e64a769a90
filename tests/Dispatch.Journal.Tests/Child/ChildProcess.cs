using System.Diagnostics;

namespace Dispatch.Journal.Tests.Child;

/// <summary>This very program, run once more to do a piece of <see cref="ChildWork"/>; killed when it is let go.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
    }

    private static string Assembly => typeof(ChildProcess).Assembly.Location;

    public static ChildProcess Start(string work, string file) => new(new ProcessStartInfo("dotnet", ["exec", Assembly, work, file]));

    /// <summary>With no file allowed to grow beyond so many kibibytes: a write beyond it fails as on a broken disk.</summary>
    public static ChildProcess StartWithFilesUpTo(int kibibytes, string work, string file)
    {
        // The signal that would end the process is ignored, so that the write itself fails. Without W^X the runtime needs no large mapped file.
        var start = new ProcessStartInfo(
            "bash", ["-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec \"$@\"", "bash", "dotnet", "exec", Assembly, work, file]);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new ChildProcess(start);
    }

    /// <summary>The next line that it has written; none once it has ended.</summary>
    public async Task<string?> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>All lines up to its end.</summary>
    public async Task<List<string>> ReadToEndAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
            lines.Add(line);
        return lines;
    }

    /// <summary>Ends it without a chance to do anything more: SIGKILL.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
