using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using NodaTime;

namespace Dispatch.Grains.Territories;

/// <summary>What a territory must look like to be taken.</summary>
internal static class TerritoryRules
{
    private const int MostAlternatives = 10;
    private const int MostInstruments = 64;
    private const int MostSpaces = 20;
    private const int MostLoad = 10_000;

    /// <summary>The first mistake; none if all is well.</summary>
    public static Reason? Mistake(TerritoryProfile profile)
    {
        if (!IdText.IsValid(profile.Id.Value) || profile.Name.Length is 0 or > 200)
            return new Reason("territory-name", "Give the territory a name of 1 to 200 characters.");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(profile.TimeZone) is null)
            return Of("time-zone-unknown", $"There is no time zone '{profile.TimeZone}'; use an IANA name such as Europe/Berlin.", profile.TimeZone);
        if (profile.Depots.Count == 0)
            return new Reason("depot-missing", "Enter at least one depot: vans are loaded there.");
        if (profile.Depots.FirstOrDefault(depot => !depot.Place.IsOnEarth()) is { } lost)
            return Of("place-off-earth", $"The place of depot {lost.Id} is not on the earth.", lost.Id.Value);
        if (profile.Instruments.Count > MostInstruments)
            return Of("instruments-too-many", $"A catalogue has at most {MostInstruments} kinds of instruments, not {profile.Instruments.Count}.", $"{profile.Instruments.Count}");
        if (profile.Spaces.Count > MostSpaces)
            return Of("spaces-too-many", $"A catalogue has at most {MostSpaces} spaces of a van, not {profile.Spaces.Count}.", $"{profile.Spaces.Count}");
        return Twice(profile.Depots.Select(d => d.Id.Value))
            ?? Twice(profile.Skills.Select(s => s.Id.Value))
            ?? Twice(profile.Parts.Select(p => p.Id.Value))
            ?? Twice(profile.Instruments.Select(i => i.Id.Value))
            ?? Twice(profile.Spaces.Select(s => s.Id.Value))
            ?? Twice(profile.VisitTypes.Select(t => t.Id.Value))
            ?? profile.VisitTypes.Select(type => Mistake(profile, type)).FirstOrDefault(mistake => mistake is not null)
            ?? Mistake(profile.Settings);
    }

    private static Reason? Mistake(TerritoryProfile profile, VisitType type)
    {
        if (type.DurationMinutes is < 1 or > 600)
            return Of("duration-out-of-range", $"Visit type {type.Id} takes 1 to 600 minutes.", type.Id.Value);
        var needs = type.Skills.Concat(type.SecondSkills ?? []).ToList();
        if (needs.Exists(need => need.Alternatives is { Count: > MostAlternatives }))
            return Of("skill-alternatives", $"Visit type {type.Id} names too many skills that will do instead; name at most {MostAlternatives}.", type.Id.Value);
        if (needs.SelectMany(need => need.Choices()).FirstOrDefault(choice => profile.Skills.All(known => known.Id != choice.Id)) is { } skill)
            return Of("skill-unknown", $"Visit type {type.Id} asks for skill {skill.Id}, which is not in the catalogue.", skill.Id.Value);
        if (needs.SelectMany(need => need.Choices()).FirstOrDefault(choice => choice.MinLevel is < 1 or > 5) is { } level)
            return Of("skill-level", $"The level of skill {level.Id} is 1 to 5.", level.Id.Value);
        if (type.Instruments.FirstOrDefault(need => profile.Instruments.All(known => known.Id != need)) is { Value: not null } instrument)
            return Of("instrument-unknown", $"Visit type {type.Id} asks for instrument {instrument}, which is not in the catalogue.", instrument.Value);
        if (type.Brings.Concat(type.Takes).FirstOrDefault(load => profile.Spaces.All(known => known.Id != load.Space) || load.Count is < 1 or > MostLoad) is { } space)
            return Of("space-unknown", $"Visit type {type.Id} needs space {space.Space}, which is not in the catalogue, or an amount that is not 1 to {MostLoad}.", space.Space.Value);
        return type.Parts.FirstOrDefault(need => profile.Parts.All(known => known.Id != need.Part) || need.Count < 1) is { } part
            ? Of("part-unknown", $"Visit type {type.Id} asks for part {part.Part}, which is not in the catalogue.", part.Part.Value)
            : null;
    }

    private static Reason? Mistake(TerritorySettings settings) => settings switch
    {
        { PromiseMinutes: < 15 or > 480 } => Of("setting-out-of-range", "The promise is 15 to 480 minutes wide.", "promiseMinutes"),
        { OnTheWayPromiseMinutes: < 5 or > 240 } => Of("setting-out-of-range", "The promise on the way is 5 to 240 minutes wide.", "onTheWayPromiseMinutes"),
        { FreezeMinutes: < 0 or > 480 } => Of("setting-out-of-range", "Visits freeze 0 to 480 minutes before they start.", "freezeMinutes"),
        { EscalateSeconds: < 10 or > 3600 } => Of("setting-out-of-range", "Alarms are raised to the next person after 10 to 3600 seconds.", "escalateSeconds"),
        { CallBackMinutes: < 1 or > 240 } => Of("setting-out-of-range", "The call-back clock takes 1 to 240 minutes.", "callBackMinutes"),
        { Planning: null } => Of("setting-out-of-range", "Say what the plans should want, or leave it out for the defaults.", "planning"),
        { Planning: var planning } => Mistake(planning),
    };

    private static Reason? Mistake(PlanningSettings planning)
    {
        foreach (var (name, value, least, most) in (ReadOnlySpan<(string, int, int, int)>)
        [
            ("overtimePrice", planning.OvertimePrice, 0, 1_000), ("waitingTenths", planning.WaitingTenths, 0, 1_000), ("idleTenths", planning.IdleTenths, 0, 1_000),
            ("windowPrice", planning.WindowPrice, 0, 1_000), ("promisePrice", planning.PromisePrice, 0, 1_000), ("lateBreakPrice", planning.LateBreakPrice, 0, 1_000),
            ("brokenPromisePrice", planning.BrokenPromisePrice, 0, 100_000), ("otherTechnicianPrice", planning.OtherTechnicianPrice, 0, 100_000),
            ("balanceTenths", planning.BalanceTenths, 0, 1_000), ("technicianPrice", planning.TechnicianPrice, 0, 100_000), ("mostVisitsMoved", planning.MostVisitsMoved, 0, 10_000),
            ("mostPromisesMoved", planning.MostPromisesMoved, 0, 10_000), ("insertMostMoved", planning.InsertMostMoved, 0, 50),
            ("unknownTechnicianPrice", planning.UnknownTechnicianPrice, 0, 100_000), ("notPreferredTechnicianPrice", planning.NotPreferredTechnicianPrice, 0, 100_000), ("outsideAreaPrice", planning.OutsideAreaPrice, 0, 100_000), ("setupMinutes", planning.SetupMinutes, 0, 60), ("windowRiseTenths", planning.WindowRiseTenths, 0, 1_000),
            ("offerDays", planning.OfferDays, 1, 14), ("intervalPercent", planning.IntervalPercent, 50, 99), ("promiseExtraMinutes", planning.PromiseExtraMinutes, 0, 240), ("backlogDays", planning.BacklogDays, 1, 14),
        ])
        {
            if (value < least || value > most)
                return Of("setting-out-of-range", $"The setting {name} takes {least} to {most}, not {value}.", name);
        }

        return null;
    }

    private static Reason? Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1 || !IdText.IsValid(group.Key)) is { } wrong
            ? Of("id-twice", $"The id '{wrong.Key}' is used twice or is not made of letters, digits, dots, hyphens and underscores.", wrong.Key)
            : null;

    private static Reason Of(string code, string text, string value) => new(code, text, new Dictionary<string, string> { ["value"] = value });
}
