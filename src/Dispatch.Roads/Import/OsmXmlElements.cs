using System.Globalization;
using System.Xml;

namespace Dispatch.Roads.Import;

/// <summary>Reads the elements of a map in XML and hands them to a visitor; owns the buffers that all elements share.</summary>
/// <remarks>
/// Source: OSM wiki, "OSM XML". What an editor has deleted and not yet uploaded (<c>action="delete"</c>, <c>visible="false"</c>) is left
/// out, and so are nodes off the earth.
/// </remarks>
internal sealed class OsmXmlElements(OsmKinds kinds, IOsmVisitor visitor)
{
    private const int MostTags = 10_000;
    private const int MostParts = 1_000_000;

    private string[] texts = new string[64];
    private int[] pairs = new int[64];
    private long[] ids = new long[256];
    private OsmMember[] members = new OsmMember[64];
    private int tagCount;
    private int idCount;
    private int memberCount;

    /// <summary>Takes the element at which the reader stands, if it is one that is wanted, to its end.</summary>
    public void Take(XmlReader xml)
    {
        var kind = xml.Name switch { "node" => OsmKinds.Nodes, "way" => OsmKinds.Ways, "relation" => OsmKinds.Relations, _ => OsmKinds.None };
        if ((kind & kinds) == 0)
            return;

        var isDeleted = xml.GetAttribute("action") == "delete" || xml.GetAttribute("visible") == "false";
        var id = Id(xml, "id");
        var (latitude, longitude) = kind == OsmKinds.Nodes && !isDeleted ? (Degrees(xml, "lat"), Degrees(xml, "lon")) : (0, 0);
        ReadParts(xml);
        if (isDeleted)
            return;

        var tags = new OsmTags(texts, pairs.AsSpan(0, 2 * tagCount));
        switch (kind)
        {
            case OsmKinds.Nodes when Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180:
                visitor.Node(new OsmNode
                {
                    Id = id,
                    LatitudeE7 = (int)Math.Round(latitude * 1e7),
                    LongitudeE7 = (int)Math.Round(longitude * 1e7),
                    Tags = tags,
                });
                break;
            case OsmKinds.Ways:
                visitor.Way(new OsmWay { Id = id, Nodes = ids.AsSpan(0, idCount), Tags = tags });
                break;
            case OsmKinds.Relations:
                visitor.Relation(new OsmRelation { Id = id, Members = members.AsSpan(0, memberCount), Tags = tags });
                break;
        }
    }

    private void ReadParts(XmlReader xml)
    {
        (tagCount, idCount, memberCount) = (0, 0, 0);
        if (xml.IsEmptyElement)
            return;

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
                continue;

            switch (xml.Name)
            {
                case "tag":
                    AddTag(xml.GetAttribute("k"), xml.GetAttribute("v"));
                    break;
                case "nd":
                    Grow(ref ids, idCount, MostParts);
                    ids[idCount++] = Id(xml, "ref");
                    break;
                case "member":
                    AddMember(xml);
                    break;
            }
        }
    }

    private void AddTag(string? key, string? value)
    {
        if (key is null || value is null)
            throw MapException.Damaged("an element has a key without a value");

        Grow(ref pairs, 2 * tagCount + 1, 2 * MostTags);
        Grow(ref texts, 2 * tagCount + 1, 2 * MostTags);
        (texts[2 * tagCount], texts[2 * tagCount + 1]) = (key, value);
        (pairs[2 * tagCount], pairs[2 * tagCount + 1]) = (2 * tagCount, 2 * tagCount + 1);
        tagCount++;
    }

    private void AddMember(XmlReader xml)
    {
        var kind = xml.GetAttribute("type") switch
        {
            "node" => OsmKind.Node,
            "way" => OsmKind.Way,
            "relation" => OsmKind.Relation,
            _ => throw MapException.Damaged("a relation's member is of no known kind"),
        };
        Grow(ref members, memberCount, MostParts);
        members[memberCount++] = new OsmMember(kind, Id(xml, "ref"), xml.GetAttribute("role") ?? "");
    }

    private static void Grow<T>(ref T[] buffer, int needed, int most)
    {
        if (needed >= most)
            throw MapException.Damaged("an element has too many parts");
        if (needed >= buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
    }

    private static long Id(XmlReader xml, string attribute) =>
        long.TryParse(xml.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw MapException.Damaged($"an element has no {attribute}");

    private static double Degrees(XmlReader xml, string attribute) =>
        double.TryParse(xml.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? degrees
            : throw MapException.Damaged($"a node has no {attribute}");
}
