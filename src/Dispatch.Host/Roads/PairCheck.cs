using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>Random pairs of a table, held against Dijkstra's algorithm.</summary>
internal sealed class PairCheck
{
    private const int PairsOfLongWork = 200;

    private readonly RoadMap map;
    private readonly Snap[] sources;
    private readonly Snap[] targets;
    private readonly (int Source, int Target)[] pairs;
    private readonly int[] seconds;

    public PairCheck(RoadMap map, Snap[] sources, Snap[] targets, int count)
    {
        (this.map, this.sources, this.targets) = (map, sources, targets);
        var random = new Random(1);
        pairs = [.. Enumerable.Range(0, count).Select(_ => (random.Next(sources.Length), random.Next(targets.Length))).Order()];
        seconds = new int[count];
    }

    public int Count => pairs.Length;

    /// <summary>Takes note of the pairs that lie in a block of rows.</summary>
    public void Note(int firstRow, int rows, ReadOnlySpan<int> cells)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Source >= firstRow && pairs[i].Source < firstRow + rows)
                seconds[i] = cells[(pairs[i].Source - firstRow) * targets.Length + pairs[i].Target];
        }
    }

    /// <summary>How many differ from what the plain search finds, to the unit.</summary>
    public int Differ(CancellationToken cancellation)
    {
        var (judge, differ, done) = (map.CreateJudge(), 0, 0);
        foreach (var row in Enumerable.Range(0, pairs.Length).GroupBy(pair => pairs[pair].Source))
        {
            cancellation.ThrowIfCancellationRequested();
            int[] inRow = [.. row];
            var judged = new int[inRow.Length];
            judge.Row(sources[row.Key], Array.ConvertAll(inRow, pair => targets[pairs[pair].Target]), judged, []);
            differ += inRow.Where((pair, at) => judged[at] != seconds[pair]).Count();
            if ((done + inRow.Length) / PairsOfLongWork > done / PairsOfLongWork)
                Console.Error.WriteLine($"check: {done + inRow.Length} of {pairs.Length} pairs");
            done += inRow.Length;
        }

        return differ;
    }
}
