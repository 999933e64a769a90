using System.Text;

namespace Dispatch.Roads.Import;

/// <summary>Takes one block of a map apart and hands its elements to a visitor; owns the buffers that all blocks share.</summary>
/// <remarks>Source: OSM wiki, "PBF Format", PrimitiveBlock and PrimitiveGroup.</remarks>
internal sealed class OsmPbfBlock(OsmKinds kinds, IOsmVisitor visitor)
{
    private const long NanoPerE7 = 100;

    private readonly OsmDenseNodes denseNodes = new(visitor);
    private string[] texts = [];
    private int textCount;
    private int[] pairs = new int[64];
    private long[] ids = new long[256];
    private OsmMember[] members = new OsmMember[64];

    public void Read(ReadOnlySpan<byte> bytes)
    {
        var scale = new CoordinateScale(100, 0, 0);
        textCount = 0;
        var block = new ProtobufReader(bytes);
        for (var field = block.NextField(); field != 0; field = block.NextField())
        {
            switch (field)
            {
                case 1:
                    ReadTexts(block.Bytes());
                    break;
                case 17:
                    scale = scale with { Granularity = (int)block.Number() };
                    break;
                case 19:
                    scale = scale with { LatitudeOffset = (long)block.Number() };
                    break;
                case 20:
                    scale = scale with { LongitudeOffset = (long)block.Number() };
                    break;
                default:
                    block.Skip();
                    break;
            }
        }

        // The scale may stand behind the groups, so these come in a second walk.
        block = new ProtobufReader(bytes);
        for (var field = block.NextField(); field != 0; field = block.NextField())
        {
            if (field == 2)
                ReadGroup(block.Bytes(), scale);
            else
                block.Skip();
        }
    }

    private void ReadGroup(ReadOnlySpan<byte> bytes, CoordinateScale scale)
    {
        var group = new ProtobufReader(bytes);
        for (var field = group.NextField(); field != 0; field = group.NextField())
        {
            switch (field)
            {
                case 1 when kinds.HasFlag(OsmKinds.Nodes):
                    ReadNode(group.Bytes(), scale);
                    break;
                case 2 when kinds.HasFlag(OsmKinds.Nodes):
                    denseNodes.Read(group.Bytes(), scale, texts, textCount);
                    break;
                case 3 when kinds.HasFlag(OsmKinds.Ways):
                    ReadWay(group.Bytes());
                    break;
                case 4 when kinds.HasFlag(OsmKinds.Relations):
                    ReadRelation(group.Bytes());
                    break;
                default:
                    group.Skip();
                    break;
            }
        }
    }

    private void ReadTexts(ReadOnlySpan<byte> bytes)
    {
        var table = new ProtobufReader(bytes);
        for (var field = table.NextField(); field != 0; field = table.NextField())
        {
            if (field != 1)
            {
                table.Skip();
                continue;
            }

            if (textCount == texts.Length)
                Array.Resize(ref texts, Math.Max(256, textCount * 2));
            texts[textCount++] = Encoding.UTF8.GetString(table.Bytes());
        }
    }

