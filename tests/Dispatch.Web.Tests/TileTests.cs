using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dispatch.Web.Tests;

public sealed class TileTests(DemoHouse house)
{
    [Fact]
    public async Task A_tile_that_is_known_is_not_sent_again_and_one_of_an_old_map_is_not_kept()
    {
        using var client = await house.ClientAsync(null);
        var map = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/map", UriKind.Relative));
        var (bounds, pattern) = (map.GetProperty("bounds"), map.GetProperty("tiles").GetString()!);
        var (longitude, latitude) = ((bounds.GetProperty("west").GetDouble() + bounds.GetProperty("east").GetDouble()) / 2, (bounds.GetProperty("south").GetDouble() + bounds.GetProperty("north").GetDouble()) / 2);
        var (x, y) = ((int)((longitude + 180) / 360 * 4096), (int)((1 - Math.Asinh(Math.Tan(double.DegreesToRadians(latitude))) / Math.PI) / 2 * 4096));
        var path = pattern.Replace("{z}/{x}/{y}", $"12/{x}/{y}", StringComparison.Ordinal);

        using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync());
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync());

        using var old = new HttpRequestMessage(HttpMethod.Get, $"/tiles/0000/12/{x}/{y}.mvt");
        old.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"0000\""));
        using var sent = await client.SendAsync(old);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.True(sent.Headers.CacheControl!.NoStore);
    }
}
