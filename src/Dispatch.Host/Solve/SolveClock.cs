using System.Diagnostics;

namespace Dispatch.Host.Solve;

/// <summary>The time that a run has; counted from the start of the process, loading the program and reading the instance count, too.</summary>
internal sealed class SolveClock
{
    private readonly double startedSecondsAgo;
    private readonly long since = Stopwatch.GetTimestamp();

    /// <param name="seconds">All the time there is.</param>
    /// <param name="startedSecondsAgo">How much of it is spent already.</param>
    public SolveClock(double seconds, double startedSecondsAgo)
    {
        this.startedSecondsAgo = startedSecondsAgo;
        Seconds = seconds;
        SearchSeconds = Math.Max(seconds / 2, seconds - 0.1);
    }

    /// <summary>Counted from the start of this process.</summary>
    public static SolveClock SinceProcessStart(double seconds)
    {
        using var process = Process.GetCurrentProcess();
        return new SolveClock(seconds, Math.Max(0, (DateTime.Now - process.StartTime).TotalSeconds));
    }

    /// <summary>All the time there is.</summary>
    public double Seconds { get; }

    /// <summary>When the search stops, so that the solution is written in time.</summary>
    public double SearchSeconds { get; private set; }

    /// <summary>Seconds since the process started.</summary>
    public double Elapsed => startedSecondsAgo + Stopwatch.GetElapsedTime(since).TotalSeconds;

    /// <summary>The share of the search's time that is spent.</summary>
    public double Spent => Elapsed / SearchSeconds;

    /// <summary>Keeps so many seconds more for writing.</summary>
    public void Reserve(double seconds) => SearchSeconds = Math.Max(Seconds / 2, SearchSeconds - seconds);
}