    private void ReadNode(ReadOnlySpan<byte> bytes, CoordinateScale scale)
    {
        long id = 0, latitude = 0, longitude = 0;
        var (keys, values) = (0, 0);
        var node = new ProtobufReader(bytes);
        for (var field = node.NextField(); field != 0; field = node.NextField())
        {
            switch (field)
            {
                case 1:
                    id = Unzigzag(node.Number());
                    break;
                case 2:
                    keys = ReadTexts(node.Bytes(), 0);
                    break;
                case 3:
                    values = ReadTexts(node.Bytes(), 1);
                    break;
                case 8:
                    latitude = Unzigzag(node.Number());
                    break;
                case 9:
                    longitude = Unzigzag(node.Number());
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        if (scale.TryPlace(latitude, longitude, out var latitudeE7, out var longitudeE7))
            visitor.Node(new OsmNode { Id = id, LatitudeE7 = latitudeE7, LongitudeE7 = longitudeE7, Tags = Tags(keys, values) });
    }

    private void ReadWay(ReadOnlySpan<byte> bytes)
    {
        long id = 0;
        var (keys, values, nodes) = (0, 0, 0);
        var way = new ProtobufReader(bytes);
        for (var field = way.NextField(); field != 0; field = way.NextField())
        {
            switch (field)
            {
                case 1:
                    id = (long)way.Number();
                    break;
                case 2:
                    keys = ReadTexts(way.Bytes(), 0);
                    break;
                case 3:
                    values = ReadTexts(way.Bytes(), 1);
                    break;
                case 8:
                    nodes = ReadIds(way.Bytes());
                    break;
                default:
                    way.Skip();
                    break;
            }
        }

        visitor.Way(new OsmWay { Id = id, Nodes = ids.AsSpan(0, nodes), Tags = Tags(keys, values) });
    }

    private void ReadRelation(ReadOnlySpan<byte> bytes)
    {
        long id = 0;
        var (keys, values, memberCount) = (0, 0, 0);
        ReadOnlySpan<byte> roles = default, kindsOfMembers = default;
        var relation = new ProtobufReader(bytes);
        for (var field = relation.NextField(); field != 0; field = relation.NextField())
        {
            switch (field)
            {
                case 1:
                    id = (long)relation.Number();
                    break;
                case 2:
                    keys = ReadTexts(relation.Bytes(), 0);
                    break;
                case 3:
                    values = ReadTexts(relation.Bytes(), 1);
                    break;
                case 8:
                    roles = relation.Bytes();
                    break;
                case 9:
                    memberCount = ReadIds(relation.Bytes());
                    break;
                case 10:
                    kindsOfMembers = relation.Bytes();
                    break;
                default:
                    relation.Skip();
                    break;
            }
        }

        ReadMembers(roles, kindsOfMembers, memberCount);
        visitor.Relation(new OsmRelation { Id = id, Members = members.AsSpan(0, memberCount), Tags = Tags(keys, values) });
    }

    private void ReadMembers(ReadOnlySpan<byte> roles, ReadOnlySpan<byte> kindsOfMembers, int memberCount)
    {
        if (members.Length < memberCount)
            members = new OsmMember[Math.Max(memberCount, members.Length * 2)];

        var role = new ProtobufReader(roles);
        var kind = new ProtobufReader(kindsOfMembers);
        for (var i = 0; i < memberCount; i++)
        {
            var kindOfMember = kind.Varint();
            if (kindOfMember > (ulong)OsmKind.Relation)
                throw MapException.Damaged("a relation's member is of no known kind");

            members[i] = new OsmMember((OsmKind)kindOfMember, ids[i], texts[TextAt(role.Varint())]);
        }
    }

    /// <summary>Reads places in the table of texts into every second of the pairs, beginning at <paramref name="offset"/>.</summary>
    private int ReadTexts(ReadOnlySpan<byte> packed, int offset)
    {
        var reader = new ProtobufReader(packed);
        var count = 0;
        for (; !reader.AtEnd; count++)
        {
            var slot = 2 * count + offset;
            if (slot >= pairs.Length)
                Array.Resize(ref pairs, pairs.Length * 2);
            pairs[slot] = TextAt(reader.Varint());
        }

        return count;
    }

    private int ReadIds(ReadOnlySpan<byte> packed)
    {
        var reader = new ProtobufReader(packed);
        var count = 0;
        for (long id = 0; !reader.AtEnd; count++)
        {
            if (count == ids.Length)
                Array.Resize(ref ids, count * 2);
            id = unchecked(id + reader.SignedVarint());
            ids[count] = id;
        }

        return count;
    }

    private OsmTags Tags(int keys, int values)
    {
        if (keys != values)
            throw MapException.Damaged("an element has a key without a value");

        return new OsmTags(texts, pairs.AsSpan(0, 2 * keys));
    }

    private int TextAt(ulong index) =>
        index < (ulong)textCount ? (int)index : throw MapException.Damaged("a text is named that is not there");

    private static long Unzigzag(ulong raw) => (long)(raw >> 1) ^ -(long)(raw & 1);

    /// <summary>How a block's numbers become places: nanodegrees = offset + granularity × number.</summary>
    internal readonly record struct CoordinateScale(int Granularity, long LatitudeOffset, long LongitudeOffset)
    {
        /// <summary>The place in 1e-7 degrees; false when it is not on the earth.</summary>
        public bool TryPlace(long latitude, long longitude, out int latitudeE7, out int longitudeE7)
        {
            var north = unchecked(LatitudeOffset + Granularity * latitude) / NanoPerE7;
            var east = unchecked(LongitudeOffset + Granularity * longitude) / NanoPerE7;
            (latitudeE7, longitudeE7) = ((int)north, (int)east);
            return north is >= -900_000_000 and <= 900_000_000 && east is >= -1_800_000_000 and <= 1_800_000_000;
        }
    }
}
