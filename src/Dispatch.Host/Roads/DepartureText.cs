using System.Globalization;
using Dispatch.Roads;

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

    /// <summary>The fastest drive at that time: a map without speeds by time of day drives alike at every hour.</summary>
    public static RoadPath? Find(RoadMap map, RoadQuery query, Snap from, Snap to, DateTime? departure)
    {
        _ = (map, departure);
        return query.FindPath(from, to);
    }
}
