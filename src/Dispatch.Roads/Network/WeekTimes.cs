using System.Globalization;

namespace Dispatch.Roads.Network;

/// <summary>Times of the week, to the minute: when a road or a turn is open.</summary>
/// <remarks>
/// Minutes count from Monday 00:00, local time, up to <see cref="MinutesOfWeek"/>. Kept as the ascending minutes at which it begins
/// and ends in turns: begin included, end excluded. Two that hold at the same times are equal.
/// </remarks>
internal sealed class WeekTimes : IEquatable<WeekTimes>
{
    public const int MinutesOfWeek = 7 * 24 * 60;

    private readonly int[] bounds;

    private WeekTimes(int[] bounds) => this.bounds = bounds;

    /// <summary>The whole week.</summary>
    public static WeekTimes Always { get; } = new([0, MinutesOfWeek]);

    /// <summary>At no time.</summary>
    public static WeekTimes Never { get; } = new([]);

    /// <summary>From one minute of the week up to another; past Sunday midnight it goes on on Monday. Equal minutes: the whole week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A minute is not in the week.</exception>
    public static WeekTimes Between(int fromMinute, int toMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fromMinute, MinutesOfWeek);
        ArgumentOutOfRangeException.ThrowIfNegative(toMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toMinute, MinutesOfWeek);
        if (fromMinute < toMinute)
            return new WeekTimes([fromMinute, toMinute]);

        return fromMinute == toMinute ? Always : Between(fromMinute, MinutesOfWeek).Or(toMinute == 0 ? Never : Between(0, toMinute));
    }

    /// <summary>Whether they hold at a minute of the week.</summary>
    public bool Holds(int minuteOfWeek)
    {
        var at = Array.BinarySearch(bounds, minuteOfWeek);
        return ((at >= 0 ? at : ~at - 1) & 1) == 0 && (at >= 0 || ~at > 0);
    }

    /// <summary>All other times.</summary>
    public WeekTimes Not() => Merge(this, Always, (one, other) => !one && other);

    /// <summary>When both hold.</summary>
    public WeekTimes And(WeekTimes other) => Merge(this, other, (one, two) => one && two);

    /// <summary>When either holds.</summary>
    public WeekTimes Or(WeekTimes other) => Merge(this, other, (one, two) => one || two);

    /// <summary>The text from which <see cref="Parse"/> makes the same again.</summary>
    public override string ToString() => string.Join(' ', bounds.Select(bound => bound.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="MapException">It is something else.</exception>
    public static WeekTimes Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bounds = new int[parts.Length];
        for (var i = 0; i < bounds.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bounds[i]) || bounds[i] > MinutesOfWeek
                || (i > 0 && bounds[i] <= bounds[i - 1]))
                throw new MapException("The prepared map is damaged: times of the week cannot be read.");
        }

        return parts.Length % 2 == 0
            ? new WeekTimes(bounds)
            : throw new MapException("The prepared map is damaged: times of the week cannot be read.");
    }

    public bool Equals(WeekTimes? other) => other is not null && bounds.AsSpan().SequenceEqual(other.bounds);

    public override bool Equals(object? obj) => Equals(obj as WeekTimes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var bound in bounds)
            hash.Add(bound);
        return hash.ToHashCode();
    }

    private static WeekTimes Merge(WeekTimes one, WeekTimes other, Func<bool, bool, bool> both)
    {
        var merged = new List<int>();
        foreach (var minute in one.bounds.Concat(other.bounds).Append(0).Distinct().Order())
        {
            var holds = minute < MinutesOfWeek && both(one.Holds(minute), other.Holds(minute));
            if (holds == (merged.Count % 2 == 0))
                merged.Add(minute);
        }

        if (merged.Count % 2 != 0)
            merged.Add(MinutesOfWeek);
        return new WeekTimes([.. merged]);
    }
}
