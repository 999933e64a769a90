namespace Dispatch.Roads.Import;

/// <summary>A stream of XML that refuses a tag or text so long that reading it would take all memory.</summary>
/// <remarks>
/// An XML reader holds an attribute whole, however long it is. In every encoding that maps come in a bracket that ends a tag has the byte
/// '&gt;', so what lies between two of them is at most <see cref="LongestRun"/> bytes.
/// </remarks>
internal sealed class BoundedText(Stream inner) : Stream
{
    private const int LongestRun = 1 << 20;

    private int run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var got = inner.Read(buffer[..Math.Min(buffer.Length, LongestRun / 2)]);
        var last = buffer[..got].LastIndexOf((byte)'>');
        run = last < 0 ? run + got : got - last - 1;
        return run <= LongestRun ? got : throw MapException.Damaged("a tag without an end");
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
