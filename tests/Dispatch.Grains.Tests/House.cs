using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Clock;
using Dispatch.Grains.Feeds;
using Dispatch.Journal.Sqlite;
using Dispatch.Roads;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests;

/// <summary>A whole silo on a real extract, a real journal and a clock that stands still until it is told to go on.</summary>
internal sealed class House : IAsyncDisposable
{
    public static readonly TerritoryId Territory = new("monaco");
    public static readonly LocalDate Date = new(2026, 3, 2);
    public static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Lazy<RoadMap> Monaco = new(() =>
        RoadMap.Open(SharedMaps.Require("monaco-2016.osm.pbf"), Path.Combine(Path.GetTempPath(), "dispatch-grains-tests")));

    private readonly string folder;
    private readonly bool keepsFolder;

    private House(string folder, bool keepsFolder, InProcessTestCluster cluster, SqliteJournal journal, SimulatedClock clock)
    {
        (this.folder, this.keepsFolder, Cluster, Journal, Clock) = (folder, keepsFolder, cluster, journal, clock);
    }

    public InProcessTestCluster Cluster { get; }

    public SqliteJournal Journal { get; }

    public SimulatedClock Clock { get; }

    public IGrainFactory Grains => Cluster.Client;

    /// <summary>What the silo is made of.</summary>
    public IServiceProvider Services => ((InProcessSiloHandle)Cluster.Silos[0]).ServiceProvider;

    /// <summary>The corners of the map.</summary>
    public static IReadOnlyList<GeoPoint> MapCorners => Monaco.Value.Bounds is var b ? [new(b.South, b.West), new(b.South, b.East), new(b.North, b.East), new(b.North, b.West)] : [];

