using System.Runtime.CompilerServices;

namespace Dispatch.Roads.Import;

/// <summary>Reads one protobuf message field by field; every length is checked before it is believed.</summary>
/// <remarks>Source: protobuf.dev, "Encoding". Groups (wire types 3 and 4) do not occur in .osm.pbf and count as damage.</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;
    private int wireType;

    /// <summary>Whether the message is read to its end.</summary>
    public readonly bool AtEnd => position >= bytes.Length;

    /// <summary>Number of the next field, or 0 at the end of the message.</summary>
    public int NextField()
    {
        if (position >= bytes.Length)
            return 0;

        var key = Varint();
        wireType = (int)(key & 7);
        var field = key >> 3;
        if (field is 0 or > 536_870_911)
            throw MapException.Damaged("a field that cannot be");

        return (int)field;
    }

    /// <summary>The field's number: of type int, bool or enum.</summary>
    public ulong Number()
    {
        if (wireType != 0)
            throw MapException.Damaged("a number was expected");

        return Varint();
    }

    /// <summary>The field's bytes: a text, a message or a packed list.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        if (wireType != 2)
            throw MapException.Damaged("a block was expected");

        var length = Varint();
        if (length > (ulong)(bytes.Length - position))
            throw MapException.Damaged("a block ends before its length");

        var block = bytes.Slice(position, (int)length);
        position += (int)length;
        return block;
    }

    /// <summary>Passes over the field.</summary>
    public void Skip()
    {
        switch (wireType)
        {
            case 0:
                Varint();
                break;
            case 1:
                Advance(8);
                break;
            case 2:
                Bytes();
                break;
            case 5:
                Advance(4);
                break;
            default:
                throw MapException.Damaged("a field of an unknown kind");
        }
    }

    /// <summary>The next variable-length number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Varint()
    {
        if (position < bytes.Length && bytes[position] < 0x80)
            return bytes[position++];

        return LongVarint();
    }

    /// <summary>The next variable-length number with its sign in the lowest bit (zigzag).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long SignedVarint()
    {
        var raw = Varint();
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    private ulong LongVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (position >= bytes.Length)
                throw MapException.Damaged("it ends in the middle of a number");

            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw MapException.Damaged("a number of more than ten bytes");
    }

    private void Advance(int count)
    {
        if (bytes.Length - position < count)
            throw MapException.Damaged("it ends in the middle of a field");

        position += count;
    }
}
