using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>The least sum of what two places have at the same position, for a block of targets in the lanes of a vector at once.</summary>
/// <remarks>A block holds 64 bytes by position: 16 targets of 32 bits or 8 of 64. Sums of any two numbers must fit.</remarks>
internal static class LeastSums
{
    /// <summary>How many sources are worked at together, so that a block is read from memory once for all of them.</summary>
    public const int SourcesAtOnce = 4;

    /// <summary>How many targets a block holds.</summary>
    public static int Lanes<T>() where T : unmanaged => 64 / Unsafe.SizeOf<T>();

    /// <summary>Takes the least sums over the first <paramref name="length"/> positions.</summary>
    /// <param name="sources">By source: its numbers by position; the next source's begin <paramref name="stride"/> further on.</param>
    /// <param name="stride">See above.</param>
    /// <param name="block">Position by position, the targets of a block.</param>
    /// <param name="length">How many positions all of them have in common.</param>
    /// <param name="least">By source and target: takes the least sum; nothing smaller than what is there is replaced.</param>
    public static void OfFour<T>(ReadOnlySpan<T> sources, int stride, ReadOnlySpan<T> block, int length, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated)
            OfFour512(sources, stride, block, length, least);
        else if (Vector256.IsHardwareAccelerated)
            OfFour256(sources, stride, block, length, least);
        else
            OfFourPlain(sources, stride, block, length, least);
    }

    /// <summary>The same for one source, from one position to another; only for targets whose own length is beyond the position.</summary>
    /// <param name="source">The source's numbers by position.</param>
    /// <param name="block">Position by position, the targets of a block.</param>
    /// <param name="from">The first position.</param>
    /// <param name="lengths">By target: how many positions it has in common with the source.</param>
    /// <param name="least">By target.</param>
    public static void OfSome<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> block, int from, ReadOnlySpan<ushort> lengths, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        var lanes = Lanes<T>();
        var to = 0;
        foreach (var length in lengths)
            to = Math.Max(to, length);
        if (to <= from)
            return;
        if (!Vector256.IsHardwareAccelerated)
        {
            OfSomePlain(source, block, from, lengths, least);
            return;
        }

        Span<T> own = stackalloc T[lanes];
        for (var lane = 0; lane < lengths.Length; lane++)
            own[lane] = T.CreateTruncating(lengths[lane]);
        var (ownLengths, best) = (Vector512.Create<T>(own), Vector512.Create<T>(least));
        ref var targets = ref MemoryMarshal.GetReference(block);
        for (var position = from; position < to; position++)
        {
            var sum = Vector512.LoadUnsafe(ref targets, (nuint)(position * lanes)) + Vector512.Create(source[position]);
            var counts = Vector512.GreaterThan(ownLengths, Vector512.Create(T.CreateTruncating(position)));
            best = Vector512.ConditionalSelect(counts, Vector512.Min(best, sum), best);
        }

        best.CopyTo(least);
    }

    /// <summary>The least sum of two rows of one length; <see cref="DriveCost.Endless"/> when it is no less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long OfPair(ReadOnlySpan<long> one, ReadOnlySpan<long> other)
    {
        var wide = Vector<long>.Count;
        var least = new Vector<long>(DriveCost.Endless);
        var position = 0;
        for (; position <= one.Length - wide; position += wide)
            least = Vector.Min(least, new Vector<long>(one[position..]) + new Vector<long>(other[position..]));
        var best = DriveCost.Endless;
        for (var lane = 0; lane < wide; lane++)
            best = Math.Min(best, least[lane]);
        for (; position < one.Length; position++)
            best = Math.Min(best, one[position] + other[position]);
        return best;
    }

    internal static void OfSomePlain<T>(
        ReadOnlySpan<T> source, ReadOnlySpan<T> block, int from, ReadOnlySpan<ushort> lengths, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        var lanes = Lanes<T>();
        for (var lane = 0; lane < lengths.Length; lane++)
        {
            for (var position = from; position < lengths[lane]; position++)
                least[lane] = T.Min(least[lane], source[position] + block[position * lanes + lane]);
        }
    }

    internal static void OfFourPlain<T>(ReadOnlySpan<T> sources, int stride, ReadOnlySpan<T> block, int length, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        var lanes = Lanes<T>();
        for (var source = 0; source < SourcesAtOnce; source++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                ref var best = ref least[source * lanes + lane];
                for (var position = 0; position < length; position++)
                    best = T.Min(best, sources[source * stride + position] + block[position * lanes + lane]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OfFour256<T>(ReadOnlySpan<T> sources, int stride, ReadOnlySpan<T> block, int length, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        var half = Vector256<T>.Count;
        for (var part = 0; part < 2; part++)
        {
            var (one, two) = (Vector256.Create<T>(least[(part * half)..]), Vector256.Create<T>(least[((2 + part) * half)..]));
            var (three, four) = (Vector256.Create<T>(least[((4 + part) * half)..]), Vector256.Create<T>(least[((6 + part) * half)..]));
            ref var targets = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), part * half);
            ref var first = ref MemoryMarshal.GetReference(sources);
            for (var position = 0; position < length; position++)
            {
                var there = Vector256.LoadUnsafe(ref targets, (nuint)(position * 2 * half));
                one = Vector256.Min(one, there + Vector256.Create(Unsafe.Add(ref first, position)));
                two = Vector256.Min(two, there + Vector256.Create(Unsafe.Add(ref first, stride + position)));
                three = Vector256.Min(three, there + Vector256.Create(Unsafe.Add(ref first, 2 * stride + position)));
                four = Vector256.Min(four, there + Vector256.Create(Unsafe.Add(ref first, 3 * stride + position)));
            }

            one.CopyTo(least[(part * half)..]);
            two.CopyTo(least[((2 + part) * half)..]);
            three.CopyTo(least[((4 + part) * half)..]);
            four.CopyTo(least[((6 + part) * half)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfFour512<T>(ReadOnlySpan<T> sources, int stride, ReadOnlySpan<T> block, int length, Span<T> least)
        where T : unmanaged, INumber<T>
    {
        var lanes = Vector512<T>.Count;
        var (one, two) = (Vector512.Create<T>(least), Vector512.Create<T>(least[lanes..]));
        var (three, four) = (Vector512.Create<T>(least[(2 * lanes)..]), Vector512.Create<T>(least[(3 * lanes)..]));
        ref var targets = ref MemoryMarshal.GetReference(block);
        ref var first = ref MemoryMarshal.GetReference(sources);
        for (var position = 0; position < length; position++)
        {
            var there = Vector512.LoadUnsafe(ref targets, (nuint)(position * lanes));
            one = Vector512.Min(one, there + Vector512.Create(Unsafe.Add(ref first, position)));
            two = Vector512.Min(two, there + Vector512.Create(Unsafe.Add(ref first, stride + position)));
            three = Vector512.Min(three, there + Vector512.Create(Unsafe.Add(ref first, 2 * stride + position)));
            four = Vector512.Min(four, there + Vector512.Create(Unsafe.Add(ref first, 3 * stride + position)));
        }

        one.CopyTo(least);
        two.CopyTo(least[lanes..]);
        three.CopyTo(least[(2 * lanes)..]);
        four.CopyTo(least[(3 * lanes)..]);
    }
}
