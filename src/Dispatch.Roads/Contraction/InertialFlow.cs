namespace Dispatch.Roads.Contraction;

/// <summary>Cuts roads into two halves with few roads between them.</summary>
/// <remarks>
/// Source: Schild, Sommer, "On balanced separators in road networks" (2015): sort the junctions along a line, join the outer shares to
/// a source and a sink, and cut where the flow between them is narrowest; of several lines and shares the one whose cut is smallest for
/// the smaller half.
/// </remarks>
internal static class InertialFlow
{
    private static readonly (int X, int Y)[] Lines = [(1, 0), (0, 1), (1, 1), (1, -1)];
    private static readonly double[] Shares = [0.3];

    /// <summary>Halves a connected graph of two junctions or more.</summary>
    /// <returns>By junction: which half it is in.</returns>
    public static bool[] Halve(JunctionGraph graph, EdgeFlow flow)
    {
        var count = graph.JunctionCount;
        var (best, side) = (new bool[count], new bool[count]);
        var (bestCut, bestSmaller) = (int.MaxValue, 1);
        var keys = new long[count];
        var order = new int[count];
        foreach (var (x, y) in Lines)
        {
            for (var junction = 0; junction < count; junction++)
            {
                keys[junction] = (long)x * graph.X[junction] + (long)y * graph.Y[junction];
                order[junction] = junction;
            }

            Array.Sort(keys, order);
            foreach (var share in Shares)
            {
                var terminals = Math.Clamp((int)(count * share), 1, count / 2);
                var most = bestCut == int.MaxValue ? int.MaxValue : (int)((long)bestCut * (count / 2) / bestSmaller);
                var cut = flow.Cut(order, terminals, most);
                if (cut < 0)
                    continue;

                foreach (var ofSinks in (ReadOnlySpan<bool>)[false, true])
                {
                    var size = flow.Side(ofSinks ? order.AsSpan(count - terminals) : order.AsSpan(0, terminals), ofSinks, side);
                    var smaller = Math.Min(size, count - size);
                    if ((long)cut * bestSmaller >= (long)bestCut * smaller)
                        continue;

                    (bestCut, bestSmaller) = (cut, smaller);
                    side.CopyTo(best, 0);
                }
            }
        }

        return best;
    }
}
