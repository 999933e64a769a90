using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.LoadTests.Roads;

/// <summary>How long addresses take that somebody types: whole, half, with a slip, with a number, two streets; and which address a place has.</summary>
internal static class AddressTimes
{
    private const int Homes = 300;
    private const int Limit = 8;

    public static int Run(string[] maps)
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-addresses-").FullName;
        try
        {
            Console.WriteLine("| map | question | asked | p50, ms | p95, ms | longest, ms | answered |");
            Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
            foreach (var file in maps)
            {
                using var map = RoadMap.Open(file, folder);
                Measure(map, Path.GetFileName(file).Split('.')[0]);
            }

            return 0;
        }
        catch (MapException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return 2;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(RoadMap map, string name)
    {
        var random = new Random(1);
        var homes = map.Addresses.HomesOnStreets(Homes, seed: 1);
        foreach (var home in homes.Take(50))
            map.Addresses.Search(WithASlip(home.Street, random), map.Bounds.Centre, Limit);

        Ask("as it is written", home => map.Addresses.Search($"{home.Street} {home.HouseNumber}", map.Bounds.Centre, Limit).Count);
        Ask("half typed", home => map.Addresses.Search(home.Street[..Math.Max(1, home.Street.Length / 2)], map.Bounds.Centre, Limit).Count);
        Ask("one letter", home => map.Addresses.Search(home.Street[..1], map.Bounds.Centre, Limit).Count);
        Ask("with a slip", home => map.Addresses.Search($"{WithASlip(home.Street, random)} {home.HouseNumber}", map.Bounds.Centre, Limit).Count);
        Ask("two streets", home => map.Addresses.Search($"{home.Street} & {homes[random.Next(homes.Count)].Street}", map.Bounds.Centre, Limit).Count);
        Ask("of a place", home => map.Addresses.Nearest(home.Position) is null ? 0 : 1);

        void Ask(string question, Func<StreetHome, int> ask)
        {
            var (times, answered) = (new Latencies(), 0);
            foreach (var home in homes)
            {
                var started = Stopwatch.GetTimestamp();
                answered += ask(home) > 0 ? 1 : 0;
                times.Add(Stopwatch.GetElapsedTime(started));
            }

            Console.WriteLine($"| {name} | {question} | {times.Row()} | {answered} |");
        }
    }

    /// <summary>Swaps two letters in the middle.</summary>
    private static string WithASlip(string text, Random random)
    {
        if (text.Length < 4)
            return text;

        var at = random.Next(1, text.Length - 2);
        return $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
    }
}
