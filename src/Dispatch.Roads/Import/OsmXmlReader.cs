using System.Xml;

namespace Dispatch.Roads.Import;

/// <summary>Reads a map in OpenStreetMap's XML form, streaming: one element is in memory at a time.</summary>
/// <remarks>
/// Source: OSM wiki, "OSM XML". Document types are refused, so nothing expands, and no tag of the text may be longer than
/// <see cref="BoundedText"/> allows.
/// </remarks>
internal sealed class OsmXmlReader(Func<Stream> open) : IOsmReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
    };

    public OsmHeader ReadHeader() => Read(null, CancellationToken.None);

    public void Read(OsmKinds kinds, IOsmVisitor visitor, CancellationToken ct = default) => Read(new OsmXmlElements(kinds, visitor), ct);

    private OsmHeader Read(OsmXmlElements? elements, CancellationToken ct)
    {
        var isMap = false;
        try
        {
            using var stream = open();
            using var xml = XmlReader.Create(new BoundedText(stream), Settings);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.Name != "osm")
                throw NotAMap();

            isMap = true;
            var header = new OsmHeader(xml.GetAttribute("generator") ?? "", xml.GetAttribute("attribution") ?? "");
            while (elements is not null && xml.Read())
            {
                ct.ThrowIfCancellationRequested();
                if (xml.NodeType == XmlNodeType.Element)
                    elements.Take(xml);
            }

            return header;
        }
        catch (XmlException cause)
        {
            throw isMap ? new MapException($"The map is damaged or cut short (line {cause.LineNumber}); fetch the .osm file again.", cause) : NotAMap();
        }
        catch (InvalidDataException cause)
        {
            throw new MapException("The map is damaged (it does not unpack); fetch the .osm.gz file again.", cause);
        }
    }

    private static MapException NotAMap() => new("This file is not an OpenStreetMap extract; give a map as .osm.pbf, .osm or .osm.gz.");
}
