using System.Net;
using System.Text.Json;
using Dispatch.Host.Roads;
using Dispatch.Roads;
using Dispatch.Web.Osrm;
using Microsoft.AspNetCore.Builder;

namespace Dispatch.Host.Tests.Roads;

/// <summary>A server of OSRM's API on the built-in map, once for all tests that ask it.</summary>
public sealed class OsrmHouse : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly HttpClient client = new();
    private RoadMap? map;
    private OsrmServer? server;
    private WebApplication? app;

    public RoadMap Map => map!;

    public Uri Url { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        map = RoadMap.Open(Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf"), folder.Path);
        server = new OsrmServer(map, Limits);
        app = ServeRoads.Compose(server, Limits, new IPEndPoint(IPAddress.Loopback, 0));
        await app.StartAsync();
        Url = new Uri(app.Urls.First());
    }

    public static OsrmLimits Limits { get; } = new() { TablePlaces = 20, RoutePlaces = 20, MatchPoints = 300, TripPlaces = 20 };

    /// <summary>Asks; gives status and answer.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string path)
    {
        var answer = await client.GetAsync(new Uri(Url, path));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement);
    }

    /// <summary>An answer that must be Ok.</summary>
    public async Task<JsonElement> OkAsync(string path)
    {
        var (status, answer) = await AskAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {answer}");
        Assert.Equal("Ok", answer.GetProperty("code").GetString());
        return answer;
    }

    /// <summary>Places on roads, "longitude,latitude" with semicolons between.</summary>
    public string Places(int count, int seed = 1) =>
        string.Join(';', Points(count, seed).Select(point => FormattableString.Invariant($"{point.Longitude:0.000000},{point.Latitude:0.000000}")));

    public MapPoint[] Points(int count, int seed = 1)
    {
        var (random, places, bounds) = (new Random(seed), new List<MapPoint>(), Map.Bounds);
        while (places.Count < count)
        {
            var place = new MapPoint(
                bounds.South + (0.3 + 0.4 * random.NextDouble()) * (bounds.North - bounds.South),
                bounds.West + (0.3 + 0.4 * random.NextDouble()) * (bounds.East - bounds.West));
            if (Map.SnapToRoad(place, 150) is not null)
                places.Add(place);
        }

        return [.. places];
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        server!.Dispose();
        map!.Dispose();
        folder.Dispose();
    }
}
