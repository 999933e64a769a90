using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dispatch.Web.Tests;

public sealed class ClosureTests(DemoHouse house)
{
    private static readonly Uri All = new("/api/territories/demo/closures", UriKind.Relative);

    [Fact]
    public async Task A_desk_slows_streets_sees_which_and_opens_them_again()
    {
        using var desk = await house.ClientAsync("dispatcher");
        using var request = new HttpRequestMessage(HttpMethod.Post, All);
        request.Headers.Add("Idempotency-Key", "roadworks-1");
        var map = (await desk.GetFromJsonAsync<JsonElement>(new Uri("/api/map", UriKind.Relative))).GetProperty("bounds");
        var (south, west, north, east) = (map.GetProperty("south").GetDouble(), map.GetProperty("west").GetDouble(), map.GetProperty("north").GetDouble(), map.GetProperty("east").GetDouble());
        request.Content = JsonContent.Create(new
        {
            shape = new[] { (south, west), (south, east), (north, east), (north, west) }.Select(corner => new { latitude = corner.Item1, longitude = corner.Item2 }),
            isArea = true,
            factor = 1.5,
            until = (string?)null,
            reason = "Roadworks",
        });
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(request)).StatusCode);
        var known = Assert.Single((await desk.GetFromJsonAsync<JsonElement>(All)).EnumerateArray());
        Assert.Equal(("roadworks-1", "Roadworks", "dispatcher"), (known.GetProperty("id").GetString(), known.GetProperty("reason").GetString(), known.GetProperty("by").GetString()));
        Assert.NotEmpty((await desk.GetFromJsonAsync<string[]>(new Uri(All + "/roadworks-1/streets", UriKind.Relative)))!);

        for (var again = 0; again < 2; again++)
            Assert.Equal(HttpStatusCode.OK, (await desk.DeleteAsync(new Uri(All + "/roadworks-1", UriKind.Relative))).StatusCode);
        Assert.Empty((await desk.GetFromJsonAsync<JsonElement>(All)).EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(new Uri(All + "/roadworks-1/streets", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("{\"shape\":[{\"latitude\":1e9,\"longitude\":0},{\"latitude\":0,\"longitude\":0}],\"isArea\":false,\"reason\":\"\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"shape\":[],\"isArea\":false,\"reason\":\"\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"shape\":null,\"isArea\":false,\"reason\":\"\"}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    public async Task A_drawing_that_says_nothing_is_refused(string body, HttpStatusCode status)
    {
        using var desk = await house.ClientAsync("dispatcher");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(status, (await desk.PostAsync(All, content)).StatusCode);
    }
}
