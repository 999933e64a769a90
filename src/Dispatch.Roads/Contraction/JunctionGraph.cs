using Dispatch.Roads.Network;

namespace Dispatch.Roads.Contraction;

/// <summary>Junctions in the plane and the roads between them, or a part of that: what is cut in two, again and again.</summary>
/// <param name="X">By junction: place to the east, of any unit that is the same to the north.</param>
/// <param name="Y">By junction: place to the north.</param>
/// <param name="Tails">By road: the junction at one end.</param>
/// <param name="Heads">By road: the junction at the other; perhaps the same.</param>
/// <param name="Segments">By road: the segment of the network.</param>
internal sealed record JunctionGraph(int[] X, int[] Y, int[] Tails, int[] Heads, int[] Segments)
{
    public int JunctionCount => X.Length;

    public int RoadCount => Segments.Length;

    /// <summary>All roads of a network.</summary>
    public static JunctionGraph Of(RoadNetwork network)
    {
        var (x, y) = (new List<int>(), new List<int>());
        var (tails, heads) = (new int[network.SegmentCount], new int[network.SegmentCount]);
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            tails[segment] = Place(network.TailJunctions[2 * segment], network.FirstPoint[segment]);
            heads[segment] = Place(network.TailJunctions[2 * segment + 1], network.FirstPoint[segment + 1] - 1);
        }

        return new JunctionGraph([.. x], [.. y], tails, heads, [.. Enumerable.Range(0, network.SegmentCount)]);

        int Place(int junction, int point)
        {
            while (x.Count <= junction)
            {
                x.Add(0);
                y.Add(0);
            }

            var latitude = network.PointLatitudesE7[point];
            y[junction] = latitude / 10;
            x[junction] = (int)(network.PointLongitudesE7[point] / 10 * Math.Cos(latitude * (1e-7 * Math.PI / 180)));
            return junction;
        }
    }

    /// <summary>The parts of it that have one number each; roads between different ones are left out.</summary>
    /// <param name="partOf">By junction: 0 up to <paramref name="parts"/>.</param>
    /// <param name="parts">How many there are.</param>
    public JunctionGraph[] Split(ReadOnlySpan<int> partOf, int parts)
    {
        var (junctions, roads) = (new int[parts], new int[parts]);
        var numberIn = new int[JunctionCount];
        for (var junction = 0; junction < JunctionCount; junction++)
            numberIn[junction] = junctions[partOf[junction]]++;
        for (var road = 0; road < RoadCount; road++)
        {
            if (partOf[Tails[road]] == partOf[Heads[road]])
                roads[partOf[Tails[road]]]++;
        }

        var split = new JunctionGraph[parts];
        for (var part = 0; part < parts; part++)
        {
            split[part] = new JunctionGraph(
                new int[junctions[part]], new int[junctions[part]], new int[roads[part]], new int[roads[part]], new int[roads[part]]);
        }

        for (var junction = 0; junction < JunctionCount; junction++)
        {
            split[partOf[junction]].X[numberIn[junction]] = X[junction];
            split[partOf[junction]].Y[numberIn[junction]] = Y[junction];
        }

        Array.Clear(roads);
        for (var road = 0; road < RoadCount; road++)
        {
            var part = partOf[Tails[road]];
            if (part != partOf[Heads[road]])
                continue;

            var to = roads[part]++;
            split[part].Tails[to] = numberIn[Tails[road]];
            split[part].Heads[to] = numberIn[Heads[road]];
            split[part].Segments[to] = Segments[road];
        }

        return split;
    }
}
