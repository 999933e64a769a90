using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Dispatch.LoadTests.Roads;

/// <summary>"roads http URL SOUTH WEST NORTH EAST": routes and tables of 100 × 100 over OSRM's API against a running server.</summary>
internal static class OsrmLatency
{
    private const int Routes = 1000;
    private const int Tables = 40;
    private const int TablePlaces = 100;

    public static async Task<int> MeasureAsync(Uri url, double[] box)
    {
        using var client = new HttpClient { BaseAddress = url };
        var random = new Random(1);
        var places = new List<string>();
        while (places.Count < 200)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{box[1] + random.NextDouble() * (box[3] - box[1]):0.000000},{box[0] + random.NextDouble() * (box[2] - box[0]):0.000000}");
            var answer = await client.GetAsync(new Uri($"/nearest/v1/car/{place}?radiuses=200", UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
                continue;
            var location = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("waypoints")[0].GetProperty("location");
            places.Add(string.Create(CultureInfo.InvariantCulture, $"{location[0].GetDouble()},{location[1].GetDouble()}"));
        }

        string Any() => places[random.Next(places.Count)];
        await RunAsync(client, "route", Routes, () => $"/route/v1/car/{Any()};{Any()}?overview=full");
        await RunAsync(client, "route with steps", Routes, () => $"/route/v1/car/{Any()};{Any()}?overview=full&steps=true");
        await RunAsync(client, "table 100 × 100", Tables, () => $"/table/v1/car/{string.Join(';', Enumerable.Range(0, TablePlaces).Select(_ => Any()))}?annotations=duration,distance&skip_waypoints=true");
        return 0;
    }

    private static async Task RunAsync(HttpClient client, string name, int count, Func<string> request)
    {
        for (var i = 0; i < count / 10; i++)
            (await client.GetAsync(new Uri(request(), UriKind.Relative))).Dispose();
        var (milliseconds, refused, begin) = (new List<double>(), 0, Stopwatch.GetTimestamp());
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(request(), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            refused += answer.IsSuccessStatusCode ? 0 : 1;
        }

        milliseconds.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {count / Stopwatch.GetElapsedTime(begin).TotalSeconds:0} a second one after another, p50 {milliseconds[count / 2]:0.00} ms, p99 {milliseconds[count * 99 / 100]:0.00} ms, {refused} without a road"));
    }
}
