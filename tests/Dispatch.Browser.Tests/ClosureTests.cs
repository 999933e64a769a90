using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>Streets that a dispatcher closes or slows by drawing on the map.</summary>
public sealed class ClosureTests
{
    /// <summary>Longer than what a drive or a visit of the simulated day is off by while the test looks.</summary>
    private static readonly TimeSpan Much = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_area_that_is_drawn_slower_is_listed_makes_arrivals_later_and_is_ended()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 8);
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await Expect(board.Locator("button.bar[data-state='Planned']").First).ToBeVisibleAsync();
        var before = await ArrivalsAsync(house);

        await board.GetByRole(AriaRole.Button, new() { Name = "Closed streets" }).ClickAsync();
        var panel = board.GetByRole(AriaRole.Region, new() { Name = "Closed streets" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close or slow streets" }).ClickAsync();
        await panel.GetByRole(AriaRole.Radio, new() { Name = "Area" }).DispatchEventAsync("click");
        var map = board.Locator(".map canvas.maplibregl-canvas");
        foreach (var (x, y) in new[] { (340, 40), (1000, 40), (1000, 360), (340, 360) })
            await map.ClickAsync(new() { Position = new() { X = x, Y = y } });
        await Expect(panel.GetByText("4 points")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Radio, new() { Name = "Slower" }).DispatchEventAsync("click");
        await panel.GetByRole(AriaRole.Spinbutton).First.FillAsync("8");
        await panel.GetByLabel("Why").FillAsync("Ice on the roads");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Slow down" }).ClickAsync();

        // Listed with its reason; what lies behind it comes later.
        await Expect(panel.GetByText("Ice on the roads")).ToBeVisibleAsync();
        var slowed = await RunningHouse.EventuallyAsync(async () => await ArrivalsAsync(house) is var now && now.Any(pair => before.TryGetValue(pair.Key, out var was) && pair.Value - was > Much) ? now : null);

        await panel.GetByRole(AriaRole.Button, new() { Name = "End: Ice on the roads" }).ClickAsync();
        await Expect(panel.GetByText("All streets are as on the map.")).ToBeVisibleAsync();
        await RunningHouse.EventuallyAsync(async () => await ArrivalsAsync(house) is var now && now.Any(pair => slowed.TryGetValue(pair.Key, out var was) && was - pair.Value > Much) ? now : null);
        Assert.Empty((await house.GetAsync("/api/territories/demo/closures")).EnumerateArray());
        Assert.Empty(mistakes);
    }

    private static async Task<Dictionary<string, DateTimeOffset>> ArrivalsAsync(RunningHouse house) => (await house.VisitsAsync())
        .Where(visit => visit.Arrival.Length > 0).ToDictionary(visit => visit.Id, visit => DateTimeOffset.Parse(visit.Arrival, CultureInfo.InvariantCulture));
}
