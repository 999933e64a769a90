using System.Globalization;

namespace Dispatch.Roads.Network;

/// <summary>Forbidden sequences of directed segments: two for a restriction at a point, more for one along ways.</summary>
/// <remarks>
/// Someone on a directed segment must remember how they came as long as a longer ban may still come true. What they remember is the
/// longest end of their drive with which a ban begins, as in Aho and Corasick, "Efficient string matching" (1975): so bans that
/// overlap hold all at once.
/// </remarks>
internal sealed class TurnBans
{
    private readonly Dictionary<(int, int), WeekTimes> pairs = []; // open when
    private readonly Dictionary<string, WeekTimes> longer = []; // open when
    private readonly HashSet<int> beginnings = [];
    private readonly Dictionary<string, int> memoryOf = [];
    private readonly List<int[]> memories = [];

    /// <summary>How many things there are to remember.</summary>
    public int MemoryCount => memories.Count;

    /// <summary>Forbids to drive along <paramref name="sequence"/>, two directed segments or more, at some times of the week.</summary>
    public void Forbid(ReadOnlySpan<int> sequence, WeekTimes when)
    {
        if (sequence.Length == 2)
        {
            var pair = (sequence[0], sequence[1]);
            pairs[pair] = pairs.GetValueOrDefault(pair, WeekTimes.Always).And(when.Not());
            return;
        }

        var key = Key(sequence);
        longer[key] = longer.GetValueOrDefault(key, WeekTimes.Always).And(when.Not());
        beginnings.Add(sequence[0]);
        for (var length = 2; length < sequence.Length; length++)
        {
            var beginning = sequence[..length].ToArray();
            if (memoryOf.TryAdd(Key(beginning), memories.Count))
                memories.Add(beginning);
        }
    }

    /// <summary>The directed segments driven last, the present one included, that one remembers.</summary>
    public ReadOnlySpan<int> Remembered(int memory) => memories[memory];

    /// <summary>When one may go on to <paramref name="next"/>; <paramref name="memory"/> is −1 for none.</summary>
    public WeekTimes OpenWhen(int current, int memory, int next)
    {
        var open = pairs.GetValueOrDefault((current, next), WeekTimes.Always);
        if (memory < 0)
            return open;

        int[] driven = [.. memories[memory], next];
        for (var start = 0; driven.Length - start > 2; start++)
        {
            if (longer.TryGetValue(Key(driven.AsSpan(start)), out var openThere))
                open = open.And(openThere);
        }

        return open;
    }

    /// <summary>What one remembers after going on to <paramref name="next"/>; −1 for nothing.</summary>
    public int Remember(int current, int memory, int next)
    {
        if (memory < 0 && !beginnings.Contains(current))
            return -1;

        int[] driven = memory < 0 ? [current, next] : [.. memories[memory], next];
        for (var start = 0; driven.Length - start > 1; start++)
        {
            if (memoryOf.TryGetValue(Key(driven.AsSpan(start)), out var found))
                return found;
        }

        return -1;
    }

    private static string Key(ReadOnlySpan<int> sequence)
    {
        var key = new System.Text.StringBuilder();
        foreach (var directed in sequence)
            key.Append(CultureInfo.InvariantCulture, $"{directed},");
        return key.ToString();
    }
}
