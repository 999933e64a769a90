using System.Net;
using System.Net.Sockets;
using Dispatch.Contracts.Search;
using Dispatch.Domain.Time;
using Dispatch.Grains;
using Dispatch.Grains.Clock;
using Dispatch.Host.Roads;
using Dispatch.Journal.Sqlite;
using Dispatch.Roads;
using Dispatch.Simulation;
using Dispatch.Simulation.Demo;
using Dispatch.Web;
using Dispatch.Web.Sessions;
using Orleans.Configuration;

namespace Dispatch.Host.Serving;

/// <summary>The whole house in one process: journal, map, silo, web tier and, in the demo, the simulated world.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly SqliteJournal journal;
    private readonly RoadMap map;
    private readonly Action<string> say;
    private readonly bool isDemo;

    private House(WebApplication app, SqliteJournal journal, RoadMap map, Action<string> say, bool isDemo, string dataPath)
    {
        (App, this.journal, this.map, this.say, this.isDemo, DataPath) = (app, journal, map, say, isDemo, dataPath);
    }

    /// <summary>The web application; not started yet.</summary>
    public WebApplication App { get; }

    /// <summary>The folder of this map's data.</summary>
    public string DataPath { get; }

    /// <summary>Opens map and data and composes the house.</summary>
    /// <param name="say">Told what is going on, in sentences.</param>
    /// <exception cref="RefusedException">Something that was asked for cannot be.</exception>
    public static async Task<House> OpenAsync(ServeOptions options, Action<string> say, CancellationToken cancellation)
    {
        if (options.Demo("Etc/UTC").Mistake() is { } mistake)
            throw new RefusedException(mistake);
        if (options.IsDemo && !options.IsLoopback)
            throw new RefusedException("The demo's accounts are known to everybody: it listens on loopback only. Use --no-demo, or a loopback address with --urls.");
        TimeZoneGuess.Check(options.TimeZone);
        var mapFile = Path.GetFullPath(options.MapFile ?? BuiltInMap.File);
        if (!File.Exists(mapFile))
            throw new RefusedException($"There is no map {mapFile}; give an .osm.pbf file with --map.");

        var preparing = GrainsRegistration.PrepareAsync();
        var building = Task.Run(MakeBuilder, cancellation);
        var map = RoadMap.Open(mapFile, Path.Combine(options.DataFolder, "maps"), MapOption.Profile(options.ProfileFile), progress => say($"map: {progress.Sentence}"), cancellation);
        var centre = map.Bounds.Centre;
        var data = DataFolder.Open(options.DataFolder, options.IsDemo, mapFile, options.TimeZone, TimeZoneGuess.For(centre));
        say(options.TimeZone is null ? $"time zone {data.Manifest.TimeZone} (another with --time-zone)" : $"time zone {data.Manifest.TimeZone}");
        var journal = SqliteJournal.Open(data.File("journal.db"));
        DomainClock clock = new SystemDomainClock();
        if (options.IsDemo)
        {
            var simulated = new SimulatedClock(TimeProvider.System);
            await ClockResumption.ResumeAsync(simulated, journal, cancellation);
            clock = simulated;
        }

        await preparing;
        var app = Compose(await building, options, data, map, journal, clock);
        return new House(app, journal, map, say, options.IsDemo, data.Path);
    }

    /// <summary>Starts, tells where it listens, and runs until stopped.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await App.StartAsync(cancellation);
        if (!isDemo && await NobodyCanSignInAsync(cancellation))
            say("Nobody can sign in yet: stop this and run 'dispatch admin create --user NAME' first, with the password on standard input.");
        foreach (var url in App.Urls)
            say(url);
        if (isDemo)
        {
            foreach (var account in DemoAccounts.All)
                say($"demo account {account.UserName} {account.Password} ({account.Role.ToString().ToLowerInvariant()})");
        }

        await App.WaitForShutdownAsync(cancellation);
    }

    private async Task<bool> NobodyCanSignInAsync(CancellationToken cancellation)
    {
        var search = App.Services.GetRequiredService<ISearch>();
        await search.CatchUpAsync(cancellation);
        return (await search.AccountsAsync("", "", 1, cancellation)).Total == 0;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await journal.DisposeAsync();
        map.Dispose();
    }

    // Before map and data are there, on a thread of its own.
    private static WebApplicationBuilder MakeBuilder() =>
        WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });

    private static WebApplication Compose(WebApplicationBuilder builder, ServeOptions options, DataFolder data, RoadMap map, SqliteJournal journal, DomainClock clock)
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Paths of requests are not logged: a patient's link is one.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical)
            // The sessions' keys lie in the data folder as the journal does, and are guarded as that folder is.
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
            // At its first look this one takes the machine's running time for a thread that hangs.
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            // A free port on loopback and no gateway: two houses on one machine do not meet.
            silo.UseLocalhostClustering(FreePort(), 0, null, "dispatch", $"dispatch-{Environment.ProcessId}");
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(5));
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(60));
        });
        builder.Services.AddDispatchGrains(new SiloParts(journal, clock, map, data.File("search.db"), data.File("links.key")) { SpeedsFile = data.File("streets.speeds") });
        builder.Services.AddDispatchWeb(new WebOptions
        {
            KeysFolder = data.File("keys"),
            AppsFolder = options.AppsFolder,
            DemoAccounts = options.IsDemo ? [.. DemoAccounts.All.Select(account => new OfferedAccount(account.UserName, account.Password, account.Role))] : [],
        });
        if (options.IsDemo)
            builder.Services.AddDispatchSimulation(options.Demo(data.Manifest.TimeZone));
        var app = builder.Build();
        app.MapDispatchWeb();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
