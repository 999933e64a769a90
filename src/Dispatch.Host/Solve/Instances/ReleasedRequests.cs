using Dispatch.Planning;
using Dispatch.Planning.Rich.Restocking;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A day of requests that become known while it goes on, played through in order: nothing is planned for a request before its release.</summary>
/// <remarks>
/// The file has "id date" a line, date -1 for what is known at the start. At the start and at each release the search has the run's
/// seconds; drives that have begun by then are frozen. A request that fits nowhere waits for a place, and is rejected if none comes.
/// </remarks>
internal sealed class ReleasedRequests : Instance
{
    private readonly PlannedInstance instance;
    private readonly int[] releases;
    private readonly double parts;

    private ReleasedRequests(PlannedInstance instance, int[] releases, double parts) => (this.instance, this.releases, this.parts) = (instance, releases, parts);

    /// <exception cref="RefusedException">The release file is malformed, or is none of this instance; the sentence has the line.</exception>
    public static Instance Read(PlannedInstance instance, string path, double parts)
    {
        var text = InstanceText.Read(path);
        var visitOf = new Dictionary<int, int>();
        for (var v = 0; v < instance.VisitNumbers.Length; v++)
        {
            if (!instance.Problem.Visits[v].IsRestock)
                visitOf[instance.VisitNumbers[v]] = v;
        }

        var releases = new int[instance.Problem.Visits.Length];
        Array.Fill(releases, int.MinValue);
        var isHead = true;
        for (var line = 0; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (isHead || words.Length == 0)
            {
                isHead &= words is not ["ID", ..];
                continue;
            }

            var row = text.Row(line, 2, "A release");
            if (!visitOf.TryGetValue(text.Whole(line, row[0], "The request"), out var visit))
                throw text.Wrong(line, $"the instance has no request {row[0]}.");
            if (releases[visit] != int.MinValue)
                throw text.Wrong(line, $"request {row[0]} stands twice.");
            if (row[1] != -1)
                text.NotNegative(line, row[1], "The date");
            releases[visit] = row[1] == -1 ? -1 : (int)Math.Min(Math.Ceiling(row[1] * parts), 1 << 28);
        }

        foreach (var (number, visit) in visitOf)
        {
            if (releases[visit] == int.MinValue)
                throw text.Wrong($"request {number} has no release date, or the file is cut short.");
        }

        return new ReleasedRequests(instance, releases, parts);
    }

    /// <inheritdoc />
    public override Solution Solve(SolveRun run)
    {
        var problem = instance.Problem;
        var day = new PlayedDay(problem);
        var ahead = Enumerable.Range(0, releases.Length).Where(v => !problem.Visits[v].IsRestock).GroupBy(v => releases[v]).OrderBy(group => group.Key);
        foreach (var released in ahead)
        {
            if (released.Key >= 0)
                day.Advance(released.Key);
            foreach (var visit in released)
                day.Know(visit);
            var clock = released.Key < 0 ? run.Clock : new SolveClock(run.Options.Seconds, 0);
            day.Improve(new PlannerOptions { Iterations = long.MaxValue, Seed = run.Options.Seed, Spent = () => clock.Spent }, run.Cancellation);
        }

        day.Advance(int.MaxValue / 4);
        return ToSolution(day);
    }

    private Solution ToSolution(PlayedDay day)
    {
        var problem = instance.Problem;
        var routes = new List<SolutionRoute>();
        var served = new HashSet<int>();
        var cost = 0.0;
        for (var t = 0; t < day.Played.Count; t++)
        {
            if (day.Played[t].Count == 0)
                continue;
            var (first, last) = (day.Played[t][0], day.Played[t][^1]);
            var steps = new List<SolutionStep> { new("start", null, first.Leave / parts) };
            foreach (var stop in day.Played[t])
            {
                served.Add(stop.Visit);
                var visit = problem.Visits[stop.Visit];
                steps.Add(new SolutionStep(
                    visit.IsRestock ? "depot" : "job", instance.VisitNumbers[stop.Visit], stop.Arrive / parts, (stop.Start - stop.Arrive) / parts, visit.DurationSeconds / parts));
            }

            var back = last.Start + problem.Visits[last.Visit].DurationSeconds + problem.Travel[problem.Visits[last.Visit].Place, problem.Technicians[t].EndPlace];
            steps.Add(new SolutionStep("end", null, back / parts));
            cost += (back - first.Leave) / parts;
            routes.Add(new SolutionRoute(instance.TechnicianNumbers![t], steps));
        }

        var rejected = Enumerable.Range(0, problem.Visits.Length).Where(v => !problem.Visits[v].IsRestock && !served.Contains(v));
        return new Solution(routes, [.. rejected.Select(v => new UnassignedTask(instance.VisitNumbers[v], "job"))], cost);
    }
}
