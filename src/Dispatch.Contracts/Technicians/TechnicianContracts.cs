using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Vans;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Technicians;

/// <summary>A field worker.</summary>
/// <param name="Home">Where the day starts and ends when <paramref name="StartsAtHome"/>; otherwise at the depot.</param>
/// <param name="Shifts">Working time by day of the week; a day without one is free.</param>
/// <param name="Van">The van's plate or number.</param>
/// <param name="Stock">What the van carries at the start of a day.</param>
[GenerateSerializer, Immutable]
public sealed record TechnicianProfile(
    TechnicianId Id,
    TerritoryId Territory,
    string Name,
    string Phone,
    DepotId Depot,
    bool StartsAtHome,
    GeoPoint? Home,
    IReadOnlyList<Skill> Skills,
    IReadOnlyList<Shift> Shifts,
    BreakRule? Break,
    string Van,
    IReadOnlyList<PartCount> Stock,
    bool IsActive)
{
    /// <summary>How long visits take with this technician, in hundredths of what is planned for them: 130 for a trainee; 50 to 200, default 100.</summary>
    [Id(0)]
    public int DurationPercent { get; init; } = 100;

    /// <summary>The home area: so many kilometres round <see cref="Home"/>, as the crow flies; visits beyond have a price. 0 (everywhere) to 500, default 0.</summary>
    [Id(1)]
    public int HomeAreaKilometres { get; init; }

    /// <summary>Breaks besides <see cref="Break"/>, a short one in the morning for example; their windows and that one's do not overlap. At most 3.</summary>
    [Id(2)]
    public IReadOnlyList<BreakRule> MoreBreaks { get; init; } = [];

    /// <summary>All breaks in the order of the day.</summary>
    public IReadOnlyList<BreakRule> AllBreaks() => [.. (Break is null ? MoreBreaks : MoreBreaks.Prepend(Break)).OrderBy(pause => pause.Earliest)];

    /// <summary>The test instruments on the van.</summary>
    [Id(3)]
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>The room on the van by space, when it is empty; a space that is not named has none. Empty: there is room for everything.</summary>
    [Id(4)]
    public IReadOnlyList<SpaceCount> Room { get; init; } = [];

    /// <summary>How long drives take with this van, in hundredths of what the map says: 130 for a heavy or a slow one; 80 to 200 in tens, default 100.</summary>
    [Id(5)]
    public int DrivePercent { get; init; } = 100;
}

/// <summary>Where a technician was.</summary>
/// <param name="HeadingDegrees">0 north, clockwise; none when standing.</param>
/// <param name="AccuracyMetres">Radius of 68 % confidence, as the browser tells it; none if not told.</param>
/// <param name="FixAt">When it was taken.</param>
[GenerateSerializer, Immutable]
public sealed record PositionReport(GeoPoint Position, double? HeadingDegrees, double? SpeedMetresPerSecond, double? AccuracyMetres, Instant FixAt);

/// <summary>A technician's last position as the board shows it.</summary>
[GenerateSerializer, Immutable]
public sealed record PositionView(TechnicianId Technician, GeoPoint Position, double? HeadingDegrees, Instant FixAt);

/// <summary>A technician with history, for the details pane.</summary>
[GenerateSerializer, Immutable]
public sealed record TechnicianDetailsView(TechnicianProfile Technician, PositionView? Position, IReadOnlyList<HistoryEntry> History);

/// <summary>One technician: profile and live position; key: the technician's id.</summary>
[Alias("dispatch.technician")]
public interface ITechnicianGrain : IGrainWithStringKey
{
    /// <summary>Enters or changes the technician.</summary>
    [Alias("save")]
    Task<CommandResult> SaveAsync(TechnicianProfile profile, CommandContext context);

    /// <summary>What <see cref="SaveAsync"/> would refuse this entry for; none if it would take it. Changes nothing.</summary>
    [Alias("check"), ReadOnly]
    Task<Reason?> CheckAsync(TechnicianProfile profile);

    /// <summary>Takes the technician off the roster; refused while open stops are left.</summary>
    [Alias("remove")]
    Task<CommandResult> RemoveAsync(CommandContext context);

    /// <summary>Takes a position; not journaled. Refused: off the map (once, then ignored), from the future, older than the last.</summary>
    [Alias("position")]
    Task<CommandResult> ReportPositionAsync(PositionReport report);

    /// <summary>Notes that someone signed in on this technician's phone; a simulated technician then leaves the reports to that person.</summary>
    [Alias("signed-in")]
    Task<CommandResult> NoteSignInAsync(CommandContext context);

    /// <summary>When someone last signed in on this technician's phone; none if nobody ever did.</summary>
    [Alias("last-sign-in"), ReadOnly]
    Task<Instant?> LastSignInAsync();

    /// <summary>The profile; none if there is no such technician.</summary>
    [Alias("profile"), ReadOnly]
    Task<TechnicianProfile?> ProfileAsync();

    /// <summary>The last position; none before the first.</summary>
    [Alias("where"), AlwaysInterleave]
    Task<PositionView?> PositionAsync();

    /// <summary>All of it; none if there is no such technician.</summary>
    [Alias("view"), ReadOnly]
    Task<TechnicianDetailsView?> ViewAsync();
}
