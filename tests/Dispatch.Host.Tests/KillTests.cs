using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dispatch.Host.Tests;

public sealed class KillTests
{
    /// <summary>How often the program is killed: 20 times on CI, 3 times otherwise; another number by hand with DISPATCH_KILLS.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("DISPATCH_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills
        : Environment.GetEnvironmentVariable("CI") == "true" ? 20 : 3;

    [Fact]
    public async Task Killed_at_random_moments_nothing_acknowledged_is_lost_nothing_is_doubled_and_plan_and_promises_are_what_was_shown()
    {
        using var folder = new Folder();
        var random = new Random(20);
        var cookies = new CookieContainer();
        var booked = new Dictionary<string, string>(); // command → patient
        var cancelled = new HashSet<string>();
        var promises = new Dictionary<string, string>();
        var shown = new List<(string Date, JournaledDay Day)>();
        for (var round = 0; round <= Kills; round++)
        {
            using var house = await DispatchProcess.ServeAsync("--data", folder.Path, "--technicians", "4", "--visits", "16", "--speed", "20");
            // The cookie of the first round still opens the door: people stay signed in.
            using var client = await house.SignInAsync(cookies);
            var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString()!;
            var reopened = await JournaledDay.ShownAsync(client, date);
            if (shown.Count > 0 && shown[^1].Date == date)
                Assert.True(reopened.Version >= shown[^1].Day.Version, $"version {shown[^1].Day.Version} was shown, and after the restart it is {reopened.Version}");
            shown.Clear();
            shown.Add((date, reopened));
            await CheckAsync(client, booked, cancelled, promises);
            if (round == Kills)
                return;

            using var stop = new CancellationTokenSource();
            var work = WorkAsync(client, $"r{round}", booked, cancelled, shown, stop.Token);
            // So many answers into the round, at whatever the house is doing then.
            var until = booked.Count + 2 + random.Next(12);
            while (booked.Count < until && !work.IsCompleted)
                await Task.Yield();
            await house.KillAsync();
            await stop.CancelAsync();
            await work;
            // Each plan that was shown, the first after the restart included, is what the journal says of that version.
            foreach (var (day, seen) in shown)
                Assert.Equal(seen, await JournaledDay.FoldedAsync(folder.Path, day, seen.Version));
        }
    }

    private static async Task WorkAsync(
        HttpClient client, string round, Dictionary<string, string> booked, HashSet<string> cancelled, List<(string Date, JournaledDay Day)> shown, CancellationToken stop)
    {
        try
        {
            var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today", stop)).GetProperty("date").GetString()!;
            for (var i = 0; i < 200 && !stop.IsCancellationRequested; i++)
            {
                var (command, patient) = ($"kill-{round}-{i}", $"p{1 + i % 18:00000}");
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/visits")
                {
                    Content = JsonContent.Create(new
                    {
                        request = new
                        {
                            territory = "demo",
                            type = "oxygen-refill",
                            patient,
                            equipment = Array.Empty<string>(),
                            date,
                            dueDate = (string?)null,
                            durationMinutes = (int?)null,
                            windows = (object?)null,
                            urgency = (string?)null,
                            deadline = (string?)null,
                            backup = (object?)null,
                            note = "",
                        },
                    }),
                };
                request.Headers.Add("Idempotency-Key", command);
                using var answer = await client.SendAsync(request, stop);
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(stop));
                lock (booked)
                    booked[command] = patient;
                shown.Add((date, await JournaledDay.ShownAsync(client, date)));
                if (i % 3 != 0)
                    continue;
                using var cancel = new HttpRequestMessage(HttpMethod.Post, $"/api/visits/{command}/cancel") { Content = JsonContent.Create(new { reason = "test" }) };
                using var gone = await client.SendAsync(cancel, stop);
                if (gone.IsSuccessStatusCode)
                    cancelled.Add(command);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            return; // The house was killed under this call: whether it was taken is not known, and that is what the id is for.
        }
    }

    private static async Task CheckAsync(HttpClient client, Dictionary<string, string> booked, HashSet<string> cancelled, Dictionary<string, string> promises)
    {
        foreach (var (command, patient) in booked)
        {
            var details = await client.GetFromJsonAsync<JsonElement>($"/api/visits/{command}");
            var visit = details.GetProperty("visit");
            Assert.Equal(patient, visit.GetProperty("patient").GetString());
            if (cancelled.Contains(command))
                Assert.Equal("Cancelled", visit.GetProperty("status").GetString());
            Assert.Equal(1, details.GetProperty("history").EnumerateArray().Count(line => line.GetProperty("code").GetString() == "visit-requested"));
        }

        // Every promise that stood in the last round was told; after the restart it is that one, or a later one.
        var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString();
        var feed = await client.GetFromJsonAsync<JsonElement>($"/api/days/demo/{date}/feed");
        foreach (var visit in feed.GetProperty("changes").EnumerateArray().Where(change => change.GetProperty("kind").GetString() == "visit").Select(change => change.GetProperty("visit")))
        {
            var (id, promise) = (visit.GetProperty("id").GetString()!, visit.GetProperty("promise"));
            var told = promise.ValueKind == JsonValueKind.Null ? "" : promise.GetProperty("toldAt").GetString()!;
            if (promises.TryGetValue(id, out var before))
                Assert.True(string.CompareOrdinal(told, before) >= 0, $"the promise of {id} was lost: {before}, now {told}");
            promises[id] = told;
        }
    }
}
