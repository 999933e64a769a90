using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Urgency;

namespace Dispatch.Simulation.Demo;

/// <summary>The territory of the demo: one depot in the middle of things, the catalogue, the defaults.</summary>
internal static class DemoTerritory
{
    public static readonly DepotId Depot = new("depot");

    /// <param name="depot">Where vans are loaded.</param>
    /// <param name="onCall">Who takes what is urgent at night.</param>
    public static TerritoryProfile Make(string name, string timeZone, Depot depot, IReadOnlyList<TechnicianId> onCall) => new(
        DemoOptions.Territory,
        name,
        timeZone,
        Language: "en",
        UsesMiles: timeZone.StartsWith("America/", StringComparison.Ordinal) || timeZone.StartsWith("US/", StringComparison.Ordinal),
        DeskPhone: "+1 202 555 0100",
        TerritorySettings.Default with { OnCall = onCall, Runway = RunwayParameters.Unsigned, Planning = PlanningSettings.Default with { SetupMinutes = 5 } },
        [depot],
        DemoCatalogue.Skills,
        DemoCatalogue.Parts,
        [.. DemoCatalogue.Types.Select(mix => mix.Type)])
    { Instruments = DemoCatalogue.Instruments, Spaces = DemoCatalogue.Spaces };

    public static Depot DepotAt(GeoPoint place, Address address) => new(Depot, "Main depot", address, place);
}
