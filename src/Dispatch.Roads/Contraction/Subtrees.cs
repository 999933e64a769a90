namespace Dispatch.Roads.Contraction;

/// <summary>The tree in parts that can be worked at one beside the other, and the top that joins them.</summary>
/// <param name="Parts">Groups, each with all that is below it.</param>
/// <param name="Top">The other groups, from the root down.</param>
internal sealed record Subtrees(int[] Parts, int[] Top)
{
    private const int Shares = 16;

    public static Subtrees Of(SegmentTree tree)
    {
        var (parts, top) = (new List<int>(), new List<int>());
        var most = tree.NodeCount / Shares;
        for (var group = 0; group < tree.GroupCount;)
        {
            if (tree.FirstNode[tree.LastBelow[group] + 1] - tree.FirstNode[group] <= most)
            {
                parts.Add(group);
                group = tree.LastBelow[group] + 1;
            }
            else
            {
                top.Add(group++);
            }
        }

        return new Subtrees([.. parts], [.. top]);
    }

    /// <summary>Works at every part: on all threads that are free, or on this one.</summary>
    public void ForEach(int threads, Action<int> work)
    {
        if (threads <= 1)
        {
            foreach (var part in Parts)
                work(part);
            return;
        }

        Parallel.ForEach(Parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
    }
}
