using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Dispatch.Host.Tests;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed partial class DispatchProcess : IDisposable
{
    private readonly Process process;

    private DispatchProcess(Process process, Uri url, IReadOnlyList<string> said) => (this.process, Url, Said) = (process, url, said);

    public Uri Url { get; }

    /// <summary>What it said until it listened, line by line.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params string[] arguments)
    {
        var (code, _, errors) = await HearAsync(arguments);
        return (code, errors);
    }

    /// <summary>Runs a command to its end, and hears what it says.</summary>
    public static Task<(int ExitCode, string Said, string Errors)> HearAsync(params string[] arguments) => HearAsync(null, arguments);

    /// <summary>The same, with a line on its standard input.</summary>
    public static async Task<(int ExitCode, string Said, string Errors)> HearAsync(string? input, string[] arguments)
    {
        using var process = Start(arguments);
        if (input is not null)
            await process.StandardInput.WriteLineAsync(input);
        var (errors, said) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, (await said).Trim(), (await errors).Trim());
    }

    /// <summary>Starts the house and waits until it is ready.</summary>
    public static async Task<DispatchProcess> ServeAsync(params string[] arguments)
    {
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        Uri? url = null;
        var said = new List<string>();
        while (url is null && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            url = Address().Match(line) is { Success: true } match ? new Uri(match.Value) : null;
        }

        Assert.True(url is not null, $"the program ended before it listened: {(process.HasExited ? await process.StandardError.ReadToEndAsync() : "")}");
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = url };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).IsSuccessStatusCode)
            await Task.Yield();
        return new DispatchProcess(process, url!, said);
    }

    /// <summary>A dispatcher's client.</summary>
    public async Task<HttpClient> SignInAsync(System.Net.CookieContainer cookies)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Add("X-Dispatch", "1");
        if (cookies.Count == 0)
            (await client.PostAsJsonAsync("/api/session", new { user = "dispatcher", password = "demo-dispatcher" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Ends it at once, as a power cut would end the process.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dispatch.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
