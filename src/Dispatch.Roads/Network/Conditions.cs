namespace Dispatch.Roads.Network;

/// <summary>The times of the week at which something of a map is open, each once; number 0 is always.</summary>
internal sealed class Conditions
{
    private readonly Dictionary<WeekTimes, ushort> numbers = new() { [WeekTimes.Always] = 0 };
    private readonly List<WeekTimes> all = [WeekTimes.Always];

    /// <summary>By number.</summary>
    public IReadOnlyList<WeekTimes> All => all;

    /// <summary>The number of a condition; beyond 65,535 of them, which no map has, always.</summary>
    public ushort NumberOf(WeekTimes openWhen)
    {
        if (!numbers.TryGetValue(openWhen, out var number) && all.Count <= ushort.MaxValue)
        {
            numbers.Add(openWhen, number = (ushort)all.Count);
            all.Add(openWhen);
        }

        return number;
    }
}
