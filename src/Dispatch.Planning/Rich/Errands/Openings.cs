namespace Dispatch.Planning.Rich.Errands;

/// <summary>Windows of many things in flat arrays.</summary>
internal sealed class Openings
{
    private readonly int[] first;
    private readonly int[] starts;
    private readonly int[] ends;

    /// <param name="windows">Of each thing, ascending; empty means any time.</param>
    public Openings(IReadOnlyList<IReadOnlyList<(int Start, int End)>> windows)
    {
        first = new int[windows.Count + 1];
        for (var i = 0; i < windows.Count; i++)
            first[i + 1] = first[i] + Math.Max(1, windows[i].Count);
        (starts, ends) = (new int[first[^1]], new int[first[^1]]);
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].Count == 0)
                (starts[first[i]], ends[first[i]]) = (int.MinValue, int.MaxValue);
            for (var w = 0; w < windows[i].Count; w++)
                (starts[first[i] + w], ends[first[i] + w]) = windows[i][w];
        }
    }

    /// <summary>When a thing can begin from then on; <see cref="ErrandVehicle.Never"/> after its last window.</summary>
    public int From(int thing, int time)
    {
        for (var w = first[thing]; w < first[thing + 1]; w++)
        {
            if (time <= ends[w])
                return Math.Max(time, starts[w]);
        }

        return ErrandVehicle.Never;
    }
}
