using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>The places of a request on the roads, and as waypoints of an answer.</summary>
internal sealed class OsrmPlaces(RoadMap map, OsrmLimits limits)
{
    private const int HintBytes = 20;
    private const double SameMetres = 2;

    /// <summary>Where every place is reached.</summary>
    /// <exception cref="OsrmError">NoSegment: the message names the place.</exception>
    public Snap[] Snap(OsrmQuery query)
    {
        var snaps = new Snap[query.Places.Count];
        for (var i = 0; i < snaps.Length; i++)
        {
            if (FromHint(query, i) is { } hinted)
                snaps[i] = hinted;
            else if (map.SnapToRoads(query.Places[i], OptionsOf(query, i), 1) is [var nearest, ..])
                snaps[i] = nearest;
            else
                throw NoSegment(query.Places[i], i);
        }

        return snaps;
    }

    /// <summary>What is wished of the road at a place.</summary>
    public SnapOptions OptionsOf(OsrmQuery query, int place)
    {
        var bearing = query.Bearings.Count > 0 ? query.Bearings[place] : null;
        var radius = query.Radiuses.Count > 0 ? query.Radiuses[place] : null;
        return new SnapOptions
        {
            MaxMetres = radius ?? limits.SnapMetres,
            BearingDegrees = bearing?.Bearing,
            BearingRangeDegrees = bearing?.Range ?? 180,
            Approach = query.Approaches.Count == 0 ? SnapApproach.Unrestricted : query.Approaches[place] switch
            {
                OsrmApproach.Curb => SnapApproach.Curb,
                OsrmApproach.Opposite => SnapApproach.Opposite,
                _ => SnapApproach.Unrestricted,
            },
        };
    }

    public static OsrmError NoSegment(MapPoint place, int index) => new("NoSegment", string.Create(
        CultureInfo.InvariantCulture, $"Could not find a matching segment for coordinate {index} ({place.Longitude},{place.Latitude})"));

    /// <summary>Writes a waypoint's members into the object that is begun.</summary>
    public void WriteMembers(Utf8JsonWriter json, Snap snap, MapPoint place, bool withHint)
    {
        if (withHint)
            json.WriteString("hint", Hint(place, snap));
        json.WritePropertyName("location");
        WritePoint(json, snap.Position);
        json.WriteString("name", map.StreetOf(snap));
        json.WriteNumber("distance", Math.Round(snap.DistanceMetres, 6));
    }

    public void WriteWaypoints(Utf8JsonWriter json, string name, OsrmQuery query, Snap[] snaps, IEnumerable<int> indices)
    {
        json.WriteStartArray(name);
        foreach (var i in indices)
        {
            json.WriteStartObject();
            WriteMembers(json, snaps[i], query.Places[i], query.GeneratesHints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WritePoint(Utf8JsonWriter json, MapPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(point.Longitude, 6));
        json.WriteNumberValue(Math.Round(point.Latitude, 6));
        json.WriteEndArray();
    }

    /// <summary>A hint holds the map, the place, and where on the roads it was: one of another map or place is passed over, as OSRM does.</summary>
    private string Hint(MapPoint place, Snap snap)
    {
        Span<byte> bytes = stackalloc byte[HintBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, MapMark);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], E7(place.Latitude));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], E7(place.Longitude));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], E7(snap.Position.Latitude));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], E7(snap.Position.Longitude));
        return Base64Url.EncodeToString(bytes);
    }

    private Snap? FromHint(OsrmQuery query, int place)
    {
        Span<byte> bytes = stackalloc byte[HintBytes];
        if (query.Hints.Count == 0 || query.Hints[place] is not { } hint || hint.Length > 2 * HintBytes
            || !Base64Url.IsValid(hint, out var length) || length != HintBytes || !Base64Url.TryDecodeFromChars(hint, bytes, out _)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != MapMark)
            return null;

        var asked = Point(bytes[4..]);
        var options = OptionsOf(query, place) with { MaxMetres = SameMetres };
        if (asked.DistanceMetres(query.Places[place]) > SameMetres || map.SnapToRoads(Point(bytes[12..]), options, 1) is not [var there, ..])
            return null;
        var metres = there.Position.DistanceMetres(query.Places[place]);
        return metres <= OptionsOf(query, place).MaxMetres ? there : null;
    }

    private uint MapMark => uint.Parse(map.Version.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static MapPoint Point(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes) / 1e7, BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) / 1e7);

    private static int E7(double degrees) => (int)Math.Round(degrees * 1e7);
}
