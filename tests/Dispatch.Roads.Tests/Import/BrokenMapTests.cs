using CsCheck;
using Dispatch.Roads.Import;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Import;

public sealed class BrokenMapTests
{
    private const long MostBytes = 256L * 1024 * 1024;

    private static readonly Gen<(int Kind, double At, byte Value)[]> Edits =
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Byte).Array[1, 12];

    [Fact]
    public void A_real_map_with_changed_bytes_is_read_or_refused() => Survives(CutFromMonaco(packed: false), 400);

    [Fact]
    public void A_packed_map_with_changed_bytes_is_read_or_refused() => Survives(CutFromMonaco(packed: true), 200);

    [Fact]
    public void A_small_map_with_changed_bytes_is_read_or_refused() =>
        Survives(DrawnTown.Draw("""
            A---B->-C
            |   |   |
            D---E---F
            """).Restrict("no_left_turn", "AB", "BE", "EF").Crossing('B', "barrier", "gate").Write(), 5000);

    [Fact]
    public void Ways_that_cross_themselves_or_stand_still_are_borne()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            writer.Node(1, 0, 0);
            writer.Node(2, 0, 0.001);
            writer.Node(3, 0.001, 0.001);
            writer.Node(4, 0.001, 0);
            writer.Node(5, 0, 0.001);
            writer.Way(1, [1, 1, 2, 3, 2, 3, 3, 4, 1, 2], [("highway", "residential"), ("name", "Loops")]);
            writer.Way(2, [2, 5], [("highway", "residential")]);
            writer.Way(3, [4, 4], [("highway", "residential")]);
            writer.Way(4, [4], [("highway", "residential")]);
            writer.Way(5, [3, 99, 98], [("highway", "residential")]);
        }

        var roads = new TestRoads(bytes.ToArray());
        var (from, to) = (roads.SnapTo(new MapPoint(0, 0.0002)), roads.SnapTo(new MapPoint(0.001, 0.0002)));
        Assert.InRange(roads.Query.FindPath(from, to)!.Metres, 150, 160);
    }

    [Fact]
    public void A_crossing_of_a_hundred_streets_is_borne_and_whoever_is_snapped_can_be_reached()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            writer.Node(1, 0, 0);
            for (var street = 0; street < 100; street++)
                writer.Node(2 + street, 0.002 * Math.Sin(street * Math.Tau / 100), 0.002 * Math.Cos(street * Math.Tau / 100));
            for (var street = 0; street < 100; street++)
                writer.Way(1 + street, [1, 2 + street], [("highway", "residential"), ("name", $"Street {street}")]);
        }

        var roads = new TestRoads(bytes.ToArray());
        var places = roads.Places(50, seed: 1);
        Assert.DoesNotContain(RoadQuery.NoRoad, roads.Table(places, places).Seconds);
    }

    /// <summary>Whatever happens to its bytes, a map is read or refused in a sentence, and it never takes all memory.</summary>
    private static void Survives(byte[] map, long count) => Edits.Sample(edits =>
    {
        var broken = Apply(map, edits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var roads = new TestRoads(broken);
            var places = roads.Grid.Bounds is var bounds && roads.Grid.Nearest(bounds.Centre, 1e7) is { } snap ? new[] { snap } : [];
            roads.Table(places, places);
        }
        catch (MapException refusal)
        {
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }, iter: count);

    private static byte[] Apply(byte[] map, (int Kind, double At, byte Value)[] edits)
    {
        var bytes = map.ToList();
        foreach (var (kind, share, value) in edits)
        {
            var at = (int)(share * (bytes.Count - 1));
            switch (kind)
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << (value & 7));
                    break;
                case 2 when bytes.Count > 10:
                    bytes.RemoveRange(at, Math.Min(1 + value % 4, bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat(value, 1 + value % 4));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] CutFromMonaco(bool packed)
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes, packed: packed))
            new OsmPbfReader(RealMaps.File("monaco-2016")).Read(OsmKinds.All, new Cut(writer, new MapBounds(43.735, 7.416, 43.739, 7.422)));
        Assert.NotEqual(0, new TestRoads(bytes.ToArray()).Network.SegmentCount);
        return bytes.ToArray();
    }

    /// <summary>Copies the nodes within a box, the ways on them, and all restrictions.</summary>
    private sealed class Cut(OsmPbfWriter writer, MapBounds box) : IOsmVisitor
    {
        private readonly HashSet<long> kept = [];

        public void Node(in OsmNode node)
        {
            var place = MapPoint.FromE7(node.LatitudeE7, node.LongitudeE7);
            if (!box.Contains(place))
                return;

            kept.Add(node.Id);
            writer.Node(node.Id, place.Latitude, place.Longitude, Copy(node.Tags));
        }

        public void Way(in OsmWay way)
        {
            if (way.Nodes.ToArray().Any(kept.Contains))
                writer.Way(way.Id, way.Nodes.ToArray(), Copy(way.Tags));
        }

        public void Relation(in OsmRelation relation)
        {
            if (relation.Tags["type"] != "restriction")
                return;

            var members = new List<OsmMember>();
            for (var i = 0; i < relation.MemberCount; i++)
                members.Add(relation.Member(i));
            writer.Relation(relation.Id, members, Copy(relation.Tags));
        }

        private static List<(string, string)> Copy(OsmTags tags)
        {
            var copy = new List<(string, string)>();
            for (var i = 0; i < tags.Count; i++)
                copy.Add((tags.Key(i), tags.Value(i)));
            return copy;
        }
    }
}
