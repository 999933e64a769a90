using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.Territories;

/// <summary>What happened to a territory.</summary>
internal abstract record TerritoryEvent;

/// <summary>It was entered or changed.</summary>
[JournalName("territory-saved", 1)]
internal sealed record TerritorySaved(TerritoryProfile Profile) : TerritoryEvent;

/// <summary>A technician came on its books.</summary>
[JournalName("technician-enrolled", 1)]
internal sealed record TechnicianEnrolled(TechnicianId Technician) : TerritoryEvent;

/// <summary>A technician left its books.</summary>
[JournalName("technician-withdrawn", 1)]
internal sealed record TechnicianWithdrawn(TechnicianId Technician) : TerritoryEvent;

/// <summary>Tells a territory of a technician.</summary>
[JournalName("tell-enrolled", 1)]
internal sealed record TellEnrolled(TechnicianId Technician, bool IsOnTheBooks);

/// <summary>A territory as its events have made it.</summary>
internal sealed record TerritoryState(TerritoryProfile? Profile, ImmutableSortedSet<string> Roster);

/// <summary>One territory: settings, catalogues, roster.</summary>
internal sealed class TerritoryGrain(GrainServices services)
    : JournaledGrain<TerritoryState, TerritoryEvent>(services, "territory"), ITerritoryGrain, ITerritoryInbox
{
    /// <inheritdoc />
    protected override TerritoryState Initial { get; } = new(null, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <inheritdoc />
    public async Task<CommandResult> SaveAsync(TerritoryProfile profile, CommandContext context)
    {
        var result = await ExecuteAsync(context, state => TerritoryRules.Mistake(profile) is { } mistake
            ? Decision<TerritoryEvent>.Refused(mistake)
            : Equal(state.Profile, profile) ? Decision<TerritoryEvent>.Nothing : Decision<TerritoryEvent>.Happened(new TerritorySaved(profile)));
        if (result.IsAccepted)
            await GrainFactory.GetGrain<ITerritoriesIndex>(0).NoteAsync(profile.Id);
        return result;
    }

    /// <inheritdoc />
    public Task<TerritoryProfile?> ProfileAsync() => Task.FromResult(State.Profile);

    /// <inheritdoc />
    public Task<IReadOnlyList<TechnicianId>> RosterAsync() =>
        Task.FromResult<IReadOnlyList<TechnicianId>>([.. State.Roster.Select(id => new TechnicianId(id))]);

    /// <inheritdoc />
    public Task<LocalDate> TodayAsync() =>
        Task.FromResult(WorkingTime.DayOf(Now, DateTimeZoneProviders.Tzdb.GetZoneOrNull(State.Profile?.TimeZone ?? "UTC") ?? DateTimeZone.Utc));

    /// <inheritdoc />
    protected override TerritoryState Evolve(TerritoryState state, TerritoryEvent happened) => happened switch
    {
        TerritorySaved e => state with { Profile = e.Profile },
        TechnicianEnrolled e => state with { Roster = state.Roster.Add(e.Technician.Value) },
        TechnicianWithdrawn e => state with { Roster = state.Roster.Remove(e.Technician.Value) },
        _ => state,
    };

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload switch
    {
        TellEnrolled { IsOnTheBooks: true } told => await ExecuteAsync(context, state => state.Roster.Contains(told.Technician.Value)
            ? Decision<TerritoryEvent>.Nothing
            : Decision<TerritoryEvent>.Happened(new TechnicianEnrolled(told.Technician))),
        TellEnrolled told => await ExecuteAsync(context, state => state.Roster.Contains(told.Technician.Value)
            ? Decision<TerritoryEvent>.Happened(new TechnicianWithdrawn(told.Technician))
            : Decision<TerritoryEvent>.Nothing),
        _ => await base.ReceiveAsync(payload, context),
    };

    // Lists inside a record compare by reference, so the texts are compared.
    private static bool Equal(TerritoryProfile? known, TerritoryProfile profile) =>
        known is not null && EventCatalogue.Write(known).AsSpan().SequenceEqual(EventCatalogue.Write(profile));
}
