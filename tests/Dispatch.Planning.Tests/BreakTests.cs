using CsCheck;
using Dispatch.Planning.Tests.Plain;
using Dispatch.Planning.Tests.Search;

namespace Dispatch.Planning.Tests;

/// <summary>Strict breaks: the gaps that serve best.</summary>
public sealed class BreakTests
{
    [Fact]
    public void Strict_breaks_are_in_the_gaps_that_driving_the_route_with_all_rows_of_them_finds() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 4], Gen.Int[0, 3]).Sample((seed, waiting, idle) =>
        {
            var drawn = StrictDays.Make(1 + seed % 3, 1 + seed % 7, seed) is var alike && seed % 4 == 0 ? MixedRules.OnVehicles(alike, seed) : alike;
            var problem = new Problem(
                [.. drawn.Technicians.Select((technician, t) => technician with
                {
                    MostWorkSeconds = PlanVisit.None,
                    Breaks = [.. Enumerable.Range(0, 1 + seed % 3 % 2 + seed % 5 / 4).Select(b => new PlanBreak(b * 9_000 + 6_000 + seed % 5_000, b * 9_000 + 6_000 + seed % 5_000 + seed % 7_000, 1_800 >> b) { IsStrict = true, MayInterruptDrive = (seed + t + b) % 2 == 0 })],
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
                {
                    Assert.Equal(best.Cost, score.Cost);
                    Assert.Equal(best.Gaps, times.BreaksBefore.ToArray());
                }
            }
        }, iter: 3000);

    [Theory]
    // Work pinned to 46,000 ends after the break's latest: lunch is had before it.
    [InlineData(46_000, 600, 43_000, 0, 46_000)]
    // It would not be over in time: after it, too late.
    [InlineData(44_500, 600, 46_600, 1, 44_500)]
    // It fits after the visit: at the first chance then.
    [InlineData(44_000, 100, 44_100, 1, 44_000)]
    public void Who_waits_for_a_late_start_has_the_break_meanwhile_if_nothing_begins_later_for_it(int pinned, int tooLate, int begins, int before, int starts)
    {
        var problem = new Problem(
            [new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 28_000, ShiftEnd = 60_000, Break = new PlanBreak(43_000, 45_000, 1_800) }],
            [new PlanVisit { Place = 1, DurationSeconds = 600 }, new PlanVisit { Place = 1, DurationSeconds = pinned == 44_500 ? 2_100 : tooLate, PinnedStart = pinned }],
            new TravelMatrix([0, 600, 600, 0], 2));
        var times = new RouteTimes();
        times.Compute(problem, 0, [0, 1]);
        Assert.Equal((begins, before + 1, starts), (times.BreakStart, times.BreakBefore, times.Start[1]));
        PlainChecker.Check(new Plan(problem, [[0, 1]]));
    }
}
