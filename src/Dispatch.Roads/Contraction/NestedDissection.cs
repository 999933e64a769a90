namespace Dispatch.Roads.Contraction;

/// <summary>Orders the segments of a network: those that cut it into halves last, and so on within the halves.</summary>
/// <remarks>
/// Source: George, "Nested dissection of a regular finite element mesh" (1973); for roads with turns Buchhold, Wagner, Zeitz, Zündorf,
/// "Customizable contraction hierarchies with turn costs" (ATMOS 2020): the roads of an edge cut, in both directions, part the states
/// of the two sides from each other, so the junctions are cut and the turns need not be looked at.
/// </remarks>
internal sealed class NestedDissection
{
    private const int LeastForTwoThreads = 2000;

    private readonly int[] order;
    private readonly CancellationToken ct;

    private NestedDissection(int segments, CancellationToken ct)
    {
        order = new int[segments];
        this.ct = ct;
    }

    /// <summary>The segments, the most important one last.</summary>
    public static int[] Order(JunctionGraph graph, CancellationToken ct)
    {
        var dissection = new NestedDissection(graph.RoadCount, ct);
        dissection.Dissect(graph, 0);
        return dissection.order;
    }

    /// <summary>Gives the roads of a part the places from <paramref name="first"/> on.</summary>
    private void Dissect(JunctionGraph graph, int first)
    {
        ct.ThrowIfCancellationRequested();
        if (graph.RoadCount == 0)
            return;
        if (graph.JunctionCount <= 2)
        {
            graph.Segments.CopyTo(order, first);
            return;
        }

        var flow = new EdgeFlow(graph);
        var partOf = new int[graph.JunctionCount];
        var parts = flow.Components(partOf);
        if (parts == 1)
        {
            var half = InertialFlow.Halve(graph, flow);
            for (var junction = 0; junction < partOf.Length; junction++)
                partOf[junction] = half[junction] ? 1 : 0;
            PlaceCut(graph, partOf, first + graph.RoadCount);
            parts = 2;
        }

        var split = graph.Split(partOf, parts);
        if (parts == 2 && graph.JunctionCount >= LeastForTwoThreads)
        {
            Parallel.Invoke(() => Dissect(split[0], first), () => Dissect(split[1], first + split[0].RoadCount));
            return;
        }

        foreach (var part in split)
        {
            Dissect(part, first);
            first += part.RoadCount;
        }
    }

    private void PlaceCut(JunctionGraph graph, int[] partOf, int end)
    {
        for (var road = 0; road < graph.RoadCount; road++)
        {
            if (partOf[graph.Tails[road]] != partOf[graph.Heads[road]])
                order[--end] = graph.Segments[road];
        }
    }
}
