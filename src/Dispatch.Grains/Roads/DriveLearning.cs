using System.Collections.Concurrent;
using System.Threading.Channels;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Roads.Matching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Dispatch.Grains.Roads;

/// <summary>
/// Learns how long streets take from what technicians on duty drive. Traces are held in memory until a drive is over; then the drive is
/// matched on the pool, and what remains of it are samples of segments by hour, without whose they were.
/// </summary>
/// <remarks>
/// What was learned is weighed into <see cref="RoadsNow"/> at the start, with the first drive of a new day, and when twice as much is
/// known as when it was weighed last: a handful of times in all, for each time all plans are timed anew.
/// </remarks>
internal sealed partial class DriveLearning : BackgroundService
{
    private const int FewestSamplesWeighed = 1_000;
    private const int DrivesBetweenSaves = 25;
    private const int MostWaiting = 500;

    private readonly ConcurrentDictionary<TechnicianId, DriveTrace> traces = new();
    private readonly Channel<Drive> drives;
    private readonly RoadsNow roads;
    private readonly IGrainFactory grains;
    private readonly ILogger<DriveLearning> log;
    private readonly string file;
    private readonly string told = "";
    private readonly TraceMatcher matcher;
    private LocalDate weighedOn;
    private int weighedCount;
    private int unsaved;
    private int waiting;

    /// <param name="file">Where it lies what was learned; empty: it is forgotten at the end.</param>
    public DriveLearning(RoadsNow roads, IGrainFactory grains, ILogger<DriveLearning> log, string file)
    {
        (this.roads, this.grains, this.log, this.file, matcher) = (roads, grains, log, file, new TraceMatcher(roads.Map));
        drives = Channel.CreateBounded<Drive>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Interlocked.Decrement(ref waiting));
        Speeds = file.Length == 0 ? new LearnedSpeeds(roads.Map) : LearnedSpeedsFile.Load(roads.Map, file, out told);
        _ = Weigh();
    }

    /// <summary>What is known.</summary>
    public LearnedSpeeds Speeds { get; }

    /// <summary>What boards are told of it.</summary>
    public static TrafficLearned Traffic(RoadsNow roads) =>
        new(roads.LearnedVersion, [.. DayParts.All.Select(part => new DayPartView(part.Part, part.IsWeekend, part.FromHour, part.ToHour))]);

    /// <summary>Whether all drives that have ended were looked at.</summary>
    public bool IsIdle => Volatile.Read(ref waiting) == 0;

    /// <summary>Takes in a technician's position; what it costs is counted in microseconds.</summary>
    public void Note(TechnicianId technician, TerritoryId territory, PositionReport report)
    {
        var trace = traces.GetOrAdd(technician, static id => new DriveTrace(id));
        Drive? over;
        lock (trace)
            over = trace.Add(report, territory, roads.ChangedSegments);
        if (over is null)
            return;
        Interlocked.Increment(ref waiting);
        drives.Writer.TryWrite(over);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (unsaved > 0)
            Save();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (told.Length > 0 && File.Exists(file))
            LogBegunAnew(told);
        await Task.Yield();
        try
        {
            await foreach (var drive in drives.Reader.ReadAllAsync(stoppingToken))
            {
                await LearnAsync(drive, stoppingToken);
                Interlocked.Decrement(ref waiting);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Drives that are not learned yet teach nothing; there will be others.
        }
    }

    private async Task LearnAsync(Drive drive, CancellationToken cancellation)
    {
        try
        {
            if (await grains.GetGrain<ITerritoryGrain>(drive.Territory.Value).ProfileAsync() is not { } territory)
                return;
            var begin = drive.Begin.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory.TimeZone) ?? DateTimeZone.Utc).LocalDateTime;
            var day = await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(drive.Territory, begin.Date)).TechnicianDayAsync(drive.Technician);
            if (day is not { Duty: DutyState.OnDuty or DutyState.OnBreak })
                return;
            // What takes another time than others says nothing of how long a street takes them.
            if (await grains.GetGrain<ITechnicianGrain>(drive.Technician.Value).ProfileAsync() is not { DrivePercent: 100 })
                return;
            if (Speeds.Learn(matcher.Match(drive.Trace, cancellation), drive.Trace, begin.ToDateTimeUnspecified(), drive.Changed) > 0)
                unsaved++;
            var isNewDay = begin.Date > weighedOn && weighedOn != default;
            weighedOn = LocalDate.Max(weighedOn, begin.Date);
            if ((isNewDay || Speeds.Count >= Math.Max(FewestSamplesWeighed, 2 * weighedCount)) && Weigh())
                await TellBoardsAsync();
            if (unsaved >= DrivesBetweenSaves || isNewDay)
                Save();
        }
#pragma warning disable CA1031 // One drive more or less is no reason to learn from none any more; it is logged with its cause.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(error);
        }
    }

    // Whether it made a difference.
    private bool Weigh()
    {
        var before = roads.LearnedVersion;
        weighedCount = Speeds.Count;
        roads.Learn(Speeds);
        return roads.LearnedVersion != before;
    }

    private async Task TellBoardsAsync()
    {
        foreach (var territory in await grains.GetGrain<ITerritoriesGrain>(0).ListAsync())
            await grains.GetGrain<IFeedGrain>(FeedName.Desk(territory.Id)).PublishAsync([Traffic(roads)]);
    }

    private void Save()
    {
        if (file.Length == 0)
            return;
        try
        {
            LearnedSpeedsFile.Save(Speeds, roads.Map, file);
            unsaved = 0;
        }
        catch (MapException error)
        {
            LogNotSaved(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Told}")]
    private partial void LogBegunAnew(string told);

    [LoggerMessage(Level = LogLevel.Error, Message = "A drive could not be learned from")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was learned is not on disk yet and is written with the next drives")]
    private partial void LogNotSaved(MapException error);
}
