using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Web.Tests;

public sealed class TrafficTests(DemoHouse house)
{
    private const int Morning = 1;

    [Fact]
    public async Task Slower_streets_are_kept_by_their_version_and_none_is_told_of_hours_that_nobody_drove()
    {
        var roads = house.House.App.Services.GetRequiredService<RoadsNow>();
        roads.Learn(TaughtStreets.Of(roads.Map));
        try
        {
            using var desk = await house.ClientAsync("dispatcher");
            using var first = await desk.GetAsync(Of(roads.LearnedVersion, Morning));
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.True(first.Headers.CacheControl.Private);
            var view = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
            var streets = view.GetProperty("streets").EnumerateArray().ToList();
            Assert.NotEmpty(streets);
            Assert.InRange(streets.Count, 1, view.GetProperty("known").GetInt32());
            Assert.All(streets, street =>
            {
                Assert.InRange(street.GetProperty("factor").GetDouble(), 1.15, 8);
                Assert.InRange(street.GetProperty("drives").GetInt32(), 5, 60);
                Assert.NotEmpty(street.GetProperty("line").GetString()!);
            });

            using var again = new HttpRequestMessage(HttpMethod.Get, Of(roads.LearnedVersion, Morning));
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await desk.SendAsync(again)).StatusCode);

            using var old = await desk.GetAsync(Of("0000", Morning));
            Assert.True(old.Headers.CacheControl!.NoStore);

            var night = await desk.GetFromJsonAsync<JsonElement>(Of(roads.LearnedVersion, 0));
            Assert.Equal((0, 0), (night.GetProperty("known").GetInt32(), night.GetProperty("streets").GetArrayLength()));
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(Of(roads.LearnedVersion, 8))).StatusCode);
        }
        finally
        {
            roads.Learn(new LearnedSpeeds(roads.Map));
        }
    }

    private static Uri Of(string version, int part) => new($"/api/territories/demo/traffic/{version}/{part}", UriKind.Relative);
}
