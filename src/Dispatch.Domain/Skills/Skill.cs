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
[GenerateSerializer, Immutable]
public sealed record SkillRequirement(SkillId Id, int MinLevel);

/// <summary>How many of one kind of part a visit uses, or a van carries.</summary>
[GenerateSerializer, Immutable]
public sealed record PartCount(PartId Part, int Count);
