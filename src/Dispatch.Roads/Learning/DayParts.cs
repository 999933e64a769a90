namespace Dispatch.Roads.Learning;

/// <summary>Parts of a day in which drives take alike long: night, morning rush, midday and afternoon rush, of working days and of weekends.</summary>
/// <remarks>Few, since each has a metric and each plan a table of its own; night begins at 18:00 and ends at 7:00.</remarks>
public static class DayParts
{
    /// <summary>How many there are: those of working days first, then those of weekends.</summary>
    public const int Count = 2 * Kinds;

    /// <summary>Midday of a working day: what is meant where nobody says when.</summary>
    public const int Usual = 2;

    private const int Kinds = 4;
    private static readonly int[] Hours = [0, 7, 9, 15, 18];

    // 20:00 rather than 0:30: of a night's drives most are in the evening.
    private static readonly int[] Midst = [20 * 60, 8 * 60, 12 * 60, 16 * 60 + 30];

    /// <summary>The seconds of the day at which a part ends and the next one begins, from 0.</summary>
    public static IReadOnlyList<int> Begins { get; } = [.. Hours.Select(hour => hour * 3600)];

    /// <summary>The parts of a date in order, one for each of <see cref="Begins"/>; the last is the first again.</summary>
    public static IReadOnlyList<int> Of(DayOfWeek day) => [.. Enumerable.Range(0, Hours.Length).Select(i => First(day) + i % Kinds)];

    /// <summary>The part that a local time lies in.</summary>
    public static int At(DateTime local) => First(local.DayOfWeek) + Array.FindLastIndex(Hours, hour => hour <= local.Hour) % Kinds;

    /// <summary>All parts: whether each is of weekends, and its local hours; the night's end comes before its beginning.</summary>
    public static IReadOnlyList<(int Part, bool IsWeekend, int FromHour, int ToHour)> All { get; } =
        [.. Enumerable.Range(0, Count).Select(part => (part, part >= Kinds, part % Kinds == 0 ? Hours[^1] : Hours[part % Kinds], Hours[part % Kinds + 1]))];

    /// <summary>The hours of <see cref="TimeSlot"/> that a part holds.</summary>
    internal static IEnumerable<int> SlotsOf(int part)
    {
        var day = part < Kinds ? DayOfWeek.Monday : DayOfWeek.Saturday;
        return Enumerable.Range(0, 24).Where(hour => At(Example(day).AddHours(hour)) == part).Select(hour => TimeSlot.Of(Example(day).AddHours(hour)));
    }

    /// <summary>
    /// A minute of the week (from Monday 00:00) in the midst of a part's working hours, by which roads are open or closed then. A road
    /// that opens or closes within the part counts as it is at that minute.
    /// </summary>
    internal static int MinuteOfWeek(int part) => (part < Kinds ? 1 : 5) * 24 * 60 + Midst[part % Kinds];

    private static int First(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? Kinds : 0;

    // 3 January 2000 was a Monday.
    private static DateTime Example(DayOfWeek day) => new(2000, 1, day == DayOfWeek.Monday ? 3 : 8, 0, 0, 0, DateTimeKind.Unspecified);
}
