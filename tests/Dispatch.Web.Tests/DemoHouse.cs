using System.Net.Http.Json;
using Dispatch.Host.Serving;

[assembly: AssemblyFixture(typeof(Dispatch.Web.Tests.DemoHouse))]

namespace Dispatch.Web.Tests;

/// <summary>The whole program with a small demo day, once for all tests of this room.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dispatch-web-").FullName;
    private readonly Dictionary<string, System.Net.CookieContainer> sessions = [];
    private readonly SemaphoreSlim signingIn = new(1);
    private House? house;

    internal House House => house!;

    public Uri Url { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        house = await House.OpenAsync(
            ServeOptions.Default with { Urls = "http://127.0.0.1:0", DataFolder = folder, Technicians = 3, Visits = 6 }, _ => { }, CancellationToken.None);
        await house.App.StartAsync();
        Url = new Uri(house.App.Urls.First());
        using var client = new HttpClient { BaseAddress = Url };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).IsSuccessStatusCode)
            await Task.Yield();
    }

    /// <summary>A client that carries the header of our own pages, with the session of a user if one is named; each user signs in once.</summary>
    public async Task<HttpClient> ClientAsync(string? user)
    {
        await signingIn.WaitAsync();
        try
        {
            if (user is not null && sessions.TryGetValue(user, out var session))
                return Make(session);
            var cookies = new System.Net.CookieContainer();
            var client = Make(cookies);
            if (user is not null)
            {
                (await client.PostAsJsonAsync("/api/session", new { user, password = "demo-" + user })).EnsureSuccessStatusCode();
                sessions[user] = cookies;
            }

            return client;
        }
        finally
        {
            signingIn.Release();
        }
    }

    private HttpClient Make(System.Net.CookieContainer cookies)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        signingIn.Dispose();
        await house!.App.StopAsync();
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
