using System.Globalization;
using Dispatch.Roads;
using Dispatch.Roads.Learning;

namespace Dispatch.Host.Roads;

/// <summary>When a drive begins, as text.</summary>
internal static class DepartureText
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "HH:mm"];

    /// <summary>Reads a local time; none for none.</summary>
    /// <exception cref="RefusedException">It is no time.</exception>
    public static DateTime? Read(string? text)
    {
        if (text is null)
            return null;
        return DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new RefusedException($"--at is a local time, as 2026-11-27T08:30 or 08:30; '{text}' is not.");
    }

    /// <summary>Asks for drives that begin then: what is closed at that time of the week is not driven on. None: whatever ever is open is.</summary>
    /// <param name="map">The map.</param>
    /// <param name="departure">When.</param>
    /// <param name="speedsFile">What was learned of the streets at that hour; none for nothing.</param>
    /// <exception cref="RefusedException">There are speeds and no time, or no speeds of this map.</exception>
    public static RoadQuery QueryAt(RoadMap map, DateTime? departure, string? speedsFile)
    {
        if (departure is not { } time)
            return speedsFile is null ? map.CreateQuery() : throw new RefusedException("--speeds are those of an hour; say which with --at.");
        if (speedsFile is null)
            return map.CreateQuery(map.Customize([], MinuteOfWeek(time)));
        var speeds = LearnedSpeedsFile.Load(map, speedsFile, out var told);
        return told.Length == 0 ? map.CreateQuery(speeds.MetricAt(time)) : throw new RefusedException($"{Path.GetFileName(speedsFile)}: {told} Learn them with 'roads learn'.");
    }

    private static int MinuteOfWeek(DateTime time) => ((int)time.DayOfWeek + 6) % 7 * 1440 + time.Hour * 60 + time.Minute;
}
