using System.Globalization;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Visits;
using Dispatch.Host.Serving;
using Dispatch.Journal;
using Dispatch.Roads;
using Dispatch.Simulation;
using NodaTime;

namespace Dispatch.LoadTests.Days;

/// <summary>
/// Whole demo days on the real grains and the real journal, headless, by a clock that stands still while something is done: with the
/// planner improving the published day, and with it leaving that day alone. After each stride the planner is waited for, so that a
/// slow machine plans no worse than a quick one. The territory may have learned how long things take on other days before: of seeds that
/// are not among those that are looked at.
/// </summary>
internal static class DemoDays
{
    private const int FirstLearned = 1_000;
    private static readonly LocalDate Date = new(2026, 3, 3);
    private static readonly Duration EveningStride = Duration.FromMinutes(30);
    private static readonly Duration Stride = Duration.FromMinutes(5);
    private static readonly Duration RenewEvery = Duration.FromMinutes(30);

    /// <summary>Runs seeds 1 to N, each with and without improvement, after so many days of learning; what stands in the file already is not run again.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not ["--seeds", var wanted, "--learned", var before, .. var rest] || !int.TryParse(wanted, CultureInfo.InvariantCulture, out var seeds) || seeds is < 1 or > 1_000
            || !int.TryParse(before, CultureInfo.InvariantCulture, out var days) || days is < 0 or > 100 || rest is not ([] or ["--out", _]))
        {
            Console.Error.WriteLine("Say 'days --seeds N --learned DAYS [--out FILE.csv]', with N from 1 to 1000 and 0 to 100 days to learn from.");
            return 2;
        }

        var file = rest is [_, var named] ? named : "days.csv";
        var known = File.Exists(file) ? File.ReadAllLines(file).Select(DayFigures.Read).OfType<DayFigures>().ToList() : [];
        if (known.Count == 0)
            await File.WriteAllTextAsync(file, DayFigures.Header + "\n");
        using var map = RoadMap.Open(BuiltInMap.File, Path.Combine(Path.GetTempPath(), "dispatch-days-maps"));
        List<NewEvent> learned = [];
        for (var day = 1; day <= days; day++)
            (_, learned) = await RunAsync(map, FirstLearned + day, improves: true, learned);
        for (var seed = 1; seed <= seeds; seed++)
        {
            foreach (var improves in (bool[])[true, false])
            {
                if (known.Exists(day => day.Seed == seed && day.Improves == improves))
                    continue;
                var (day, _) = await RunAsync(map, seed, improves, learned);
                known.Add(day);
                await File.AppendAllTextAsync(file, day + "\n");
                Console.WriteLine(day);
            }
        }

        Console.WriteLine(DayTable.Of([.. known.Where(day => day.Seed <= seeds)]));
        return 0;
    }

    private static async Task<(DayFigures Figures, List<NewEvent> Learned)> RunAsync(RoadMap map, int seed, bool improves, IReadOnlyList<NewEvent> learned)
    {
        await using var house = await DemoHouse.OpenAsync(map, new DemoOptions { Seed = seed, Speed = 0 }, learned);
        await house.World.PrepareAsync(Date, CancellationToken.None);
        if (!improves)
            await LeaveAloneAsync(house);
        var plan = house.Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, Date));
        var midnight = Date.AtMidnight().InUtc().ToInstant();
        var renewed = Instant.MinValue;
        async Task Settled()
        {
            await SettleAsync(plan);
            if (renewed != Instant.MinValue && house.Clock.Now - renewed < RenewEvery)
                return;
            renewed = house.Clock.Now;
            await house.World.RenewAsync();
        }

        await house.World.PassAsync(midnight - Duration.FromMinutes(5 * 60 + 30), EveningStride, Settled, CancellationToken.None);
        var evening = (await plan.VisitsAsync()).Where(visit => !VisitHalves.IsSecond(visit.Id)).ToDictionary(visit => visit.Id);
        await house.World.PassAsync(midnight + Duration.FromHours(6), Duration.FromHours(3), Settled, CancellationToken.None);
        await house.World.PassAsync(midnight + Duration.FromHours(20), Stride, Settled, CancellationToken.None);
        return (await FiguresAsync(plan, evening, seed, improves), await house.LearnedAsync());
    }

    // The planner has looked at the day as it now is.
    private static Task SettleAsync(IDayPlanGrain plan) => Looking.UntilAsync(async () => !(await plan.ViewAsync()).IsPlanning, null, CancellationToken.None);

    private static async Task LeaveAloneAsync(DemoHouse house)
    {
        var territory = house.Grains.GetGrain<ITerritoryGrain>(DemoOptions.Territory.Value);
        var profile = (await territory.ProfileAsync())!;
        var settings = profile.Settings with { Planning = profile.Settings.Planning with { MostVisitsMoved = 0 } };
        var saved = await territory.SaveAsync(profile with { Settings = settings }, new CommandContext(CommandId.Fresh(), "days", Role.Administrator, house.Clock.Now));
        if (!saved.IsAccepted)
            throw new InvalidOperationException(saved.Refusal!.Text);
    }

    private static async Task<DayFigures> FiguresAsync(IDayPlanGrain plan, Dictionary<VisitId, VisitView> evening, int seed, bool improves)
    {
        var (routes, day) = (await plan.RoutesAsync(), await plan.ViewAsync());
        var visits = (await plan.VisitsAsync()).Where(visit => !VisitHalves.IsSecond(visit.Id)).ToList();
        var stops = routes.SelectMany(route => route.Stops).ToDictionary(stop => stop.Visit);
        var (told, keptFirst, keptLast, moved, done, width) = (0, 0, 0, 0, 0, 0.0);
        var late = new int[5];
        foreach (var visit in visits.Where(visit => visit.Status == VisitStatus.Done && stops.ContainsKey(visit.Id)))
        {
            done++;
            if (visit.Deadline is { } deadline && stops[visit.Id].StartAt > deadline)
                late[(int)visit.Urgency] += (int)Math.Ceiling((stops[visit.Id].StartAt - deadline).TotalMinutes);
            if (!evening.TryGetValue(visit.Id, out var before))
                continue;
            moved += before.Technician is { } had && had != visit.Technician ? 1 : 0;
            if (before.Promise is not { } first || visit.EstimatedArrival is not { } arrival)
                continue;
            told++;
            width += (first.End - first.Start).TotalMinutes;
            keptFirst += PromiseRule.IsBroken(first, arrival) ? 0 : 1;
            keptLast += visit.Promise is { } last && !PromiseRule.IsBroken(last, arrival) ? 1 : 0;
        }

        return new DayFigures(
            seed, improves, routes.Sum(route => route.Stops.Sum(stop => stop.DriveSeconds) + (route.Stops.Count > 0 ? route.HomeDriveSeconds : 0)) / 3600.0,
            100.0 * keptFirst / Math.Max(1, told), 100.0 * keptLast / Math.Max(1, told), late, day.Score.Churn?.VisitsMoved ?? 0, moved,
            visits.Count(visit => visit.Technician is null && visit.Status == VisitStatus.Scheduled), done, width / Math.Max(1, told));
    }
}
