using Dispatch.Roads.Matching;

namespace Dispatch.Roads.Learning;

/// <summary>How long streets take by hour, learned from drives: few numbers for a street, and nobody's tracks. For all threads.</summary>
/// <remarks>
/// For each street and hour the latest <see cref="MostKept"/> samples are kept. What is believed is the mean of their middle half, drawn
/// towards what all streets take at that hour as if that had been seen <see cref="PriorWeight"/> times: so few and wrong samples change
/// little. No street becomes faster than <see cref="LeastFactor"/> of its prepared time allows (limits and physics), none slower than
/// <see cref="MostFactor"/> times.
/// </remarks>
public sealed class LearnedSpeeds
{
    /// <summary>Samples kept for a street at an hour.</summary>
    public const int MostKept = 24;

    private const float PriorWeight = 4;
    private const float HourWeight = 40;
    private const float LeastFactor = 1 / 1.2f;
    private const float MostFactor = 8;

    private readonly RoadMap map;
    private readonly Lock gate = new();
    private readonly Dictionary<(int Directed, byte Slot), List<float>> samples = [];

    /// <summary>Nothing is learned yet.</summary>
    public LearnedSpeeds(RoadMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.map = map;
    }

    /// <summary>How many samples are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return samples.Values.Sum(kept => kept.Count);
        }
    }

    /// <summary>Learns from a drive.</summary>
    /// <param name="matches">What <see cref="TraceMatcher"/> found of it.</param>
    /// <param name="trace">The trace that was matched, with times.</param>
    /// <param name="begin">Local time at second 0 of the trace.</param>
    /// <returns>How many streets something was learned of.</returns>
    public int Learn(IReadOnlyList<MatchedTrace> matches, IReadOnlyList<TracePoint> trace, DateTime begin)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var learned = 0;
        foreach (var sample in matches.SelectMany(match => DriveSampling.Of(map.PreparedMetric, match, trace, begin)))
            learned += Add(sample) ? 1 : 0;
        return learned;
    }

    /// <summary>What driving costs at an hour by what was learned, with what is closed or slowed besides.</summary>
    /// <param name="at">Local time.</param>
    /// <param name="changes">What is closed or slower.</param>
    /// <param name="threads">How many threads may work at it.</param>
    public RoadMetric MetricAt(DateTime at, IReadOnlyList<RoadChange>? changes = null, int threads = 2) => map.Customize(
        changes ?? [], ((int)at.DayOfWeek + 6) % 7 * 1440 + at.Hour * 60 + at.Minute, Factors(TimeSlot.Of(at)), threads);

    /// <summary>Keeps a sample; false for one that cannot be.</summary>
    internal bool Add(SpeedSample sample)
    {
        if (!float.IsFinite(sample.Factor) || sample.Factor <= 0)
            return false;
        lock (gate)
        {
            var key = (sample.Directed, (byte)sample.Slot);
            if (!samples.TryGetValue(key, out var kept))
                samples.Add(key, kept = new List<float>(4));
            if (kept.Count == MostKept)
                kept.RemoveAt(0);
            kept.Add(Math.Clamp(sample.Factor, LeastFactor / 2, 2 * MostFactor));
        }

        return true;
    }

    /// <summary>By directed segment: its factor at a slot; 1 where nothing is known of the hour at all.</summary>
    internal float[] Factors(int slot)
    {
        var factors = new float[2 * map.Network.SegmentCount];
        lock (gate)
        {
            var atHour = samples.Where(one => one.Key.Slot == slot).ToList();
            var all = atHour.Select(one => MiddleMean(one.Value)).ToList();
            var hour = all.Count == 0 ? 1 : (all.Count * MiddleMean(all) + HourWeight) / (all.Count + HourWeight);
            Array.Fill(factors, Math.Clamp(hour, LeastFactor, MostFactor));
            foreach (var ((directed, _), kept) in atHour)
                factors[directed] = Math.Clamp((kept.Count * MiddleMean(kept) + PriorWeight * hour) / (kept.Count + PriorWeight), LeastFactor, MostFactor);
        }

        return factors;
    }

    internal List<(int Directed, byte Slot, float[] Factors)> Snapshot()
    {
        lock (gate)
            return [.. samples.OrderBy(one => one.Key).Select(one => (one.Key.Directed, one.Key.Slot, one.Value.ToArray()))];
    }

    /// <summary>The mean without the lowest and the highest quarter; of fewer than four, the median.</summary>
    private static float MiddleMean(List<float> values)
    {
        var sorted = values.Order().ToArray();
        var cut = sorted.Length < 4 ? (sorted.Length - 1) / 2 : sorted.Length / 4;
        return sorted[cut..(sorted.Length - cut)].Average();
    }
}
