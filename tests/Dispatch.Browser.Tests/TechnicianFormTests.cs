using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>What an administrator enters of a technician and the van.</summary>
public sealed class TechnicianFormTests
{
    [Fact]
    public async Task Breaks_home_area_instruments_and_room_are_entered_kept_and_refused_where_they_cannot_be()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 4);
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var page = await browser.OpenAsync(house.Url, "/admin/technicians", "administrator", 1440, 900, mistakes);
        await page.Locator(".admin-list button").First.ClickAsync();
        var form = page.Locator("form.admin-form");
        await form.GetByLabel("Home area, km round the home").FillAsync("12");

        var breaks = form.GetByRole(AriaRole.Group, new() { Name = "Breaks" });
        var breaksBefore = await breaks.Locator(".row-list-row").CountAsync();
        await breaks.GetByRole(AriaRole.Button, new() { Name = "Add a break" }).ClickAsync();
        await breaks.Locator(".row-list-row").Last.GetByLabel("Minutes").FillAsync("10");

        var instruments = form.GetByRole(AriaRole.Group, new() { Name = "Test instruments" });
        await instruments.GetByRole(AriaRole.Button, new() { Name = "Add an instrument" }).ClickAsync();
        var instrument = instruments.Locator(".row-list-row").Last;
        await instrument.GetByLabel("Serial number").FillAsync("X-77");
        await instrument.GetByLabel("Calibrated until").FillAsync("2031-04-30");

        var room = form.GetByRole(AriaRole.Group, new() { Name = "Room in the van" });
        await room.Locator(".row-list-row").First.GetByRole(AriaRole.Spinbutton).FillAsync("17");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");

        // Read anew, it is all there.
        await page.ReloadAsync();
        await page.Locator(".admin-list button").First.ClickAsync();
        await Expect(form.GetByLabel("Home area, km round the home")).ToHaveValueAsync("12");
        await Expect(breaks.Locator(".row-list-row")).ToHaveCountAsync(breaksBefore + 1);
        await Expect(instruments.Locator(".row-list-row").Last.GetByLabel("Serial number")).ToHaveValueAsync("X-77");
        await Expect(instruments.Locator(".row-list-row").Last.GetByLabel("Calibrated until")).ToHaveValueAsync("2031-04-30");
        await Expect(room.Locator(".row-list-row").First.GetByRole(AriaRole.Spinbutton)).ToHaveValueAsync("17");

        // Two breaks at the same time cannot be: the sentence says so, and nothing is changed.
        await breaks.GetByRole(AriaRole.Button, new() { Name = "Add a break" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("break");
        await page.ReloadAsync();
        await page.Locator(".admin-list button").First.ClickAsync();
        await Expect(breaks.Locator(".row-list-row")).ToHaveCountAsync(breaksBefore + 1);
    }
}
