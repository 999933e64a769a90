using System.Net.Http.Json;
using System.Text.Json;
using Dispatch.Host.Serving;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Web.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Browser.Tests;

/// <summary>The whole program on a free port, with its demo day open.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    private readonly House house;
    private readonly string folder;

    private RunningHouse(House house, string folder, HttpClient client) => (this.house, this.folder, Client) = (house, folder, client);

    /// <summary>Signed in as a dispatcher.</summary>
    public HttpClient Client { get; }

    public string Url => Client.BaseAddress!.ToString().TrimEnd('/');

    /// <param name="areStreetsTaught">Whether it begins with what drives of other days taught of the streets.</param>
    /// <param name="seed">Names the demo day, which is another one on each date.</param>
    public static async Task<RunningHouse> OpenAsync(string? map, int technicians, int visits, bool areStreetsTaught = false, int seed = 1)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-browser-").FullName;
        var options = ServeOptions.Default with { Urls = "http://127.0.0.1:0", DataFolder = folder, MapFile = map, Technicians = technicians, Visits = visits, Seed = seed, AppsFolder = SharedMaps.Apps };
        var house = await House.OpenAsync(options, _ => { }, CancellationToken.None);
        if (areStreetsTaught)
        {
            var roads = house.App.Services.GetRequiredService<RoadMap>();
            LearnedSpeedsFile.Save(TaughtStreets.Of(roads), roads, Path.Combine(house.DataPath, "streets.speeds"));
        }

        await house.App.StartAsync();
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = new Uri(house.App.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).IsSuccessStatusCode)
            await Task.Yield();
        (await client.PostAsJsonAsync("/api/session", new { user = "dispatcher", password = "demo-dispatcher" }, patience.Token)).EnsureSuccessStatusCode();
        return new RunningHouse(house, folder, client);
    }

    /// <summary>Holds the simulated clock: vans stand, nobody begins a visit, and what a test has looked at stays as it is.</summary>
    public async Task PauseAsync() => (await Client.PutAsJsonAsync("/api/clock/speed", new { speed = 0 })).EnsureSuccessStatusCode();

    /// <summary>Reads JSON of the API.</summary>
    public async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    /// <summary>Books a refill for today in the best place there is, and waits for the link that the patient is sent.</summary>
    public async Task<string> LinkOfNewVisitAsync()
    {
        var date = (await GetAsync("/api/territories/demo/today")).GetProperty("date").GetString();
        var (patient, _) = await OxygenPatientAsync();
        var request = new { territory = "demo", type = "oxygen-refill", patient, equipment = Array.Empty<string>(), date, urgency = "P2", note = "" };
        using var offered = await Client.PostAsJsonAsync("/api/visits/options", new { request });
        var options = await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        using var booked = await Client.PostAsJsonAsync("/api/visits", new { request, option = options.GetProperty("options")[0], planVersion = options.GetProperty("planVersion").GetInt64() });
        return await LinkOfAsync((await booked.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("visit").GetString()!);
    }

    /// <summary>Waits for the link that a visit's patient is sent.</summary>
    public Task<string> LinkOfAsync(string visit) => EventuallyAsync(async () => (await GetAsync("/api/territories/demo/messages?count=50")).EnumerateArray()
        .Where(message => message.GetProperty("visit").GetString() == visit).Select(message => message.GetProperty("link").GetString()).FirstOrDefault(link => link?.Length > 3));

    /// <summary>When the stops of a visit begin, on whichever route they are; the halves of a visit for two have its id with a suffix.</summary>
    public async Task<IReadOnlyList<(string Technician, string Start)>> StartsAsync(string visit)
    {
        var date = (await GetAsync("/api/territories/demo/today")).GetProperty("date").GetString();
        return [.. (await GetAsync($"/api/days/demo/{date}/feed")).GetProperty("changes").EnumerateArray()
            .Where(change => change.GetProperty("kind").GetString() == "route").Select(change => change.GetProperty("route"))
            .SelectMany(route => route.GetProperty("stops").EnumerateArray().Select(stop => (Route: route, Stop: stop)))
            .Where(pair => pair.Stop.GetProperty("visit").GetString()!.StartsWith(visit, StringComparison.Ordinal))
            .Select(pair => (pair.Route.GetProperty("technician").GetString()!, pair.Stop.GetProperty("startAt").GetString()!))];
    }

    /// <summary>Today's visits, as the feed tells them.</summary>
    public async Task<IReadOnlyList<Seen>> VisitsAsync()
    {
        var date = (await GetAsync("/api/territories/demo/today")).GetProperty("date").GetString();
        var changes = (await GetAsync($"/api/days/demo/{date}/feed")).GetProperty("changes").EnumerateArray();
        return [.. changes.Where(change => change.GetProperty("kind").GetString() == "visit").Select(change => change.GetProperty("visit")).Select(visit => new Seen(
            visit.GetProperty("id").GetString()!, visit.GetProperty("patient").GetString()!, visit.GetProperty("patientName").GetString()!, visit.GetProperty("urgency").GetString()!,
            visit.GetProperty("technician").GetString() ?? "", visit.GetProperty("pinnedTechnician").GetString() is not null,
            visit.GetProperty("status").GetString()!, visit.GetProperty("estimatedArrival").GetString() ?? ""))];
    }

    /// <summary>Visits of one technician that the other could have as well, the latest of the day first; two of them at least.</summary>
    public async Task<IReadOnlyList<Seen>> MovableAsync()
    {
        var found = new List<Seen>();
        foreach (var visit in (await VisitsAsync()).Where(visit => visit.Status == "Scheduled" && visit.Technician.Length > 0).OrderByDescending(visit => visit.Arrival, StringComparer.Ordinal))
        {
            var verdicts = (await GetAsync($"/api/visits/{visit.Id}/reasons")).GetProperty("technicians").EnumerateArray();
            if (verdicts.Any(verdict => !verdict.GetProperty("isHolder").GetBoolean() && verdict.GetProperty("canHave").GetBoolean()))
                found.Add(visit);
        }

        var best = found.GroupBy(visit => visit.Technician).MaxBy(group => group.Count())?.ToList() ?? [];
        Assert.True(best.Count >= 2, "the day has no two visits of one technician that the other could have: " + string.Join(", ", found.Select(visit => $"{visit.Id} {visit.Technician}")));
        return best;
    }

    /// <summary>A patient on two litres a minute who takes texts: urgent when the device fails, and no emergency.</summary>
    public async Task<(string Id, string Name)> OxygenPatientAsync() =>
        (await GetAsync("/api/territories/demo/patients?limit=200")).GetProperty("items").EnumerateArray()
            .Where(patient => patient.GetProperty("flowLitresPerMinute").ValueKind == JsonValueKind.Number && patient.GetProperty("flowLitresPerMinute").GetDouble() == 2)
            .Where(patient => patient.GetProperty("contact").GetProperty("acceptsTexts").GetBoolean())
            .Select(patient => (patient.GetProperty("id").GetString()!, patient.GetProperty("name").GetString()!)).First();

    /// <summary>Looks again and again until there is something to find; fails when patience is over.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T?>> look) where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Browser.PatienceMs));
        while (true)
        {
            if (await look() is { } found)
                return found;
            Assert.False(patience.IsCancellationRequested, "what was to follow did not");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await house.App.StopAsync();
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A visit as a test looks at it; no technician is an empty text.</summary>
/// <param name="Arrival">As the feed writes it, in UTC; empty while nobody has it.</param>
internal sealed record Seen(string Id, string Patient, string PatientName, string Urgency, string Technician, bool IsPinned, string Status, string Arrival);
