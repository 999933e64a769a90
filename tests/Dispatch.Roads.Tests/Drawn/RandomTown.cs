using CsCheck;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tests.Drawn;

/// <summary>A small town by chance: a crooked grid with everything that maps have, in careless combinations.</summary>
/// <remarks>One number makes it, so a failing town is told by its number alone.</remarks>
internal sealed class RandomTown
{
    private readonly Random random;
    private readonly int columns;
    private readonly int rows;
    private readonly List<(long Id, long[] Nodes)> ways = [];

    private RandomTown(int seed)
    {
        Seed = seed;
        random = new Random(seed);
        columns = random.Next(2, 7);
        rows = random.Next(2, 6);
        Map = Write();
    }

    public static Gen<RandomTown> Gen => CsCheck.Gen.Int[0, int.MaxValue - 10].Select(seed => new RandomTown(seed));

    public int Seed { get; }

    public int RestrictionCount { get; private set; }

    public byte[] Map { get; }

    /// <summary>The town's roads; null when they hang together nowhere.</summary>
    public TestRoads? Open()
    {
        try
        {
            return new TestRoads(Map);
        }
        catch (MapException)
        {
            return null;
        }
    }

    public override string ToString() => $"town {Seed}: {columns} × {rows}, {ways.Count} ways, {RestrictionCount} restrictions";

    private byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes, packed: false))
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                    writer.Node(NodeAt(column, row), (row + Jitter()) * 0.001, (column + Jitter()) * 0.001, NodeTags());
            }

            LayWays();
            foreach (var (id, nodes) in ways)
                writer.Way(id, nodes, WayTags());
            for (var id = 1; id <= ways.Count / 3; id++)
                WriteRestriction(writer, id);
        }

        return bytes.ToArray();
    }

    private double Jitter() => random.NextDouble() * 0.6;

    private long NodeAt(int column, int row) => 1 + row * columns + column;

    private bool OneIn(int n) => random.Next(n) == 0;

    /// <summary>Most neighbours are joined; a way is one to three blocks of a row or column.</summary>
    private void LayWays()
    {
        for (var row = 0; row < rows; row++)
            LayLine([.. Enumerable.Range(0, columns).Select(column => NodeAt(column, row))]);
        for (var column = 0; column < columns; column++)
            LayLine([.. Enumerable.Range(0, rows).Select(row => NodeAt(column, row))]);
    }

    private void LayLine(long[] line)
    {
        for (var from = 0; from < line.Length - 1;)
        {
            var to = Math.Min(line.Length - 1, from + random.Next(1, 4));
            if (!OneIn(8))
                ways.Add((ways.Count + 1, line[from..(to + 1)]));
            from = to;
        }
    }

    private IEnumerable<(string, string)> NodeTags()
    {
        if (OneIn(15))
            yield return ("barrier", OneIn(2) ? "bollard" : "gate");
        if (OneIn(30))
            yield return ("access", "private");
        if (OneIn(10))
            yield return ("highway", OneIn(2) ? "traffic_signals" : "turning_circle");
    }

    private IEnumerable<(string, string)> WayTags()
    {
        yield return ("highway", OneIn(4) ? "primary" : "residential");
        yield return ("name", OneIn(2) ? "Long Street" : "Side Street");
        if (OneIn(4))
            yield return ("oneway", OneIn(3) ? "-1" : "yes");
        if (OneIn(6))
            yield return ("access", OneIn(6) ? "no" : "destination");
        if (OneIn(5))
            yield return ("maxspeed", OneIn(2) ? "20 mph" : "50");
    }

    private void WriteRestriction(OsmPbfWriter writer, int id)
    {
        // A walk over ways that meet: from, the node or ways in between, to. Some of these meet nowhere, which must do no harm.
        var from = ways[random.Next(ways.Count)];
        var at = OneIn(2) ? from.Nodes[0] : from.Nodes[^1];
        var members = new List<OsmMember> { new(OsmKind.Way, from.Id, "from") };
        var along = random.Next(3);
        if (along == 0)
            members.Add(new OsmMember(OsmKind.Node, at, "via"));

        for (var i = 0; i < along; i++)
        {
            var via = WayAt(at, from.Id);
            members.Add(new OsmMember(OsmKind.Way, via.Id, "via"));
            at = via.Nodes[0] == at ? via.Nodes[^1] : via.Nodes[0];
        }

        members.Add(new OsmMember(OsmKind.Way, WayAt(at, OneIn(5) ? 0 : from.Id).Id, "to"));
        writer.Relation(id, members, [("type", "restriction"), ("restriction", OneIn(3) ? "only_straight_on" : "no_left_turn")]);
        RestrictionCount++;
    }

    private (long Id, long[] Nodes) WayAt(long node, long except)
    {
        var there = ways.FindAll(way => way.Id != except && (way.Nodes[0] == node || way.Nodes[^1] == node));
        return there.Count > 0 ? there[random.Next(there.Count)] : ways[random.Next(ways.Count)];
    }
}
