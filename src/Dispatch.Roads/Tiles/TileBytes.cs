namespace Dispatch.Roads.Tiles;

/// <summary>Protocol buffer fields, one after the other, in a buffer that is used again.</summary>
/// <remarks>Source: protobuf.dev, "Encoding".</remarks>
internal sealed class TileBytes
{
    private byte[] bytes = new byte[256];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Varint(uint value)
    {
        Reserve(5);
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
    }

    public void Number(int field, uint value)
    {
        Varint((uint)field << 3);
        Varint(value);
    }

    public void Message(int field, ReadOnlySpan<byte> content)
    {
        Varint((uint)field << 3 | 2);
        Varint((uint)content.Length);
        Raw(content);
    }

    public void Raw(ReadOnlySpan<byte> content)
    {
        Reserve(content.Length);
        content.CopyTo(bytes.AsSpan(length));
        length += content.Length;
    }

    private void Reserve(int more)
    {
        if (length + more > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}
