using System.Net;
using System.Text.Json;

namespace Dispatch.Web.Tests;

public sealed class GuidanceTests(DemoHouse house)
{
    [Theory]
    [InlineData("en", "Head ", "You have arrived")]
    [InlineData("de", "Nach ", "Ziel erreicht")]
    public async Task A_technician_is_told_the_way_to_the_own_next_stop(string language, string begins, string ends)
    {
        using var client = await house.ClientAsync("technician");
        var answer = await client.GetAsync(new Uri($"/api/my-day/guidance?language={language}", UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.NoContent)
            return; // The demo's day may be over for this technician.
        var guidance = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var steps = guidance.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("text").GetString()!).ToList();
        Assert.StartsWith(begins, steps[0], StringComparison.Ordinal);
        Assert.StartsWith(ends, steps[^1], StringComparison.Ordinal);
        // Each step is rounded, so their sum may differ by a metre a step.
        var told = guidance.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("metres").GetInt32());
        Assert.InRange(told - guidance.GetProperty("metres").GetInt32(), -steps.Count, steps.Count);
    }

    [Fact]
    public async Task Nobody_else_is_told_it_and_a_language_that_is_not_spoken_is_told()
    {
        using var dispatcher = await house.ClientAsync("dispatcher");
        Assert.Equal(HttpStatusCode.Forbidden, (await dispatcher.GetAsync(new Uri("/api/my-day/guidance", UriKind.Relative))).StatusCode);
        using var technician = await house.ClientAsync("technician");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await technician.GetAsync(new Uri("/api/my-day/guidance?language=tlh", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_administrator_sees_how_much_was_learned_of_the_streets()
    {
        using var client = await house.ClientAsync("administrator");
        var figures = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/admin/learned-streets", UriKind.Relative))).RootElement;
        Assert.InRange(figures.GetProperty("streets").GetInt32(), 0, figures.GetProperty("samples").GetInt32());
    }
}
