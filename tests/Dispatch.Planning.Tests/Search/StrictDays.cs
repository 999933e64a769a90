using CsCheck;

namespace Dispatch.Planning.Tests.Search;

/// <summary>Random small days whose rules are all strict: shifts, windows, breaks, room, working time.</summary>
internal static class StrictDays
{
    public static readonly Gen<Problem> Problems =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 12], Gen.Int[0, 1_000_000]).Select((technicians, visits, seed) => Make(technicians, visits, seed));

    public static Problem Make(int technicians, int visits, int seed, int balanceTenths = 0)
    {
        var random = new Random(seed);
        var (hasBreaks, hasWork, hasDistances, hasManyWindows) = (random.Next(2) == 0, random.Next(3) == 0, random.Next(3) == 0, random.Next(2) == 0);
        hasBreaks &= !hasWork;
        hasManyWindows &= !hasWork;
        var places = visits + technicians;
        var (seconds, distances) = (new int[places * places], new int[places * places]);
        for (var i = 0; i < seconds.Length; i++)
            (seconds[i], distances[i]) = (i % (places + 1) == 0 ? 0 : 100 + random.Next(3000), random.Next(100));
        if (places > 2 && random.Next(5) == 0)
            seconds[1] = TravelMatrix.NoRoad;
        var capacity = random.Next(2) == 0;
        return MixedRules.Onto(new Problem(
            [.. Enumerable.Range(0, technicians).Select(t => new PlanTechnician
            {
                StartPlace = t,
                EndPlace = random.Next(3) == 0 ? 0 : t,
                AvailableFrom = 1000 * random.Next(5),
                ShiftEnd = 20_000 + random.Next(20_000),
                IsShiftStrict = true,
                MostWorkSeconds = hasWork ? 12_000 + random.Next(15_000) : PlanVisit.None,
                FixedCost = random.Next(2) * 500,
                Skills = (ulong)random.Next(4),
                Stock = [random.Next(6)],
                Capacity = capacity ? [3 + random.Next(8)] : [],
                Break = hasBreaks && random.Next(4) > 0
                    ? new PlanBreak(8000, 8000 + random.Next(8000), 1800) { IsStrict = true, MayInterruptDrive = random.Next(2) == 0 }
                    : null,
            })],
            [.. Enumerable.Range(0, visits).Select(v => new PlanVisit
            {
                Place = technicians + v,
                DurationSeconds = 300 + random.Next(3000),
                Skills = random.Next(3) == 0 ? 1UL << random.Next(2) : 0,
                Parts = random.Next(3) == 0 ? [random.Next(3)] : [],
                Brings = [random.Next(4)],
                Windows = Windows(random, hasManyWindows),
                IsWindowStrict = true,
                Urgency = random.Next(5),
                ToldTechnician = random.Next(4) == 0 ? random.Next(technicians) : -1,
                SkipCost = random.Next(6) == 0 ? random.Next(3000) : PlanVisit.NoPrice,
            })],
            new TravelMatrix(seconds, places, hasDistances ? distances : null),
            PlanWeights.DrivingAlone with { Distance = hasDistances ? 2 : 0, BalanceTenths = balanceTenths }), seed, mayChangeTimes: false);
    }

    private static PlanWindow[] Windows(Random random, bool many)
    {
        var start = random.Next(12_000);
        return random.Next(3) switch
        {
            0 => [],
            1 when many => [new PlanWindow(start, start + 1500, true), new PlanWindow(start + 4000, start + 9000, true)],
            _ => [new PlanWindow(start, start + 1000 + random.Next(9000), true)],
        };
    }
}
