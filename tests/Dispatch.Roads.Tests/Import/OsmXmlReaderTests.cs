using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Dispatch.Roads.Import;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Import;

public sealed class OsmXmlReaderTests : IDisposable
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly Gen<(int Kind, double At, char Value)[]> Edits = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Char[" <>/\"'=a0-&;\u0000\u00e9"]).Array[1, 8];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_town_in_xml_is_the_town_in_pbf()
    {
        var pbf = DrawnTown.Draw("""
            A---B->-C
            |   |   |
            D---E---F
            """).Restrict("no_left_turn", "AB", "BE", "EF").Crossing('B', "barrier", "gate").Street("AB", "name", "Ä & <Ö>").Write();
        var (expected, seen) = (new Listing(), new Listing());
        OsmFile.Open(pbf).Read(OsmKinds.All, expected);
        OsmFile.Open(Encoding.UTF8.GetBytes(ToXml(pbf))).Read(OsmKinds.All, seen);
        Assert.Equal(expected.Lines, seen.Lines);
        Assert.NotEmpty(seen.Lines);
    }

    [Theory]
    [InlineData("town.osm", false)]
    [InlineData("town.osm.gz", true)]
    [InlineData("town.osm.pbf", true)] // the content tells, not the name
    public void A_map_in_xml_is_opened_like_any_other(string name, bool packed)
    {
        var town = DrawnTown.Draw("A---B---C");
        File.WriteAllBytes(folder.File(name), packed ? Gzip(ToXml(town.Write())) : Encoding.UTF8.GetBytes(ToXml(town.Write())));
        using var map = RoadMap.Open(folder.File(name), folder.File("prepared"));
        var (from, to) = (map.SnapToRoad(town.PlaceOf('A'))!.Value, map.SnapToRoad(town.PlaceOf('C'))!.Value);
        Assert.Equal(town.Roads.Query.FindPath(town.On("AB", 0), town.On("BC", 1))!.Seconds, map.CreateQuery().FindPath(from, to)!.Seconds);
    }

    [Fact]
    public void Only_the_wanted_kinds_are_passed_on_and_what_is_deleted_or_off_the_earth_is_not()
    {
        const string map = """
            <?xml version="1.0"?>
            <osm version="0.6" generator="Hand" attribution="Us">
              <bounds minlat="0" minlon="0" maxlat="1" maxlon="1"/>
              <node id="1" lat="0.5" lon="0.5"/>
              <node id="2" lat="95" lon="0.5"/>
              <node id="3" lat="0.5" lon="0.5" action="delete"/>
              <node id="-4" lat="0.1234567" lon="-1e1"><tag k="a" v="b"/></node>
              <way id="5"><nd ref="1"/><nd ref="-4"/></way>
              <way id="6" visible="false"><nd ref="1"/></way>
            </osm>
            """;
        var reader = OsmFile.Open(Encoding.UTF8.GetBytes(map));
        var (nodes, ways) = (new Listing(), new Listing());
        reader.Read(OsmKinds.Nodes, nodes);
        reader.Read(OsmKinds.Ways, ways);
        Assert.Equal(["node 1 5000000 5000000", "node -4 1234567 -100000000 a=b"], nodes.Lines);
        Assert.Equal(["way 5 1,-4"], ways.Lines);
        Assert.Equal(new OsmHeader("Hand", "Us"), reader.ReadHeader());
    }

    [Theory]
    [InlineData("<html><body/></html>", "This file is not an OpenStreetMap extract")]
    [InlineData("<osm><node id='1' lat='0'", "The map is damaged or cut short (line 1)")]
    [InlineData("<osm><node id='1' lat='x' lon='0'/></osm>", "The map is damaged (a node has no lat)")]
    [InlineData("<osm><node lat='1' lon='0'/></osm>", "The map is damaged (an element has no id)")]
    [InlineData("<osm><way id='1'><tag k='a'/></way></osm>", "The map is damaged (an element has a key without a value)")]
    [InlineData("<osm><relation id='1'><member type='thing' ref='1' role=''/></relation></osm>", "The map is damaged (a relation's member is of no known kind)")]
    [InlineData("<!DOCTYPE osm [<!ENTITY a 'aaaa'>]><osm>&a;</osm>", "This file is not an OpenStreetMap extract")]
    public void What_is_no_map_is_refused_in_a_sentence(string text, string sentence)
    {
        var refusal = Assert.Throws<MapException>(() => OsmFile.Open(Encoding.UTF8.GetBytes(text)).Read(OsmKinds.All, new Listing()));
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_without_an_end_does_not_take_all_memory()
    {
        var endless = Gzip("<osm><node id=\"1\" lat=\"0\" lon=\"0\"><tag k=\"a\" v=\"" + new string('a', 40_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<MapException>(() => OsmFile.Open(endless).Read(OsmKinds.All, new Listing()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Fact]
    public void A_packed_map_that_is_cut_short_is_refused()
    {
        var packed = Gzip(ToXml(DrawnTown.Draw("A---B---C").Write()));
        for (var length = 3; length < packed.Length * 9 / 10; length += 3)
            Assert.Throws<MapException>(() => OsmFile.Open(packed[..length]).Read(OsmKinds.All, new Listing()));
    }

    [Fact]
    public void A_map_with_changed_letters_is_read_or_refused()
    {
        var text = ToXml(DrawnTown.Draw("""
            A---B->-C
            |   |   |
            D---E---F
            """).Restrict("no_left_turn", "AB", "BE", "EF").Crossing('B', "barrier", "gate").Write());
        Edits.Sample(
            edits =>
            {
                var broken = Encoding.UTF8.GetBytes(Apply(text, edits));
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    Network.Build(OsmFile.Open(broken));
                }
                catch (MapException refusal)
                {
                    Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
                }

                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
            }, iter: 3000);
    }

    private static string Apply(string text, (int Kind, double At, char Value)[] edits)
    {
        var broken = new StringBuilder(text);
        foreach (var (kind, share, value) in edits)
        {
            var at = (int)(share * (broken.Length - 1));
            switch (kind)
            {
                case 0:
                    broken[at] = value;
                    break;
                case 1:
                    broken.Remove(at, Math.Min(1 + value % 30, broken.Length - at));
                    break;
                case 2:
                    broken.Insert(at, value);
                    break;
                default:
                    broken.Insert(at, broken.ToString(at, Math.Min(60, broken.Length - at)));
                    break;
            }
        }

        return broken.ToString();
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string ToXml(byte[] pbf)
    {
        var writing = new Writing();
        new OsmPbfReader(pbf).Read(OsmKinds.All, writing);
        return writing.ToString();
    }

    private static class Network
    {
        public static void Build(IOsmReader reader) => Dispatch.Roads.Network.RoadNetworkBuilder.Build(
            reader, new Dispatch.Roads.Profile.RoadTagging(VehicleProfile.Default), _ => { }, CancellationToken.None);
    }

    /// <summary>Every element as a line of text.</summary>
    private sealed class Listing : IOsmVisitor
    {
        public List<string> Lines { get; } = [];

        public void Node(in OsmNode node) => Lines.Add($"node {node.Id} {node.LatitudeE7} {node.LongitudeE7}{Tags(node.Tags)}");

        public void Way(in OsmWay way) => Lines.Add($"way {way.Id} {string.Join(',', way.Nodes.ToArray())}{Tags(way.Tags)}");

        public void Relation(in OsmRelation relation)
        {
            var line = $"relation {relation.Id}";
            for (var i = 0; i < relation.MemberCount; i++)
                line += $" {relation.Member(i)}";
            Lines.Add(line + Tags(relation.Tags));
        }

        private static string Tags(in OsmTags tags)
        {
            var text = "";
            for (var i = 0; i < tags.Count; i++)
                text += $" {tags.Key(i)}={tags.Value(i)}";
            return text;
        }
    }

    /// <summary>Writes a map as XML.</summary>
    private sealed class Writing : IOsmVisitor
    {
        private readonly StringBuilder text = new("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");

        public void Node(in OsmNode node) => text.Append(CultureInfo.InvariantCulture,
            $"<node id=\"{node.Id}\" lat=\"{node.LatitudeE7 / 1e7:F7}\" lon=\"{node.LongitudeE7 / 1e7:F7}\">{Tags(node.Tags)}</node>\n");

        public void Way(in OsmWay way) => text.Append(CultureInfo.InvariantCulture,
            $"<way id=\"{way.Id}\">{string.Concat(way.Nodes.ToArray().Select(node => $"<nd ref=\"{node}\"/>"))}{Tags(way.Tags)}</way>\n");

        public void Relation(in OsmRelation relation)
        {
            text.Append(CultureInfo.InvariantCulture, $"<relation id=\"{relation.Id}\">");
            for (var i = 0; i < relation.MemberCount; i++)
            {
                var member = relation.Member(i);
                text.Append(CultureInfo.InvariantCulture, $"<member type=\"{member.Kind.ToString().ToLowerInvariant()}\" ref=\"{member.Id}\" role=\"{member.Role}\"/>");
            }

            text.Append(Tags(relation.Tags)).Append("</relation>\n");
        }

        public override string ToString() => text + "</osm>\n";

        private static string Tags(in OsmTags tags)
        {
            var written = new StringBuilder();
            for (var i = 0; i < tags.Count; i++)
                written.Append(CultureInfo.InvariantCulture, $"<tag k=\"{Escaped(tags.Key(i))}\" v=\"{Escaped(tags.Value(i))}\"/>");
            return written.ToString();
        }

        private static string Escaped(string value) => System.Security.SecurityElement.Escape(value)!;
    }
}
