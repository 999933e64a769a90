using Dispatch.Simulation;

namespace Dispatch.Host.Serving;

/// <summary>What "serve" was asked to do.</summary>
/// <param name="Urls">Where it listens; default http://127.0.0.1:5080.</param>
/// <param name="DataFolder">Where data lies; default "data" in the present folder.</param>
/// <param name="MapFile">The map; none takes the built-in one.</param>
/// <param name="TimeZone">IANA name; none takes the one of the map's place.</param>
internal sealed record ServeOptions(
    string Urls, string DataFolder, string? MapFile, string? TimeZone, double? Speed, int Technicians, int Visits, int Seed, bool IsDemo)
{
    /// <summary>The built apps; beside the program where nothing else is said.</summary>
    public string AppsFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>How roads are read; none takes the built-in profile.</summary>
    public string? ProfileFile { get; init; }

    /// <summary>The defaults.</summary>
    public static ServeOptions Default { get; } = new("http://127.0.0.1:5080", "data", null, null, null, 24, 180, 1, true);

    /// <summary>The demo's part.</summary>
    public DemoOptions Demo(string timeZone) => new() { Technicians = Technicians, Visits = Visits, Seed = Seed, Speed = Speed, TimeZone = timeZone };

    /// <summary>Whether it listens on this machine alone.</summary>
    public bool IsLoopback => Urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);
}
