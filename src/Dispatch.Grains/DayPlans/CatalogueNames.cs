using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;

namespace Dispatch.Grains.DayPlans;

/// <summary>What people call the parts, skills, instruments and spaces of a territory; the id where its catalogue does not know one any more.</summary>
internal sealed class CatalogueNames(TerritoryProfile? territory)
{
    private readonly Dictionary<PartId, string> parts = (territory?.Parts ?? []).ToDictionary(part => part.Id, part => part.Name);
    private readonly Dictionary<SkillId, string> skills = (territory?.Skills ?? []).ToDictionary(skill => skill.Id, skill => skill.Name);
    private readonly Dictionary<InstrumentId, string> instruments = (territory?.Instruments ?? []).ToDictionary(kind => kind.Id, kind => kind.Name);
    private readonly Dictionary<SpaceId, string> spaces = (territory?.Spaces ?? []).ToDictionary(space => space.Id, space => space.Name);

    /// <summary>What one of a van's spaces is for.</summary>
    public string Of(SpaceId space) => spaces.GetValueOrDefault(space, space.Value);

    /// <summary>An instrument's name.</summary>
    public string Of(InstrumentId instrument) => instruments.GetValueOrDefault(instrument, instrument.Value);

    /// <summary>A part's name.
    public string Of(PartId part) => parts.GetValueOrDefault(part, part.Value);

    /// <summary>A skill's name.</summary>
    public string Of(SkillId skill) => skills.GetValueOrDefault(skill, skill.Value);

    /// <summary>"Ventilation 2", or "Ventilation 2 / Respiratory care 3" where either will do.</summary>
    public string Of(SkillRequirement need) => string.Join(" / ", need.Choices().Select(choice => $"{Of(choice.Id)} {choice.MinLevel}"));

    /// <summary>"2 × Ventilator".</summary>
    public string Of(PartCount part) => $"{part.Count} × {Of(part.Part)}";
}
