namespace Dispatch.Planning.Tests;

/// <summary>Adds the rules on who has a visit to a random day, each to some days, so that all of them meet all others.</summary>
internal static class MixedRules
{
    public static Problem Onto(Problem day, int seed)
    {
        var random = new Random(seed ^ 0x2E17);
        var rules = random.Next(64);
        if (rules % 4 == 0)
            return day;
        var (technicians, visits) = (day.Technicians.ToArray(), day.Visits.ToArray());
        if ((rules & 1) != 0)
            Change(visits, random, visit => visit with { AnySkills = [(ulong)random.Next(1, 8), .. random.Next(3) == 0 ? (ulong[])[6] : []], Skills = visit.Skills & 1 });
        if ((rules & 2) != 0)
            Change(visits, random, visit => visit with { Preferred = Some(technicians.Length, random), NotPreferredCost = random.Next(3) * 400 });
        if ((rules & 4) != 0)
            Change(visits, random, visit => visit with { Known = Some(technicians.Length, random) });
        if ((rules & 8) != 0)
        {
            for (var v = 0; v < visits.Length; v++)
                visits[v] = random.Next(3) == 0 ? visits[v] : visits[v] with { Group = v / 3, PinnedTechnician = -1 };
        }

        return new Problem(technicians, visits, day.Travel, day.Weights with { UnknownTechnician = random.Next(2) * 300 });
    }

    private static void Change(PlanVisit[] visits, Random random, Func<PlanVisit, PlanVisit> change)
    {
        for (var v = 0; v < visits.Length; v++)
        {
            if (random.Next(2) == 0)
                visits[v] = change(visits[v]);
        }
    }

    private static int[] Some(int technicians, Random random) => [.. Enumerable.Range(0, technicians).Where(_ => random.Next(2) == 0)];
}
