using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.Territories;

/// <summary>Which territories there are; told by each when it is saved.</summary>
[Alias("dispatch.territories-index")]
internal interface ITerritoriesIndex : IGrainWithIntegerKey
{
    /// <summary>Notes one; again changes nothing.</summary>
    [Alias("note")]
    Task NoteAsync(TerritoryId territory);
}

/// <summary>A territory was noted.</summary>
[JournalName("territory-noted", 1)]
internal sealed record TerritoryNoted(TerritoryId Territory);

/// <summary>Lists the territories.</summary>
internal sealed class TerritoriesGrain(GrainServices services)
    : JournaledGrain<TerritoriesGrain.Known, TerritoryNoted>(services, "territories"), ITerritoriesGrain, ITerritoriesIndex
{
    /// <inheritdoc />
    protected override Known Initial { get; } = new([]);

    /// <inheritdoc />
    protected override string Key => "all";

    /// <inheritdoc />
    public Task NoteAsync(TerritoryId territory) =>
        ExecuteAsync(
            new CommandContext(new CommandId("note-" + territory.Value), "house", Role.House, Now),
            state => state.Territories.Contains(territory) ? Decision<TerritoryNoted>.Nothing : Decision<TerritoryNoted>.Happened(new TerritoryNoted(territory)));

    /// <inheritdoc />
    public async Task<IReadOnlyList<TerritoryProfile>> ListAsync()
    {
        var profiles = await Task.WhenAll(State.Territories.Select(id => GrainFactory.GetGrain<ITerritoryGrain>(id.Value).ProfileAsync()));
        return [.. profiles.OfType<TerritoryProfile>().OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <inheritdoc />
    protected override Known Evolve(Known state, TerritoryNoted happened) => new(state.Territories.Add(happened.Territory));

    /// <summary>The territories, in the order in which they came.</summary>
    internal sealed record Known(ImmutableList<TerritoryId> Territories);
}
