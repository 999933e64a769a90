using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>Several visits in one move of the hand.</summary>
public sealed class SeveralVisitsTests
{
    [Fact]
    public async Task Several_selected_visits_are_dragged_to_another_technician_and_taken_back_together()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 8);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await Expect(board.Locator("button.bar[data-state='Planned']").First).ToBeVisibleAsync();
        var two = (await house.MovableAsync()).Take(2).ToList();
        var (from, to) = (two[0].Technician, two[0].Technician == "t001" ? "t002" : "t001");

        // Both rows are seen whole, so that nothing scrolls under the hand.
        await board.GetByRole(AriaRole.Button, new() { Name = "Whole day", Exact = true }).ClickAsync();
        await BarOf(board, two[0]).ClickAsync();
        await BarOf(board, two[1]).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Expect(board.GetByText("2 visits selected")).ToBeVisibleAsync();
        var row = board.Locator("[data-duty]").Filter(new() { HasNot = BarOf(board, two[0]) }).First;
        await DragAsync(board, BarOf(board, two[0]), row);
        await TogetherAsync(house, two, to);
        await board.Keyboard.PressAsync("Control+z");
        await TogetherAsync(house, two, from);
        Assert.Empty(mistakes);
    }

    // By the mouse alone: while something is dragged the page is in no hurry to draw, and waiting for it to be still would be in vain.
    private static async Task DragAsync(IPage board, ILocator bar, ILocator row)
    {
        var (from, to) = ((await bar.BoundingBoxAsync())!, (await row.BoundingBoxAsync())!);
        var (x, y) = (from.X + (from.Width / 2), to.Y + (to.Height / 2));
        await board.Mouse.MoveAsync(x, from.Y + (from.Height / 2));
        await board.Mouse.DownAsync();
        await board.Mouse.MoveAsync(x - 40, y, new() { Steps = 6 });
        await Expect(board.Locator("[data-target='open']")).ToBeVisibleAsync();
        await board.Mouse.UpAsync();
    }

    private static ILocator BarOf(IPage board, Seen visit) => board.Locator($"button.bar[data-visit='{visit.Id}']");

    private static Task<List<Seen>> TogetherAsync(RunningHouse house, List<Seen> visits, string technician) => RunningHouse.EventuallyAsync(async () =>
    {
        var seen = (await house.VisitsAsync()).Where(visit => visits.Exists(known => known.Id == visit.Id)).ToList();
        return seen.Count == visits.Count && seen.TrueForAll(visit => visit.Technician == technician) ? seen : null;
    });
}
