using CsCheck;
using Dispatch.Planning.Tests.Plain;
using Dispatch.Planning.Tests.Search;

namespace Dispatch.Planning.Tests;

/// <summary>Strict breaks: the gap that serves best, found without driving every one.</summary>
public sealed class BreakTests
{
    [Fact]
    public void A_strict_break_is_in_the_gap_that_driving_the_route_with_each_finds() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 4], Gen.Int[0, 3]).Sample((seed, waiting, idle) =>
        {
            var drawn = StrictDays.Make(1 + seed % 3, 1 + seed % 7, seed);
            var problem = new Problem(
                [.. drawn.Technicians.Select((technician, t) => technician with
                {
                    MostWorkSeconds = PlanVisit.None,
                    Break = new PlanBreak(6_000 + seed % 5_000, 6_000 + seed % 5_000 + seed % 7_000, 1_800) { IsStrict = true, MayInterruptDrive = (seed + t) % 2 == 0 },
                })],
                drawn.Visits, drawn.Travel, drawn.Weights with { WaitingTenths = waiting, IdleTenths = idle });
            var random = new Random(seed);
            var times = new RouteTimes();
            for (var t = 0; t < problem.Technicians.Length; t++)
            {
                int[] route = [.. Enumerable.Range(0, problem.Visits.Length).OrderBy(_ => random.Next()).Take(1 + random.Next(5))];
                if (problem.Technicians[t].Stock[0] < route.Sum(v => problem.Visits[v].Parts is [var parts, ..] ? parts : 0)
                    || problem.Technicians[t].Capacity is [var room, ..] && room < route.Sum(v => problem.Visits[v].Brings[0]))
                    continue;
                var score = times.Compute(problem, t, route);
                var plain = PlainBreak.Best(problem, t, route);
                Assert.Equal(plain is not null, times.IsPossible);
                if (plain is { } best)
                    Assert.Equal((best.Cost, best.Gap), (score.Cost, times.BreakBefore));
            }
        }, iter: 3000);
}
