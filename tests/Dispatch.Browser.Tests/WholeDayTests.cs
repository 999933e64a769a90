using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

public sealed class WholeDayTests
{
    [Fact]
    public Task An_urgent_visit_is_made_seen_dragged_and_undone_in_the_invented_town() => WalkAsync(null);

    [Fact]
    public Task An_urgent_visit_is_made_seen_dragged_and_undone_in_Portland() => WalkAsync(SharedMaps.Require("portland-2014.osm.pbf"));

    private static async Task WalkAsync(string? map)
    {
        await using var house = await RunningHouse.OpenAsync(map, technicians: 2, visits: 8);
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        var phones = new Dictionary<string, IPage>
        {
            ["t001"] = await browser.OpenAsync(house.Url, "/tech", "technician", 390, 844, mistakes),
            ["t002"] = await browser.OpenAsync(house.Url, "/tech", "technician2", 390, 844, mistakes),
        };
        await Expect(board.Locator("button.bar").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        // Cylinders that last for some hours: urgent, and still told by a message.
        var patient = await house.OxygenPatientAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "New visit" }).First.ClickAsync();
        await board.GetByRole(AriaRole.Combobox).First.FillAsync(patient.Name);
        await board.GetByRole(AriaRole.Option).Filter(new() { HasText = patient.Name }).First.ClickAsync();
        await board.GetByRole(AriaRole.Radio, new() { Name = "Supplies run out" }).DispatchEventAsync("click");
        await board.Locator("fieldset.yes-no").Nth(0).GetByRole(AriaRole.Radio, new() { Name = "Yes" }).DispatchEventAsync("click");
        await board.GetByText("Add a cylinder").ClickAsync();
        await board.GetByLabel("How many").FillAsync("3");
        await board.GetByLabel("Pressure, psi").FillAsync("1800");
        var give = board.GetByRole(AriaRole.Button, new() { NameRegex = new("^Give it to ") });
        await Expect(give).ToBeEnabledAsync();
        await give.ClickAsync();

        // The board has it, with its technician.
        var visit = await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(v => v.Patient == patient.Id && v.Urgency == "P2" && v.Technician.Length > 0));
        var bar = board.Locator($"button.bar[data-visit='{visit.Id}']");
        await Expect(bar).ToBeVisibleAsync();
        await Expect(phones[visit.Technician].GetByText(patient.Name).First).ToBeVisibleAsync();
        var link = await RunningHouse.EventuallyAsync(async () => (await house.GetAsync("/api/territories/demo/messages?count=50")).EnumerateArray()
            .Where(message => message.GetProperty("visit").GetString() == visit.Id).Select(message => message.GetProperty("link").GetString()).FirstOrDefault(found => found?.Length > 3));
        var page = await browser.OpenAsync(house.Url, link, null, 390, 844, mistakes);
        await Expect(page.GetByText("I am home")).ToBeVisibleAsync();
        Assert.EndsWith("/p", page.Url, StringComparison.Ordinal);

        // Dragged to the other technician: phone and plan follow. Taken back: both return.
        var other = visit.Technician == "t001" ? "t002" : "t001";
        var row = board.Locator("[data-duty]").Filter(new() { HasNot = bar }).First;
        await bar.DragToAsync(row, new() { TargetPosition = new() { X = 500, Y = 14 } });
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(v => v.Id == visit.Id && v.Technician == other));
        await Expect(phones[other].GetByText(patient.Name).First).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("Control+z");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(v => v.Id == visit.Id && v.Technician == visit.Technician));

        await board.GetByRole(AriaRole.Button, new() { Name = "Dana Okafor" }).ClickAsync();
        await board.GetByText("Sign out").ClickAsync();
        await Expect(board.Locator("input[name=password]")).ToBeVisibleAsync();
        Assert.Empty(mistakes);
    }
}
