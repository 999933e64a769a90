using System.Text.Json;
using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>The service trip: all places in the order that is quickest.</summary>
internal sealed class OsrmTrip(OsrmPlaces places, OsrmDrives drives, OsrmLimits limits)
{
    public void Answer(OsrmQuery query, Utf8JsonWriter json, CancellationToken ct)
    {
        var count = query.Places.Count;
        if (count > limits.TripPlaces)
            throw OsrmError.TooBig("Too many trip coordinates");
        var snaps = places.Snap(query);
        var seconds = new int[count * count];
        drives.Ask(query.Without, asked =>
        {
            asked.Table(snaps, snaps, seconds, [], ct);
            return true;
        });
        if (Array.IndexOf(seconds, RoadQuery.NoRoad) >= 0)
            throw new OsrmError("NoTrips", "No trip visiting all destinations possible.");

        var order = TripOrder.Find(seconds, count, query.IsRoundTrip, query.StartsAtFirst, query.EndsAtLast, ct);
        int[] visited = query.IsRoundTrip ? [.. order, order[0]] : order;
        var paths = drives.Through(Array.ConvertAll(visited, place => snaps[place]), query.ContinuesStraight ?? true, query.Without, ct)
            ?? throw new OsrmError("NoTrips", "No trip visiting all destinations possible.");
        json.WriteStartArray("trips");
        OsrmRouteWriter.Write(json, query, [.. paths.Select((path, leg) => OsrmLeg.Join(
            [path], query.HasSteps ? drives.Guidance : null, query.Places[visited[leg]], query.Places[visited[leg + 1]]))]);
        json.WriteEndArray();
        if (query.SkipsWaypoints)
            return;

        json.WriteStartArray("waypoints");
        for (var i = 0; i < count; i++)
        {
            json.WriteStartObject();
            places.WriteMembers(json, snaps[i], query.Places[i], query.GeneratesHints);
            json.WriteNumber("trips_index", 0);
            json.WriteNumber("waypoint_index", Array.IndexOf(order, i));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
