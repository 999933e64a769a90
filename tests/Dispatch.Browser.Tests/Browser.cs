using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

// One browser at a time: several that draw maps without a graphics card starve each other, and the program with them.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dispatch.Browser.Tests;

/// <summary>The distribution's Chromium, drawing maps without a graphics card.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DISPATCH_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
            ],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>How long a step may take before the test gives up, in milliseconds: a loaded machine is slow, and slow is not wrong.</summary>
    public const float PatienceMs = 60_000;

    /// <summary>A page in a context of its own, signed in if a user is named.</summary>
    public async Task<IPage> OpenAsync(
        string url, string path, string? user, int width, int height, ICollection<string> mistakes, ColorScheme theme = ColorScheme.Light, string locale = "en-US")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            ColorScheme = theme,
        });
        context.SetDefaultTimeout(PatienceMs);
        SetDefaultExpectTimeout(PatienceMs);
        if (user is not null)
        {
            var answer = await context.APIRequest.PostAsync(url + "/api/session", new APIRequestContextOptions
            {
                DataObject = new { user, password = "demo-" + user },
                Headers = [new("X-Dispatch", "1")],
            });
            Assert.Equal(200, answer.Status);
        }

        var page = await context.NewPageAsync();
        page.PageError += (_, error) => mistakes.Add(error);
        await page.GotoAsync(url + path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
