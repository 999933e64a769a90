using System.Globalization;
using System.Text;

namespace Dispatch.LoadTests.Planning;

/// <summary>A made-up day of any size as a VRPLIB file: a technician for ten visits, each from a home of one's own; visits in towns, half with short windows.</summary>
internal static class GrowthDay
{
    /// <summary>The same text for the same number of visits.</summary>
    public static string Of(int visits)
    {
        var random = new Random(11);
        var technicians = Math.Max(2, visits / 10);
        var size = technicians + visits;
        var towns = Enumerable.Range(0, Math.Max(3, visits / 80)).Select(_ => (X: random.NextDouble() * 100, Y: random.NextDouble() * 100)).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"NAME: growth-{visits}\nTYPE: MDVRPTW\nEDGE_WEIGHT_TYPE: EUC_2D\nDIMENSION: {size}\nVEHICLES: {technicians}\nCAPACITY: 1000\n");
        text.Append("NODE_COORD_SECTION\n");
        for (var node = 1; node <= size; node++)
        {
            var town = towns[random.Next(towns.Length)];
            var (x, y) = random.Next(4) == 0 ? (random.NextDouble() * 100, random.NextDouble() * 100) : (town.X + Spread(random), town.Y + Spread(random));
            text.Append(CultureInfo.InvariantCulture, $"{node}\t{x:0.000}\t{y:0.000}\n");
        }

        Section(text, "DEMAND", size, node => node <= technicians ? "0" : "1");
        Section(text, "SERVICE_TIME", size, node => node <= technicians ? "0" : $"{15 + 15 * random.Next(3)}");
        Section(text, "TIME_WINDOW", size, node =>
        {
            if (node <= technicians)
                return "0\t540";
            var start = 60 * random.Next(0, 7);
            return random.Next(2) == 0 ? "0\t510" : $"{start}\t{start + 120}";
        });
        Section(text, "VEHICLES_DEPOT", technicians, number => number.ToString(CultureInfo.InvariantCulture));
        Section(text, "DEPOT", technicians, _ => "");
        return text.Append("EOF\n").ToString();
    }

    private static double Spread(Random random) => 4 * (random.NextDouble() + random.NextDouble() - 1);

    private static void Section(StringBuilder text, string name, int count, Func<int, string> row)
    {
        text.Append(CultureInfo.InvariantCulture, $"{name}_SECTION\n");
        for (var number = 1; number <= count; number++)
            text.Append(CultureInfo.InvariantCulture, $"{number}\t{row(number)}\n");
    }
}
