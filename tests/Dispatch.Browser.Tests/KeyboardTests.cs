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
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        var planned = board.Locator("button.bar[data-state='Planned']");
        await Expect(planned.First).ToBeVisibleAsync();

        // One visit, to the technician above or below, and back.
        var id = (await planned.Last.GetAttributeAsync("data-visit"))!;
        var before = (await house.VisitsAsync()).Single(visit => visit.Id == id).Technician;
        await planned.Last.FocusAsync();
        await board.Keyboard.PressAsync("Alt+" + (await planned.Last.GetAttributeAsync("data-row") == "0" ? "ArrowDown" : "ArrowUp"));
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Id == id && visit.Technician != before));
        await board.Keyboard.PressAsync("Control+z");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Id == id && visit.Technician == before));

        // Selected with Enter, pinned with P.
        await board.Locator($"button.bar[data-visit='{id}']").FocusAsync();
        await board.Keyboard.PressAsync("Enter");
        await Expect(board.Locator("#details h2")).ToBeVisibleAsync();
        await board.Keyboard.PressAsync("p");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).FirstOrDefault(visit => visit.Id == id && visit.IsPinned));

        // Two at once: Space selects, M asks where to.
        await board.Keyboard.PressAsync("Escape");
        var two = new[] { id, (await planned.First.GetAttributeAsync("data-visit"))! };
        foreach (var visit in two)
        {
            await board.Locator($"button.bar[data-visit='{visit}']").FocusAsync();
            await board.Keyboard.PressAsync("Space");
        }

        await board.Keyboard.PressAsync("m");
        var dialog = board.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Move 2 visits")).ToBeVisibleAsync();
        await dialog.Locator("select").First.SelectOptionAsync(before == "t001" ? "t002" : "t001");
        await dialog.Locator("button[type='submit']").FocusAsync();
        await board.Keyboard.PressAsync("Enter");
        await RunningHouse.EventuallyAsync(async () => (await house.VisitsAsync()).Where(visit => two.Contains(visit.Id)).ToList() is var moved
            && moved.All(visit => visit.Technician.Length > 0 && visit.Technician != before) ? moved : null);

        // Single letters can be switched off; Ctrl K goes on.
        await board.Keyboard.PressAsync("?");
        await dialog.GetByLabel("Single letters are shortcuts").UncheckAsync();
        await board.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await board.Keyboard.PressAsync("n");
        await board.Keyboard.PressAsync("Control+k");
        await Expect(board.GetByPlaceholder("Patient, visit, technician, serial number …")).ToBeVisibleAsync();
        await board.Keyboard.TypeAsync("new visit");
        await board.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Combobox)).ToBeVisibleAsync();
        Assert.Empty(mistakes);
    }
}
