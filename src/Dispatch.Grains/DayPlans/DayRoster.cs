using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>Who works on a day, by the books.</summary>
internal static class DayRoster
{
    /// <summary>The entries of all active technicians; a free day has no shift and is kept, since a dispatcher may call someone in.</summary>
    public static async Task<IReadOnlyList<RosterEntry>> ReadAsync(IGrainFactory grains, TerritoryProfile territory, LocalDate date)
    {
        var ids = await grains.GetGrain<ITerritoryGrain>(territory.Id.Value).RosterAsync();
        var profiles = await Task.WhenAll(ids.Select(id => grains.GetGrain<ITechnicianGrain>(id.Value).ProfileAsync()));
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory.TimeZone) ?? DateTimeZone.Utc;
        return [.. profiles.OfType<TechnicianProfile>().Where(profile => profile.IsActive).Select(profile => Entry(profile, territory, date, zone))];
    }

    private static RosterEntry Entry(TechnicianProfile profile, TerritoryProfile territory, LocalDate date, DateTimeZone zone)
    {
        var depot = territory.Depots.FirstOrDefault(known => known.Id == profile.Depot) ?? territory.Depots[0];
        var start = profile is { StartsAtHome: true, Home: { } home } ? home : depot.Place;
        var shift = WorkingTime.On(date, profile.Shifts, zone);
        return new RosterEntry(
            profile.Id, profile.Name, profile.Phone, profile.Van,
            [.. profile.Skills.Where(skill => skill.IsValidOn(date))],
            [.. profile.Skills.Where(skill => !skill.IsValidOn(date))],
            start, start, shift?.Start, shift?.End,
            profile.Break is { } earliest ? WorkingTime.At(date, earliest.Earliest, zone) : null,
            profile.Break is { } latest ? WorkingTime.At(date, latest.Latest, zone) : null,
            profile.Break?.Minutes ?? 0,
            profile.Stock);
    }
}
