using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>What did not work has a way back: an address that leads nowhere, and details that did not come.</summary>
public sealed class WayBackTests
{
    [Fact]
    public async Task An_unknown_address_says_so_and_leads_back_and_details_that_did_not_come_are_asked_for_again()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 1, visits: 2);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var page = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        foreach (var address in new[] { "/foo", "/tech/bar", "/admin/a/b" })
        {
            Assert.Equal(404, (await page.GotoAsync(house.Url + address))!.Status);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();
            await Expect(page.Locator("input[type=password]")).ToHaveCountAsync(0);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the board" }).ClickAsync();
        await Expect(page.Locator("button.bar").First).ToBeVisibleAsync();
        Assert.Equal(200, (await page.GotoAsync(house.Url + "/admin/patients"))!.Status);

        await page.GotoAsync(house.Url);
        await page.RouteAsync("**/api/visits/*", route => route.AbortAsync());
        await page.Locator("button.bar").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("More cannot be had at present")).ToBeVisibleAsync();
        await Expect(page.Locator(".history li")).ToHaveCountAsync(0);
        await page.UnrouteAsync("**/api/visits/*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator(".history li").First).ToBeVisibleAsync();
        await Expect(page.GetByText("More cannot be had at present")).ToHaveCountAsync(0);
        Assert.Empty(mistakes);
    }
}
