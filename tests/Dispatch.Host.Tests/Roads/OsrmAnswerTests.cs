using System.Net;
using System.Text.Json;
using Dispatch.Web.Osrm;

namespace Dispatch.Host.Tests.Roads;

public sealed class OsrmAnswerTests(OsrmHouse house) : IClassFixture<OsrmHouse>
{
    [Fact]
    public async Task A_route_has_the_members_that_clients_read()
    {
        var answer = await house.OkAsync($"/route/v1/driving/{house.Places(3)}?steps=true&annotations=true&overview=full&geometries=geojson");
        var route = Assert.Single(answer.GetProperty("routes").EnumerateArray());
        Assert.Equal("duration", route.GetProperty("weight_name").GetString());
        var legs = route.GetProperty("legs").EnumerateArray().ToList();
        Assert.Equal(2, legs.Count);
        Assert.Equal(route.GetProperty("distance").GetDouble(), legs.Sum(leg => leg.GetProperty("distance").GetDouble()), 0.3);
        foreach (var leg in legs)
        {
            var steps = leg.GetProperty("steps").EnumerateArray().ToList();
            Assert.Equal("depart", Type(steps[0]));
            Assert.Equal("arrive", Type(steps[^1]));
            Assert.Equal(leg.GetProperty("duration").GetDouble(), steps.Sum(step => step.GetProperty("duration").GetDouble()), 0.1 * steps.Count);
            Assert.All(steps, step =>
            {
                Assert.Equal("right", step.GetProperty("driving_side").GetString());
                Assert.Equal("driving", step.GetProperty("mode").GetString());
                Assert.True(step.GetProperty("geometry").GetProperty("coordinates").GetArrayLength() >= 2);
                Assert.NotEmpty(step.GetProperty("intersections").EnumerateArray());
            });
            var durations = leg.GetProperty("annotation").GetProperty("duration").EnumerateArray().Sum(one => one.GetDouble());
            Assert.Equal(leg.GetProperty("duration").GetDouble(), durations, 0.06 * leg.GetProperty("annotation").GetProperty("duration").GetArrayLength());
        }

        var waypoints = answer.GetProperty("waypoints").EnumerateArray().ToList();
        Assert.Equal(3, waypoints.Count);
        Assert.All(waypoints, waypoint => Assert.Equal(JsonValueKind.String, waypoint.GetProperty("hint").ValueKind));
    }

    [Fact]
    public async Task A_table_holds_the_durations_of_its_routes()
    {
        var places = house.Places(4, seed: 2).Split(';');
        var table = await house.OkAsync($"/table/v1/car/{string.Join(';', places)}?annotations=duration,distance&sources=0;1&destinations=2;3");
        Assert.Equal((2, 2), (table.GetProperty("sources").GetArrayLength(), table.GetProperty("durations")[0].GetArrayLength()));
        for (var row = 0; row < 2; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                var route = (await house.OkAsync($"/route/v1/car/{places[row]};{places[2 + column]}?overview=false")).GetProperty("routes")[0];
                Assert.Equal(route.GetProperty("duration").GetDouble(), table.GetProperty("durations")[row][column].GetDouble(), 1.0);
                Assert.Equal(route.GetProperty("distance").GetDouble(), table.GetProperty("distances")[row][column].GetDouble(), 1.0);
            }
        }

