using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Grains.History;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Roads;
using Dispatch.Grains.Territories;
using NodaTime;

namespace Dispatch.Grains.Technicians;

/// <summary>What happened to a technician's entry in the books.</summary>
internal abstract record TechnicianEvent;

/// <summary>Entered or changed.</summary>
[JournalName("technician-saved", 1)]
internal sealed record TechnicianSaved(TechnicianProfile Profile) : TechnicianEvent;

/// <summary>Taken off the books.</summary>
[JournalName("technician-removed", 1)]
internal sealed record TechnicianRemoved : TechnicianEvent;

/// <summary>Someone signed in on this technician's phone.</summary>
[JournalName("technician-signed-in", 1)]
internal sealed record TechnicianSignedIn(Instant At) : TechnicianEvent;

/// <summary>A technician as the events have made the entry.</summary>
internal sealed record TechnicianState(TechnicianProfile? Profile, Instant? LastSignIn);

/// <summary>One technician: profile, and the live position, which is not journaled.</summary>
internal sealed class TechnicianGrain(GrainServices services, ITravelTimes roads, DriveLearning learning)
    : JournaledGrain<TechnicianState, TechnicianEvent>(services, "technician"), ITechnicianGrain
{
    private static readonly Duration Tolerance = Duration.FromMinutes(2);
    private PositionView? position;
    private bool wasToldOffMap;

    /// <inheritdoc />
    protected override TechnicianState Initial { get; } = new(null, null);

    private TechnicianId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> SaveAsync(TechnicianProfile profile, CommandContext context)
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).ProfileAsync();
        var result = await ExecuteAsync(context, state => TechnicianRules.Mistake(profile, Id, territory) is { } mistake
            ? Decision<TechnicianEvent>.Refused(mistake)
            : Decision<TechnicianEvent>.Happened(new TechnicianSaved(profile))
                .Telling(new Outgoing(ReceiverName.Territory(profile.Territory), new TellEnrolled(Id, profile.IsActive))));
        return result;
    }

    /// <inheritdoc />
    public async Task<Reason?> CheckAsync(TechnicianProfile profile) =>
        TechnicianRules.Mistake(profile, Id, await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).ProfileAsync());

    /// <inheritdoc />
    public async Task<CommandResult> RemoveAsync(CommandContext context)
    {
        if (State.Profile is not { } profile)
            return CommandResult.NotFound("technician");
        var today = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).TodayAsync();
        var day = await GrainFactory.GetGrain<IDayPlanGrain>(DayPlanKey.Of(profile.Territory, today)).TechnicianDayAsync(Id);
        var open = day?.Stops.Count(stop => stop.Stop.State is StopState.Planned or StopState.OnTheWay or StopState.Arrived) ?? 0;
        return await ExecuteAsync(context, _ => open > 0
            ? Decision<TechnicianEvent>.Refused(new Reason(
                "open-stops", $"{open} visits are still on this route; move them first.", new Dictionary<string, string> { ["count"] = $"{open}" }))
            : Decision<TechnicianEvent>.Happened(new TechnicianRemoved())
                .Telling(new Outgoing(ReceiverName.Territory(profile.Territory), new TellEnrolled(Id, false))));
    }

    /// <inheritdoc />
    public Task<CommandResult> NoteSignInAsync(CommandContext context) =>
        ExecuteAsync(context, state => state.Profile is null
            ? Decision<TechnicianEvent>.Refused(CommandResult.NotFound("technician").Refusal!)
            : Decision<TechnicianEvent>.Happened(new TechnicianSignedIn(Now)));

    /// <inheritdoc />
    public Task<Instant?> LastSignInAsync() => Task.FromResult(State.LastSignIn);

    /// <inheritdoc />
    public async Task<CommandResult> ReportPositionAsync(PositionReport report)
    {
        if (State.Profile is not { } profile)
            return CommandResult.NotFound("technician");
        if (!report.Position.IsOnEarth())
            return Refuse("position-off-earth", "That position is not on the earth.");
        if (report.FixAt > Now + Tolerance)
            return Refuse("position-from-future", "That position is from the future; set the phone's clock.");
        if (position is { } last && report.FixAt <= last.FixAt)
            return CommandResult.Accepted(Version);
        if (!roads.Covers(report.Position))
        {
            var isNews = !wasToldOffMap;
            wasToldOffMap = true;
            return isNews ? Refuse("position-off-map", "You are off the map; positions there are ignored.") : CommandResult.Accepted(Version);
        }

        wasToldOffMap = false;
        position = new PositionView(Id, report.Position, report.HeadingDegrees, report.FixAt);
        learning.Note(Id, profile.Territory, report);
        await GrainFactory.GetGrain<IFeedGrain>(FeedName.Desk(profile.Territory)).PublishAsync([new PositionChanged(position)]);
        return CommandResult.Accepted(Version);
    }

    /// <inheritdoc />
    public Task<TechnicianProfile?> ProfileAsync() => Task.FromResult(State.Profile);

    /// <inheritdoc />
    public Task<PositionView?> PositionAsync() => Task.FromResult(position);

    /// <inheritdoc />
    public async Task<TechnicianDetailsView?> ViewAsync() =>
        State.Profile is { } profile ? new TechnicianDetailsView(profile, position, await StreamHistory.OfAsync(Journal, Stream)) : null;

    /// <inheritdoc />
    protected override TechnicianState Evolve(TechnicianState state, TechnicianEvent happened) => happened switch
    {
        TechnicianSaved e => state with { Profile = e.Profile },
        TechnicianRemoved => state with { Profile = null },
        TechnicianSignedIn e => state with { LastSignIn = e.At },
        _ => state,
    };

    private CommandResult Refuse(string code, string text) => CommandResult.Refused(new Reason(code, text), Version);
}
