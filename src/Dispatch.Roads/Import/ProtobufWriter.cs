using System.Buffers;
using System.Text;

namespace Dispatch.Roads.Import;

/// <summary>Writes one protobuf message field by field.</summary>
/// <remarks>Source: protobuf.dev, "Encoding".</remarks>
internal sealed class ProtobufWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public void Clear() => bytes.ResetWrittenCount();

    public void Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        bytes.Write(value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Varint(ulong value)
    {
        var next = bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            next[length++] = (byte)(value | 0x80);
        next[length++] = (byte)value;
        bytes.Advance(length);
    }

    public void SignedVarint(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));
}
