using System.Runtime.InteropServices;
using System.Security.Cryptography;
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

    /// <summary>The map that they are learned on.</summary>
    public RoadMap Map => map;

    /// <summary>How many samples are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return samples.Values.Sum(kept => kept.Count);
        }
    }

    /// <summary>Of how many streets something is known, each direction counted.</summary>
    public int StreetCount
    {
        get
        {
            lock (gate)
                return samples.Keys.Select(key => key.Directed).Distinct().Count();
        }
    }

    /// <summary>Learns from a drive.</summary>
    /// <param name="matches">What <see cref="TraceMatcher"/> found of it.</param>
    /// <param name="trace">The trace that was matched, with times.</param>
    /// <param name="begin">Local time at second 0 of the trace.</param>
    /// <param name="except">Segments that teach nothing (<see cref="RoadsNow.ChangedSegments"/>).</param>
    /// <returns>How many streets something was learned of.</returns>
    public int Learn(IReadOnlyList<MatchedTrace> matches, IReadOnlyList<TracePoint> trace, DateTime begin, IReadOnlySet<int>? except = null)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var learned = 0;
        foreach (var sample in matches.SelectMany(match => DriveSampling.Of(map.PreparedMetric, match, trace, begin)))
            learned += except?.Contains(sample.Directed >> 1) != true && Add(sample) ? 1 : 0;
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
        Array.Fill(factors, 1);
        lock (gate)
            _ = Fill(factors, [slot]);
        return factors;
    }

    /// <summary>All that is known now, by parts of the day; null where nothing is known.</summary>
    internal LearnedFactors? ByParts()
    {
        var (byPart, driven) = (new float[]?[DayParts.Count], new IReadOnlyList<(int Directed, int Drives)>[DayParts.Count]);
        lock (gate)
        {
            for (var part = 0; part < byPart.Length; part++)
            {
                var factors = new float[2 * map.Network.SegmentCount];
                driven[part] = Fill(factors, [.. DayParts.SlotsOf(part)]);
                byPart[part] = driven[part].Count > 0 ? factors : null;
            }
        }

        if (byPart.All(factors => factors is null))
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var factors in byPart)
            hash.AppendData(factors is null ? [0] : MemoryMarshal.AsBytes(factors.AsSpan()));
        foreach (var (_, drives) in driven.SelectMany(part => part))
            hash.AppendData(BitConverter.GetBytes(drives));
        return new LearnedFactors(Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)), new LearnedFigures(StreetCount, Count), byPart, driven);
    }

    // Streets of which nothing is known take what all streets take in those hours; nothing is done where that is not known either. Gives who was driven, and how often.
    private IReadOnlyList<(int Directed, int Drives)> Fill(float[] factors, HashSet<int> slots)
    {
        var streets = samples.Where(one => slots.Contains(one.Key.Slot)).GroupBy(one => one.Key.Directed, one => one.Value)
            .Select(street => (Directed: street.Key, Count: street.Sum(kept => kept.Count), Mean: MiddleMean(street.SelectMany(kept => kept)))).ToList();
        if (streets.Count == 0)
            return [];
        var hour = (streets.Count * MiddleMean(streets.Select(street => street.Mean)) + HourWeight) / (streets.Count + HourWeight);
        Array.Fill(factors, Math.Clamp(hour, LeastFactor, MostFactor));
        foreach (var (directed, count, mean) in streets)
            factors[directed] = Math.Clamp((count * mean + PriorWeight * hour) / (count + PriorWeight), LeastFactor, MostFactor);
        return [.. streets.Select(street => (street.Directed, street.Count)).OrderBy(street => street.Directed)];
    }

    internal List<(int Directed, byte Slot, float[] Factors)> Snapshot()
    {
        lock (gate)
            return [.. samples.OrderBy(one => one.Key).Select(one => (one.Key.Directed, one.Key.Slot, one.Value.ToArray()))];
    }

    /// <summary>The mean without the lowest and the highest quarter; of fewer than four, the median.</summary>
    private static float MiddleMean(IEnumerable<float> values)
    {
        var sorted = values.Order().ToArray();
        var cut = sorted.Length < 4 ? (sorted.Length - 1) / 2 : sorted.Length / 4;
        return sorted[cut..(sorted.Length - cut)].Average();
    }
}
