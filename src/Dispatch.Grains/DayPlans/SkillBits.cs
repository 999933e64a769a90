using Dispatch.Contracts.Visits;
using Dispatch.Domain.Skills;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// The skills and levels that a day's visits ask for, one bit each. A day that asks for more than the planner has bits for is planned
/// all the same: what is beyond them is asked of each technician by name.
/// </summary>
internal sealed class SkillBits
{
    private const int MostBits = 64;
    private readonly List<SkillChoice> asked;
    private readonly Dictionary<SkillChoice, int> bitOf;

    public SkillBits(IEnumerable<VisitDetails> visits)
    {
        asked = [.. visits.SelectMany(visit => visit.Skills).SelectMany(need => need.Choices()).Distinct()];
        bitOf = asked.Take(MostBits).Select((choice, bit) => (choice, bit)).ToDictionary(pair => pair.choice, pair => pair.bit);
    }

    /// <summary>Whether there are skills without a bit.</summary>
    public bool IsOverfull => asked.Count > MostBits;

    /// <summary>Whether every bit stands for the same.</summary>
    public bool SameAs(SkillBits other) => asked.SequenceEqual(other.asked);

    /// <summary>The bits of the skills that somebody has.</summary>
    public ulong Of(IReadOnlyList<Skill> skills)
    {
        var held = 0UL;
        foreach (var (choice, bit) in bitOf)
        {
            if (skills.Any(choice.IsMetBy))
                held |= 1UL << bit;
        }

        return held;
    }

    /// <summary>What a visit asks for: all of the first, and one of each of the others.</summary>
    public (ulong All, IReadOnlyList<ulong> Any) Of(IReadOnlyList<SkillRequirement> needs)
    {
        var all = 0UL;
        List<ulong>? any = null;
        foreach (var need in needs.Where(HasBits))
        {
            var choices = need.Choices().Aggregate(0UL, (bits, choice) => bits | 1UL << bitOf[choice]);
            if (ulong.IsPow2(choices))
                all |= choices;
            else
                (any ??= []).Add(choices);
        }

        return (all, any ?? []);
    }

    /// <summary>Whether somebody has what a visit asks for beyond the bits.</summary>
    public bool Allow(IReadOnlyList<Skill> skills, VisitDetails visit) => visit.Skills.All(need => HasBits(need) || need.IsMetBy(skills));

    private bool HasBits(SkillRequirement need) => need.Choices().All(bitOf.ContainsKey);
}
