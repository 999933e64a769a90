using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>A page without a mouse.</summary>
internal static class Keys
{
    /// <summary>A pane or a dialog holds fewer stops than this.</summary>
    private const int MostStops = 120;

    /// <summary>Presses Tab until the element has the focus, and fails if it never gets it.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {target}.");
    }
}
