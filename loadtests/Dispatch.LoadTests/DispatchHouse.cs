using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Dispatch.LoadTests;

/// <summary>The published program as a process of its own, its log kept line by line.</summary>
internal sealed class DispatchHouse : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private DispatchHouse(Process process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>All that it has said so far.</summary>
    public IReadOnlyList<string> Log => [.. lines];

    /// <summary>Starts it on a port of loopback; it may not be ready yet.</summary>
    public static DispatchHouse Start(string program, int port, params string[] arguments)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["serve", "--urls", url.ToString().TrimEnd('/'), .. arguments])
            start.ArgumentList.Add(argument);
        var house = new DispatchHouse(Process.Start(start)!, url);
        house.process.OutputDataReceived += (_, line) => house.Keep(line.Data);
        house.process.ErrorDataReceived += (_, line) => house.Keep(line.Data);
        house.process.BeginOutputReadLine();
        house.process.BeginErrorReadLine();
        return house;
    }

    /// <summary>Waits for 200 on /health/ready, asking fifty times a second, so that the asking itself takes nothing from the start.</summary>
    /// <exception cref="InvalidOperationException">It ended before it was ready; the message is its log.</exception>
    public async Task BecomeReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Url };
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await looks.WaitForNextTickAsync())
        {
            if (process.HasExited)
                throw new InvalidOperationException(string.Join('\n', Log));
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                continue; // It does not listen yet.
            }
        }
    }

    /// <summary>Signs a demo account in; the cookies serve the hubs as well.</summary>
    public static async Task<HttpClient> SignInAsync(Uri url, string user, CookieContainer jar)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        (await client.PostAsJsonAsync("/api/session", new { user, password = "demo-" + user })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A hub, connected.</summary>
    public static async Task<HubConnection> ConnectAsync(Uri url, string path, CookieContainer cookies)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(url, path), options => options.Cookies = cookies).Build();
        await connection.StartAsync();
        return connection;
    }

    /// <summary>The service day that it is in the demo.</summary>
    public static async Task<string> TodayAsync(HttpClient desk) =>
        (await desk.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString()!;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
