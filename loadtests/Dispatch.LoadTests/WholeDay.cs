using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dispatch.LoadTests;

/// <summary>
/// The demo from its opening to the end of its day, sixty times as fast: every visit ends done, cancelled, or on the board with a
/// reason; nothing is logged as an error or a warning; and what is alive after a full collection at 18:00 is at most 1.1 times
/// that at 11:00.
/// </summary>
internal static class WholeDay
{
    private const int Port = 5098;
    private const double MostGrowth = 1.1;
    private static readonly string[] Starved = [
        "Orleans.Runtime.Scheduler.WorkItemGroup", "Orleans.Runtime.MembershipService.LocalSiloHealthMonitor", "Orleans.Runtime.AsyncTimer",
        "Microsoft.AspNetCore.Server.Kestrel[22]",
    ];

    public static async Task<int> RunAsync(string program, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-day-");
        var started = Stopwatch.GetTimestamp();
        var wrong = new List<string>();
        await using (var house = DispatchHouse.Start(program, Port, ["--speed", "60", .. arguments, "--data", folder.FullName]))
        {
            await house.BecomeReadyAsync();
            using var desk = await DispatchHouse.SignInAsync(house.Url, "dispatcher", new CookieContainer());
            using var administrator = await DispatchHouse.SignInAsync(house.Url, "administrator", new CookieContainer());
            var date = await DispatchHouse.TodayAsync(desk);
            await ReachAsync(desk, TimeSpan.FromHours(11));
            var morning = await AliveBytesAsync(administrator);
            await ReachAsync(desk, TimeSpan.FromHours(18));
            var evening = await AliveBytesAsync(administrator);
            var growth = (double)evening / morning;
            Console.WriteLine($"alive after a full collection: {morning / 1e6:0.0} MB at 11:00, {evening / 1e6:0.0} MB at 18:00, {growth:0.000} times");
            if (growth > MostGrowth)
                wrong.Add($"the heap grew {growth:0.000} times");
            await ReachAsync(desk, new TimeSpan(23, 58, 0));
            wrong.AddRange(await OpenVisitsAsync(desk, date));
            await ReachMidnightAsync(desk, date);
            wrong.AddRange(await LeftBehindAsync(desk, date));
            wrong.AddRange(Complaints(house.Log));
        }

        folder.Delete(recursive: true);
        Console.WriteLine($"the day took {Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} min");
        foreach (var line in wrong)
            Console.WriteLine("wrong: " + line);
        return wrong.Count == 0 ? 0 : 1;
    }

    // Waits by the clock of the demo, and looks again when it should be there.
    private static async Task ReachAsync(HttpClient desk, TimeSpan time)
    {
        while (await TimeOfDayAsync(desk) is var now && now < time)
            await Task.Delay((time - now) / 60 + TimeSpan.FromMilliseconds(50));
    }

    private static async Task ReachMidnightAsync(HttpClient desk, string date)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await DispatchHouse.TodayAsync(desk) == date && await looks.WaitForNextTickAsync())
        {
        }

        await ReachAsync(desk, TimeSpan.FromMinutes(4));
    }

    private static async Task<TimeSpan> TimeOfDayAsync(HttpClient desk)
    {
        var today = await desk.GetFromJsonAsync<JsonElement>("/api/territories/demo/today");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(today.GetProperty("timeZone").GetString()!);
        return TimeZoneInfo.ConvertTime(today.GetProperty("now").GetDateTimeOffset(), zone).TimeOfDay;
    }

    private static async Task<long> AliveBytesAsync(HttpClient administrator) =>
        (await administrator.GetFromJsonAsync<JsonElement>("/api/admin/memory?collect=true")).GetProperty("aliveBytes").GetInt64();

    // Just before midnight: nobody still has work that was not done, and what nobody has says why.
    private static async Task<IEnumerable<string>> OpenVisitsAsync(HttpClient desk, string date)
    {
        var wrong = new List<string>();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var visit in await VisitsOnBoardAsync(desk, date))
        {
            var status = visit.GetProperty("status").GetString()!;
            var isAssigned = visit.GetProperty("technician").ValueKind != JsonValueKind.Null;
            var hasReason = visit.GetProperty("unassignedReasons").GetArrayLength() > 0;
            var state = status is "Done" or "CouldNotBeDone" ? status : isAssigned ? "open on a route" : hasReason ? "on the board with a reason" : "on the board without a reason";
            counts[state] = counts.GetValueOrDefault(state) + 1;
            if (state is "open on a route" or "on the board without a reason")
                wrong.Add($"{visit.GetProperty("id").GetString()} is {state} at 23:58 ({status})");
        }

        Console.WriteLine("at 23:58: " + string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}"))));
        return wrong;
    }

    // After midnight the day holds nothing that is open: it has gone on to the next one.
    private static async Task<IEnumerable<string>> LeftBehindAsync(HttpClient desk, string date)
    {
        var left = new List<string>();
        var next = "";
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        do
        {
            var page = await desk.GetFromJsonAsync<JsonElement>($"/api/territories/demo/visits?from={date}&to={date}&limit=200&next={next}");
            foreach (var visit in page.GetProperty("items").EnumerateArray())
            {
                var status = visit.GetProperty("status").GetString()!;
                counts[status] = counts.GetValueOrDefault(status) + 1;
                if (status is not ("Done" or "CouldNotBeDone" or "Cancelled"))
                    left.Add($"{visit.GetProperty("id").GetString()} is still {status} on the day that is over");
            }

            next = page.GetProperty("next").GetString()!;
        }
        while (next.Length > 0);
        Console.WriteLine("after midnight: " + string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}"))));
        return left;
    }

    private static async Task<IReadOnlyList<JsonElement>> VisitsOnBoardAsync(HttpClient desk, string date)
    {
        var feed = await desk.GetFromJsonAsync<JsonElement>($"/api/days/demo/{date}/feed");
        return [.. feed.GetProperty("changes").EnumerateArray().Where(change => change.GetProperty("kind").GetString() == "visit").Select(change => change.GetProperty("visit"))];
    }

    // That the machine gave the program no time is no complaint about the program; it is told, for the figures then mean little.
    private static IEnumerable<string> Complaints(IReadOnlyList<string> log)
    {
        var waited = log.Count(line => Starved.Any(category => line.StartsWith("warn: " + category, StringComparison.Ordinal)));
        if (waited > 0)
            Console.WriteLine($"the machine was busy with other things: the program noticed it {waited} times");
        for (var i = 0; i < log.Count; i++)
        {
            var isOurs = log[i].StartsWith("warn:", StringComparison.Ordinal) && !Starved.Any(category => log[i].StartsWith("warn: " + category, StringComparison.Ordinal));
            if (isOurs || log[i].StartsWith("fail:", StringComparison.Ordinal) || log[i].StartsWith("crit:", StringComparison.Ordinal))
                yield return string.Join(' ', log.Skip(i).Take(3).Select(line => line.Trim()));
        }
    }
}
