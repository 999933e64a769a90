namespace Dispatch.Planning.Search;

/// <summary>Pseudo-random numbers that are the same for a seed on every machine: xorshift64* (Vigna 2016).</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019;

    /// <summary>A whole number in [0, limit).</summary>
    public int Below(int limit) => (int)((Next() >> 33) * (ulong)limit >> 31);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Brings items into an order by chance.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1D;
    }
}
