namespace Dispatch.Roads.Tiles;

/// <summary>Joins ways end to end at the nodes that they share.</summary>
/// <remarks>Source: OSM wiki, "Relation:multipolygon/Algorithm", ring assignment. Linear in the number of ways.</remarks>
internal sealed class LineJoining
{
    private readonly List<long[]> ways;
    private readonly bool[] used;
    private readonly Dictionary<long, List<int>> onward = [];
    private readonly Dictionary<long, List<int>> back;

    private LineJoining(List<long[]> ways, bool keepDirection)
    {
        this.ways = ways;
        used = new bool[ways.Count];
        back = keepDirection ? [] : onward;
        for (var way = 0; way < ways.Count; way++)
        {
            if (ways[way][0] == ways[way][^1])
                continue;

            Note(onward, ways[way][0], way);
            Note(back, ways[way][^1], way);
        }
    }

    /// <summary>Lines as long as can be; a closed one ends where it begins.</summary>
    /// <param name="ways">Ways of less than two nodes are passed over.</param>
    /// <param name="keepDirection">Whether a way may only follow the end of another (coastlines), or may be turned round (rings).</param>
    public static List<long[]> Join(IEnumerable<long[]> ways, bool keepDirection)
    {
        var joining = new LineJoining([.. ways.Where(way => way.Length > 1)], keepDirection);
        var lines = new List<long[]>();
        for (var way = 0; way < joining.ways.Count; way++)
        {
            if (!joining.used[way])
                lines.Add(joining.From(way));
        }

        return lines;
    }

    /// <summary>The rings that the ways make; one that lacks a way which the extract does not hold is closed straight.</summary>
    public static IEnumerable<long[]> Rings(IEnumerable<long[]> ways)
    {
        foreach (var line in Join(ways, keepDirection: false))
        {
            if (line.Length > 2)
                yield return line[0] == line[^1] ? line : [.. line, line[0]];
        }
    }

    private long[] From(int way)
    {
        used[way] = true;
        var line = new List<long>(ways[way]);
        Extend(line, onward);
        if (line[0] != line[^1])
        {
            line.Reverse();
            Extend(line, back);
            line.Reverse();
        }

        return [.. line];
    }

    private void Extend(List<long> line, Dictionary<long, List<int>> ends)
    {
        while (line[0] != line[^1] && ends.TryGetValue(line[^1], out var here))
        {
            while (here.Count > 0 && used[here[^1]])
                here.RemoveAt(here.Count - 1);
            if (here.Count == 0)
                return;

            var next = ways[here[^1]];
            used[here[^1]] = true;
            if (next[0] == line[^1])
                line.AddRange(next.AsSpan(1));
            else
                line.AddRange(next.AsEnumerable().Reverse().Skip(1));
        }
    }

    private static void Note(Dictionary<long, List<int>> ends, long node, int way)
    {
        if (!ends.TryGetValue(node, out var here))
            ends[node] = here = [];
        here.Add(way);
    }
}
