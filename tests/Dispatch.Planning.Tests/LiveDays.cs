namespace Dispatch.Planning.Tests;

/// <summary>Random small days whose shifts and windows are strict for some, so that places run out.</summary>
internal static class LiveDays
{
    public static Problem Make(int technicians, int visits, int seed)
    {
        var (day, random) = (SmallDays.Make(technicians, visits, seed), new Random(seed ^ 0x51F15));
        return new Problem(
            [.. day.Technicians.Select(who => who with { IsShiftStrict = random.Next(3) == 0, ShiftEnd = who.ShiftEnd - random.Next(8_000) })],
            [.. day.Visits.Select(what => what with { IsWindowStrict = random.Next(4) == 0 })],
            day.Travel, day.Weights);
    }
}
