using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dispatch.Web.Tests;

public sealed class BacklogTests(DemoHouse house)
{
    private static readonly Uri List = new("/api/territories/demo/backlog", UriKind.Relative);

    [Fact]
    public async Task A_visit_that_may_be_on_some_days_waits_is_planned_taken_and_stands_on_its_day()
    {
        using var desk = await house.ClientAsync("dispatcher");
        desk.DefaultRequestHeaders.Add("Idempotency-Key", "waits-" + Guid.NewGuid().ToString("N"));
        var today = await TodayAsync(desk);
        var booked = await desk.PostAsJsonAsync("/api/visits", Booking(new { first = Day(today, 1), last = Day(today, 6), times = new[] { new { from = "08:00:00", to = "15:00:00", on = (string?)null } } }));
        Assert.Equal(HttpStatusCode.Created, booked.StatusCode);
        var visit = (await booked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("visit").GetString()!;
        desk.DefaultRequestHeaders.Remove("Idempotency-Key");

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsJsonAsync(List + "/plan", new { days = 5 })).StatusCode);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        JsonElement plan;
        do
        {
            plan = await desk.GetFromJsonAsync<JsonElement>(List, patience.Token);
        }
        while (plan.GetProperty("isPlanning").GetBoolean());
        var proposal = plan.GetProperty("proposal");
        // The demo's own routine visits wait too.
        Assert.True(proposal.GetProperty("visits").GetArrayLength() + proposal.GetProperty("staying").GetArrayLength() > 6);
        var day = Assert.Single(proposal.GetProperty("visits").EnumerateArray(), proposed => proposed.GetProperty("visit").GetString() == visit).GetProperty("date").GetString();

        var taking = "takes-" + Guid.NewGuid().ToString("N");
        desk.DefaultRequestHeaders.Add("Idempotency-Key", taking);
        var taken = await desk.PostAsJsonAsync(List + "/take", new { proposal = proposal.GetProperty("id").GetString(), visits = new[] { visit } });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        var now = (await desk.GetFromJsonAsync<JsonElement>($"/api/visits/{visit}")).GetProperty("visit");
        Assert.Equal((day, "Scheduled"), (now.GetProperty("date").GetString(), now.GetProperty("status").GetString()));
        desk.DefaultRequestHeaders.Remove("Idempotency-Key");

        // Taken back it waits again and is proposed as before.
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsJsonAsync(List + "/undo", new { booking = taking })).StatusCode);
        Assert.Contains(
            (await desk.GetFromJsonAsync<JsonElement>(List)).GetProperty("proposal").GetProperty("visits").EnumerateArray(), proposed => proposed.GetProperty("visit").GetString() == visit);
        while ((await desk.GetFromJsonAsync<JsonElement>($"/api/visits/{visit}", patience.Token)).GetProperty("visit").GetProperty("status").GetString() != "Backlog")
            await Task.Yield();
        for (var again = 0; again < 2; again++)
            Assert.Equal(HttpStatusCode.OK, (await desk.DeleteAsync(new Uri($"{List}/proposals/{proposal.GetProperty("id").GetString()}", UriKind.Relative))).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await desk.GetFromJsonAsync<JsonElement>(List)).GetProperty("proposal").ValueKind);
    }

    [Theory]
    [InlineData(5, 2, "days-end-before-start")]
    [InlineData(-3, 2, "days-past")]
    [InlineData(1, 900, "days-too-many")]
    public async Task Days_that_cannot_be_are_422_and_nothing_is_made(int first, int last, string code)
    {
        using var desk = await house.ClientAsync("dispatcher");
        var today = await TodayAsync(desk);
        var id = "wrong-" + Guid.NewGuid().ToString("N");
        desk.DefaultRequestHeaders.Add("Idempotency-Key", id);
        var answer = await desk.PostAsJsonAsync("/api/visits", Booking(new { first = Day(today, first), last = Day(today, last) }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(new Uri($"/api/visits/{id}", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("{\"days\":{\"first\":\"soon\",\"last\":\"later\"}}", HttpStatusCode.BadRequest, "/api/visits/backlog-001/reschedule")]
    [InlineData("{\"days\":{\"first\":\"2026-13-01\",\"last\":\"2026-12-40\"}}", HttpStatusCode.BadRequest, "/api/visits/backlog-001/reschedule")]
    [InlineData("{\"days\":{\"first\":\"2020-01-01\",\"last\":\"2020-01-02\",\"times\":[null]}}", HttpStatusCode.UnprocessableEntity, "/api/visits/backlog-001/reschedule")]
    [InlineData("{\"days\":0}", HttpStatusCode.UnprocessableEntity, "/api/territories/demo/backlog/plan")]
    [InlineData("{\"days\":\"many\"}", HttpStatusCode.BadRequest, "/api/territories/demo/backlog/plan")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "/api/territories/demo/backlog/take")]
    [InlineData("{\"proposal\":\"none\",\"visits\":[]}", HttpStatusCode.UnprocessableEntity, "/api/territories/demo/backlog/take")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "/api/territories/demo/backlog/undo")]
    [InlineData("{\"booking\":7}", HttpStatusCode.BadRequest, "/api/territories/demo/backlog/undo")]
    [InlineData("{\"booking\":\"none\"}", HttpStatusCode.UnprocessableEntity, "/api/territories/none/backlog/undo")]
    [InlineData("{\"days\":5}", HttpStatusCode.NotFound, "/api/territories/none/backlog/plan")]
    [InlineData("[]", HttpStatusCode.BadRequest, "/api/territories/demo/backlog/take")]
    public async Task What_says_nothing_is_refused(string body, HttpStatusCode status, string path)
    {
        using var desk = await house.ClientAsync("dispatcher");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await desk.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task A_technician_may_not_plan_the_list()
    {
        using var client = await house.ClientAsync("technician");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync(List + "/plan", new { days = 5 })).StatusCode);
    }

    private static object Booking(object days) => new
    {
        request = new
        {
            territory = "demo",
            type = "oxygen-refill",
            patient = "p00001",
            equipment = Array.Empty<string>(),
            date = (string?)null,
            dueDate = (string?)null,
            durationMinutes = (int?)null,
            windows = (object[]?)null,
            urgency = (string?)null,
            deadline = (string?)null,
            backup = (object?)null,
            note = "",
            days,
        },
    };

    private static async Task<DateOnly> TodayAsync(HttpClient client) =>
        DateOnly.Parse((await client.GetFromJsonAsync<JsonElement>("/api/territories/demo/today")).GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateOnly today, int ahead) => today.AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("code", out var code) ? code.GetString()! : "";
}