        var whole = await house.OkAsync($"/table/v1/car/{string.Join(';', places)}?skip_waypoints=true&scale_factor=2");
        Assert.False(whole.TryGetProperty("sources", out _));
        Assert.False(whole.TryGetProperty("distances", out _));
        Assert.Equal(2 * table.GetProperty("durations")[0][0].GetDouble(), whole.GetProperty("durations")[0][2].GetDouble());
        Assert.Equal(0, whole.GetProperty("durations")[3][3].GetDouble());
    }

    [Fact]
    public async Task Places_may_come_as_a_polyline_of_either_precision()
    {
        var points = house.Points(2, seed: 3);
        var plain = await house.OkAsync($"/route/v1/car/{house.Places(2, seed: 3)}?overview=false&generate_hints=false");
        foreach (var (name, precision, ending) in ((string, double, string)[])[("polyline", 1e5, ""), ("polyline6", 1e6, ".json")])
        {
            var encoded = Uri.EscapeDataString(OsrmPolyline.Encode(points, precision));
            var answer = await house.OkAsync($"/route/v1/car/{name}({encoded}){ending}?overview=false&generate_hints=false");
            Assert.Equal(plain.GetProperty("routes")[0].GetProperty("distance").GetDouble(), answer.GetProperty("routes")[0].GetProperty("distance").GetDouble(), 5.0);
            Assert.Equal(points.Length, OsrmPolyline.Decode(OsrmPolyline.Encode(points, precision), precision)!.Count);
        }
    }

    [Fact]
    public async Task A_hint_of_one_answer_leads_to_the_same_place_in_the_next_and_a_foreign_one_is_passed_over()
    {
        var places = house.Places(2, seed: 4);
        var first = await house.OkAsync($"/route/v1/car/{places}?overview=false");
        var hints = first.GetProperty("waypoints").EnumerateArray().Select(waypoint => waypoint.GetProperty("hint").GetString()).ToList();
        foreach (var used in (string[])[string.Join(';', hints), ";", "AAAA;____"])
        {
            var again = await house.OkAsync($"/route/v1/car/{places}?overview=false&hints={used}");
            Assert.Equal(first.GetProperty("routes")[0].GetRawText(), again.GetProperty("routes")[0].GetRawText());
        }

        Assert.All((await house.OkAsync($"/route/v1/car/{places}?generate_hints=false")).GetProperty("waypoints").EnumerateArray(), waypoint => Assert.False(waypoint.TryGetProperty("hint", out _)));
    }

    [Fact]
    public async Task A_place_that_is_no_waypoint_is_driven_by_without_arriving()
    {
        var places = house.Places(3, seed: 5);
        var route = (await house.OkAsync($"/route/v1/car/{places}?steps=true&waypoints=0;2")).GetProperty("routes")[0];
        var leg = Assert.Single(route.GetProperty("legs").EnumerateArray());
        Assert.Equal(["depart", "arrive"], leg.GetProperty("steps").EnumerateArray().Select(Type).Where(type => type is "depart" or "arrive"));
        Assert.Equal((await house.OkAsync($"/route/v1/car/{places}")).GetProperty("routes")[0].GetProperty("distance").GetDouble(), leg.GetProperty("distance").GetDouble(), 0.2);
    }

    [Fact]
    public async Task Roads_that_are_excluded_are_not_driven_on()
    {
        var places = house.Places(2, seed: 9);
        foreach (var exclude in (string[])["motorway", "toll,ferry", "none"])
        {
            var steps = (await house.OkAsync($"/route/v1/car/{places}?steps=true&exclude={exclude}")).GetProperty("routes")[0].GetProperty("legs")[0].GetProperty("steps");
            var classes = steps.EnumerateArray().SelectMany(step => step.GetProperty("intersections").EnumerateArray())
                .SelectMany(crossing => crossing.TryGetProperty("classes", out var names) ? names.EnumerateArray().Select(name => name.GetString()) : []);
            Assert.Empty(classes.Intersect(exclude.Split(',')));
        }
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("2", 3)]
    public async Task Other_ways_come_after_the_fastest_when_they_are_asked_for(string alternatives, int most)
    {
        var others = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var places = house.Places(2, seed);
            var fastest = (await house.OkAsync($"/route/v1/car/{places}?alternatives=false")).GetProperty("routes");
            var routes = (await house.OkAsync($"/route/v1/car/{places}?alternatives={alternatives}")).GetProperty("routes");
            Assert.Equal(1, fastest.GetArrayLength());
            Assert.InRange(routes.GetArrayLength(), 1, most);
            Assert.Equal(fastest[0].GetRawText(), routes[0].GetRawText());
            Assert.Equal(routes.EnumerateArray().Select(Seconds).Order(), routes.EnumerateArray().Select(Seconds));
            Assert.Distinct(routes.EnumerateArray().Select(route => route.GetProperty("geometry").GetString()));
            others += routes.GetArrayLength() - 1;
        }

        Assert.True(others > 0, "no other way was found at all");
        Assert.Equal(1, (await house.OkAsync($"/route/v1/car/{house.Places(3)}?alternatives={alternatives}")).GetProperty("routes").GetArrayLength());

        static double Seconds(JsonElement route) => route.GetProperty("duration").GetDouble();
    }

    [Fact]
    public async Task Nearest_gives_as_many_as_are_asked_for_nearest_first()
    {
        var found = (await house.OkAsync($"/nearest/v1/car/{house.Places(1)}?number=3")).GetProperty("waypoints").EnumerateArray().Select(one => one.GetProperty("distance").GetDouble()).ToList();
        Assert.Equal(3, found.Count);
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public async Task A_drive_is_matched_to_where_it_was()
    {
        var route = (await house.OkAsync($"/route/v1/car/{house.Places(2, seed: 6)}?overview=full&geometries=geojson")).GetProperty("routes")[0];
        var line = route.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(point => FormattableString.Invariant($"{point[0].GetDouble()},{point[1].GetDouble()}")).ToList();
        var times = string.Join(';', line.Select((_, i) => 1_700_000_000 + 10 * i));
        var answer = await house.OkAsync($"/match/v1/car/{string.Join(';', line)}?timestamps={times}&overview=false&gaps=ignore");
        Assert.Equal(route.GetProperty("distance").GetDouble(), answer.GetProperty("matchings").EnumerateArray().Sum(match => match.GetProperty("distance").GetDouble()), 30.0);
        Assert.Equal(line.Count, answer.GetProperty("tracepoints").GetArrayLength());
        Assert.InRange(answer.GetProperty("matchings")[0].GetProperty("confidence").GetDouble(), 0, 1);
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("&source=first&destination=last", 0, 5)]
    [InlineData("&roundtrip=false&source=first&destination=last", 0, 5)]
    [InlineData("&roundtrip=false&source=first", 0, null)]
    [InlineData("&roundtrip=false&destination=last", null, 5)]
    [InlineData("&roundtrip=false", null, null)]
    public async Task A_trip_visits_every_place_once_and_begins_and_ends_where_it_shall(string options, int? first, int? last)
    {
        var answer = await house.OkAsync($"/trip/v1/car/{house.Places(6, seed: 7)}?overview=false{options}");
        var order = answer.GetProperty("waypoints").EnumerateArray().Select(waypoint => waypoint.GetProperty("waypoint_index").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(0, 6), order.Order());
        if (first is { } begin)
            Assert.Equal(0, order[begin]);
        if (last is > 0 and var end)
            Assert.Equal(5, order[end]);
        Assert.Equal(options.Contains("roundtrip=false", StringComparison.Ordinal) ? 5 : 6, answer.GetProperty("trips")[0].GetProperty("legs").GetArrayLength());
    }

    [Theory]
    [InlineData("/nonsense", "InvalidUrl")]
    [InlineData("/", "InvalidUrl")]
    [InlineData("/route/v1/driving", "InvalidUrl")]
    [InlineData("/route/vx/driving/1,1;1,2", "InvalidUrl")]
    [InlineData("/nonsense/v1/driving/1,1;1,2", "InvalidService")]
    [InlineData("/route/v2/driving/1,1;1,2", "InvalidVersion")]
    [InlineData("/route/v1/driving/1", "InvalidQuery")]
    [InlineData("/route/v1/driving/x,y", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2,3", "InvalidQuery")]
    [InlineData("/route/v1/driving/polyline(%7F)", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2?foo=1", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2?steps=maybe", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2?sources=0", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2?overview=none", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1;1,2.xml", "InvalidQuery")]
    [InlineData("/route/v1/driving/1,1", "InvalidOptions")]
    [InlineData("/route/v1/driving/1,1;1,2?radiuses=5", "InvalidOptions")]
    [InlineData("/route/v1/driving/1,1;1,2?radiuses=-5;5", "InvalidOptions")]
    [InlineData("/route/v1/driving/1,1;1,2?bearings=400,10;", "InvalidOptions")]
    [InlineData("/route/v1/driving/1,1;1,2.flatbuffers", "InvalidOptions")]
    [InlineData("/table/v1/driving/1,1;1,2?sources=2", "InvalidOptions")]
    [InlineData("/table/v1/driving/1,1;1,2?fallback_speed=0", "InvalidOptions")]
    [InlineData("/nearest/v1/driving/1,1?number=0", "InvalidOptions")]
    [InlineData("/nearest/v1/driving/1,1;1,2", "InvalidOptions")]
    [InlineData("/route/v1/driving/200,5;44,5", "InvalidValue")]
    [InlineData("/route/v1/driving/1,1;1,2?exclude=bicycles", "InvalidValue")]
    [InlineData("/match/v1/driving/1,1;1,2?timestamps=5;4", "InvalidValue")]
    [InlineData("/route/v1/driving/1,1;1,2", "NoSegment")]
    [InlineData("/table/v1/driving/1,1;1,2", "NoSegment")]
    [InlineData("/match/v1/driving/1,1;1,2", "NoSegment")]
    [InlineData("/match/v1/driving/1,1;1,2?radiuses=5;5000", "TooBig")]
    [InlineData("/nearest/v1/driving/1,1?number=100000", "TooBig")]
    [InlineData("/route/v1/driving/1,1;1,2?alternatives=100", "TooBig")]
    public async Task What_cannot_be_answered_has_one_of_OSRMs_codes_and_status_400(string path, string code)
    {
        var (status, answer) = await house.AskAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, answer.GetProperty("code").GetString()));
        Assert.NotEmpty(answer.GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("route", 21)]
    [InlineData("table", 21)]
    [InlineData("trip", 21)]
    [InlineData("match", 301)]
    public async Task More_places_than_the_limit_are_too_big(string service, int count)
    {
        var (status, answer) = await house.AskAsync($"/{service}/v1/car/{string.Join(';', Enumerable.Repeat("1,1", count))}");
        Assert.Equal((HttpStatusCode.BadRequest, "TooBig"), (status, answer.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Only_GET_is_answered_and_pages_of_others_may_ask()
    {
        using var client = new HttpClient();
        var posted = await client.PostAsync(new Uri(house.Url, "/route/v1/car/1,1;1,2"), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Contains("InvalidMethod", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["*"], posted.Headers.GetValues("Access-Control-Allow-Origin"));
        using var options = new HttpRequestMessage(HttpMethod.Options, new Uri(house.Url, "/route/v1/car/1,1;1,2"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(options)).StatusCode);
    }

    private static string? Type(JsonElement step) => step.GetProperty("maneuver").GetProperty("type").GetString();
}