    public IDayPlanGrain Plan => Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date));

    public static async Task<House> OpenAsync(string? folder = null)
    {
        var keeps = folder is not null;
        folder ??= Directory.CreateTempSubdirectory("dispatch-house-").FullName;
        var map = Monaco.Value;
        var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"));
        var clock = new SimulatedClock(TimeProvider.System);
        await ClockResumption.ResumeAsync(clock, journal, CancellationToken.None);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.Services.AddDispatchGrains(
            new SiloParts(journal, clock, map, Path.Combine(folder, "search.db"), Path.Combine(folder, "links.key")) { SpeedsFile = Path.Combine(folder, "streets.speeds") }));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new House(folder, keeps, cluster, journal, clock);
    }

    /// <summary>A territory with a depot, three technicians and the given number of patients, at seven in the morning.</summary>
    /// <param name="settings">How the desk works where it is not the default; there are no quiet hours otherwise.</param>
    public async Task FurnishAsync(int patients = 8, Func<TerritorySettings, TerritorySettings>? settings = null)
    {
        var never = TerritorySettings.Default with { QuietFrom = new LocalTime(0, 0), QuietTo = new LocalTime(0, 0) };
        await Grains.GetGrain<IClockGrain>(0).StartAsync(Midnight + Duration.FromHours(7), 0, Command("clock"));
        Accept(await Grains.GetGrain<ITerritoryGrain>(Territory.Value).SaveAsync(
            new TerritoryProfile(
                Territory, "Monaco", "Etc/UTC", "en", false, "+1 202 555 0100", settings?.Invoke(never) ?? never,
                [new Depot(new("depot"), "Depot", Address.Unknown, Place(0))],
                [new SkillKind(new("oxygen"), "Oxygen"), new SkillKind(new("ventilator"), "Ventilator")],
                [new PartKind(new("cylinder"), "Cylinder")],
                [
                    new VisitType(new("refill"), "Refill", 20, UrgencyClass.P3, null, [new SkillRequirement(new("oxygen"), 1)], [new PartCount(new("cylinder"), 1)], new Dictionary<string, IReadOnlyList<string>>(), []),
                    new VisitType(new("set-up"), "Set-up by two", 90, UrgencyClass.P3, null, [new SkillRequirement(new("ventilator"), 2)], [], new Dictionary<string, IReadOnlyList<string>>(), []) { SecondSkills = [new SkillRequirement(new("oxygen"), 1)] },
                    new VisitType(new("ventilator"), "Ventilator", 60, UrgencyClass.P1, 240, [new SkillRequirement(new("ventilator"), 2)], [], new Dictionary<string, IReadOnlyList<string>>(), []),
                ]),
            Command("territory")));
        for (var i = 1; i <= 3; i++)
        {
            Accept(await Grains.GetGrain<ITechnicianGrain>($"t{i}").SaveAsync(
                new TechnicianProfile(
                    new($"t{i}"), Territory, $"Tech {i}", "+1 202 555 0101", new("depot"), true, Place(i),
                    i == 3 ? [new Skill(new("ventilator"), 2, null)] : [new Skill(new("oxygen"), 1, null)],
                    [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new Shift(day, new LocalTime(8, 0), new LocalTime(16, 0)))],
                    null, $"V{i}", [new PartCount(new("cylinder"), 10)], true),
                Command($"t{i}")));
        }

        for (var i = 0; i < patients; i++)
        {
            Accept(await Grains.GetGrain<IPatientGrain>($"p{i}").SaveAsync(
                new PatientProfile(new($"p{i}"), Territory, $"Patient {i}", Address.Unknown, Place(4 + i), "", new ContactPreferences("+1 202 555 0102", "en", true, ""), "Call 112", "112", 2, null),
                Command($"p{i}")));
        }

        await EventuallyAsync(async () => (await Grains.GetGrain<ITerritoryGrain>(Territory.Value).RosterAsync()).Count == 3);
    }

    public async Task<VisitId> RequestAsync(
        int patient, string type = "refill", LocalDate? date = null, UrgencyClass? urgency = null, Instant? deadline = null)
    {
        var id = new VisitId($"visit-{patient}-{type}");
        Accept(await Grains.GetGrain<IVisitGrain>(id.Value).RequestAsync(
            new RequestVisit(Territory, new(type), new($"p{patient}"), [], date ?? Date, null, null, null, urgency, deadline, null, ""), Command(id.Value)));
        return id;
    }

    /// <summary>Refills on the routes of the given technicians, one each in their order, promised to their patients.</summary>
    public async Task<IReadOnlyList<VisitId>> PromiseAsync(params string[] technicians)
    {
        var visits = new List<VisitId>();
        for (var i = 0; i < technicians.Length; i++)
            visits.Add(await RequestAsync(i));
        await EventuallyAsync(async () => (await Plan.RoutesAsync()).Sum(route => route.Stops.Count) >= technicians.Length);
        for (var i = 0; i < technicians.Length; i++)
            Accept(await Plan.MoveAsync(new MoveVisits([visits[i]], new(technicians[i]), i, null, null), Command($"place-{i}")));
        Accept(await Plan.PublishAsync(Command("publish")));
        return visits;
    }

    /// <summary>Puts the clock forward; what falls due follows.</summary>
    public Task AdvanceAsync(int hour, int minute = 0, int days = 0) =>
        AdvanceToAsync(Midnight + Duration.FromMinutes(days * 24 * 60 + hour * 60 + minute));

    /// <summary>Puts the clock forward; what falls due follows.</summary>
    public Task AdvanceToAsync(Instant at) => Grains.GetGrain<IClockGrain>(0).AdvanceToAsync(at, Command($"advance-{at.ToUnixTimeTicks()}"));

    /// <summary>The visit as its day shows it; none if it is not on the day.</summary>
    public async Task<VisitView?> VisitAsync(VisitId visit, int daysOn = 0) =>
        (await Grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(Territory, Date.PlusDays(daysOn))).VisitsAsync()).FirstOrDefault(view => view.Id == visit);

    /// <summary>What stands on the day's feed.</summary>
    public Task<IReadOnlyList<BoardChange>> EntitiesAsync() => Grains.GetGrain<IDayFeedSource>(DayPlanKey.Of(Territory, Date)).EntitiesAsync();

    public IDeskGrain Desk => Grains.GetGrain<IDeskGrain>(Territory.Value);

    /// <summary>A technician's own report.</summary>
    public async Task ReportAsync(string technician, TechnicianFact fact) =>
        Accept(await Plan.ReportAsync(new(technician), fact, Command($"{technician}-{fact}-{Clock.Now}".GetHashCode(StringComparison.Ordinal).ToString(System.Globalization.CultureInfo.InvariantCulture), technician)));

    public CommandContext Command(string id, string actor = "dana") => new(new CommandId(id), actor, Role.Dispatcher, Clock.Now);

    /// <summary>Waits for what follows by outbox: each look comes after the journal has grown or the house has answered once more.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, "what was to follow did not");
            await Task.Yield();
        }
    }

    public static CommandResult Accept(CommandResult result)
    {
        Assert.True(result.IsAccepted, result.Refusal?.Text);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
        await Journal.DisposeAsync();
        if (!keepsFolder)
            Directory.Delete(folder, recursive: true);
    }

    private static GeoPoint Place(int index)
    {
        // A lattice over the principality, each snapped to a street.
        var centre = Monaco.Value.SnapToRoad(new MapPoint(43.7310 + index % 4 * 0.0035, 7.4150 + index / 4 * 0.004), 3000)!.Value.Position;
        return new GeoPoint(centre.Latitude, centre.Longitude);
    }
}
