using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Dispatch.Host.Tests.Roads;

public sealed class LeafletTests(OsrmHouse house) : IClassFixture<OsrmHouse>
{
    [Fact]
    public async Task Leaflet_Routing_Machine_understands_every_word_of_an_answer()
    {
        var route = Assert.Single((await RouteAsync(3)).EnumerateArray());
        var asked = (await house.OkAsync($"/route/v1/driving/{house.Places(3, seed: 12)}?overview=false")).GetProperty("routes")[0];
        Assert.Equal(asked.GetProperty("distance").GetDouble(), route.GetProperty("metres").GetDouble(), 1.0);
        Assert.Equal(asked.GetProperty("duration").GetDouble(), route.GetProperty("seconds").GetDouble(), 1.0);
        Assert.Equal(3, route.GetProperty("waypoints").GetInt32());
        Assert.True(route.GetProperty("points").GetInt32() > 10);
        var instructions = route.GetProperty("instructions").EnumerateArray().Select(one => one.GetString() ?? "").ToList();
        Assert.True(instructions.Count >= 4);
        Assert.StartsWith("Head ", instructions[0], StringComparison.Ordinal);
        Assert.All(instructions, instruction => Assert.False(string.IsNullOrWhiteSpace(instruction) || instruction.Contains("undefined", StringComparison.Ordinal), instruction));
        Assert.Contains("destination", instructions[^1], StringComparison.OrdinalIgnoreCase);
    }

    private async Task<JsonElement> RouteAsync(int places)
    {
        var packages = Path.Combine(Repository(), "src", "apps", "package.json");
        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(packages)!, "node_modules", "leaflet-routing-machine")))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "leaflet-routing-machine is not installed; run 'npm ci' in src/apps.");
        }

        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Repository(), "tests", "Dispatch.Host.Tests", "Roads", "leaflet.mjs"));
        start.ArgumentList.Add(packages);
        start.ArgumentList.Add(new Uri(house.Url, "/route/v1").ToString());
        foreach (var point in house.Points(places, seed: 12))
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.000000},{point.Longitude:0.000000}"));
        using var node = Process.Start(start)!;
        var (said, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True((await said).StartsWith('['), $"{await said} {await errors}");
        return JsonDocument.Parse(await said).RootElement;
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Dispatch.sln")))
            at = at.Parent;
        return at.FullName;
    }
}
