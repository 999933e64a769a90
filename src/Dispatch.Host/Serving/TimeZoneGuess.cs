using Dispatch.Roads;
using NodaTime;
using NodaTime.TimeZones;

namespace Dispatch.Host.Serving;

/// <summary>The time zone of a place: that of the nearest place that the zone database names. A guess, which is told; near a border it may be the neighbour's.</summary>
internal static class TimeZoneGuess
{
    public static string For(MapPoint place) =>
        TzdbDateTimeZoneSource.Default.ZoneLocations!
            .MinBy(zone => new MapPoint(zone.Latitude, zone.Longitude).DistanceMetres(place))!.ZoneId;

    /// <exception cref="RefusedException">There is no such zone.</exception>
    public static string? Check(string? zone) =>
        zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : throw new RefusedException($"There is no time zone '{zone}'; use an IANA name such as Europe/Berlin.");
}
