using System.Globalization;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tests.Import;

public sealed class OsmPbfReaderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_writer_writes_the_reader_reads(bool packed)
    {
        var listing = new Listing();
        new OsmPbfReader(SmallMap(packed)).Read(OsmKinds.All, listing);

        Assert.Equal(
        [
            "node 5 471234567 95000000 barrier=gate name=Tor ä",
            "node 3 -471234567 -95000000",
            "way 7 5,3,5 highway=residential",
            "relation 9 Way 7 from, Node 5 via, Way 8 to type=restriction",
        ], listing.Lines);
    }

    [Fact]
    public void Only_the_kinds_asked_for_pass_by()
    {
        var listing = new Listing();
        new OsmPbfReader(SmallMap(packed: true)).Read(OsmKinds.Ways, listing);
        Assert.Equal(["way 7 5,3,5 highway=residential"], listing.Lines);
    }

    [Fact]
    public void Nodes_off_the_earth_are_left_out()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            writer.Node(1, 91, 0);
            writer.Node(2, 0, 181);
            writer.Node(3, 1, 1);
        }

        var listing = new Listing();
        new OsmPbfReader(bytes.ToArray()).Read(OsmKinds.All, listing);
        Assert.Equal(["node 3 10000000 10000000"], listing.Lines);
    }

    [Theory]
    [InlineData("monaco-2016", 180_118, 27_377, 212)]
    [InlineData("liechtenstein-2021", 295_005, 29_874, 884)]
    [InlineData("portland-2014", 124_714, 16_458, 1_003)]
    public void Real_maps_have_the_elements_that_their_list_tells(string map, int nodes, int ways, int relations)
    {
        var counts = new Counts();
        new OsmPbfReader(RealMaps.File(map)).Read(OsmKinds.All, counts);
        Assert.Equal((nodes, ways, relations), (counts.Nodes, counts.Ways, counts.Relations));
    }

    internal static byte[] SmallMap(bool packed)
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes, packed: packed))
        {
            writer.Node(5, 47.1234567, 9.5, [("barrier", "gate"), ("name", "Tor ä")]);
            writer.Node(3, -47.1234567, -9.5);
            writer.Way(7, [5, 3, 5], [("highway", "residential")]);
            writer.Relation(
                9,
                [new OsmMember(OsmKind.Way, 7, "from"), new OsmMember(OsmKind.Node, 5, "via"), new OsmMember(OsmKind.Way, 8, "to")],
                [("type", "restriction")]);
        }

        return bytes.ToArray();
    }

    private sealed class Counts : IOsmVisitor
    {
        public int Nodes { get; private set; }

        public int Ways { get; private set; }

        public int Relations { get; private set; }

        public void Node(in OsmNode node) => Nodes++;

        public void Way(in OsmWay way) => Ways++;

        public void Relation(in OsmRelation relation) => Relations++;
    }

    private sealed class Listing : IOsmVisitor
    {
        public List<string> Lines { get; } = [];

        public void Node(in OsmNode node) =>
            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"node {node.Id} {node.LatitudeE7} {node.LongitudeE7}{Text(node.Tags)}"));

        public void Way(in OsmWay way) =>
            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"way {way.Id} {string.Join(',', way.Nodes.ToArray())}{Text(way.Tags)}"));

        public void Relation(in OsmRelation relation)
        {
            var members = new List<string>();
            for (var i = 0; i < relation.MemberCount; i++)
            {
                var (kind, id, role) = relation.Member(i);
                members.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {id} {role}"));
            }

            var list = string.Join(", ", members);
            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"relation {relation.Id} {list}{Text(relation.Tags)}"));
        }

        private static string Text(OsmTags tags)
        {
            var text = "";
            for (var i = 0; i < tags.Count; i++)
                text += $" {tags.Key(i)}={tags.Value(i)}";
            return text;
        }
    }
}
