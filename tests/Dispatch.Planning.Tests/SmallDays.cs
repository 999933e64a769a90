using CsCheck;

namespace Dispatch.Planning.Tests;

/// <summary>Random small days with all rules mixed.</summary>
internal static class SmallDays
{
    public static readonly Gen<Problem> Problems =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 9], Gen.Int[0, 1_000_000]).Select((technicians, visits, seed) => Make(technicians, visits, seed));

    public static Problem Make(int technicians, int visits, int seed)
    {
        var random = new Random(seed);
        var places = technicians + visits;
        var xy = Enumerable.Range(0, places).Select(_ => (X: random.Next(3000), Y: random.Next(3000))).ToArray();
        var seconds = new int[places * places];
        for (var a = 0; a < places; a++)
        {
            for (var b = 0; b < places; b++)
                seconds[a * places + b] = a == b ? 0 : (int)Math.Sqrt(Math.Pow(xy[a].X - xy[b].X, 2) + Math.Pow(xy[a].Y - xy[b].Y, 2)) + random.Next(60);
        }

        if (places > 2 && random.Next(6) == 0)
            seconds[random.Next(places * places)] = TravelMatrix.NoRoad;
        for (var a = 0; a < places; a++)
            seconds[a * places + a] = 0;

        return MixedRules.Onto(new Problem(
            [.. Enumerable.Range(0, technicians).Select(t => new PlanTechnician
            {
                StartPlace = t,
                EndPlace = random.Next(3) == 0 ? (t + 1) % technicians : t,
                AvailableFrom = 28_000 + random.Next(3600),
                ShiftEnd = 45_000 + random.Next(15_000),
                Skills = (ulong)random.Next(8),
                Stock = [random.Next(4), random.Next(3)],
                Break = random.Next(2) == 0 ? new PlanBreak(39_000, 46_000, 1800) : null,
                IsOut = random.Next(12) == 0,
                DoneSeconds = seed % 2 * 1000 * t,
                PaidSeconds = seed % 5 == 0 ? 12_000 * t : PlanVisit.None,
            })],
            [.. Enumerable.Range(0, visits).Select(v => new PlanVisit
            {
                Place = technicians + v,
                DurationSeconds = 600 + random.Next(4000),
                Skills = random.Next(2) == 0 ? 0UL : 1UL << random.Next(3),
                Parts = random.Next(2) == 0 ? [] : [random.Next(2), random.Next(2)],
                Windows = Windows(random),
                Urgency = random.Next(5),
                Deadline = random.Next(3) == 0 ? 30_000 + random.Next(20_000) : PlanVisit.None,
                PromiseStart = v % 3 == 0 ? 36_000 : PlanVisit.None,
                PromiseEnd = v % 3 == 0 ? 39_600 : PlanVisit.None,
                PinnedTechnician = random.Next(8) == 0 ? random.Next(technicians) : -1,
                PinnedStart = random.Next(12) == 0 ? 40_000 : PlanVisit.None,
                ToldTechnician = random.Next(-1, technicians),
                Excluded = random.Next(10) == 0 ? [random.Next(technicians)] : [],
            })],
            seed % 3 == 0 ? ByDeparture(seconds, places, new Random(seed + 2)) : new TravelMatrix(seconds, places),
            PlanWeights.Default with { BalanceTenths = new Random(seed + 1).Next(3) * 15 }), seed);
    }

    /// <summary>Slots in which each drive takes up to twice as long as in the first one, or a little less.</summary>
    public static TravelMatrix ByDeparture(int[] seconds, int places, Random random)
    {
        int[] begins = [0, 30_000 + random.Next(3_000), 36_000 + random.Next(4_000), 43_000];
        return new TravelMatrix(
            begins, [.. begins.Select((_, slot) => seconds.Select(drive => slot == 0 || drive == TravelMatrix.NoRoad ? drive : (int)(drive * (0.8 + 1.2 * random.NextDouble()))).ToArray())], places);
    }

    private static PlanWindow[] Windows(Random random) => random.Next(3) switch
    {
        0 => [],
        1 => [new PlanWindow(30_000 + random.Next(10_000), 42_000 + random.Next(10_000), random.Next(4) == 0)],
        _ => [new PlanWindow(30_000, 34_000, false), new PlanWindow(40_000, 44_000 + random.Next(4000), false)],
    };
}
