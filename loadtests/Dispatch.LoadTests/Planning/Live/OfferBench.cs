using System.Diagnostics;
using System.Globalization;
using Dispatch.Planning;
using Dispatch.Planning.Offers;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>"planning offer": five intervals over five days for each of many callers, 2,000 visits in all.</summary>
internal static class OfferBench
{
    private const int Days = 5;
    private const int VisitsADay = 400;

    public static int Run(string[] arguments)
    {
        if (LiveOptions.Parse("offer", arguments) is not { } options)
            return 2;
        var day = LiveDay.Read(options.Day);
        var technicians = day.Problem.Technicians.Length * VisitsADay / day.Problem.Visits.Length;
        var plans = Enumerable.Range(0, Days).Select(number => PlanOf(day, number, technicians)).ToList();
        var random = new Random(5);
        var times = new List<double>();
        var (offers, days) = (0, 0);
        for (var caller = -20; caller < options.Count; caller++)
        {
            // The caller's visit is one of the day's own, taken off each plan: it may begin at any time.
            var visit = random.Next(VisitsADay);
            var free = plans.Select(plan => Without(plan, visit)).ToList();
            var since = Stopwatch.GetTimestamp();
            var found = IntervalOffers.Best(free, [.. Enumerable.Repeat(visit, Days)], 5);
            if (caller < 0)
                continue;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            (offers, days) = (offers + found.Count, days + found.Select(offer => offer.Day).Distinct().Count());
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} callers, {Days} days of {VisitsADay} visits and {technicians} technicians: p50 {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms, most {times[^1]:0.0} ms; {(double)offers / times.Count:0.0} offers on {(double)days / times.Count:0.0} days"));
        return 0;
    }

    private static Plan PlanOf(LiveDay day, int number, int technicians)
    {
        var random = new Random(number);
        int[] who = [.. Enumerable.Range(0, day.Problem.Technicians.Length).OrderBy(_ => random.Next()).Take(technicians)];
        int[] what = [.. Enumerable.Range(0, day.Problem.Visits.Length).OrderBy(_ => random.Next()).Take(VisitsADay)];
        var problem = new Problem(
            [.. who.Select(t => day.Problem.Technicians[t])],
            [.. what.Select((v, i) => day.Problem.Visits[v] with { Windows = i % 2 == 0 ? [] : day.Problem.Visits[v].Windows })], day.Problem.Travel, day.Problem.Weights);
        return Planner.FirstPlan(problem);
    }

    private static Plan Without(Plan plan, int visit)
    {
        var problem = new Problem(
            plan.Problem.Technicians, [.. plan.Problem.Visits.Select((what, v) => v == visit ? what with { Windows = [] } : what)], plan.Problem.Travel, plan.Problem.Weights);
        return new Plan(problem, [.. plan.Routes.Select(route => route.Where(stop => stop != visit).ToArray())]);
    }
}
