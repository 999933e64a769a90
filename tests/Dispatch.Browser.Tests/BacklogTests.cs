using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>The waiting list, as a dispatcher sees it.</summary>
public sealed class BacklogTests
{
    [Fact]
    public async Task What_waits_gets_days_from_the_planner_and_is_booked_in_part_by_keys_alone()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 3, visits: 8);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await Expect(board.Locator("button.bar").First).ToBeVisibleAsync();

        // A visit that may be on some days waits: it stands on the list and on no day.
        var dialog = board.GetByRole(AriaRole.Dialog);
        var (_, name) = await house.OxygenPatientAsync();
        await board.Keyboard.PressAsync("n");
        await dialog.GetByRole(AriaRole.Combobox).First.FillAsync(name);
        await dialog.GetByRole(AriaRole.Option).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Nothing, planned work" }).DispatchEventAsync("click");
        await dialog.GetByLabel("Kind of visit").SelectOptionAsync(new SelectOptionValue { Label = "Mask refit" });
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Waiting" }).CheckAsync();
        await Expect(dialog.GetByLabel("From").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Put on the waiting list" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        // The list shows how many visits the coming days have.
        await board.GetByRole(AriaRole.Tab, new() { NameRegex = new("^Waiting") }).ClickAsync();
        await Expect(board.Locator(".coming-days .muted").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("visit"));
        var booked = await ComingAsync(board);

        // W opens the list, Enter on its button lets the planner look for days.
        await board.Locator("#list").FocusAsync();
        await board.Keyboard.PressAsync("w");
        var rows = dialog.Locator("table.backlog tbody tr");
        await Expect(rows.Filter(new() { HasText = name }).Filter(new() { HasText = "Mask refit" })).ToHaveCountAsync(1);
        var waiting = await rows.CountAsync();
        await AccessibilityTests.CheckAsync(board, "waiting list", mistakes);
        Assert.InRange(waiting, 9, 20);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Plan the waiting list" }).FocusAsync();
        await board.Keyboard.PressAsync("Enter");
        var proposed = dialog.Locator("tbody input[type=checkbox]");
        await Expect(proposed.First).ToBeVisibleAsync();
        var found = await proposed.CountAsync();
        Assert.InRange(found, 2, waiting);
        await Expect(dialog.Locator(".backlog-why")).ToHaveCountAsync(waiting - found);

        await AccessibilityTests.CheckAsync(board, "waiting list, planned", mistakes);

        // A search narrows it; the new visit has a day.
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync("Mask refit");
        await Expect(rows).Not.ToHaveCountAsync(waiting);
        await Expect(rows.Filter(new() { HasText = name })).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync("");

        // One is left out with the space bar, the others are booked.
        await proposed.First.FocusAsync();
        await board.Keyboard.PressAsync("Space");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Book {found - 1}" }).FocusAsync();
        await board.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(waiting - found + 1);
        await Expect(board.GetByText("Booked onto their days.")).ToBeVisibleAsync();
        await Expect(proposed).ToHaveCountAsync(1);
        await RunningHouse.EventuallyAsync(async () => await ComingAsync(board) == booked + found - 1 ? "counted" : null);

        // Taken back by keys, all wait again and are proposed as before, and can be booked again; the notice's button does the same.
        await board.Keyboard.PressAsync("Control+z");
        await Expect(board.GetByText("They wait again.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(waiting);
        await Expect(proposed).ToHaveCountAsync(found);
        await RunningHouse.EventuallyAsync(async () => await ComingAsync(board) == booked ? "counted" : null);
        await proposed.First.FocusAsync();
        if (await proposed.First.IsCheckedAsync())
            await board.Keyboard.PressAsync("Space");
        for (var again = 0; again < 2; again++)
        {
            await dialog.GetByRole(AriaRole.Button, new() { Name = $"Book {found - 1}" }).ClickAsync();
            await Expect(rows).ToHaveCountAsync(waiting - found + 1);
            if (again > 0)
                break;
            await board.GetByRole(AriaRole.Log).GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();
            await Expect(proposed).ToHaveCountAsync(found);
        }

        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Take the booking back" })).ToBeVisibleAsync();
        await RunningHouse.EventuallyAsync(async () => await ComingAsync(board) == booked + found - 1 ? "counted" : null);

        // What is left is put away; the list says what waits.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Put away" }).ClickAsync();
        await Expect(proposed).ToHaveCountAsync(0);
        await board.Keyboard.PressAsync("Escape");
        await board.Locator("#tab-backlog").ClickAsync();
        await Expect(board.Locator("button.row-visit")).ToHaveCountAsync(waiting - found + 1);
        Assert.Empty(mistakes);
    }

    // All visits of the coming days, as the list counts them.
    private static async Task<int> ComingAsync(IPage board) =>
        (await board.Locator(".coming-days .muted").AllInnerTextsAsync()).Sum(text => int.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var count) ? count : 0);
}
