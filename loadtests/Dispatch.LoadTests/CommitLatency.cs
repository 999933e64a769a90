using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.LoadTests;

/// <summary>From sending the commit of an urgent visit to its receipt by a board and by a phone, each visit cancelled once seen.</summary>
internal static class CommitLatency
{
    public static async Task<int> MeasureAsync(Uri url, int visits)
    {
        var (deskCookies, phoneCookies) = (new CookieContainer(), new CookieContainer());
        using var desk = await SignInAsync(url, "dispatcher", deskCookies);
        using var phoneClient = await SignInAsync(url, "technician", phoneCookies);
        var technician = (await phoneClient.GetFromJsonAsync<JsonElement>("/api/session")).GetProperty("technician").GetString();
        var date = (await desk.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString()!;
        var (board, phone) = (new Seen(), new Seen());
        await using var boardHub = await ConnectAsync(url, "/hubs/board", deskCookies);
        await using var phoneHub = await ConnectAsync(url, "/hubs/technician", phoneCookies);
        _ = FollowAsync(boardHub.StreamAsync<JsonElement>("WatchDay", "demo", date, -1L), text => board.Look(text));
        _ = FollowAsync(phoneHub.StreamAsync<JsonElement>("Watch"), text => phone.Look(text));

        var (boardMs, phoneMs) = (new List<double>(), new List<double>());
        for (var i = 0; i < visits; i++)
        {
            var id = $"load-{Guid.NewGuid():N}";
            var (onBoard, onPhone) = (board.WaitFor(id), phone.WaitFor(id));
            var clock = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/visits")
            {
                Content = JsonContent.Create(new
                {
                    request = new
                    {
                        territory = "demo",
                        type = "power-cut",
                        patient = $"p{1 + i % 150:00000}",
                        equipment = Array.Empty<string>(),
                        date,
                        dueDate = (string?)null,
                        durationMinutes = (int?)null,
                        windows = (object?)null,
                        urgency = "P1",
                        deadline = (string?)null,
                        backup = (object?)null,
                        note = "",
                    },
                }),
            };
            request.Headers.Add("Idempotency-Key", id);
            (await desk.SendAsync(request)).EnsureSuccessStatusCode();
            boardMs.Add((await onBoard.WaitAsync(TimeSpan.FromSeconds(30)) - clock) * 1000.0 / Stopwatch.Frequency);
            // The phone that is watched hears of a visit once it is on its own route: it is moved there.
            var moved = Stopwatch.GetTimestamp();
            var move = await desk.PostAsJsonAsync($"/api/days/demo/{date}/moves", new { visits = new[] { id }, technician, position = (int?)null, startAt = (string?)null, expectedVersion = (long?)null });
            if (move.IsSuccessStatusCode)
                phoneMs.Add((await onPhone.WaitAsync(TimeSpan.FromSeconds(30)) - (onPhone.IsCompleted && onPhone.Result < moved ? clock : moved)) * 1000.0 / Stopwatch.Frequency);
            (await desk.PostAsJsonAsync($"/api/visits/{id}/cancel", new { reason = "load" })).EnsureSuccessStatusCode();
        }

        Tell("board", boardMs);
        Tell("phone", phoneMs);
        return 0;
    }

    private static void Tell(string who, List<double> ms)
    {
        ms.Sort();
        double At(double share) => ms.Count == 0 ? double.NaN : ms[Math.Min(ms.Count - 1, (int)(share * ms.Count))];
        Console.WriteLine($"{who}: {ms.Count} visits, p50 {At(0.5):0} ms, p90 {At(0.9):0} ms, p99 {At(0.99):0} ms, most {At(1):0} ms");
    }

    private static async Task<HttpClient> SignInAsync(Uri url, string user, CookieContainer jar)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = url };
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        (await client.PostAsJsonAsync("/api/session", new { user, password = "demo-" + user })).EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<HubConnection> ConnectAsync(Uri url, string path, CookieContainer cookies)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(url, path), options => options.Cookies = cookies).Build();
        await connection.StartAsync();
        return connection;
    }

    private static async Task FollowAsync(IAsyncEnumerable<JsonElement> stream, Action<string> look)
    {
        await foreach (var message in stream)
            look(message.GetRawText());
    }

    /// <summary>Waits for ids to turn up in what a hub sends.</summary>
    private sealed class Seen
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> waiting = new();

        public Task<long> WaitFor(string id) => waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void Look(string text)
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var (id, seen) in waiting)
            {
                if (text.Contains(id, StringComparison.Ordinal) && waiting.TryRemove(id, out _))
                    seen.SetResult(now);
            }
        }
    }
}
