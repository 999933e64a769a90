using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>Who works on a day, by the books as they were last read.</summary>
internal sealed class DayRoster
{
    private TerritoryProfile? territory;
    private TechnicianProfile?[] profiles = [];

    /// <summary>The entries of all active technicians; a free day has no shift and is kept, since a dispatcher may call someone in.</summary>
    public IReadOnlyList<RosterEntry> Entries { get; private set; } = [];

    /// <summary>Reads the books again.</summary>
    /// <returns>Whether anything in them has been replaced since they were last read; profiles are immutable, so the same object says the same.</returns>
    public async Task<bool> RenewAsync(IGrainFactory grains, TerritoryProfile of, LocalDate date)
    {
        var ids = await grains.GetGrain<ITerritoryGrain>(of.Id.Value).RosterAsync();
        var read = await Task.WhenAll(ids.Select(id => grains.GetGrain<ITechnicianGrain>(id.Value).ProfileAsync()));
        if (ReferenceEquals(of, territory) && read.Length == profiles.Length && read.Zip(profiles).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return false;
        (territory, profiles) = (of, read);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(of.TimeZone) ?? DateTimeZone.Utc;
        Entries = [.. read.OfType<TechnicianProfile>().Where(profile => profile.IsActive).Select(profile => Entry(profile, of, date, zone))];
        return true;
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
            profile.Stock)
        {
            DurationPercent = profile.DurationPercent,
            DrivePercent = profile.DrivePercent,
            MoreBreaks = [.. profile.MoreBreaks.Where(pause => pause.Minutes > 0).Select(pause => new RosterBreak(WorkingTime.At(date, pause.Earliest, zone), WorkingTime.At(date, pause.Latest, zone), pause.Minutes))],
            AreaCentre = profile.HomeAreaKilometres > 0 ? profile.Home : null,
            AreaKilometres = profile.HomeAreaKilometres,
            Room = profile.Room,
            Instruments = [.. profile.Instruments.Where(instrument => instrument.IsCalibratedOn(date))],
            ExpiredInstruments = [.. profile.Instruments.Where(instrument => !instrument.IsCalibratedOn(date))],
        };
    }
}
