using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dispatch.Web.Tests;

public sealed class BadInputTests(DemoHouse house)
{
    [Fact]
    public async Task A_call_that_is_not_from_our_own_pages_is_refused()
    {
        using var client = await house.ClientAsync("dispatcher");
        client.DefaultRequestHeaders.Remove("X-Dispatch");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/api/days/demo/2026-01-01/undo", new { })).StatusCode);
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/api/days/demo/2026-01-01/undo", new { })).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same()
    {
        using var client = await house.ClientAsync(null);
        var wrong = await client.PostAsJsonAsync("/api/session", new { user = "dispatcher", password = "guess" });
        var unknown = await client.PostAsJsonAsync("/api/session", new { user = "nobody-here", password = "guess" });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(await CodeAsync(wrong), await CodeAsync(unknown));
    }

    [Theory]
    [InlineData("/api/visits/none")]
    [InlineData("/api/technicians/none")]
    [InlineData("/api/patients/none")]
    [InlineData("/api/equipment/none")]
    [InlineData("/api/territories/none")]
    public async Task What_is_not_there_is_404_with_a_code(string path)
    {
        using var client = await house.ClientAsync("dispatcher");
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "unknown"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_422_and_nothing_is_made()
    {
        using var client = await house.ClientAsync("dispatcher");
        var answer = await client.PostAsJsonAsync("/api/visits", new { request = await RequestAsync(client, windows: [new { start = "2026-11-24T12:00:00Z", end = "2026-11-24T11:00:00Z", isHard = false }]) });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "window-ends-before-start"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task The_same_command_twice_makes_one_visit()
    {
        using var client = await house.ClientAsync("dispatcher");
        var body = new { request = await RequestAsync(client, windows: null) };
        client.DefaultRequestHeaders.Add("Idempotency-Key", "twice-" + Guid.NewGuid().ToString("N"));
        var first = await client.PostAsJsonAsync("/api/visits", body);
        var second = await client.PostAsJsonAsync("/api/visits", body);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_stale_plan_version_is_412()
    {
        using var client = await house.ClientAsync("dispatcher");
        var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString();
        client.DefaultRequestHeaders.Add("If-Match", "\"1\"");
        var answer = await client.PostAsJsonAsync($"/api/days/demo/{date}/moves", new { visits = new[] { "any" }, technician = "t001", position = (int?)null, startAt = (string?)null, expectedVersion = (long?)null });
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale-version"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData(44.5, -20.0, "position-off-map")]
    [InlineData(95.0, -30.0, "position-off-earth")]
    public async Task A_position_that_cannot_be_is_told_and_ignored(double latitude, double longitude, string code)
    {
        using var client = await house.ClientAsync(code == "position-off-map" ? "technician" : "technician2");
        var now = (await client.GetFromJsonAsync<JsonElement>("/api/clock")).GetProperty("at").GetString();
        var answer = await client.PostAsJsonAsync("/api/my-day/positions", new[] { new { position = new { latitude, longitude }, headingDegrees = (double?)null, speedMetresPerSecond = (double?)null, accuracyMetres = (double?)null, fixAt = now } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_position_from_tomorrow_is_told_and_ignored_and_an_older_one_changes_nothing()
    {
        using var client = await house.ClientAsync("technician2");
        var now = (await client.GetFromJsonAsync<JsonElement>("/api/clock")).GetProperty("at").GetDateTimeOffset();
        var map = (await client.GetFromJsonAsync<JsonElement>("/api/map")).GetProperty("bounds");
        var place = new { latitude = (map.GetProperty("south").GetDouble() + map.GetProperty("north").GetDouble()) / 2, longitude = (map.GetProperty("west").GetDouble() + map.GetProperty("east").GetDouble()) / 2 };
        Task<HttpResponseMessage> ReportAsync(DateTimeOffset fixAt) => client.PostAsJsonAsync(
            "/api/my-day/positions", new[] { new { position = place, headingDegrees = (double?)null, speedMetresPerSecond = (double?)null, accuracyMetres = (double?)null, fixAt = fixAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) } });
        var tomorrow = await ReportAsync(now.AddDays(1));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "position-from-future"), (tomorrow.StatusCode, await CodeAsync(tomorrow)));
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(now.AddDays(-1))).StatusCode);
        using var desk = await house.ClientAsync("dispatcher");
        var shown = (await desk.GetFromJsonAsync<JsonElement>("/api/technicians/t002")).GetProperty("position");
        Assert.True(shown.ValueKind == JsonValueKind.Null || shown.GetProperty("fixAt").GetDateTimeOffset() > now.AddHours(-12));
    }

    [Theory]
    [InlineData("visit-type-unknown", "no-such-type", "p00001")]
    [InlineData("patient-unknown", "oxygen-refill", "no-such-patient")]
    public async Task A_visit_of_something_unknown_is_422_and_says_what(string code, string type, string patient)
    {
        using var client = await house.ClientAsync("dispatcher");
        var request = await RequestAsync(client, windows: null, type, patient);
        var answer = await client.PostAsJsonAsync("/api/visits", new { request });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_move_of_an_unknown_visit_or_to_an_unknown_technician_is_404()
    {
        using var client = await house.ClientAsync("dispatcher");
        var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString();
        foreach (var (visit, technician) in ((string, string)[])[("no-such-visit", "t001"), ("no-such-visit", "no-such-technician")])
        {
            var answer = await client.PostAsJsonAsync($"/api/days/demo/{date}/moves", new { visits = new[] { visit }, technician, position = (int?)null, startAt = (string?)null, expectedVersion = (long?)null });
            Assert.Equal((HttpStatusCode.NotFound, "unknown"), (answer.StatusCode, await CodeAsync(answer)));
        }
    }

    [Fact]
    public async Task A_technician_with_an_unknown_skill_and_a_patient_off_the_map_are_told_and_nothing_is_kept()
    {
        using var client = await house.ClientAsync("administrator");
        var technician = new { id = "t-new", territory = "demo", name = "New", phone = "1", depot = "depot", startsAtHome = false, home = (object?)null, skills = new[] { new { id = "juggling", level = 1, expires = (string?)null } }, shifts = Array.Empty<object>(), @break = (object?)null, van = "", stock = Array.Empty<object>(), isActive = true };
        var skill = await client.PutAsJsonAsync("/api/admin/technicians/t-new", technician);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "skill-unknown"), (skill.StatusCode, await CodeAsync(skill)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/api/technicians/t-new", UriKind.Relative))).StatusCode);

        const string headings = "id,name,street,house_number,city,postcode,latitude,longitude,access_notes,phone,language,accepts_texts,someone_else,emergency_plan,emergency_number,flow_litres_per_minute,free_breathing_minutes\n";
        var map = (await client.GetFromJsonAsync<JsonElement>("/api/patients/p00001")).GetProperty("patient").GetProperty("place");
        string Row(string id, double latitude) => FormattableString.Invariant($"{id},A Person,,,,,{latitude},{map.GetProperty("longitude").GetDouble()},,123,en,yes,,,,,\n");
        using var sheet = new StringContent(headings + Row("csv-1", map.GetProperty("latitude").GetDouble()) + Row("csv-2", -60), Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/admin/territories/demo/csv/patients", UriKind.Relative), sheet);
        var mistake = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mistakes").EnumerateArray().ToList());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 3), (answer.StatusCode, mistake.GetProperty("line").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/api/patients/csv-1", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("69642c6e616d650a", "is missing")]
    [InlineData("fffe41", "not UTF-8")]
    [InlineData("", "is empty")]
    public async Task A_sheet_with_a_wrong_column_or_letter_or_nothing_is_told(string bytes, string words)
    {
        using var client = await house.ClientAsync("administrator");
        using var body = new ByteArrayContent(Convert.FromHexString(bytes)) { Headers = { ContentType = new("text/csv") } };
        var answer = await client.PostAsync(new Uri("/api/admin/territories/demo/csv/technicians", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_territory_in_an_unknown_zone_is_told()
    {
        using var client = await house.ClientAsync("administrator");
        var territory = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync(new Uri("/api/territories/demo", UriKind.Relative)))!;
        territory["timeZone"] = "Mars/Olympus";
        using var body = new StringContent(territory.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await client.PutAsync(new Uri("/api/admin/territories/demo", UriKind.Relative), body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "time-zone-unknown"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task Too_large_and_malformed_bodies_are_told()
    {
        using var client = await house.ClientAsync("dispatcher");
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var large = new StringContent("\"" + new string('x', 10_000_000) + "\"", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync(new Uri("/api/triage", UriKind.Relative), large)).StatusCode);
        using var broken = new StringContent("{\"territory\":", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/api/triage", UriKind.Relative), broken)).StatusCode);
    }

    [Fact]
    public async Task A_sheet_with_mistakes_tells_each_by_line_and_takes_nothing()
    {
        using var client = await house.ClientAsync("administrator");
        var sheet = "id,kind,model,serial,udi,lot,patient,state,dependence,battery_minutes,next_service\nnew-1,pap,A,S1,,,,Ready,None,0,\nnew-2,pap,A,,,,,Readi,None,x,soon\n";
        using var body = new StringContent(sheet, Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(new Uri("/api/admin/territories/demo/csv/equipment", UriKind.Relative), body);
        var mistakes = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mistakes").EnumerateArray().ToList();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(mistakes, mistake => Assert.Equal(3, mistake.GetProperty("line").GetInt32()));
        Assert.Equal(4, mistakes.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/api/equipment/new-1", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_sheet_of_technicians_from_before_they_had_a_pace_a_home_area_instruments_room_or_a_slower_van_is_read()
    {
        using var client = await house.ClientAsync("administrator");
        var path = new Uri("/api/admin/territories/demo/csv/technicians", UriKind.Relative);
        var sheet = await client.GetStringAsync(path);
        using var old = new StringContent(string.Join('\n', sheet.Trim().Split('\n').Select(line => string.Join(',', line.Split(',')[..^5]))), Encoding.UTF8, "text/csv");
        var answer = await client.PostAsync(path, old);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.All((await client.GetStringAsync(path)).Trim().Split('\n').Skip(1), line => Assert.EndsWith(",100,0,,,100", line.Trim()));
        using var again = new StringContent(sheet, Encoding.UTF8, "text/csv");
        Assert.True((await client.PostAsync(path, again)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_sheet_that_was_exported_can_be_imported_again()
    {
        using var client = await house.ClientAsync("administrator");
        foreach (var sheet in (string[])["technicians", "patients", "equipment"])
        {
            var path = new Uri($"/api/admin/territories/demo/csv/{sheet}", UriKind.Relative);
            using var body = new StringContent(await client.GetStringAsync(path), Encoding.UTF8, "text/csv");
            var answer = await client.PostAsync(path, body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_strangers_out()
    {
        using var client = await house.ClientAsync(null);
        var answer = await client.GetAsync(new Uri("/api/map", UriKind.Relative));
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    private static async Task<object> RequestAsync(HttpClient client, object[]? windows, string type = "oxygen-refill", string patient = "p00001")
    {
        var date = (await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString();
        return new
        {
            territory = "demo",
            type,
            patient,
            equipment = Array.Empty<string>(),
            date,
            dueDate = (string?)null,
            durationMinutes = (int?)null,
            windows,
            urgency = (string?)null,
            deadline = (string?)null,
            backup = (object?)null,
            note = "",
        };
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("code", out var code) ? code.GetString()! : "";
}
