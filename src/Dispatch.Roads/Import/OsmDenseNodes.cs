namespace Dispatch.Roads.Import;

/// <summary>Reads nodes in their dense form: one list for each field, each number told as the difference to the one before.</summary>
/// <remarks>Source: OSM wiki, "PBF Format", DenseNodes.</remarks>
internal sealed class OsmDenseNodes(IOsmVisitor visitor)
{
    private int[] pairs = new int[64];

    public void Read(ReadOnlySpan<byte> bytes, OsmPbfBlock.CoordinateScale scale, string[] texts, int textCount)
    {
        ReadOnlySpan<byte> ids = default, latitudes = default, longitudes = default, tags = default;
        var dense = new ProtobufReader(bytes);
        for (var field = dense.NextField(); field != 0; field = dense.NextField())
        {
            switch (field)
            {
                case 1:
                    ids = dense.Bytes();
                    break;
                case 8:
                    latitudes = dense.Bytes();
                    break;
                case 9:
                    longitudes = dense.Bytes();
                    break;
                case 10:
                    tags = dense.Bytes();
                    break;
                default:
                    dense.Skip();
                    break;
            }
        }

        var idReader = new ProtobufReader(ids);
        var latitudeReader = new ProtobufReader(latitudes);
        var longitudeReader = new ProtobufReader(longitudes);
        var tagReader = new ProtobufReader(tags);
        long id = 0, latitude = 0, longitude = 0;
        while (!idReader.AtEnd)
        {
            unchecked
            {
                id += idReader.SignedVarint();
                latitude += latitudeReader.SignedVarint();
                longitude += longitudeReader.SignedVarint();
            }

            var count = ReadPairs(ref tagReader, textCount);
            if (!scale.TryPlace(latitude, longitude, out var latitudeE7, out var longitudeE7))
                continue;

            visitor.Node(new OsmNode
            {
                Id = id,
                LatitudeE7 = latitudeE7,
                LongitudeE7 = longitudeE7,
                Tags = new OsmTags(texts, pairs.AsSpan(0, count)),
            });
        }
    }

    /// <summary>Keys and values of one node; a zero ends them, and a block without any tags has an empty list.</summary>
    private int ReadPairs(ref ProtobufReader tags, int textCount)
    {
        var count = 0;
        while (!tags.AtEnd)
        {
            var text = tags.Varint();
            if (text == 0)
                break;
            if (text >= (ulong)textCount)
                throw MapException.Damaged("a text is named that is not there");
            if (count == pairs.Length)
                Array.Resize(ref pairs, count * 2);
            pairs[count++] = (int)text;
        }

        if (count % 2 != 0)
            throw MapException.Damaged("a node has a key without a value");

        return count;
    }
}
