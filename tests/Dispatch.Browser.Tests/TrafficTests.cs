using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>Streets that drives have shown to be slower than the map says.</summary>
public sealed partial class TrafficTests
{
    [Fact]
    public async Task Streets_that_drives_have_shown_to_be_slow_are_drawn_on_the_map_and_told_and_the_layer_stays_as_it_was_left()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 4, areStreetsTaught: true);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        var toggle = board.GetByRole(AriaRole.Button, new() { Name = "Traffic" });
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "false");
        await toggle.ClickAsync();

        var legend = board.GetByRole(AriaRole.Region, new() { Name = "Slower than the map says" });
        await Expect(legend.GetByText("9 to 15 o’clock")).ToBeVisibleAsync();
        await legend.GetByText("Slowest streets").ClickAsync();
        var slowest = legend.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button).First;
        await Expect(slowest).ToHaveAttributeAsync("aria-label", Told());
        await slowest.ClickAsync();
        var tip = board.Locator(".map-tip");
        await Expect(tip).ToContainTextAsync(Told());

        // The street now lies in the middle of the map: who points there is told of it, and who leaves it is not.
        var map = (await board.Locator(".map canvas.maplibregl-canvas").BoundingBoxAsync())!;
        await board.Mouse.MoveAsync(map.X + 40, map.Y + map.Height / 2);
        await RunningHouse.EventuallyAsync(async () =>
        {
            await board.Mouse.MoveAsync(map.X + map.Width / 2, map.Y + map.Height / 2);
            await board.Mouse.MoveAsync(map.X + map.Width / 2 + 2, map.Y + map.Height / 2 + 2);
            await board.Mouse.MoveAsync(map.X + map.Width - 20, map.Y + 160);
            return await tip.CountAsync() == 0 ? "left" : null;
        });

        await board.ReloadAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(legend.GetByText("Learned from drives")).ToBeVisibleAsync();
        await toggle.ClickAsync();
        await Expect(legend).ToHaveCountAsync(0);
        Assert.Empty(mistakes);
    }

    [GeneratedRegex(@"usually [2-8](\.\d)? times as long between 9 and 15, learned from \d+ drives")]
    private static partial Regex Told();
}
