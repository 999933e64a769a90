using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>The board without a mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task Visits_are_moved_taken_back_and_pinned_by_keys_alone()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 8);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await Expect(board.Locator("button.bar[data-state='Planned']").First).ToBeVisibleAsync();
        var movable = await house.MovableAsync();
        var (id, before) = (movable[0].Id, movable[0].Technician);
        var other = before == "t001" ? "t002" : "t001";
        var bar = board.Locator($"button.bar[data-visit='{id}']");

        // To the technician above or below, back, and there again.
        await bar.FocusAsync();
        await board.Keyboard.PressAsync("Alt+" + (await bar.GetAttributeAsync("data-row") == "0" ? "ArrowDown" : "ArrowUp"));
        await HasAsync(house, id, other);
        await board.Keyboard.PressAsync("Control+z");
        await HasAsync(house, id, before);
        await board.Keyboard.PressAsync("Control+Shift+z");
        await HasAsync(house, id, other);
        await board.Keyboard.PressAsync("Control+z");
        await HasAsync(house, id, before);

        // Selected with Enter, pinned and unpinned with P.
        await bar.FocusAsync();
        await board.Keyboard.PressAsync("Enter");
        await Expect(board.Locator("#details h2")).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("p");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Id == id && visit.IsPinned));
        await Expect(board.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Unpin" })).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("p");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Id == id && !visit.IsPinned));

        // The route's order is kept up to here with O, and free again.
        var keep = board.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Keep order up to here" });
        await board.Keyboard.PressAsync("o");
        await Expect(keep).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(board.Locator("#details")).ToContainTextAsync("the route keeps its order up to here");
        await board.Keyboard.PressAsync("o");
        await Expect(keep).ToHaveAttributeAsync("aria-pressed", "false");

        // Two at once: Space selects, M asks where to.
        await board.Keyboard.PressAsync("Escape");
        var two = movable.Take(2).Select(visit => visit.Id).ToList();
        foreach (var visit in two)
        {
            await board.Locator($"button.bar[data-visit='{visit}']").FocusAsync();
            await board.Keyboard.PressAsync("Space");
        }

        await board.Keyboard.PressAsync("m");
        var dialog = board.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Move 2 visits")).ToBeVisibleAsync();
        await dialog.Locator("select").First.SelectOptionAsync(other);
        await board.TabToAsync(dialog.Locator("button[type='submit']"));
        await board.Keyboard.PressAsync("Enter");
        foreach (var visit in two)
            await HasAsync(house, visit, other);
        Assert.Empty(mistakes);
    }

    [Fact]
    public async Task An_urgent_call_is_taken_found_and_called_off_by_keys_alone()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 8);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await Expect(board.Locator("button.bar").First).ToBeVisibleAsync();
        var patient = await house.OxygenPatientAsync();
        var dialog = board.GetByRole(AriaRole.Dialog);

        await board.Keyboard.PressAsync("n");
        await Expect(dialog.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await board.Keyboard.TypeAsync(patient.Name);
        await Expect(dialog.GetByRole(AriaRole.Option).First).ToContainTextAsync(patient.Name);
        await board.Keyboard.PressAsync("Enter");
        await board.TabToAsync(dialog.GetByRole(AriaRole.Radio, new() { Name = "Device has failed" }));
        await board.Keyboard.PressAsync("Space");
        var give = dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Give it to ") });
        await Expect(give).ToBeEnabledAsync();
        await board.TabToAsync(give);
        await board.Keyboard.PressAsync("Enter");
        var made = await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Patient == patient.Id && visit.Urgency == "P1" && visit.Technician.Length > 0));
        await Expect(dialog).ToHaveCountAsync(0);

        // Single letters can be switched off; what needs Ctrl goes on.
        await board.Keyboard.PressAsync("?");
        await board.TabToAsync(dialog.GetByLabel("Single letters are shortcuts"));
        await board.Keyboard.PressAsync("Space");
        await board.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await board.Keyboard.PressAsync("n");
        await board.Keyboard.PressAsync("Control+k");
        await Expect(board.GetByPlaceholder("Patient, visit, technician, serial number …")).ToBeFocusedAsync();
        await board.Keyboard.TypeAsync("show all keys");
        await Expect(board.GetByRole(AriaRole.Option, new() { Name = "Show all keys" })).ToHaveAttributeAsync("aria-selected", "true");
        await board.Keyboard.PressAsync("Enter");
        await board.TabToAsync(dialog.GetByLabel("Single letters are shortcuts"));
        await board.Keyboard.PressAsync("Space");
        await board.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        // To the details, and called off.
        await Expect(board.Locator("#details h2")).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("g");
        await board.Keyboard.PressAsync("d");
        await board.TabToAsync(board.Locator("#details").GetByRole(AriaRole.Button, new() { Name = "Cancel visit" }));
        await board.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByLabel("Why")).ToBeFocusedAsync();
        await board.Keyboard.TypeAsync("The device works again.");
        await board.Keyboard.PressAsync("Enter");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).All(visit => visit.Id != made.Id || visit.Status == "Cancelled") ? made : null);
        Assert.Empty(mistakes);
    }

    private static Task<Seen> HasAsync(RunningHouse house, string visit, string technician) =>
        RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(seen => seen.Id == visit && seen.Technician == technician));
}
