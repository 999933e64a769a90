using System.Diagnostics;
using System.Globalization;
using Dispatch.Planning;
using Dispatch.Planning.Days;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>"planning waiting": a waiting list of 50 and of 300 visits put into the gaps of five days with all visits of a live day booked on each.</summary>
internal static class WaitingBench
{
    private const int Days = 5;
    private const double PlannedSeconds = 5;
    private static readonly int[] Counts = [50, 300];
    private static readonly double[] Seconds = [1, 2, 5, 10, 20];

    public static int Run(string[] arguments)
    {
        if (LiveOptions.Parse("waiting", arguments) is not { } options)
            return 2;
        var day = LiveDay.Read(options.Day);
        var booked = Enumerable.Range(0, Days).Select(number => KeptPlan.Solve(Shifted(day, number), null, PlannedSeconds, 1).Routes).ToList();
        foreach (var count in Counts)
        {
            var random = new Random(count);
            int[] like = [.. Enumerable.Range(0, count).Select(_ => random.Next(day.Problem.Visits.Length))];
            int[] last = [.. like.Select(_ => 1 + random.Next(4 * Days))];
            long[] prices = [.. last.Select(Price)];
            var gaps = booked.Select((routes, number) => Gaps(day, number, routes, like, last)).ToList();
            foreach (var seconds in Seconds)
                Tell(gaps, prices, last, seconds);
        }

        return 0;
    }

    private static void Tell(List<DayGaps> gaps, long[] prices, int[] last, double seconds)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var since = Stopwatch.GetTimestamp();
        var filled = GapFilling.Fill(gaps, prices, new PlannerOptions { Iterations = 4_000 + 200 * prices.Length, Spent = () => Stopwatch.GetElapsedTime(since).TotalSeconds / seconds }, end.Token);
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var (placed, due) = (filled.Visits.Count(outcome => outcome.Place is not null), Enumerable.Range(0, last.Length).Where(w => last[w] <= Days).ToList());
        var cost = Enumerable.Range(0, prices.Length).Where(w => filled.Visits[w].Place is null).Sum(w => prices[w]) + gaps.Select((day, d) => Cost(filled.Days[d]) - Cost(new Plan(filled.Days[d].Problem, day.Booked.Routes))).Sum();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{prices.Length} waiting, {Days} days of {gaps[0].Booked.Routes.Sum(route => route.Length)} visits, at most {seconds:0} s: {took:0.0} s, {placed} placed, {due.Count(w => filled.Visits[w].Place is not null)} of {due.Count} with their last day, {filled.Visits.Where(outcome => outcome.Place is not null).Sum(outcome => outcome.ExtraDriveSeconds) / 3600.0:0.0} h more driving, cost {cost}"));
    }

    private static long Cost(Plan plan) => plan.Score.Cost;

    // As the waiting list prices it: half an hour's detour with plenty of time, two hours' with the next day, none too long with the last day among those planned.
    private static long Price(int last) => last <= Days ? 144_000L * (10 + Days - last) / 10 : 1_800 + 5_400 / (last - Days);

    // The visits of each day are at the places of others, so that no two days are the same.
    private static Problem Shifted(LiveDay day, int number, params ReadOnlySpan<PlanVisit> more)
    {
        var visits = day.Problem.Visits;
        return new Problem(
            day.Problem.Technicians, [.. visits.Select((visit, v) => visit with { Place = visits[(v + number * 199) % visits.Length].Place }), .. more], day.Problem.Travel, day.Problem.Weights);
    }

    private static DayGaps Gaps(LiveDay day, int number, int[][] booked, int[] like, int[] last)
    {
        var problem = Shifted(day, number, [.. like.Select(visit => day.Problem.Visits[visit] with { Windows = [], IsWindowStrict = false, Urgency = 4 })]);
        return new DayGaps(number, new Plan(problem, booked), [.. Enumerable.Range(0, problem.Technicians.Length)], [.. like.Select((_, w) => number < last[w] ? day.Problem.Visits.Length + w : -1)]);
    }
}
