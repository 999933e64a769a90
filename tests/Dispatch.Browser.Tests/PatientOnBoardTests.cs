using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>What a dispatcher sees and sets of a patient.</summary>
public sealed class PatientOnBoardTests
{
    [Fact]
    public async Task Whom_a_patient_prefers_is_chosen_beside_the_patient_and_stands_with_the_visit()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 4);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        var planned = board.Locator("button.bar[data-state='Planned']").First;
        await planned.ClickAsync();
        var details = board.Locator("#details");
        var patient = await details.Locator(".details-head button.link").TextContentAsync();
        await details.Locator(".details-head button.link").ClickAsync();
        await Expect(details.GetByText("Whoever comes is welcome.")).ToBeVisibleAsync();

        var choice = details.GetByLabel("The patient would rather have");
        var name = await choice.Locator("option").Nth(1).TextContentAsync();
        await choice.SelectOptionAsync(new SelectOptionValue { Label = name });
        await Expect(details.Locator(".chosen li")).ToHaveTextAsync([name!]);
        await planned.ClickAsync();
        await Expect(details.Locator(".details-head")).ToContainTextAsync(patient!);
        await Expect(details.Locator("dt", new() { HasText = "Preferred technicians" }).Locator("+ dd")).ToHaveTextAsync(name!);

        await details.Locator(".details-head button.link").ClickAsync();
        await details.GetByRole(AriaRole.Button, new() { Name = name + ": prefer no longer" }).ClickAsync();
        await Expect(details.GetByText("Whoever comes is welcome.")).ToBeVisibleAsync();
        Assert.Empty(mistakes);
    }
}
