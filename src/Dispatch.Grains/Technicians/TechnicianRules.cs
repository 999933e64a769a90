using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;

namespace Dispatch.Grains.Technicians;

/// <summary>What a technician's entry must look like to be taken.</summary>
internal static class TechnicianRules
{
    private const int MostBreaks = 4;
    private const int LongestSerial = 60;
    private const int MostRoom = 10_000;

    /// <summary>The first mistake; none if all is well.</summary>
    public static Reason? Mistake(TechnicianProfile profile, TechnicianId id, TerritoryProfile? territory)
    {
        if (territory is null)
            return Of("territory-unknown", $"There is no territory {profile.Territory}; enter it first.", profile.Territory.Value);
        if (profile.Id != id || !IdText.IsValid(id.Value))
            return Of("id-mismatch", "The id in the entry and the one in the address differ.", profile.Id.Value);
        if (profile.Name.Length is 0 or > 200)
            return Of("name-missing", "Give the technician a name of 1 to 200 characters.", id.Value);
        if (territory.Depots.All(depot => depot.Id != profile.Depot))
            return Of("depot-unknown", $"There is no depot {profile.Depot} in this territory.", profile.Depot.Value);
        if (profile is { StartsAtHome: true, Home: null } || profile.Home is { } home && !home.IsOnEarth())
            return Of("home-missing", "Enter the place of the home, or let the day start at the depot.", id.Value);
        if (profile.Skills.FirstOrDefault(skill => territory.Skills.All(known => known.Id != skill.Id)) is { } skill)
            return Of("skill-unknown", $"There is no skill {skill.Id} in this territory's catalogue.", skill.Id.Value);
        if (profile.Skills.FirstOrDefault(skill => skill.Level is < 1 or > 5) is { } level)
            return Of("skill-level", $"The level of skill {level.Id} is 1 to 5.", level.Id.Value);
        if (profile.Stock.FirstOrDefault(part => territory.Parts.All(known => known.Id != part.Part) || part.Count < 0) is { } stock)
            return Of("part-unknown", $"There is no part {stock.Part} in this territory's catalogue, or its count is below zero.", stock.Part.Value);
        if (profile.Instruments.FirstOrDefault(carried => territory.Instruments.All(known => known.Id != carried.Kind)) is { } instrument)
            return Of("instrument-unknown", $"There is no instrument {instrument.Kind} in this territory's catalogue.", instrument.Kind.Value);
        if (profile.Instruments.FirstOrDefault(carried => carried.Serial.Length > LongestSerial || carried.Serial.Any(c => char.IsWhiteSpace(c) || c == ';')) is { } serial)
            return Of("serial-form", $"The serial number of {serial.Kind} has at most {LongestSerial} characters, none of them a space or a semicolon.", serial.Kind.Value);
        if (profile.Room.FirstOrDefault(room => territory.Spaces.All(known => known.Id != room.Space) || room.Count is < 0 or > MostRoom) is { } space)
            return Of("space-unknown", $"There is no space {space.Space} in this territory's catalogue, or its room is not 0 to {MostRoom}.", space.Space.Value);
        if (profile.DurationPercent is < 50 or > 200)
            return Of("pace-out-of-range", $"Visits take 50 to 200 % of their planned time with a technician, not {profile.DurationPercent} %.", id.Value);
        // In tens, so that a day has few kinds of vans: each has its own table of drive times.
        if (profile.DrivePercent is < 80 or > 200 || profile.DrivePercent % 10 != 0)
            return Of("drive-pace-out-of-range", $"Drives take 80 to 200 % of the map's time with a van, in steps of 10, not {profile.DrivePercent} %.", id.Value);
        if (profile.HomeAreaKilometres is < 0 or > 500)
            return Of("area-out-of-range", $"A home area reaches 0 to 500 km round the home, not {profile.HomeAreaKilometres} km.", id.Value);
        if (profile is { HomeAreaKilometres: > 0, Home: null })
            return Of("area-without-home", "Enter the place of the home, round which the home area lies, or set it to 0 km.", id.Value);
        return Breaks(profile.AllBreaks(), id);
    }

    private static Reason? Breaks(IReadOnlyList<BreakRule> breaks, TechnicianId id)
    {
        if (breaks.Count > MostBreaks)
            return Of("breaks-too-many", $"A technician has at most {MostBreaks} breaks a day.", id.Value);
        if (breaks.Any(pause => pause.Minutes is < 0 or > 180 || pause.Latest < pause.Earliest))
            return Of("break-out-of-range", "A break takes 0 to 180 minutes, and begins not before its earliest time.", id.Value);
        return breaks.Zip(breaks.Skip(1)).Any(pair => pair.Second.Earliest < pair.First.Latest)
            ? Of("breaks-overlap", "The times between which two breaks begin overlap; let the later one begin after the earlier one's latest time.", id.Value)
            : null;
    }

    private static Reason Of(string code, string text, string value) => new(code, text, new Dictionary<string, string> { ["value"] = value });
}
