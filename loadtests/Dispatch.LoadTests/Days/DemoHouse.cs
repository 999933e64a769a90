using System.Net;
using System.Net.Sockets;
using Dispatch.Domain.Time;
using Dispatch.Grains;
using Dispatch.Grains.Clock;
using Dispatch.Journal;
using Dispatch.Journal.Sqlite;
using Dispatch.Roads;
using Dispatch.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Dispatch.LoadTests.Days;

/// <summary>The demo's house without its web tier: one silo, a journal of its own, the built-in map, and a clock that goes on only when it is told to.</summary>
internal sealed class DemoHouse : IAsyncDisposable
{
    private static readonly string Learned = "learned-times/" + DemoOptions.Territory.Value;
    private readonly IHost host;
    private readonly SqliteJournal journal;
    private readonly DirectoryInfo folder;

    private DemoHouse(IHost host, SqliteJournal journal, DirectoryInfo folder, World world, DomainClock clock) =>
        (this.host, this.journal, this.folder, World, Clock) = (host, journal, folder, world, clock);

    public World World { get; }

    public DomainClock Clock { get; }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>What the territory has learned so far of how long things take, as its journal has it.</summary>
    public ValueTask<List<NewEvent>> LearnedAsync() =>
        journal.ReadStreamAsync(Learned, 0, CancellationToken.None).Select(known => new NewEvent(known.Name, known.Version, known.Data)).ToListAsync();

    /// <summary>Opens a house in a folder of its own, which goes with it.</summary>
    /// <param name="learned">What the territory has learned on other days; none for a territory that begins.</param>
    public static async Task<DemoHouse> OpenAsync(RoadMap map, DemoOptions options, IReadOnlyList<NewEvent> learned)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-days-");
        var journal = SqliteJournal.Open(Path.Combine(folder.FullName, "journal.db"));
        if (learned.Count > 0)
            await journal.AppendAsync(Learned, 0, learned, [], new AppendMetadata("learned", "days", 0), CancellationToken.None);
        var clock = new SimulatedClock(TimeProvider.System);
        await ClockResumption.ResumeAsync(clock, journal, CancellationToken.None);
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), 0, null, "days", $"days-{Guid.NewGuid():N}"));
        builder.Services.AddDispatchGrains(new SiloParts(journal, clock, map, Path.Combine(folder.FullName, "search.db"), Path.Combine(folder.FullName, "links.key")));
        var host = builder.Build();
        await host.StartAsync();
        return new DemoHouse(host, journal, folder, new World(host.Services.GetRequiredService<IGrainFactory>(), host.Services.GetRequiredService<RoadsNow>(), clock, options), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
