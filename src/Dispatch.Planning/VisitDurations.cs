namespace Dispatch.Planning;

/// <summary>
/// How long each technician takes for each visit, where that makes a difference, and what setting up at a place adds. A table worked out
/// once for a problem that has such rules; other problems have none.
/// </summary>
internal sealed class VisitDurations
{
    // Nothing lasts longer, so that sums of a route stay within a day of seconds.
    private const int Longest = 1 << 28;

    private readonly int[] seconds;
    private readonly int[] setups;
    private readonly int technicians;

    private VisitDurations(Problem problem)
    {
        technicians = problem.Technicians.Length;
        seconds = new int[problem.Visits.Length * technicians];
        setups = [.. problem.Visits.Select(visit => Math.Min(visit.SetupSeconds, Longest))];
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            var visit = problem.Visits[v];
            for (var t = 0; t < technicians; t++)
                seconds[v * technicians + t] = visit.DurationByTechnician.Count > 0 ? visit.DurationByTechnician[t] : Scaled(visit.DurationSeconds, problem.Technicians[t].DurationPercent);
        }
    }

    /// <summary>The table; none where a visit lasts as long whoever comes, and wherever from.</summary>
    public static VisitDurations? In(Problem problem) =>
        problem.Technicians.Any(technician => technician.DurationPercent != 100) || problem.Visits.Any(visit => visit.DurationByTechnician.Count > 0 || visit.SetupSeconds > 0)
            ? new VisitDurations(problem)
            : null;

    /// <summary>Work at a visit, seconds, without setting up.</summary>
    public int Of(int technician, int visit) => seconds[visit * technicians + technician];

    /// <summary>Setting up at a visit, seconds; not needed by who comes from the same place.</summary>
    public int Setup(int visit) => setups[visit];

    // Half a second more counts as a whole one.
    private static int Scaled(int duration, int percent) => (int)Math.Min(Longest, ((long)duration * percent + 50) / 100);
}
