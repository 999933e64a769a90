using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Domain.Skills;

/// <summary>A skill or certificate that a technician holds.</summary>
/// <param name="Level">1 (basic) to 5; a higher level includes the lower ones.</param>
/// <param name="Expires">The last day on which it counts; none means it does not expire.</param>
[GenerateSerializer, Immutable]
public sealed record Skill(SkillId Id, int Level, LocalDate? Expires)
{
    /// <summary>Whether it counts on <paramref name="day"/>, the last day included.</summary>
    public bool IsValidOn(LocalDate day) => Expires is not { } last || day <= last;
}

/// <summary>What a visit asks of whoever does it.</summary>
/// <param name="MinLevel">The least level that will do, 1 to 5.</param>
/// <param name="Alternatives">What will do as well; none if nothing else does.</param>
[GenerateSerializer, Immutable]
public sealed record SkillRequirement(SkillId Id, int MinLevel, IReadOnlyList<SkillChoice>? Alternatives = null)
{
    /// <summary>All that will do: the skill itself first, then its alternatives.</summary>
    public IEnumerable<SkillChoice> Choices() => (Alternatives ?? []).Prepend(new SkillChoice(Id, MinLevel));

    /// <summary>Whether any of these skills will do; whether they are still valid is not asked.</summary>
    public bool IsMetBy(IReadOnlyList<Skill> skills) => Choices().Any(choice => skills.Any(choice.IsMetBy));
}

/// <summary>One of the skills that will do for a visit.</summary>
/// <param name="MinLevel">The least level that will do, 1 to 5.</param>
[GenerateSerializer, Immutable]
public sealed record SkillChoice(SkillId Id, int MinLevel)
{
    /// <summary>Whether a skill will do; whether it is still valid is not asked.</summary>
    public bool IsMetBy(Skill skill) => skill.Id == Id && skill.Level >= MinLevel;
}

/// <summary>How many of one kind of part a visit uses, or a van carries.</summary>
[GenerateSerializer, Immutable]
public sealed record PartCount(PartId Part, int Count);
