using System.Globalization;

namespace Dispatch.LoadTests.Roads;

/// <summary>Times of many questions, told as a row: how many, median, 95 of 100, the longest.</summary>
internal sealed class Latencies
{
    private readonly List<double> milliseconds = [];

    public void Add(TimeSpan time) => milliseconds.Add(time.TotalMilliseconds);

    public string Row()
    {
        milliseconds.Sort();
        return milliseconds.Count == 0
            ? "0 | | |"
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds.Count} | {Share(0.5):F2} | {Share(0.95):F2} | {milliseconds[^1]:F2}");
    }

    private double Share(double share) => milliseconds[Math.Min(milliseconds.Count - 1, (int)(milliseconds.Count * share))];
}
